import type { Language } from '../languages.ts';

/** A manager writes to counters; the clerk reads it and says so. */
const zhHans = {
  // the manager
  write: '给窗口留言',
  unread: (n: number) => `${n} 个窗口未读`,
  to: '发给',
  allOpen: '所有开放的窗口',
  counter: (label: string) => `${label} 号窗口`,
  text: '内容',
  textHint: '最多 80 字。对方按“已读”前一直显示；当天结束后删除，不进入日志。',
  send: '发出',
  sent: '今天发出的',
  none: '今天还没有留言',
  readAt: (label: string, time: string) => `${label} 号 ${time} 已读`,
  notRead: (label: string) => `${label} 号未读`,
  close: '关闭',
  // the clerk
  from: (name: string | null, time: string) => (name === null ? `主管 ${time}` : `主管 ${name} ${time}`),
  read: '已读',
  more: (n: number) => `还有 ${n} 条`,
};
export type MessagesTexts = typeof zhHans;

const zhHant: MessagesTexts = {
  write: '給窗口留言',
  unread: (n) => `${n} 個窗口未讀`,
  to: '發給',
  allOpen: '所有開放的窗口',
  counter: (label) => `${label} 號窗口`,
  text: '內容',
  textHint: '最多 80 字。對方按「已讀」前一直顯示；當天結束後刪除，不進入日誌。',
  send: '發出',
  sent: '今天發出的',
  none: '今天還沒有留言',
  readAt: (label, time) => `${label} 號 ${time} 已讀`,
  notRead: (label) => `${label} 號未讀`,
  close: '關閉',
  from: (name, time) => (name === null ? `主管 ${time}` : `主管 ${name} ${time}`),
  read: '已讀',
  more: (n) => `還有 ${n} 條`,
};

const en: MessagesTexts = {
  write: 'Write to counters',
  unread: (n) => `unread at ${n}`,
  to: 'To',
  allOpen: 'All open counters',
  counter: (label) => `Counter ${label}`,
  text: 'Message',
  textHint:
    'At most 80 characters. It stays there until somebody says that it is read; erased when the day ends, never in the journal.',
  send: 'Send',
  sent: 'Sent today',
  none: 'Nothing sent today',
  readAt: (label, time) => `${label} read at ${time}`,
  notRead: (label) => `${label} not read`,
  close: 'Close',
  from: (name, time) => (name === null ? `Manager ${time}` : `${name} ${time}`),
  read: 'Read',
  more: (n) => `${n} more`,
};

export const messagesTexts: Readonly<Record<Language, MessagesTexts>> = { zhHans, zhHant, en };
