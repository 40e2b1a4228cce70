import { type Language, languageTags } from '../languages.ts';

/** '2026-11-26' as people say a day: '11月26日 周四'. */
function dayIn(language: Language) {
  const format = new Intl.DateTimeFormat(languageTags[language], {
    month: language === 'en' ? 'short' : 'long',
    day: 'numeric',
    weekday: 'short',
    timeZone: 'UTC',
  });
  return (date: string) => format.format(Date.parse(`${date}T00:00:00Z`));
}

const zhHans = {
  day: dayIn('zhHans'),
  // booking
  book: '预约',
  bookInstead: '预约以后的时段',
  chooseDay: '哪一天',
  chooseSlot: '几点',
  left: (n: number) => (n === 0 ? '已约满' : `余 ${n}`),
  tooSoon: '即将开始',
  noSlots: '这几天没有可约的时段，请直接取号。',
  noSlotsThatDay: '这一天没有可约的时段，请选别的日子。',
  chooseFirst: '请先选时段',
  bookAt: (day: string, slot: string) => `预约 ${day} ${slot}`,
  booking: '正在预约…',
  slotsFailed: '时段没有取到，请再试一次。',
  tryAgain: '再试一次',
  nothingAsked: '不登记姓名和电话。持预约码的人就是来访者。',
  // booked
  booked: '已预约',
  codeLabel: '预约码',
  copy: '复制',
  copied: '已复制',
  keepCode: '请来访者记下或拍下预约码。大厅不留底，以后查不到。',
  comeBetween: (before: number, after: number) =>
    `到时凭预约码在取号机或前台签到：时段开始前 ${before} 分钟到开始后 ${after} 分钟。过时改为现场取号。`,
  photograph: '拍下二维码，到取号机扫码签到',
  // finding and checking in
  findCode: (code: string) => `找预约 ${code}`,
  noSuchCode: (code: string) => `没有预约码 ${code}，请核对 8 位数字，或直接取号。`,
  today: (n: number) => `今天还有 ${n} 个预约`,
  checkIn: '签到',
  checkInLate: '已过时，改为现场取号',
  checkInFrom: (time: string) => `${time} 以后可签到`,
  notToday: '不是今天的预约，到时再签到。',
  cancel: '取消预约',
  cancelTitle: (slot: string) => `为什么取消 ${slot} 的预约？`,
  number: (number: string) => `号码 ${number}`,
  ended: '这个预约已经结束。如需办理，请直接取号。',
  statuses: { open: '已预约', checkedIn: '已签到', cancelled: '已取消', noShow: '未到' },
  cancelReasons: { visitorAsked: '来访者要求', bookedByMistake: '约错了', otherReason: '其他原因' },
};

export type AppointmentTexts = typeof zhHans;

const zhHant: AppointmentTexts = {
  day: dayIn('zhHant'),
  book: '預約',
  bookInstead: '預約以後的時段',
  chooseDay: '哪一天',
  chooseSlot: '幾點',
  left: (n) => (n === 0 ? '已約滿' : `餘 ${n}`),
  tooSoon: '即將開始',
  noSlots: '這幾天沒有可約的時段，請直接取號。',
  noSlotsThatDay: '這一天沒有可約的時段，請選別的日子。',
  chooseFirst: '請先選時段',
  bookAt: (day, slot) => `預約 ${day} ${slot}`,
  booking: '正在預約…',
  slotsFailed: '時段沒有取到，請再試一次。',
  tryAgain: '再試一次',
  nothingAsked: '不登記姓名和電話。持預約碼的人就是來訪者。',
  booked: '已預約',
  codeLabel: '預約碼',
  copy: '複製',
  copied: '已複製',
  keepCode: '請來訪者記下或拍下預約碼。大廳不留底，以後查不到。',
  comeBetween: (before, after) =>
    `到時憑預約碼在取號機或前台簽到：時段開始前 ${before} 分鐘到開始後 ${after} 分鐘。過時改為現場取號。`,
  photograph: '拍下二維碼，到取號機掃碼簽到',
  findCode: (code) => `找預約 ${code}`,
  noSuchCode: (code) => `沒有預約碼 ${code}，請核對 8 位數字，或直接取號。`,
  today: (n) => `今天還有 ${n} 個預約`,
  checkIn: '簽到',
  checkInLate: '已過時，改為現場取號',
  checkInFrom: (time) => `${time} 以後可簽到`,
  notToday: '不是今天的預約，到時再簽到。',
  cancel: '取消預約',
  cancelTitle: (slot) => `為什麼取消 ${slot} 的預約？`,
  number: (number) => `號碼 ${number}`,
  ended: '這個預約已經結束。如需辦理，請直接取號。',
  statuses: { open: '已預約', checkedIn: '已簽到', cancelled: '已取消', noShow: '未到' },
  cancelReasons: { visitorAsked: '來訪者要求', bookedByMistake: '約錯了', otherReason: '其他原因' },
};

const en: AppointmentTexts = {
  day: dayIn('en'),
  book: 'Appointment',
  bookInstead: 'Book a later time',
  chooseDay: 'Which day',
  chooseSlot: 'What time',
  left: (n) => (n === 0 ? 'full' : `${n} left`),
  tooSoon: 'too soon',
  noSlots: 'No time can be booked in these days. Please simply take a number.',
  noSlotsThatDay: 'No time can be booked on this day. Please choose another.',
  chooseFirst: 'Choose a time first',
  bookAt: (day, slot) => `Book ${day}, ${slot}`,
  booking: 'Booking…',
  slotsFailed: 'The times could not be fetched. Please try again.',
  tryAgain: 'Try again',
  nothingAsked: 'No name or telephone is taken. Whoever holds the code is the visitor.',
  booked: 'Booked',
  codeLabel: 'Appointment code',
  copy: 'Copy',
  copied: 'Copied',
  keepCode: 'Please have the visitor note or photograph the code. The hall keeps no copy and cannot find it later.',
  comeBetween: (before, after) =>
    `Check in with the code at a ticket kiosk or here, from ${before} min before to ${after} min after the time. Later it becomes an ordinary number.`,
  photograph: 'Photograph this, and scan it at a ticket kiosk to check in',
  findCode: (code) => `Find appointment ${code}`,
  noSuchCode: (code) => `There is no appointment ${code}. Please check the 8 digits, or simply take a number.`,
  today: (n) => (n === 1 ? '1 appointment still to come today' : `${n} appointments still to come today`),
  checkIn: 'Check in',
  checkInLate: 'Too late: give an ordinary number',
  checkInFrom: (time) => `Check-in from ${time}`,
  notToday: 'This appointment is not for today. Check in then.',
  cancel: 'Cancel appointment',
  cancelTitle: (slot) => `Why cancel the appointment at ${slot}?`,
  number: (number) => `number ${number}`,
  ended: 'This appointment has ended. Please simply take a number.',
  statuses: { open: 'booked', checkedIn: 'checked in', cancelled: 'cancelled', noShow: 'did not come' },
  cancelReasons: {
    visitorAsked: 'The visitor asked',
    bookedByMistake: 'Booked by mistake',
    otherReason: 'Other reason',
  },
};

export const appointmentTexts: Record<Language, AppointmentTexts> = { zhHans, zhHant, en };
