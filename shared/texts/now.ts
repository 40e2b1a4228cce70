import type { Language } from '../languages.ts';
import type { NextOpening } from '../views.ts';
import { dayIn } from './day.ts';

/** The page behind the poster's QR code, and the poster. */
const zhHans = {
  title: '现在等候情况',
  asOf: (time: string) => `${time} 的情况，自动更新`,
  waiting: (n: number) => (n === 0 ? '无人等候' : `${n} 人等候`),
  range: (range: string) => `现在取号，预计等候 ${range}`,
  noCounter: '窗口暂未开放',
  full: '今天的号已取完，请到前台',
  intake: {
    open: '正在取号',
    notYet: (time: string) => `还没有开始取号，${time} 开门`,
    closed: (next: NextOpening | null) =>
      next === null ? '今天已停止取号' : `今天已停止取号，${dayIn('zhHans')(next.date)} ${next.time} 开门`,
  },
  none: '还没有可办理的业务',
  hint: '这里只看情况，不取号。请到大厅的取号机或前台取号。',
  book: '预约以后的时段',
  diaries: '体验官日记与建议答复',
  callHotline: (number: string) => `拨打 ${number} 热线`,
  tryAgain: '再试一次',

  posterLead: '坐下之前，先看要等多久',
  posterScan: '用手机扫一扫',
  posterHow: '不用登录，不用安装，看得到每类业务有几人等候、大约要等多久。',
  posterBook: '也可以在那里预约以后的时段。',
  posterPrint: '打印海报',
  posterNote: '建议 A4 或更大，贴在入口、距地面 1.2 至 1.5 米处；旁边请保留人工咨询的指引。',
  posterLocal: '这个地址只有本机能打开。请先在管理页的“大厅”里填写手机访问的网址，再打印。',
};

export type NowTexts = typeof zhHans;

const zhHant: NowTexts = {
  title: '現在等候情況',
  asOf: (time) => `${time} 的情況，自動更新`,
  waiting: (n) => (n === 0 ? '無人等候' : `${n} 人等候`),
  range: (range) => `現在取號，預計等候 ${range}`,
  noCounter: '窗口暫未開放',
  full: '今天的號已取完，請到前台',
  intake: {
    open: '正在取號',
    notYet: (time) => `還沒有開始取號，${time} 開門`,
    closed: (next) =>
      next === null ? '今天已停止取號' : `今天已停止取號，${dayIn('zhHant')(next.date)} ${next.time} 開門`,
  },
  none: '還沒有可辦理的業務',
  hint: '這裡只看情況，不取號。請到大廳的取號機或前台取號。',
  book: '預約以後的時段',
  diaries: '體驗官日記與建議答覆',
  callHotline: (number) => `撥打 ${number} 熱線`,
  tryAgain: '再試一次',

  posterLead: '坐下之前，先看要等多久',
  posterScan: '用手機掃一掃',
  posterHow: '不用登入，不用安裝，看得到每類業務有幾人等候、大約要等多久。',
  posterBook: '也可以在那裡預約以後的時段。',
  posterPrint: '列印海報',
  posterNote: '建議 A4 或更大，貼在入口、距地面 1.2 至 1.5 米處；旁邊請保留人工諮詢的指引。',
  posterLocal: '這個網址只有本機能打開。請先在管理頁的「大廳」裡填寫手機訪問的網址，再列印。',
};

const en: NowTexts = {
  title: 'How long is the wait?',
  asOf: (time) => `As of ${time}; updates by itself`,
  waiting: (n) => (n === 0 ? 'Nobody waiting' : `${n} waiting`),
  range: (range) => `If you take a number now: ${range}`,
  noCounter: 'No counter open yet',
  full: 'No more numbers today; please ask the front desk',
  intake: {
    open: 'Numbers are being given out',
    notYet: (time) => `Numbers are not given out yet; the hall opens at ${time}`,
    closed: (next) =>
      next === null
        ? 'No more numbers today'
        : `No more numbers today; open again ${dayIn('en')(next.date)}, ${next.time}`,
  },
  none: 'No services have been set up yet',
  hint: 'This page only shows the situation. Please take a number at a ticket kiosk or the front desk in the hall.',
  book: 'Book a later time',
  diaries: "Visitors' diaries and our answers",
  callHotline: (number) => `Call the hotline ${number}`,
  tryAgain: 'Try again',

  posterLead: 'Before you sit down: how long is the wait?',
  posterScan: 'Scan with your phone',
  posterHow: 'No sign-in, nothing to install: how many people wait for each kind of service, and for about how long.',
  posterBook: ' You can book a time there too.',
  posterPrint: 'Print the poster',
  posterNote:
    'A4 or larger, at the entrance, 1.2 to 1.5 m above the floor; keep the way to the staffed help desk signposted beside it.',
  posterLocal:
    'Only this machine can open this address. Please enter the address for phones in the administration under “Hall” first, then print.',
};

export const nowTexts: Record<Language, NowTexts> = { zhHans, zhHant, en };
