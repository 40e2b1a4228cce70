import type { Language } from '../languages.ts';
import type { VisitClass } from '../replay.ts';

/** A past day under another rule. */
const zhHans = {
  replay: '试算',
  help: '用过去一天的取号、窗口和办理时间，按另一种规则重新叫一遍，看看等候会怎样变化。只计算，不改动任何设置。',
  day: '哪一天',
  profile: '改动的叫号方案',
  noProfile: '不改动',
  run: '开始试算',
  running: '正在试算…',
  noDay: '这一天没有叫过号，请另选一天。',
  incomplete: '每一级都要有队列，每轮人数要填写。',
  who: '范围',
  everybody: '全部',
  classes: { ordinary: '普通', priority: '优先', appointment: '预约' } satisfies Record<VisitClass, string>,
  visits: '人数',
  mean: '平均等候',
  median: '一半的人不超过',
  p90: '九成的人不超过',
  overtaken: '被后来者越过（平均）',
  most: '最多',
  minutes: (n: string) => `${n} 分`,
  change: (before: string, after: string) => `${before} → ${after}`,
  reasons: '叫号依据',
  times: '次数',
  neverCalled: (before: number, after: number) => `当天没有叫到：${before} → ${after} 人`,
  howNear: (error: string, truly: string, replayed: string) =>
    `按现在的规则重演：平均等候 ${replayed} 分，当天实际 ${truly} 分；每人平均相差 ${error} 分。前后变化小于这个差数时，不必当真。`,
  reading: '箭头前：按现在的规则重演；箭头后：按试算的规则。',
};

export type AdminReplayTexts = typeof zhHans;

const zhHant: AdminReplayTexts = {
  replay: '試算',
  help: '用過去一天的取號、窗口和辦理時間，按另一種規則重新叫一遍，看看等候會怎樣變化。只計算，不改動任何設定。',
  day: '哪一天',
  profile: '改動的叫號方案',
  noProfile: '不改動',
  run: '開始試算',
  running: '正在試算…',
  noDay: '這一天沒有叫過號，請另選一天。',
  incomplete: '每一級都要有隊列，每輪人數要填寫。',
  who: '範圍',
  everybody: '全部',
  classes: { ordinary: '普通', priority: '優先', appointment: '預約' },
  visits: '人數',
  mean: '平均等候',
  median: '一半的人不超過',
  p90: '九成的人不超過',
  overtaken: '被後來者越過（平均）',
  most: '最多',
  minutes: (n) => `${n} 分`,
  change: (before, after) => `${before} → ${after}`,
  reasons: '叫號依據',
  times: '次數',
  neverCalled: (before, after) => `當天沒有叫到：${before} → ${after} 人`,
  howNear: (error, truly, replayed) =>
    `按現在的規則重演：平均等候 ${replayed} 分，當天實際 ${truly} 分；每人平均相差 ${error} 分。前後變化小於這個差數時，不必當真。`,
  reading: '箭頭前：按現在的規則重演；箭頭後：按試算的規則。',
};

const en: AdminReplayTexts = {
  replay: 'Try a rule',
  help: 'A past day called once more under another rule, with the same visitors, counters and service times, to see how waits would change. It only calculates; no setting is changed.',
  day: 'Which day',
  profile: 'Work profile to change',
  noProfile: 'None',
  run: 'Try it',
  running: 'Calculating…',
  noDay: 'Nobody was called that day. Please choose another.',
  incomplete: 'Every level needs a queue, and every share a number.',
  who: 'Visitors',
  everybody: 'All',
  classes: { ordinary: 'Ordinary', priority: 'Priority', appointment: 'Appointment' },
  visits: 'Visits',
  mean: 'Mean wait',
  median: 'Half wait at most',
  p90: 'Nine in ten at most',
  overtaken: 'Overtaken (mean)',
  most: 'most',
  minutes: (n) => `${n} min`,
  change: (before, after) => `${before} → ${after}`,
  reasons: 'Called because',
  times: 'Calls',
  neverCalled: (before, after) => `Not called that day: ${before} → ${after}`,
  howNear: (error, truly, replayed) =>
    `Replayed under the present rules the mean wait is ${replayed} min; in truth it was ${truly} min. A visit differs by ${error} min on average: do not trust a change smaller than that.`,
  reading: 'Before the arrow: under the rules as they are set. After it: under the rule being tried.',
};

export const adminReplayTexts: Readonly<Record<Language, AdminReplayTexts>> = { zhHans, zhHant, en };
