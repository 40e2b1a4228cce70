import type { Language } from '../languages.ts';

/** What the manager should see to now, and what helps. */
const zhHans = {
  title: '现在需要处理',
  overTarget: (queue: string, minutes: number) => `${queue}：等得最久的已等 ${minutes} 分钟`,
  overTargetHelp: '可多开一个窗口，或请其他窗口协助。',
  noCounter: (queue: string, waiting: number) => `${queue}：${waiting} 人等候，没有窗口开放`,
  noCounterHelp: '请开放一个窗口，或在叫号方案里安排协助。',
  idle: (label: string, minutes: number) => `${label} 号窗口空闲 ${minutes} 分钟，有人在等`,
  idleHelp: '请窗口叫下一位。',
  paused: (label: string, minutes: number) => `${label} 号窗口已暂停 ${minutes} 分钟`,
  pausedHelp: '请确认是否恢复。',
  printer: (name: string) => `打印机 ${name} 不能打印`,
  printerHelp: '请到打印机旁查看；前台可补打。',
  device: (name: string) => `${name} 没有连接`,
  deviceHelp: '请查看电源和网络。',
  missed: (queue: string, n: number, of: number) => `${queue}：近 60 分钟叫了 ${of} 个号，${n} 个过号`,
  missedEverywhere: (n: number, of: number, queue: string) =>
    `全大厅近 60 分钟叫了 ${of} 个号，${n} 个过号，${queue} 最多`,
  missedHelp: '请看大厅屏和语音是否正常，叫号是否太快。',
  count: (n: number) => `${n} 项需要处理`,
  see: '查看',
  others: (n: number) => `还有 ${n} 项`,
  fewer: '收起',
};
export type AlertsTexts = typeof zhHans;

const zhHant: AlertsTexts = {
  title: '現在需要處理',
  overTarget: (queue, minutes) => `${queue}：等得最久的已等 ${minutes} 分鐘`,
  overTargetHelp: '可多開一個窗口，或請其他窗口協助。',
  noCounter: (queue, waiting) => `${queue}：${waiting} 人等候，沒有窗口開放`,
  noCounterHelp: '請開放一個窗口，或在叫號方案裡安排協助。',
  idle: (label, minutes) => `${label} 號窗口空閒 ${minutes} 分鐘，有人在等`,
  idleHelp: '請窗口叫下一位。',
  paused: (label, minutes) => `${label} 號窗口已暫停 ${minutes} 分鐘`,
  pausedHelp: '請確認是否恢復。',
  printer: (name) => `打印機 ${name} 不能打印`,
  printerHelp: '請到打印機旁查看；前台可補打。',
  device: (name) => `${name} 沒有連接`,
  deviceHelp: '請查看電源和網絡。',
  missed: (queue, n, of) => `${queue}：近 60 分鐘叫了 ${of} 個號，${n} 個過號`,
  missedEverywhere: (n, of, queue) => `全大廳近 60 分鐘叫了 ${of} 個號，${n} 個過號，${queue} 最多`,
  missedHelp: '請看大廳屏和語音是否正常，叫號是否太快。',
  count: (n) => `${n} 項需要處理`,
  see: '查看',
  others: (n) => `還有 ${n} 項`,
  fewer: '收起',
};

const en: AlertsTexts = {
  title: 'To be seen to now',
  overTarget: (queue, minutes) => `${queue}: the longest wait is ${minutes} min`,
  overTargetHelp: 'Open one more counter, or let another one help.',
  noCounter: (queue, waiting) => `${queue}: ${waiting} waiting, no counter is open`,
  noCounterHelp: 'Open a counter, or let one help by its work profile.',
  idle: (label, minutes) => `Counter ${label} has been idle for ${minutes} min while people wait`,
  idleHelp: 'Ask the counter to call.',
  paused: (label, minutes) => `Counter ${label} has been paused for ${minutes} min`,
  pausedHelp: 'Ask whether it can go on.',
  printer: (name) => `Printer ${name} does not print`,
  printerHelp: 'Look at the printer; the front desk can print again.',
  device: (name) => `${name} is not connected`,
  deviceHelp: 'Look at its power and network.',
  missed: (queue, n, of) => `${queue}: ${n} of the ${of} numbers called in the last 60 min were missed`,
  missedEverywhere: (n, of, queue) =>
    `Whole hall: ${n} of the ${of} numbers called in the last 60 min were missed, most of them ${queue}`,
  missedHelp: 'Look whether screens and voice work, and whether calls are too fast.',
  count: (n) => `${n} to be seen to`,
  see: 'See',
  others: (n) => `${n} more`,
  fewer: 'Fewer',
};

export const alertsTexts: Readonly<Record<Language, AlertsTexts>> = { zhHans, zhHant, en };
