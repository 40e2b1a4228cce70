import { arcminutes, emWidth, fontPx, type Glass, inkRatio } from './legibility.ts';
import { linesOf } from './line-breaks.ts';

/** Sizes on a sign over one counter, in CSS pixels. */
export interface SignLayout {
  readonly textPx: number;
  readonly hanPx: number;
  readonly linePx: number;
  readonly marginPx: number;
  /**
   * Where the plate with the counter's number is. 'top': words beside it. 'left': on wide bars, words under the called
   * number. 'above': on narrow glass, as wide as that, and the words at the foot.
   */
  readonly plate: 'top' | 'left' | 'above';
  readonly counterPx: number;
  readonly plateWidthPx: number;
  readonly plateHeightPx: number;
  readonly numberPx: number;
  /** Of the pulse round the number. */
  readonly framePx: number;
  /** Where the called number stands, and the words; `instead` of both, what is said when neither is known. */
  readonly main: Box;
  readonly words: Box & { readonly lines: number };
  readonly instead: Box & { readonly lines: number };
  /** For the word that stands in the number's place: paused, not open, please wait. */
  readonly wordPx: number;
  /** Whether it stands there in all the hall's languages, or in one after the other. */
  readonly isWordInAll: boolean;
}

/** With its margins. */
interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What a sign says; texts in all the hall's languages. */
export interface SignNeeds {
  readonly counterLabel: string;
  readonly number: string;
  /** The word in the number's place, while nobody is called. */
  readonly words: readonly string[];
  /** What is said beside a number. */
  readonly phrases: readonly string[];
}

const plateEm = 0.88;
/** Around the called number are a frame and a gap between it and the figures. */
const numberEm = 1.06;
const besideNumberEm = 0.26;
const frameEm = 0.05;
const wordEm = 1.2;
const lineEm = 1.1;

const mostLinesAtFoot = 4;

/** The counter's number keeps its size whatever is called; the called number takes all that is left. */
export function layoutSign(glass: Glass, { counterLabel, number, words, phrases }: SignNeeds): SignLayout {
  const { widthPx, heightPx } = glass;
  const textPx = fontPx(arcminutes.text, glass, inkRatio.lowestFigure);
  const hanPx = fontPx(arcminutes.text, glass, inkRatio.han);
  const linePx = Math.ceil(textPx * lineEm);
  const marginPx = Math.round(Math.min(widthPx, heightPx) * 0.03);
  const labelEm = emWidth(counterLabel);
  const counterPx = Math.min(
    fontPx(arcminutes.sign, glass, inkRatio.lowestFigure),
    Math.floor((heightPx * 0.5) / plateEm),
    Math.floor((widthPx * 0.5) / labelEm),
  );
  const plateWidthPx = Math.ceil(labelEm * counterPx) + 2 * marginPx;
  const bandPx = Math.ceil(counterPx * plateEm);
  const shared = { textPx, hanPx, linePx, marginPx, counterPx, plateWidthPx };
  const linesIn = (height: number) => Math.max(1, Math.floor(height / linePx));
  const withLines = (box: Box) => ({ ...box, lines: linesIn(box.height) });
  const inMain = (main: Box) => {
    const inAll = largestWordPx(words, main, marginPx);
    const isWordInAll = inAll >= textPx;
    const wordPx = isWordInAll ? inAll : Math.min(...words.map((word) => largestWordPx([word], main, marginPx)));
    const numberPx = Math.floor(Math.min(main.width / (emWidth(number) + besideNumberEm), main.height / numberEm));
    return { main, numberPx, framePx: Math.floor(numberPx * frameEm), isWordInAll, wordPx };
  };

  const beside = { x: plateWidthPx, width: widthPx - plateWidthPx };
  const top: SignLayout = {
    ...shared,
    plate: 'top',
    plateHeightPx: bandPx,
    ...inMain({ x: 0, y: bandPx, width: widthPx, height: heightPx - bandPx }),
    words: withLines({ ...beside, y: 0, height: bandPx }),
    instead: withLines({ ...beside, y: 0, height: heightPx }),
  };
  const left: SignLayout = {
    ...shared,
    plate: 'left',
    plateHeightPx: heightPx,
    ...inMain({ ...beside, y: 0, height: heightPx - linePx }),
    words: withLines({ ...beside, y: heightPx - linePx, height: linePx }),
    instead: withLines({ ...beside, y: 0, height: heightPx }),
  };
  const wide = top.numberPx >= left.numberPx ? top : left;
  const isReadBeside = phrases.every((phrase) => linesOf(phrase, insidePx(beside, marginPx), { textPx, hanPx }) === 1);
  if (isReadBeside && widthPx >= heightPx) return wide;

  const footPx = linePx * Math.min(mostLinesAtFoot, linesIn(heightPx - bandPx - top.numberPx * numberEm));
  const above: SignLayout = {
    ...shared,
    plate: 'above',
    plateWidthPx: widthPx,
    plateHeightPx: bandPx,
    ...inMain({ x: 0, y: bandPx, width: widthPx, height: heightPx - bandPx - footPx }),
    words: withLines({ x: 0, y: heightPx - footPx, width: widthPx, height: footPx }),
    instead: withLines({ x: 0, y: bandPx, width: widthPx, height: heightPx - bandPx }),
  };
  const isLegible = above.numberPx >= Math.min(wide.numberPx, fontPx(arcminutes.sign, glass, inkRatio.lowestFigure));
  return isLegible ? above : wide;
}

/** Width for words in a box: they begin at its margin, and may end half a margin before its end. */
export function insidePx({ width }: Pick<Box, 'width'>, marginPx: number): number {
  return width - 1.5 * marginPx;
}

const smallestPx = 12;

/** The largest size of these words under each other, each on as many lines as it then takes. */
function largestWordPx(words: readonly string[], main: Box, marginPx: number): number {
  const fits = (px: number) => {
    const sizes = { textPx: px, hanPx: px };
    const lines = words.map((word) => linesOf(word, main.width - 2 * marginPx, sizes) ?? Number.POSITIVE_INFINITY);
    return lines.reduce((sum, one) => sum + one, 0) * wordEm * px <= main.height;
  };
  let px = Math.floor(main.height / wordEm);
  while (px > smallestPx && !fits(px)) px -= 1;
  return px;
}
