import type { Language } from '../languages.ts';
import type { WaitRange } from '../views.ts';

/** What boards and counter signs say beside numbers: few words, because each must be read across a hall. */
const zhHans = {
  number: '号码',
  waiting: '等候',
  nobodyWaiting: '无人等候',
  people: (n: number) => `${n}人`,
  /** The shortest, under the heading 'waiting'. */
  count: (n: number) => `${n}人`,
  range: ({ lowMinutes, highMinutes }: WaitRange) => (highMinutes <= 5 ? '5分钟内' : `${lowMinutes}–${highMinutes}分`),
  /** Nobody is being called. */
  watch: '请留意叫号',
  /** The same on a pick-up screen. */
  watchPickUp: '请等候取件',
  /** What a pick-up screen is for, and its list of those who still wait. */
  pickUp: '证照取件',
  preparing: '准备中',
  serving: '办理中',
  missed: '过号',
  /** The rule for missed numbers: each sentence says enough by itself, since on far glass they take turns. */
  accept: (minutes: number) => `${minutes}分钟内回原窗口`,
  putBack: (minutes: number) => `${minutes}分钟内到取号机`,
  takeNew: '逾期请重新取号',
  comeHere: '请到本窗口',
  waitHere: '请等候叫号',
  paused: '暂停服务',
  closed: '未开放',
  /** What is shown is old; the shorter where the other has no room. */
  stale: (time: string) => `连接中断，${time} 起未更新`,
  staleShort: (time: string) => `${time} 起未更新`,
  /** Above an emergency message. */
  notice: '重要通知',
  /** The bundled font is not there: sizes are held, but somebody should look. */
  fontFault: '字体缺失，请告知工作人员',
  /** Beside an outline, to whoever sets up the screen. */
  card: (inches: number) => `框与银行卡一样大，屏幕就是 ${inches} 英寸。`,
  /** The set-up cannot be read from the last row. */
  served: (metres: number) => `本屏只能在${metres}米内看清，请增设屏幕或靠近就座`,
};

export type ScreenTexts = typeof zhHans;

const zhHant: ScreenTexts = {
  number: '號碼',
  waiting: '等候',
  nobodyWaiting: '無人等候',
  people: (n) => `${n}人`,
  count: (n) => `${n}人`,
  range: ({ lowMinutes, highMinutes }) => (highMinutes <= 5 ? '5分鐘內' : `${lowMinutes}–${highMinutes}分`),
  watch: '請留意叫號',
  watchPickUp: '請等候取件',
  pickUp: '證照取件',
  preparing: '準備中',
  serving: '辦理中',
  missed: '過號',
  accept: (minutes) => `${minutes}分鐘內回原窗口`,
  putBack: (minutes) => `${minutes}分鐘內到取號機`,
  takeNew: '逾期請重新取號',
  comeHere: '請到本窗口',
  waitHere: '請等候叫號',
  paused: '暫停服務',
  closed: '未開放',
  stale: (time) => `連接中斷，${time} 起未更新`,
  staleShort: (time) => `${time} 起未更新`,
  notice: '重要通知',
  fontFault: '字型缺失，請告知工作人員',
  card: (inches) => `框與銀行卡一樣大，屏幕就是 ${inches} 英寸。`,
  served: (metres) => `本屏只能在${metres}米內看清，請增設屏幕或靠近就座`,
};

const en: ScreenTexts = {
  number: 'Number',
  waiting: 'Waiting',
  nobodyWaiting: 'Nobody waiting',
  count: (n) => `${n}`,
  people: (n) => (n === 1 ? '1 person' : `${n} people`),
  range: ({ lowMinutes, highMinutes }) => (highMinutes <= 5 ? '0–5 min' : `${lowMinutes}–${highMinutes} min`),
  watch: 'Watch for your number',
  watchPickUp: 'Papers in preparation',
  pickUp: 'Pick-up',
  preparing: 'Preparing',
  serving: 'Serving',
  missed: 'Missed',
  accept: (minutes) => `${minutes} min late: same counter`,
  putBack: (minutes) => `${minutes} min late: ticket kiosk`,
  takeNew: 'Later: take a new number',
  comeHere: 'Please come',
  waitHere: 'Please wait',
  paused: 'Paused',
  closed: 'Not open',
  stale: (time) => `Not updated since ${time}`,
  staleShort: (time) => `As of ${time}`,
  notice: 'Important notice',
  fontFault: 'Font missing: please tell our staff',
  card: (inches) => `If a bank card fits the outline, the screen is ${inches} inches.`,
  served: (metres) => `Readable within ${metres} m only: add a screen or sit nearer`,
};

export const screenTexts: Record<Language, ScreenTexts> = { zhHans, zhHant, en };
