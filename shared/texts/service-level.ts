import type { Language } from '../languages.ts';

/** How many of today's first calls came within the target wait: the figure of docs/figures.md, live. */
const zhHans = {
  title: '及时叫到',
  levels: { good: '达标', warn: '偏低', bad: '过低' },
  none: '还没有叫号',
  of: (n: number, of: number) => `今天 ${of} 个号中 ${n} 个在等候目标以内首次叫到`,
};
export type LevelTexts = typeof zhHans;

const zhHant: LevelTexts = {
  title: '及時叫到',
  levels: { good: '達標', warn: '偏低', bad: '過低' },
  none: '還沒有叫號',
  of: (n, of) => `今天 ${of} 個號中 ${n} 個在等候目標以內首次叫到`,
};

const en: LevelTexts = {
  title: 'Called in time',
  levels: { good: 'good', warn: 'low', bad: 'too low' },
  none: 'no calls yet',
  of: (n, of) => `${n} of today’s ${of} numbers were first called within the target wait`,
};

export const levelTexts: Readonly<Record<Language, LevelTexts>> = { zhHans, zhHant, en };
