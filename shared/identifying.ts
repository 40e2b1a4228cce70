/** What may tell who somebody is in spite of a masked name; the editor goes through all of it before anything is published. */
export const identifyingKinds = ['name', 'place', 'age', 'number', 'others'] as const;
export type IdentifyingKind = (typeof identifyingKinds)[number];

/** Words that are worth a second look. They find some, never all: a person reads the whole text. */
const signs: readonly (readonly [IdentifyingKind, RegExp])[] = [
  ['number', /\+?\d[\d -]{5,}\d/g],
  ['age', /\d{1,3}\s*(?:岁|歲|years? old)/g],
  ['name', /(?:我叫|我是|名叫|[Mm]y name is)\s*[^\s，。,.；;！!]{1,8}/g],
  ['place', /[^\s，。,.、；;！!的了在]{1,8}(?:店|公司|厂|廠|超市|餐厅|餐廳|工作室|小区|小區|村|路|街|号楼|號樓)/g],
  ['others', /(?:小|老|阿)?[\p{Script=Han}]{1,2}(?:先生|女士|小姐|师傅|師傅|主任|科长|科長|老师|老師)/gu],
];

/** The places of a text that may identify somebody, in the order of the text. */
export function identifying(text: string): readonly { readonly kind: IdentifyingKind; readonly found: string }[] {
  return signs
    .flatMap(([kind, sign]) => [...text.matchAll(sign)].map((match) => ({ kind, found: match[0], at: match.index })))
    .toSorted((a, b) => a.at - b.at)
    .map(({ kind, found }) => ({ kind, found }));
}
