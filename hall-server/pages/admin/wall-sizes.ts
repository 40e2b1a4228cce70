import { arcminutes, fontPx, type Glass, inkRatio } from '../../../signage-display/legibility.ts';

/** What the wall page is made for; on a larger glass of the same shape everything grows with it, and so does the distance. */
export const wallGlass: Glass = { widthPx: 1920, heightPx: 1080, diagonalInches: 43, farthestViewMetres: 4 };

/** ISO 9241's smallest, for words beside a figure or a letter that says the same larger. */
export const wallWordMinutes = 16;

/** Font sizes in pixels of that glass. */
export const wallSizes = {
  figure: fontPx(arcminutes.text, wallGlass),
  /** Words with figures in them, and Latin words. */
  word: fontPx(wallWordMinutes, wallGlass),
  /** Words of Han alone: their ink fills more of the em. */
  han: fontPx(wallWordMinutes, wallGlass, inkRatio.han),
  /** Latin names and headings, long as they are: for 3 m. */
  latin: fontPx(wallWordMinutes, { ...wallGlass, farthestViewMetres: 3 }),
} as const;

/** So many rows stand on the glass; of more, one page after the other is shown. */
export const wallRows = { queues: 8, counters: 12 } as const;
export const wallPageMs = 10_000;

/** Which of the rows are shown now; `page` counts from 1. */
export function pageOf<Row>(rows: readonly Row[], size: number, now: number) {
  const pages = Math.max(1, Math.ceil(rows.length / size));
  const page = Math.floor(now / wallPageMs) % pages;
  return { rows: rows.slice(page * size, (page + 1) * size), page: page + 1, pages };
}
