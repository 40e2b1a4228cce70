import type { Language } from '../languages.ts';

/** What a manager may have a counter do, from the page of today. */
const zhHans = {
  direct: (label: string) => `调度 ${label} 号窗口`,
  pause: '暂停',
  resume: '恢复叫号',
  close: '关闭窗口',
  profile: '换叫号方案',
  openForSomebody: '为某人开放',
  openFor: (label: string) => `为谁开放 ${label} 号窗口？`,
  open: '开放窗口',
  who: '工作人员',
  which: '叫号方案',
  nobodyFree: '没有空着的工作人员',
  openHint: '本人登录窗口工作台后，窗口已经开放。',
  pauseWhy: (label: string) => `为什么暂停 ${label} 号窗口？`,
  closeSure: (label: string) => `关闭 ${label} 号窗口？`,
  closeHint: '在办的人不受影响才能关闭；专等这个窗口的人回到队列。',
  profileWhich: (label: string) => `${label} 号窗口改用哪个方案？`,
  profileHint: '正在办的人不受影响，下一次叫号按新方案。',
};
export type DirectCounterTexts = typeof zhHans;

const zhHant: DirectCounterTexts = {
  direct: (label) => `調度 ${label} 號窗口`,
  pause: '暫停',
  resume: '恢復叫號',
  close: '關閉窗口',
  profile: '換叫號方案',
  openForSomebody: '為某人開放',
  openFor: (label) => `為誰開放 ${label} 號窗口？`,
  open: '開放窗口',
  who: '工作人員',
  which: '叫號方案',
  nobodyFree: '沒有空着的工作人員',
  openHint: '本人登錄窗口工作台後，窗口已經開放。',
  pauseWhy: (label) => `為什麼暫停 ${label} 號窗口？`,
  closeSure: (label) => `關閉 ${label} 號窗口？`,
  closeHint: '在辦的人不受影響才能關閉；專等這個窗口的人回到隊列。',
  profileWhich: (label) => `${label} 號窗口改用哪個方案？`,
  profileHint: '正在辦的人不受影響，下一次叫號按新方案。',
};

const en: DirectCounterTexts = {
  direct: (label) => `Direct counter ${label}`,
  pause: 'Pause',
  resume: 'Go on calling',
  close: 'Close',
  profile: 'Other work profile',
  openForSomebody: 'Open for somebody',
  openFor: (label) => `For whom is counter ${label} opened?`,
  open: 'Open the counter',
  who: 'Member of staff',
  which: 'Work profile',
  nobodyFree: 'Nobody is free',
  openHint: 'They find it open when they sign in at a counter.',
  pauseWhy: (label) => `Why pause counter ${label}?`,
  closeSure: (label) => `Close counter ${label}?`,
  closeHint:
    'Only while nobody is called or served there; whoever waited for this counter alone goes back into the line.',
  profileWhich: (label) => `Which profile for counter ${label}?`,
  profileHint: 'Whoever is there is not touched; the next call is by the new profile.',
};

export const directCounterTexts: Readonly<Record<Language, DirectCounterTexts>> = { zhHans, zhHant, en };
