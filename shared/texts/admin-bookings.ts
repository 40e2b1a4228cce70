import type { Language } from '../languages.ts';
import type { PhoneBooking } from '../setup.ts';
import { dayIn } from './day.ts';

/** Administration of bookings: what phones may book, and what a change takes away. */
const zhHans = {
  day: dayIn('zhHans'),
  stranded: {
    title: (n: number, days: number) => `${days} 天里有 ${n} 个预约会没有时段`,
    why: '还没有保存。预约的人没有留下电话，大厅通知不到；凭预约码查看时才会看到结果。',
    keepHint: '保留：到时仍可凭预约码签到，请安排人接待。',
    keepNot: '停用事项时不能保留：到时没有人能办理。',
    cancelHint: '取消：预约页会写明是大厅取消的，并请对方重新预约。',
    keep: '保留预约并保存',
    cancel: '取消这些预约并保存',
    back: '返回，不保存',
    saved: {
      keep: (n: number) => `已保存，保留了 ${n} 个预约`,
      cancel: (n: number) => `已保存，取消了 ${n} 个预约`,
    },
    notSaved: '没有保存。',
    whatOf: '这些预约怎么办',
    list: '受影响的预约',
    ofDay: (day: string, n: number) => `${day} ${n} 个`,
    columns: { date: '日期', slot: '时段', service: '事项', reference: '对方编号' },
    print: '打印名单',
    download: '下载名单',
    noCodes: '名单里没有预约码，大厅不留底。',
    file: '受影响的预约',
    close: '关闭',
  },
  phone: '手机预约',
  unit: '个',
  rules: {
    offered: '开放手机预约页',
    sharePercent: '每个时段留给手机的名额',
    openPerBrowser: '一部手机同时最多',
    perAddressHour: '同一网络每小时最多',
    checkIn: '到大厅后可用手机签到',
  } satisfies Record<keyof PhoneBooking, string>,
  hints: {
    offered: '任何人打开 /book/ 即可预约，不登记姓名和电话。等候情况页、海报和取号机会给出入口。',
    sharePercent: '向下取整；其余由前台和平台预约。',
    perAddressHour: '运营商和大厅无线网会让很多人共用一个地址，请勿设得太低。',
    checkIn: '手机证明不了人在大厅。没到就签到的人，叫到时会算过号，窗口也会空等。',
  } satisfies Partial<Record<keyof PhoneBooking, string>>,
};

export type AdminBookingsTexts = typeof zhHans;

const zhHant: AdminBookingsTexts = {
  day: dayIn('zhHant'),
  stranded: {
    title: (n, days) => `${days} 天裡有 ${n} 個預約會沒有時段`,
    why: '還沒有儲存。預約的人沒有留下電話，大廳通知不到；憑預約碼查看時才會看到結果。',
    keepHint: '保留：到時仍可憑預約碼簽到，請安排人接待。',
    keepNot: '停用事項時不能保留：到時沒有人能辦理。',
    cancelHint: '取消：預約頁會寫明是大廳取消的，並請對方重新預約。',
    keep: '保留預約並儲存',
    cancel: '取消這些預約並儲存',
    back: '返回，不儲存',
    saved: {
      keep: (n) => `已儲存，保留了 ${n} 個預約`,
      cancel: (n) => `已儲存，取消了 ${n} 個預約`,
    },
    notSaved: '沒有儲存。',
    whatOf: '這些預約怎麼辦',
    list: '受影響的預約',
    ofDay: (day, n) => `${day} ${n} 個`,
    columns: { date: '日期', slot: '時段', service: '事項', reference: '對方編號' },
    print: '列印名單',
    download: '下載名單',
    noCodes: '名單裡沒有預約碼，大廳不留底。',
    file: '受影響的預約',
    close: '關閉',
  },
  phone: '手機預約',
  unit: '個',
  rules: {
    offered: '開放手機預約頁',
    sharePercent: '每個時段留給手機的名額',
    openPerBrowser: '一部手機同時最多',
    perAddressHour: '同一網絡每小時最多',
    checkIn: '到大廳後可用手機簽到',
  },
  hints: {
    offered: '任何人打開 /book/ 即可預約，不登記姓名和電話。等候情況頁、海報和取號機會給出入口。',
    sharePercent: '向下取整；其餘由前台和平台預約。',
    perAddressHour: '電訊商和大廳無線網會讓很多人共用一個地址，請勿設得太低。',
    checkIn: '手機證明不了人在大廳。沒到就簽到的人，叫到時會算過號，窗口也會空等。',
  },
};

const en: AdminBookingsTexts = {
  day: dayIn('en'),
  stranded: {
    title: (n, days) => `Bookings that would have no slot: ${n}, on ${days === 1 ? '1 day' : `${days} days`}`,
    why: 'Nothing is saved yet. Whoever booked has left no telephone number and cannot be told; the code shows what has become of it.',
    keepHint: 'Keep: they can still check in with the code. Please have somebody there.',
    keepNot: 'They cannot be kept when the service is switched off: nobody could be served.',
    cancelHint: 'Cancel: the booking page says that it was the hall, and asks to book again.',
    keep: 'Keep them and save',
    cancel: 'Cancel them and save',
    back: 'Back, do not save',
    saved: {
      keep: (n) => `Saved; bookings kept: ${n}`,
      cancel: (n) => `Saved; bookings cancelled: ${n}`,
    },
    notSaved: 'Not saved.',
    whatOf: 'What becomes of these bookings',
    list: 'Affected bookings',
    ofDay: (day, n) => `${day}: ${n}`,
    columns: { date: 'Date', slot: 'Time', service: 'Service', reference: 'Their reference' },
    print: 'Print the list',
    download: 'Download the list',
    noCodes: 'The list holds no codes: the hall keeps none.',
    file: 'affected-bookings',
    close: 'Close',
  },
  phone: 'Booking by phone',
  unit: 'booking(s)',
  rules: {
    offered: 'Offer the phone page for bookings',
    sharePercent: 'Share of each slot that phones may take',
    openPerBrowser: 'Open bookings of one phone, at most',
    perAddressHour: 'Bookings from one network in an hour, at most',
    checkIn: 'Phones may check in too',
  },
  hints: {
    offered:
      'Anybody who opens /book/ may book; no name or telephone is taken. The page of waiting times, the poster and the ticket kiosks lead there.',
    sharePercent: 'Rounded down; the rest is booked at the front desk and by platforms.',
    perAddressHour: 'Mobile networks and the hall’s own wireless let many people share one address: do not set it low.',
    checkIn:
      'A phone cannot prove that it is in the hall. Whoever checks in from elsewhere is missed when called, and a counter waits in vain.',
  },
};

export const adminBookingsTexts: Record<Language, AdminBookingsTexts> = { zhHans, zhHant, en };
