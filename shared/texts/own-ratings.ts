import type { Language } from '../languages.ts';

/** A clerk's own ratings, as sums only. */
const zhHans = {
  open: '我的评价',
  help: '只有汇总，看不到是谁评的；今天的评价下一个工作日起计入。',
  days: (n: number) => `近 ${n} 天`,
  ratable: '可评价的办理',
  rated: '已评价',
  rate: '参评率',
  scored: '计分数',
  mean: '平均分（满分 5）',
  tooFew: (n: number) => `计分的评价少于 ${n} 条，不显示分数，以免猜出是谁评的。`,
  failed: '没有取到，请再试一次。',
  tryAgain: '再试一次',
};
type OwnRatingsTexts = typeof zhHans;

const zhHant: OwnRatingsTexts = {
  open: '我的評價',
  help: '只有匯總，看不到是誰評的；今天的評價下一個工作日起計入。',
  days: (n) => `近 ${n} 天`,
  ratable: '可評價的辦理',
  rated: '已評價',
  rate: '參評率',
  scored: '計分數',
  mean: '平均分（滿分 5）',
  tooFew: (n) => `計分的評價少於 ${n} 條，不顯示分數，以免猜出是誰評的。`,
  failed: '沒有取到，請再試一次。',
  tryAgain: '再試一次',
};

const en: OwnRatingsTexts = {
  open: 'My ratings',
  help: "Sums only, and never who rated; today's ratings count from the next working day on.",
  days: (n) => `${n} days`,
  ratable: 'Visits that could be rated',
  rated: 'Rated',
  rate: 'Response rate',
  scored: 'In the score',
  mean: 'Mean (out of 5)',
  tooFew: (n) => `Fewer than ${n} ratings in the score: none is shown, so that nobody can be guessed.`,
  failed: 'It could not be read. Please try again.',
  tryAgain: 'Try again',
};

export const ownRatingsTexts: Record<Language, OwnRatingsTexts> = { zhHans, zhHant, en };
