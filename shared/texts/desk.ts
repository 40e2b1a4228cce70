import type { Language } from '../languages.ts';
import type { WaitRange } from '../views.ts';
import { commonTexts } from './common.ts';

const zhHans = {
  // choosing a service
  chooseService: '请选择事项',
  waitingNow: (n: number) => (n === 0 ? '无人等候' : `${n} 人等候`),
  wait: (range: WaitRange | null) => (range === null ? '窗口未开放' : commonTexts.zhHans.waitRange(range)),
  full: '今天的号已取完',
  intakeNotYet: (opensAt: string) => `取号机 ${opensAt} 开始取号；前台现在就可以取号。`,
  intakeClosed: '取号机已停止取号；前台仍可取号，请先确认窗口还能办理。',
  noServices: '还没有可办的事项，请系统管理员先设置。',

  // the number about to be issued
  visitorLanguage: '来访者的语言',
  priorityClass: '优先类别',
  ordinary: '不优先',
  lookAt: (evidence: string) => `先看：${evidence}。只看，不留复印件。`,
  issue: '取号',
  issuing: '正在取号…',
  back: '返回',
  waitingLabel: '等候',
  waitLabel: '预计',
  whereLabel: '到哪里',
  counters: (labels: readonly string[]) => (labels.length === 0 ? '窗口未开放' : `${labels.join('、')} 号窗口`),

  // the number issued
  issued: '已取号',
  ahead: (n: number) => (n === 0 ? '前面无人' : `前面 ${n} 人`),
  takenAt: (time: string) => `${time} 取号`,
  qr: '手机扫码，随时看进度',
  code: '评价码',
  done: '完成',

  // finding a ticket
  find: '查找号票',
  typeNumber: '输入号码，如 A012',
  live: (n: number) => `今天在办 ${n} 张`,
  noneLive: '现在没有在办的号票',
  noneMatch: (typed: string) => `在办的号票里没有“${typed}”`,
  searchEnded: (number: string) => `在今天已结束的号票里找 ${number}`,
  notToday: (number: string) => `今天没有 ${number} 这个号，请核对号码，或重新取号。`,
  notANumber: '号码是一个字母加数字，如 A012。',
  endedFound: '今天已结束',
  putBack: '过号恢复',
  cancelTicket: '取消号票',
  grantPriority: '设为优先',
  hasPriority: (name: string) => `已优先：${name}`,
  cancelTitle: (number: string) => `为什么取消 ${number}？`,
  grantTitle: (number: string) => `${number} 优先：先看证件`,
  atCounter: (label: string) => `${label} 号窗口`,
  reservedAt: (label: string) => `留给 ${label} 号窗口`,
  nothingToDo: { called: '正在叫号，请到窗口。', serving: '正在办理。', ended: '已经结束。如需再办，请重新取号。' },
  minutesAgo: (n: number) => (n === 0 ? '刚刚' : `${n} 分钟前`),
  sinceMinutes: (n: number) => (n === 0 ? '刚刚' : `${n} 分钟`),
  lostHelp: '恢复连接后可继续操作。此时请来访者稍候。',
};

export type DeskTexts = typeof zhHans;

