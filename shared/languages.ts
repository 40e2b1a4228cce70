import { z } from 'zod';

/** The languages every page, sign and slip speaks; the first is the default. */
export const languages = ['zhHans', 'zhHant', 'en'] as const;
export const Language = z.enum(languages);
export type Language = z.infer<typeof Language>;

/** BCP 47 tags, for `lang` attributes and `Intl`. */
export const languageTags = {
  zhHans: 'zh-Hans-CN',
  zhHant: 'zh-Hant-HK',
  en: 'en-GB',
} as const satisfies Record<Language, string>;

/** Each language's name for itself, as shown on the button that chooses it. */
export const languageNames = {
  zhHans: '简体中文',
  zhHant: '繁體中文',
  en: 'English',
} as const satisfies Record<Language, string>;

/** What is said aloud in a hall. Mandarin and Cantonese are written alike on signs, but not spoken alike. */
export const voiceLanguages = ['zh-Hans', 'yue', 'en'] as const;
export const VoiceLanguage = z.enum(voiceLanguages);
export type VoiceLanguage = z.infer<typeof VoiceLanguage>;

const words = z.string().trim().min(1).max(80);

/** One thing said in all languages; complete by type and by schema. */
export const LocalizedText = z.strictObject({ zhHans: words, zhHant: words, en: words }).readonly();
export type LocalizedText = z.infer<typeof LocalizedText>;
