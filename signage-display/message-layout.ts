import { arcminutes, fontPx, type Glass, inkRatio } from './legibility.ts';
import { type Breaks, linesOfParts, unbroken } from './line-breaks.ts';

/** How a message that covers all else fills a glass, in CSS pixels. */
export interface MessageLayout {
  /** They take turns. */
  readonly pages: readonly (readonly MessageText[])[];
  readonly headPx: number;
  readonly marginPx: number;
  readonly framePx: number;
}

export interface MessageText {
  /** Which of the texts it is, or is a part of. */
  readonly of: number;
  readonly text: string;
  readonly fontPx: number;
  readonly breaks: Breaks;
}

interface Room {
  readonly widthPx: number;
  readonly heightPx: number;
}

export const messageLineEm = 1.25;
export const messageGapEm = 0.35;
export const messageHeadEm = 1.3;
const smallestPx = 12;
/** A line that fits to the last pixel is broken by some browsers. */
const roundingPx = 2;
/** Of one language: more, and whoever comes in must wait too long for the beginning. */
const mostPages = 4;

/**
 * As large as the glass allows. All languages stand together if each can be as large as a called number must be at the
 * farthest seat, else they take turns; one that is too long even alone says one thing after the other. No line breaks
 * inside a word. Nothing is ever cut: what fits in no other way is smaller.
 */
export function layoutMessage(glass: Glass, texts: readonly string[]): MessageLayout {
  const { widthPx, heightPx } = glass;
  const shortPx = Math.min(widthPx, heightPx);
  const framePx = Math.max(4, Math.round(shortPx * 0.02));
  const marginPx = framePx + Math.round(shortPx * 0.03);
  const headPx = Math.min(fontPx(arcminutes.text, glass, inkRatio.lowestFigure), Math.floor(shortPx * 0.14));
  const room = {
    widthPx: widthPx - 2 * marginPx - roundingPx,
    heightPx: heightPx - headPx * messageHeadEm - framePx - marginPx,
  };
  const callPx = Math.max(...texts.map((text) => needsPx(text, arcminutes.call, glass)));
  const together = sizeOf(texts, room, callPx);
  const pages =
    together.fontPx >= callPx
      ? [texts.map((text, of) => ({ of, text, ...together }))]
      : texts.flatMap((text, of) => pagesOf(text, room, glass).map((page) => [{ of, ...page }]));
  return { pages, headPx, marginPx, framePx };
}

/** One language by itself: in as few pages as make it large enough, all of one size. */
function pagesOf(text: string, room: Room, glass: Glass): readonly Omit<MessageText, 'of'>[] {
  const callPx = needsPx(text, arcminutes.call, glass);
  for (const leastPx of [callPx, needsPx(text, arcminutes.text, glass)]) {
    const pages = inPages(text, room, leastPx);
    if (pages === null || pages.length > mostPages) continue;
    const sizes = pages.map((page) => sizeOf([page], room, callPx));
    const fontPx = Math.min(...sizes.map((size) => size.fontPx));
    return pages.map((page, i) => ({ text: page, fontPx, breaks: sizes[i]?.breaks ?? 'words' }));
  }
  return [{ text, ...sizeOf([text], room, callPx) }];
}

/** As many clauses on each page as are no smaller than `leastPx` there; null: some clause is smaller even alone. */
function inPages(text: string, room: Room, leastPx: number): readonly string[] | null {
  const isLarge = (page: string) => largestPx([page], room, 'words') >= leastPx;
  const pages: string[] = [];
  for (const clause of text.split(clauseEnds)) {
    const joined = (pages.at(-1) ?? '') + clause;
    if (pages.length > 0 && isLarge(joined)) pages[pages.length - 1] = joined;
    else if (isLarge(clause)) pages.push(clause);
    else return null;
  }
  return pages.map((page) => page.trim().replace(/[,，、;；]$/, ''));
}

/** Behind whatever closes a clause, and the space that follows it. */
const clauseEnds = /(?<=[.!?,;]\s+|[。！？，；])(?=\S)/;

/**
 * Phrases stay whole if that leaves them as large as a called number. Else each clause begins a line of its own, and
 * breaks between words: as seldom as at that size, and larger only if it breaks no more often.
 */
function sizeOf(texts: readonly string[], room: Room, callPx: number): { fontPx: number; breaks: Breaks } {
  const whole = largestPx(texts, room, 'phrases');
  if (whole >= callPx) return { fontPx: whole, breaks: 'phrases' };
  const broken = largestPx(texts, room, 'words');
  if (broken <= whole) return { fontPx: whole, breaks: 'phrases' };
  const parts = texts.map((text) => partsOf(text, 'words'));
  const fewest = linesIn(parts, Math.min(broken, callPx), room);
  let px = broken;
  while (px > callPx && linesIn(parts, px, room) !== fewest) px -= 1;
  return { fontPx: px, breaks: 'words' };
}

function needsPx(text: string, minutes: number, glass: Glass): number {
  return fontPx(minutes, glass, /[0-9A-Za-z]/.test(text) ? inkRatio.lowestFigure : inkRatio.han);
}

function largestPx(texts: readonly string[], room: Room, breaks: Breaks): number {
  const parts = texts.map((text) => partsOf(text, breaks));
  const fits = (px: number) => {
    const heightEm = linesIn(parts, px, room) * messageLineEm + (texts.length - 1) * messageGapEm;
    return heightEm * px <= room.heightPx;
  };
  let px = Math.floor(room.heightPx / messageLineEm);
  while (px > smallestPx && !fits(px)) px -= 1;
  return px;
}

/** What begins a line of its own, in the parts that stay whole. */
export function partsOf(text: string, breaks: Breaks): readonly (readonly string[])[] {
  return breaks === 'phrases' ? [unbroken(text, breaks)] : text.split(clauseEnds).map((one) => unbroken(one, breaks));
}

/** Endless: some part is wider than a line. */
function linesIn(texts: readonly (readonly (readonly string[])[])[], px: number, room: Room): number {
  const sizes = { textPx: px, hanPx: px };
  return texts.flat().reduce((sum, parts) => {
    return sum + (linesOfParts(parts, room.widthPx, sizes) ?? Number.POSITIVE_INFINITY);
  }, 0);
}