const zhHant: DeskTexts = {
  chooseService: '請選擇事項',
  waitingNow: (n) => (n === 0 ? '無人等候' : `${n} 人等候`),
  wait: (range) => (range === null ? '窗口未開放' : commonTexts.zhHant.waitRange(range)),
  full: '今天的號已取完',
  intakeNotYet: (opensAt) => `取號機 ${opensAt} 開始取號；前台現在就可以取號。`,
  intakeClosed: '取號機已停止取號；前台仍可取號，請先確認窗口還能辦理。',
  noServices: '還沒有可辦的事項，請系統管理員先設定。',

  visitorLanguage: '來訪者的語言',
  priorityClass: '優先類別',
  ordinary: '不優先',
  lookAt: (evidence) => `先看：${evidence}。只看，不留複印件。`,
  issue: '取號',
  issuing: '正在取號…',
  back: '返回',
  waitingLabel: '等候',
  waitLabel: '預計',
  whereLabel: '到哪裡',
  counters: (labels) => (labels.length === 0 ? '窗口未開放' : `${labels.join('、')} 號窗口`),

  issued: '已取號',
  ahead: (n) => (n === 0 ? '前面無人' : `前面 ${n} 人`),
  takenAt: (time) => `${time} 取號`,
  qr: '手機掃碼，隨時看進度',
  code: '評價碼',
  done: '完成',

  find: '查找號票',
  typeNumber: '輸入號碼，如 A012',
  live: (n) => `今天在辦 ${n} 張`,
  noneLive: '現在沒有在辦的號票',
  noneMatch: (typed) => `在辦的號票裡沒有「${typed}」`,
  searchEnded: (number) => `在今天已結束的號票裡找 ${number}`,
  notToday: (number) => `今天沒有 ${number} 這個號，請核對號碼，或重新取號。`,
  notANumber: '號碼是一個字母加數字，如 A012。',
  endedFound: '今天已結束',
  putBack: '過號恢復',
  cancelTicket: '取消號票',
  grantPriority: '設為優先',
  hasPriority: (name) => `已優先：${name}`,
  cancelTitle: (number) => `為什麼取消 ${number}？`,
  grantTitle: (number) => `${number} 優先：先看證件`,
  atCounter: (label) => `${label} 號窗口`,
  reservedAt: (label) => `留給 ${label} 號窗口`,
  nothingToDo: { called: '正在叫號，請到窗口。', serving: '正在辦理。', ended: '已經結束。如需再辦，請重新取號。' },
  minutesAgo: (n) => (n === 0 ? '剛剛' : `${n} 分鐘前`),
  sinceMinutes: (n) => (n === 0 ? '剛剛' : `${n} 分鐘`),
  lostHelp: '恢復連接後可繼續操作。此時請來訪者稍候。',
};

const en: DeskTexts = {
  chooseService: 'Choose a service',
  waitingNow: (n) => (n === 0 ? 'nobody waiting' : `${n} waiting`),
  wait: (range) => (range === null ? 'no counter open' : commonTexts.en.waitRange(range)),
  full: 'no numbers left today',
  intakeNotYet: (opensAt) => `Ticket kiosks start at ${opensAt}; the front desk can take numbers now.`,
  intakeClosed: 'Ticket kiosks have stopped; the front desk still can. Please make sure a counter can still serve.',
  noServices: 'There are no services yet. Please ask the administrator to set them up.',

  visitorLanguage: "Visitor's language",
  priorityClass: 'Priority class',
  ordinary: 'No priority',
  lookAt: (evidence) => `Look at first: ${evidence}. Look only; keep no copy.`,
  issue: 'Take number',
  issuing: 'Taking the number…',
  back: 'Back',
  waitingLabel: 'Waiting',
  waitLabel: 'Expected',
  whereLabel: 'Where to go',
  counters: (labels) =>
    labels.length === 0
      ? 'no counter open'
      : labels.length === 1
        ? `counter ${labels[0]}`
        : `counters ${labels.join(', ')}`,

  issued: 'Number taken',
  ahead: (n) => (n === 0 ? 'nobody ahead' : n === 1 ? '1 person ahead' : `${n} people ahead`),
  takenAt: (time) => `taken at ${time}`,
  qr: 'Scan to follow it on a phone',
  code: 'Rating code',
  done: 'Done',

  find: 'Find a ticket',
  typeNumber: 'Type a number, e.g. A012',
  live: (n) => `${n} under way today`,
  noneLive: 'No ticket is under way',
  noneMatch: (typed) => `No ticket under way matches “${typed}”`,
  searchEnded: (number) => `Look for ${number} among today’s ended tickets`,
  notToday: (number) => `There is no ${number} today. Please check the number, or take a new one.`,
  notANumber: 'A number is one letter and figures, e.g. A012.',
  endedFound: 'Ended today',
  putBack: 'Put back',
  cancelTicket: 'Cancel ticket',
  grantPriority: 'Grant priority',
  hasPriority: (name) => `Priority: ${name}`,
  cancelTitle: (number) => `Why cancel ${number}?`,
  grantTitle: (number) => `Priority for ${number}: look first`,
  atCounter: (label) => `counter ${label}`,
  reservedAt: (label) => `for counter ${label}`,
  nothingToDo: {
    called: 'It is being called: please go to the counter.',
    serving: 'It is being served.',
    ended: 'It has ended. Take a new number if there is more to do.',
  },
  minutesAgo: (n) => (n === 0 ? 'just now' : `${n} min ago`),
  sinceMinutes: (n) => (n === 0 ? 'just now' : `${n} min`),
  lostHelp: 'You can go on as soon as the connection is back. Please ask visitors to wait a moment.',
};

export const deskTexts: Record<Language, DeskTexts> = { zhHans, zhHant, en };
