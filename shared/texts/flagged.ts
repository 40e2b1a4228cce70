import type { Language } from '../languages.ts';

/** Ratings that were set apart as misuse, and how two people have one counted again. */
const zhHans = {
  tab: '异常评价',
  help: '3 至 5 级评价疑似刷评时不计分，也不删除；两个人都认为是真的，才恢复计分。1、2 级在差评工单里处理。',
  none: '没有异常评价',
  noneHelp: '这段时间没有不计分的 3 至 5 级评价。',
  why: '异常原因',
  propose: '提议恢复计分',
  decide: '决定提议',
  title: (number: string) => `${number}：恢复计分`,
  reason: '理由',
  said: (note: string) => `提议理由：${note}`,
  approve: '批准，恢复计分',
  refuse: '不批准，仍不计分',
  takeBack: '撤回提议',
  waits: '等待另一个人决定',
  amRated: '您是被评价人，不能决定',
  cancel: '返回',
};
export type FlaggedTexts = typeof zhHans;

const zhHant: FlaggedTexts = {
  tab: '異常評價',
  help: '3 至 5 級評價疑似刷評時不計分，也不刪除；兩個人都認為是真的，才恢復計分。1、2 級在差評工單裡處理。',
  none: '沒有異常評價',
  noneHelp: '這段時間沒有不計分的 3 至 5 級評價。',
  why: '異常原因',
  propose: '提議恢復計分',
  decide: '決定提議',
  title: (number) => `${number}：恢復計分`,
  reason: '理由',
  said: (note) => `提議理由：${note}`,
  approve: '批准，恢復計分',
  refuse: '不批准，仍不計分',
  takeBack: '撤回提議',
  waits: '等待另一個人決定',
  amRated: '您是被評價人，不能決定',
  cancel: '返回',
};

const en: FlaggedTexts = {
  tab: 'Flagged',
  help: 'Ratings of level 3 to 5 that look like misuse are kept and left out of the score; they count again only if two people find them genuine. Levels 1 and 2 are handled in their case.',
  none: 'No flagged ratings',
  noneHelp: 'Every rating of level 3 to 5 in this period counts.',
  why: 'Why flagged',
  propose: 'Propose to count it',
  decide: 'Decide',
  title: (number) => `${number}: count it again`,
  reason: 'Reason',
  said: (note) => `Reason given: ${note}`,
  approve: 'Approve: it counts',
  refuse: 'Refuse: it stays out',
  takeBack: 'Take the proposal back',
  waits: 'Waiting for another person',
  amRated: 'You served this visit and cannot decide',
  cancel: 'Back',
};

export const flaggedTexts: Readonly<Record<Language, FlaggedTexts>> = { zhHans, zhHant, en };
