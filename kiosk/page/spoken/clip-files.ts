/** Where the clips lie, and what their packs say. Imported when somebody wants to hear them, never before. */
const phraseUrls = import.meta.glob<string>('../../voice-packs/*/*.opus', {
  eager: true,
  query: '?url',
  import: 'default',
});
const signUrls = import.meta.glob<string>('../../../signage-display/voice-packs/{zh-Hans,yue,en}/{d?,w*,?}.opus', {
  eager: true,
  query: '?url',
  import: 'default',
});
const packs = import.meta.glob<unknown>('../../voice-packs/*/phrases.json', { eager: true, import: 'default' });

export const packOf = (language: string) => packs[`../../voice-packs/${language}/phrases.json`];
export const phraseUrl = (language: string, file: string) => phraseUrls[`../../voice-packs/${language}/${file}.opus`];
export const signUrl = (language: string, sign: string) =>
  signUrls[`../../../signage-display/voice-packs/${language}/${sign}.opus`];
