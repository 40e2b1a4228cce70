import { arcminutes, fontPx, type Glass, inkRatio, textWidthPx } from './legibility.ts';

/** How an emergency message fills a glass, in CSS pixels. */
export interface EmergencyLayout {
  /** Of each text, in their order. */
  readonly texts: readonly SizedText[];
  readonly headPx: number;
  readonly marginPx: number;
  readonly framePx: number;
  /** All languages at once, or one after the other. */
  readonly isInAll: boolean;
}

interface SizedText {
  readonly fontPx: number;
  /** Han broken at punctuation only, or wherever a line ends. */
  readonly breaks: 'phrases' | 'anywhere';
}

interface Room {
  readonly widthPx: number;
  readonly heightPx: number;
}

export const emergencyLineEm = 1.25;
export const emergencyGapEm = 0.35;
export const emergencyHeadEm = 1.3;
const smallestPx = 12;

/**
 * As large as the glass allows. All languages stand together if each can be as large as a called number must be at the
 * farthest seat, else they take turns, each larger. Phrases stay whole unless that would make them too small to read.
 * Nothing is ever cut: a long text on a small glass is smaller.
 */
export function layoutEmergency(glass: Glass, texts: readonly string[]): EmergencyLayout {
  const { widthPx, heightPx } = glass;
  const shortPx = Math.min(widthPx, heightPx);
  const framePx = Math.max(4, Math.round(shortPx * 0.02));
  const marginPx = framePx + Math.round(shortPx * 0.03);
  const headPx = Math.min(fontPx(arcminutes.text, glass, inkRatio.lowestFigure), Math.floor(shortPx * 0.14));
  const room = {
    widthPx: widthPx - 2 * marginPx,
    heightPx: heightPx - headPx * emergencyHeadEm - framePx - marginPx,
  };
  const asCall = fontPx(arcminutes.call, glass, inkRatio.lowestFigure);
  const asText = fontPx(arcminutes.text, glass, inkRatio.lowestFigure);
  const together = largestPx(texts, room, 'phrases');
  const isInAll = texts.length === 1 || together >= asCall;
  const alone = (text: string): SizedText => {
    const whole = largestPx([text], room, 'phrases');
    const broken = whole >= asText ? 0 : largestPx([text], room, 'anywhere');
    return broken > whole ? { fontPx: broken, breaks: 'anywhere' } : { fontPx: whole, breaks: 'phrases' };
  };
  const sized = texts.map((text) =>
    isInAll && together >= asText ? ({ fontPx: together, breaks: 'phrases' } as const) : alone(text),
  );
  return { texts: sized, isInAll, headPx, marginPx, framePx };
}

function largestPx(texts: readonly string[], room: Room, breaks: SizedText['breaks']): number {
  const parts = texts.map((text) => text.split(breaks === 'phrases' ? phraseEnds : signEnds));
  let px = Math.floor(room.heightPx / emergencyLineEm);
  while (px > smallestPx && !fits(parts, px, room)) px -= 1;
  return px;
}

const phraseEnds = /(?<=[\s，。、：；！？）])|(?=（)/;
/** After any Han that no punctuation follows: that must not begin a line. */
const signEnds = /(?<=\s|[\u2e80-\u9fff\uff00-\uffef](?![，。、：；！？）]))/;

function fits(texts: readonly (readonly string[])[], px: number, room: Room): boolean {
  let heightEm = (texts.length - 1) * emergencyGapEm;
  for (const parts of texts) {
    const lines = linesOf(parts, px, room.widthPx);
    if (lines === null) return false;
    heightEm += lines * emergencyLineEm;
  }
  return heightEm * px <= room.heightPx;
}

/** Null: a part is wider than a line. */
function linesOf(parts: readonly string[], px: number, widthPx: number): number | null {
  const sizes = { textPx: px, hanPx: px };
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
