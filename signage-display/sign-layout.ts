import { arcminutes, emWidth, fontPx, type Glass, inkRatio } from './legibility.ts';

/** Sizes on a sign over one counter, in CSS pixels. */
export interface SignLayout {
  readonly textPx: number;
  readonly hanPx: number;
  readonly linePx: number;
  readonly marginPx: number;
  /** 'top': the plate with the counter's number above, words beside it. 'left': on wide bars, words under the number. */
  readonly plate: 'top' | 'left';
  readonly counterPx: number;
  readonly plateWidthPx: number;
  readonly plateHeightPx: number;
  readonly numberPx: number;
  /** Of the pulse round the number. */
  readonly framePx: number;
  /** Lines of text beside the plate; on the whole glass. */
  readonly wordLines: number;
  readonly allLines: number;
  /** For the word that stands in the number's place: paused, not open, please wait. */
  readonly wordPx: number;
  /** Whether it stands there in all the hall's languages, or in one after the other. */
  readonly isWordInAll: boolean;
}

const plateEm = 0.88;
/** Around the called number are a frame and a gap between it and the figures. */
const numberEm = 1.06;
const besideNumberEm = 0.26;
const frameEm = 0.05;
const wordEm = 1.2;
const lineEm = 1.1;

/** The counter's number keeps its size whatever is called; the called number takes all that is left. */
export function layoutSign(glass: Glass, counterLabel: string, number: string, words: readonly string[]): SignLayout {
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
  const numberPx = (width: number, height: number) =>
    Math.floor(Math.min(width / (emWidth(number) + besideNumberEm), height / numberEm));

  const wordIn = (width: number, height: number) => {
    const inWidth = (width - 2 * marginPx) / Math.max(...words.map(emWidth));
    const sizeOf = (lines: number) => Math.floor(Math.min(inWidth, height / lines / wordEm));
    const isWordInAll = sizeOf(words.length) >= textPx;
    return { isWordInAll, wordPx: sizeOf(isWordInAll ? words.length : 1) };
  };

  const under = numberPx(widthPx, heightPx - bandPx);
  const beside = numberPx(widthPx - plateWidthPx, heightPx - linePx);
  const allLines = Math.max(1, Math.floor(heightPx / linePx));
  const shared = { textPx, hanPx, linePx, marginPx, counterPx, plateWidthPx, allLines };
  return under >= beside
    ? {
        ...shared,
        plate: 'top',
        plateHeightPx: bandPx,
        numberPx: under,
        framePx: Math.floor(under * frameEm),
        wordLines: Math.max(1, Math.floor(bandPx / linePx)),
        ...wordIn(widthPx, heightPx - bandPx),
      }
    : {
        ...shared,
        plate: 'left',
        plateHeightPx: heightPx,
        numberPx: beside,
        framePx: Math.floor(beside * frameEm),
        wordLines: 1,
        ...wordIn(widthPx - plateWidthPx, heightPx - linePx),
      };
}
