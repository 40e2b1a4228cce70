import type { Language } from '../languages.ts';

const zhHans = {
  slip: '以前来过？扫那张号票，或输入号码',
  day: '那天的日期',
  find: '查找',
  notFound: '没有找到那一次，请核对号码和日期。',
  join: '归为同一件',
  joined: '与以前来办的是同一件',
  parts: (parts: readonly string[]) => parts.join('，'),
  /** The button of the front desk. */
  cameBefore: '以前来过',
  title: (number: string) => `${number}：以前为这件事来过？`,
  help: '归为同一件后，这件事一共跑了几趟会一起统计，窗口也能看到。',
};
export type ErrandTexts = typeof zhHans;

const zhHant: ErrandTexts = {
  slip: '以前來過？掃那張號票，或輸入號碼',
  day: '那天的日期',
  find: '查找',
  notFound: '沒有找到那一次，請核對號碼和日期。',
  join: '歸為同一件',
  joined: '與以前來辦的是同一件',
  parts: (parts) => parts.join('，'),
  cameBefore: '以前來過',
  title: (number) => `${number}：以前為這件事來過？`,
  help: '歸為同一件後，這件事一共跑了幾趟會一起統計，窗口也能看到。',
};

const en: ErrandTexts = {
  slip: 'Been here before? Scan that slip, or type its number',
  day: 'Date of that visit',
  find: 'Find',
  notFound: 'That visit was not found. Please check number and date.',
  join: 'Same errand',
  joined: 'The same errand as an earlier visit',
  parts: (parts) => parts.join(', '),
  cameBefore: 'Been here before',
  title: (number) => `${number}: been here before about this?`,
  help: 'As one errand, its trips are counted together, and the counter sees that it is not the first.',
};

export const errandTexts: Readonly<Record<Language, ErrandTexts>> = { zhHans, zhHant, en };
