import { advanceEm } from './advances.ts';

/**
 * How large things must be on a glass so that the farthest seat can read them. Pure arithmetic, in CSS pixels.
 * Size is never given up: where room is short, fewer calls are shown at once.
 */
export interface Glass {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly diagonalInches: number;
  /** Slant distance from the glass to the farthest seat. */
  readonly farthestViewMetres: number;
}

/** Visual angles of ink, in minutes of arc. */
export const arcminutes = {
  /** A called number and its counter: EN 301 549 cl. 5.1.4 (0.7 degrees); 2.8 times the threshold of 6/18 sight. */
  call: 42,
  /** The newest call, where there is room. */
  hero: 60,
  /** The newest call, where there is not so much: older readers prefer this. */
  preferred: 55,
  /** The number and the counter over a counter; read while walking. */
  sign: 60,
  /** Everything else in the hall: ISO 9241's preferred size. */
  text: 22,
} as const;

/** Height of ink to the em in Noto Sans SC Bold, measured: digits 0.734-0.768, capitals 0.741, Han 0.90-0.95. */
export const inkRatio = { figures: 0.74, lowestFigure: 0.73, han: 0.9 } as const;

/** Weight 500 is a fiftieth narrower than the bold that is measured. */
export const mediumWeight = 0.98;

/** The arrow between a number and its counter; `W9999 → 99` is 5.06 em wide. */
export const arrowEm = 0.6;
export const widestCall = { number: 'W9999', counterLabel: '99' } as const;

const mmPerInch = 25.4;
const rowPitch = 1.5;
const belowHeader = 0.88;
const insideMargins = 0.94;

export function mmPerPx(glass: Glass): number {
  return (glass.diagonalInches * mmPerInch) / Math.hypot(glass.widthPx, glass.heightPx);
}

/** Height of ink, in millimetres, that subtends so many minutes of arc at a distance. */
export function inkMm(minutes: number, metres: number): number {
  return metres * 1000 * Math.tan((minutes / 60) * (Math.PI / 180));
}

/** The smallest font size whose ink subtends so many minutes of arc at the farthest seat. */
export function fontPx(minutes: number, glass: Glass, ratio: number = inkRatio.figures): number {
  return Math.ceil(inkMm(minutes, glass.farthestViewMetres) / mmPerPx(glass) / ratio);
}

/** The other way round: the angle of so much ink, for tests and for the set-up's check. */
export function minutesOf(inkPx: number, glass: Glass): number {
  const mm = inkPx * mmPerPx(glass);
  return (Math.atan(mm / (glass.farthestViewMetres * 1000)) * 180 * 60) / Math.PI;
}

/** Width of a line of figures or Latin letters, in em of its font. */
export function emWidth(text: string): number {
  let em = 0;
  for (const sign of text) em += advanceEm(sign);
  return em;
}

/** Font sizes at which Latin and Han have the same height of ink, or both one size. */
export interface TextSizes {
  readonly textPx: number;
  readonly hanPx: number;
}

/** Width of a line in which Han and Latin are set in sizes of their own. */
export function textWidthPx(text: string, sizes: TextSizes): number {
  let px = 0;
  for (const sign of text)
    px += advanceEm(sign) * (/[\u2e80-\u9fff\uff00-\uffef]/.test(sign) ? sizes.hanPx : sizes.textPx);
  return px;
}

/** Width of `A012 → 3`, in em of its font. */
export function callEm(call: { readonly number: string; readonly counterLabel: string }): number {
  return emWidth(call.number) + arrowEm + emWidth(call.counterLabel);
}

/** Rows of calls by height alone: 12 % for a header, a pitch of one and a half times the ink. */
export function callRows(glass: Glass): number {
  const pitchMm = rowPitch * inkMm(arcminutes.call, glass.farthestViewMetres);
  return Math.floor((glass.heightPx * mmPerPx(glass) * belowHeader) / pitchMm);
}

/** The farthest seat at which a line of so many em still fits the width. */
export function farthestMetresByWidth(glass: Glass, em: number): number {
  return (glass.widthPx * mmPerPx(glass) * insideMargins * inkRatio.figures) / (em * inkMm(arcminutes.call, 1));
}

function farthestMetresByHeight(glass: Glass, rows: number): number {
  return (glass.heightPx * mmPerPx(glass) * belowHeader) / (rows * rowPitch * inkMm(arcminutes.call, 1));
}

/** What a set-up of glass and distance can carry. */
export type Fit =
  | {
      readonly status: 'met';
      readonly fontPx: number;
      readonly calls: number;
      /** Two: number above, counter below, where they do not fit beside each other. */
      readonly linesPerCall: 1 | 2;
    }
  /** Not even one call fits at its size: add a screen, or seat people within `servedMetres`. */
  | { readonly status: 'unmeetable'; readonly servedMetres: number };

export function fitCalls(glass: Glass, widest: { number: string; counterLabel: string } = widestCall): Fit {
  const oneLineMetres = farthestMetresByWidth(glass, callEm(widest));
  const twoLineMetres = farthestMetresByWidth(glass, Math.max(emWidth(widest.number), emWidth(widest.counterLabel)));
  const linesPerCall = glass.farthestViewMetres <= oneLineMetres ? 1 : 2;
  const calls = Math.floor(callRows(glass) / linesPerCall);
  if (calls >= 1 && (linesPerCall === 1 || glass.farthestViewMetres <= twoLineMetres)) {
    return { status: 'met', fontPx: fontPx(arcminutes.call, glass), calls, linesPerCall };
  }
  const servedMetres = Math.max(
    Math.min(oneLineMetres, farthestMetresByHeight(glass, 1)),
    Math.min(twoLineMetres, farthestMetresByHeight(glass, 2)),
  );
  return { status: 'unmeetable', servedMetres: Math.floor(servedMetres * 10) / 10 };
}
