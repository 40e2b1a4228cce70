// Bundled, so that a number is never smaller than computed because a machine lacks the font.
import '@fontsource-variable/noto-sans-sc';
import '@fontsource-variable/noto-sans-hk';
