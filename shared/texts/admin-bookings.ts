import type { Language } from '../languages.ts';
import type { PhoneBooking } from '../setup.ts';

/** Administration of bookings: what phones may book. */
const zhHans = {
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
