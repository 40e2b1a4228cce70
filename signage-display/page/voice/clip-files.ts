/** Where the bundled clips lie, and what their packs say. Imported when a screen is to speak, never before it is drawn. */
export const clipUrls = import.meta.glob<string>('../../voice-packs/*/*.opus', {
  eager: true,
  query: '?url',
  import: 'default',
});
export const packFiles = import.meta.glob<unknown>('../../voice-packs/*/pack.json', {
  eager: true,
  import: 'default',
});
