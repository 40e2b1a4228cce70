import type { Language } from '../languages.ts';

/** The words of a printed slip; the same words as at the kiosk, on signs and on the phone. */
const zhHans = {
  again: '补打',
  test: '测试页，不是号票',
  yourNumber: '您的排队号',
  ahead: '前面还有',
  nobodyAhead: '没有人',
  expectedWait: '预计等候',
  where: '到哪里',
  way: '怎么走',
  counters: '窗口',
  counterList: (labels: string) => `${labels} 号`,
  takenAt: '取号时间',
  watch: '请留意大厅屏和语音播报，叫到号再到窗口。',
  ifMissed: '如果过号',
  scan: '手机扫码，随时查看；办完后可评价',
  code: '评价码',
};

export type SlipTexts = typeof zhHans;

const zhHant: SlipTexts = {
  again: '補打',
  test: '測試頁，不是號票',
  yourNumber: '您的排隊號',
  ahead: '前面還有',
  nobodyAhead: '沒有人',
  expectedWait: '預計等候',
  where: '到哪裡',
  way: '怎麼走',
  counters: '窗口',
  counterList: (labels) => `${labels} 號`,
  takenAt: '取號時間',
  watch: '請留意大廳屏和語音播報，叫到號再到窗口。',
  ifMissed: '如果過號',
  scan: '手機掃碼，隨時查看；辦完後可評價',
  code: '評價碼',
};

const en: SlipTexts = {
  again: 'REPRINT 补打',
  test: 'Test page, not a ticket',
  yourNumber: 'Your number',
  ahead: 'Ahead of you',
  nobodyAhead: 'Nobody',
  expectedWait: 'Expected wait',
  where: 'Where',
  way: 'The way',
  counters: 'Counters',
  counterList: (labels) => labels,
  takenAt: 'Taken at',
  watch: 'Please watch the screens and listen; go to the counter when your number is called.',
  ifMissed: 'If you miss your call:',
  scan: 'Scan to follow on your phone, and to rate your visit afterwards',
  code: 'Rating code',
};

export const slipTexts: Record<Language, SlipTexts> = { zhHans, zhHant, en };
