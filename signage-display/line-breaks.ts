import { type TextSizes, textWidthPx } from './legibility.ts';

/**
 * Where lines may break. 'phrases': at spaces, and between Han only at punctuation. 'words': also between the words of a
 * Han phrase. Never inside a word, in any language.
 */
export type Breaks = 'phrases' | 'words';

const phraseEnds = /(?<=[\s，。、：；！？）])|(?=（)/;
const words = new Intl.Segmenter('zh', { granularity: 'word' });
const han = /[\u4e00-\u9fff]/;
/** They belong to the word before them. */
const particles = ['的', '地', '得', '了', '着', '著', '们', '們'];

/** A text in the parts that stay whole, in their order; joined again they are the text. */
export function unbroken(text: string, breaks: Breaks): readonly string[] {
  const phrases = text.split(phraseEnds);
  return breaks === 'phrases' ? phrases : phrases.flatMap(wordsOf);
}

/** Parted between two Han only, so that no line begins with a comma and no '25–35' is torn. */
function wordsOf(phrase: string): readonly string[] {
  const found: string[] = [];
  for (const { segment } of words.segment(phrase)) {
    const before = found.at(-1) ?? '';
    const parts = han.test(before.slice(-1)) && han.test(segment.slice(0, 1)) && !particles.includes(segment);
    if (found.length === 0 || parts) found.push(segment);
    else found[found.length - 1] = before + segment;
  }
  return found;
}

/** How many lines a text takes in a width; null: one of its parts is too wide for any. */
export function linesOf(text: string, widthPx: number, sizes: TextSizes, breaks: Breaks = 'phrases'): number | null {
  return linesOfParts(unbroken(text, breaks), widthPx, sizes);
}

/** The same of parts that `unbroken` has found. */
export function linesOfParts(parts: readonly string[], widthPx: number, sizes: TextSizes): number | null {
  let lines = 1;
  let usedPx = 0;
  for (const part of parts) {
    const partPx = textWidthPx(part.trimEnd(), sizes);
    if (partPx > widthPx) return null;
    if (usedPx + partPx > widthPx) {
      lines += 1;
      usedPx = 0;
    }
    usedPx += textWidthPx(part, sizes);
  }
  return lines;
}

/** Phrases stay whole wherever the width allows it. */
export function breaksIn(text: string, widthPx: number, sizes: TextSizes): Breaks {
  return linesOf(text, widthPx, sizes) === null ? 'words' : 'phrases';
}

/** How many times its smallest size each of these texts can be, under each other in a room; at least once, at most `most`. */
export function largestScale(
  texts: readonly string[],
  room: { readonly widthPx: number; readonly heightPx: number },
  { textPx, hanPx }: TextSizes,
  { lineEm, most }: { readonly lineEm: number; readonly most: number },
): number {
  const parts = texts.map((text) => unbroken(text, breaksIn(text, room.widthPx, { textPx, hanPx })));
  const fits = (scale: number) => {
    const sizes = { textPx: textPx * scale, hanPx: hanPx * scale };
    const lines = parts.map((of) => linesOfParts(of, room.widthPx, sizes) ?? Number.POSITIVE_INFINITY);
    return lines.reduce((sum, one) => sum + one, 0) * lineEm * sizes.textPx <= room.heightPx;
  };
  let scale = most;
  while (scale > 1 && !fits(scale)) scale -= scaleStep;
  return Math.max(1, scale);
}

const scaleStep = 0.1;
