/**
 * Told to electron-builder before it packs: there is nothing to install, rebuild or collect. Without this it would look for
 * modules in the folders above the bundle, find the hall server's, and pack those.
 */
export default () => false;
