/** Advances of Noto Sans SC Bold in hundredths of an em, rounded up; measured in Chromium from the bundled font. */
const latin: readonly (readonly [hundredths: number, signs: string])[] = [
  [23, ' '],
  [30, '|'],
  [31, 'ij'],
  [32, 'l'],
  [33, "',.:;I"],
  [36, 'f'],
  [37, '!-'],
  [38, '()[]{}'],
  [39, '/\\'],
  [40, 't'],
  [41, '°'],
  [44, 'r'],
  [50, 'cs'],
  [51, '*'],
  [52, '?z'],
  [53, 'J'],
  [55, '–'],
  [57, '_x'],
  [58, '"LYvy'],
  [59, '0123456789#$+<=>F^e~'],
  [60, 'Zag'],
  [61, 'Sk'],
  [62, 'CE'],
  [63, 'TVX`o'],
  [64, 'Ahu'],
  [65, 'bdnpq'],
  [67, 'P'],
  [69, 'BKR'],
  [72, 'DG'],
  [74, '&'],
  [75, 'NU'],
  [76, 'H'],
  [77, 'OQ'],
  [86, 'M'],
  [87, 'w'],
  [92, 'W'],
  [97, '%m'],
  [101, '@'],
];
const han = 100;

const bySign = new Map(latin.flatMap(([hundredths, signs]) => [...signs].map((sign) => [sign, hundredths] as const)));

let widening = 1;

/** Where another font has taken the bundled one's place: so many times as wide. One page has one font. */
export function widenAdvances(times: number): void {
  widening = times;
}

/** In em. Whatever is not Latin is taken to be as wide as Han. */
export function advanceEm(sign: string): number {
  const latinHundredths = bySign.get(sign);
  return latinHundredths === undefined ? han / 100 : (latinHundredths * widening) / 100;
}
