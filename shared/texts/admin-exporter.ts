import type { Language } from '../languages.ts';

/** Ratings sent to a platform: how it goes. */
const zhHans = {
  tab: '上报',
  off: '没有设置上报：评价只留在本厅。',
  offHow: '怎样开启，见安装文件 docs/exporters.md。',
  target: '上报到',
  taken: '已接收',
  waiting: '等待上报',
  refused: '被退回',
  messages: (n: number) => `${n} 条`,
  waits: (tries: number, at: string) => `第 ${tries} 次没有成功，${at} 再试。`,
  noAnswer: '对方没有回应',
  answered: (status: number) => `对方回应 ${status}`,
  tryNow: '现在再试',
  refusals: '最近被退回的（评价记录编号，对方回应）',
  apart: '不记名的大厅评价、本厅问题和工作人员不上报。',
};
type AdminExporterTexts = typeof zhHans;

const zhHant: AdminExporterTexts = {
  tab: '上報',
  off: '沒有設置上報：評價只留在本廳。',
  offHow: '怎樣開啟，見安裝文件 docs/exporters.md。',
  target: '上報到',
  taken: '已接收',
  waiting: '等待上報',
  refused: '被退回',
  messages: (n) => `${n} 條`,
  waits: (tries, at) => `第 ${tries} 次沒有成功，${at} 再試。`,
  noAnswer: '對方沒有回應',
  answered: (status) => `對方回應 ${status}`,
  tryNow: '現在再試',
  refusals: '最近被退回的（評價記錄編號，對方回應）',
  apart: '不記名的大廳評價、本廳問題和工作人員不上報。',
};

const en: AdminExporterTexts = {
  tab: 'Platform',
  off: 'Ratings are sent nowhere: they stay in this hall.',
  offHow: 'docs/exporters.md, which comes with the software, says how to switch it on.',
  target: 'Sent to',
  taken: 'Taken',
  waiting: 'Waiting',
  refused: 'Refused',
  messages: (n) => `${n}`,
  waits: (tries, at) => `Failed ${tries === 1 ? 'once' : `${tries} times`}; tried again at ${at}.`,
  noAnswer: 'Nobody answered',
  answered: (status) => `The platform answered ${status}`,
  tryNow: 'Try again now',
  refusals: 'Refused last (number in the rating record, answer)',
  apart: 'Opinions without a ticket, local questions and staff are not sent.',
};

export const adminExporterTexts: Record<Language, AdminExporterTexts> = { zhHans, zhHant, en };
