import type { Language } from '../languages.ts';

/** A counter calls for the manager; and what a manager has done at a counter, told to whoever works there. */
const zhHans = {
  // the clerk
  call: '求助主管',
  callHint: '主管的页面和墙上的屏幕会马上显示',
  callWhy: '为什么需要主管？',
  called: (reason: string) => `已求助：${reason}`,
  waiting: (minutes: number) => (minutes === 0 ? '等主管答复' : `等主管答复，已 ${minutes} 分钟`),
  coming: (name: string | null) => (name === null ? '主管马上来' : `主管 ${name} 马上来`),
  endQuestion: '不再需要主管？',
  end: '结束求助',
  // the manager
  alert: (label: string, reason: string) => `${label} 号窗口求助：${reason}`,
  minutes: (n: number) => (n === 0 ? '刚刚' : `${n} 分钟前`),
  answer: '我来',
  answered: (name: string | null) => (name === null ? '已答复' : `${name} 已答复`),
  // what was done for the clerk
  pausedBy: (name: string | null) => (name === null ? '由主管暂停' : `由主管 ${name} 暂停`),
  profileBy: (name: string | null) => (name === null ? '主管安排' : `主管 ${name} 安排`),
  closedBy: (label: string, name: string | null, time: string) =>
    `${label} 号窗口 ${time} 由主管${name === null ? '' : ` ${name} `}关闭。`,
};
export type HelpTexts = typeof zhHans;

const zhHant: HelpTexts = {
  call: '求助主管',
  callHint: '主管的頁面和牆上的屏幕會馬上顯示',
  callWhy: '為什麼需要主管？',
  called: (reason) => `已求助：${reason}`,
  waiting: (minutes) => (minutes === 0 ? '等主管答覆' : `等主管答覆，已 ${minutes} 分鐘`),
  coming: (name) => (name === null ? '主管馬上來' : `主管 ${name} 馬上來`),
  endQuestion: '不再需要主管？',
  end: '結束求助',
  alert: (label, reason) => `${label} 號窗口求助：${reason}`,
  minutes: (n) => (n === 0 ? '剛剛' : `${n} 分鐘前`),
  answer: '我來',
  answered: (name) => (name === null ? '已答覆' : `${name} 已答覆`),
  pausedBy: (name) => (name === null ? '由主管暫停' : `由主管 ${name} 暫停`),
  profileBy: (name) => (name === null ? '主管安排' : `主管 ${name} 安排`),
  closedBy: (label, name, time) => `${label} 號窗口 ${time} 由主管${name === null ? '' : ` ${name} `}關閉。`,
};

const en: HelpTexts = {
  call: 'Call the manager',
  callHint: 'the manager is told at once',
  callWhy: 'Why is the manager needed?',
  called: (reason) => `Called: ${reason}`,
  waiting: (minutes) => (minutes === 0 ? 'no answer yet' : `no answer yet, ${minutes} min`),
  coming: (name) => (name === null ? 'the manager is coming' : `${name} is coming`),
  endQuestion: 'The manager is not needed any more?',
  end: 'No more help needed',
  alert: (label, reason) => `Counter ${label} calls for help: ${reason}`,
  minutes: (n) => (n === 0 ? 'just now' : `${n} min ago`),
  answer: 'I am coming',
  answered: (name) => (name === null ? 'Answered' : `Answered by ${name}`),
  pausedBy: (name) => (name === null ? 'Paused by the manager' : `Paused by the manager: ${name}`),
  profileBy: (name) => (name === null ? 'by the manager' : `by ${name}`),
  closedBy: (label, name, time) =>
    `Counter ${label} was closed at ${time} by the manager${name === null ? '' : `: ${name}`}.`,
};

export const helpTexts: Readonly<Record<Language, HelpTexts>> = { zhHans, zhHant, en };
