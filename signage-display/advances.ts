/** Advances of Noto Sans SC Bold in hundredths of an em, rounded up; measured in Chromium from the bundled font. */
const latin: readonly (readonly [hundredths: number, signs: string])[] = [
  [23, ' '],
  [33, "'ijlI.,:;|"],
  [39, '()[]{}-/\\f!'],
  [44, 'rt'],
  [55, 'scz*?–'],
  [58, 'LYvxyJ"'],
  [59, '0123456789+<=>#$^~Fe_'],
  [63, 'aEVXZSTgkow`'],
  [66, 'ACbdhnpqu'],
  [72, 'BDGKPR'],
  [77, 'HNOQU&'],
  [92, 'MWw'],
  [101, 'm%@'],
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
