import type { Language } from '../languages.ts';
import type { WaitRange } from '../views.ts';

/** 简体 is the model: the others are complete by type. Functions where a sentence has numbers in it. */
const zhHans = {
  product: '明号 ClearCall',
  askFrontDesk: '请到前台，工作人员会帮助您。',
  counter: '窗口',
  counterNamed: (label: string) => `${label} 号窗口`,
  people: (n: number) => `${n} 人`,
  waitRange: ({ lowMinutes, highMinutes }: WaitRange) =>
    highMinutes <= 5 ? '5 分钟以内' : `${lowMinutes}–${highMinutes} 分钟`,
  waitUnknown: '窗口暂未开放',
  minutes: (n: number) => `${n} 分钟`,
  hotline: (number: string) => `政务服务热线 ${number}`,
  back: '返回',
  startAgain: '重新开始',
  help: '求助',
  loading: '正在连接大厅…',
  staleSince: (time: string) => `连接中断，以下为 ${time} 的情况`,
  lost: '连接中断，请留意工作人员叫号',
  unreachable: '暂时连不上大厅服务器，请稍候再试；急需办理请到前台。',
  signIn: '登录',
  signOut: '退出登录',
  demo: '演示大厅',
};

export type CommonTexts = typeof zhHans;

const zhHant: CommonTexts = {
  product: '明號 ClearCall',
  askFrontDesk: '請到前台，工作人員會幫助您。',
  counter: '窗口',
  counterNamed: (label) => `${label} 號窗口`,
  people: (n) => `${n} 人`,
  waitRange: ({ lowMinutes, highMinutes }) => (highMinutes <= 5 ? '5 分鐘以內' : `${lowMinutes}–${highMinutes} 分鐘`),
  waitUnknown: '窗口暫未開放',
  minutes: (n) => `${n} 分鐘`,
  hotline: (number) => `政務服務熱線 ${number}`,
  back: '返回',
  startAgain: '重新開始',
  help: '求助',
  loading: '正在連接大廳…',
  staleSince: (time) => `連接中斷，以下為 ${time} 的情況`,
  lost: '連接中斷，請留意工作人員叫號',
  unreachable: '暫時連不上大廳伺服器，請稍候再試；急需辦理請到前台。',
  signIn: '登入',
  signOut: '登出',
  demo: '示範大廳',
};

const en: CommonTexts = {
  product: 'ClearCall 明号',
  askFrontDesk: 'Please go to the front desk; our staff will help you.',
  counter: 'Counter',
  counterNamed: (label) => `Counter ${label}`,
  people: (n) => (n === 1 ? '1 person' : `${n} people`),
  waitRange: ({ lowMinutes, highMinutes }) => (highMinutes <= 5 ? 'under 5 min' : `${lowMinutes}–${highMinutes} min`),
  waitUnknown: 'No counter open yet',
  minutes: (n) => `${n} min`,
  hotline: (number) => `Service hotline ${number}`,
  back: 'Back',
  startAgain: 'Start again',
  help: 'Help',
  loading: 'Connecting to the hall…',
  staleSince: (time) => `Connection lost; this is how things stood at ${time}`,
  lost: 'Offline. Please listen for staff calling numbers',
  unreachable: 'The hall server cannot be reached. Please try again shortly, or go to the front desk.',
  signIn: 'Sign in',
  signOut: 'Sign out',
  demo: 'Demo hall',
};

export const commonTexts: Record<Language, CommonTexts> = { zhHans, zhHant, en };
