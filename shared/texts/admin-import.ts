import type { Language } from '../languages.ts';

/** Bookings of another system, put in from a file. */
const zhHans = {
  tab: '导入预约',
  help: '把别的系统已经约好的预约放进大厅。先检查，再写入；不合格的行不会影响其他行。写入后得到每个预约的预约码，请转交对方系统通知预约人。',
  rules:
    'CSV 文件，编码不限（UTF-8 或 GB 18030），第一行是列名：事项、日期、时段；人数和对方编号可以不填。一次最多 3000 个预约。对方编号不能是姓名、身份证号或手机号。',
  noService: '还没有可预约的事项。请先在“事项”里打开预约。',
  choose: '选择文件',
  template: '下载模板',
  templateFile: '预约导入模板',
  exampleDate: '2026-12-01',
  columns: { service: '事项', date: '日期', slot: '时段', count: '人数', reference: '对方编号', code: '预约码' },
  file: {
    empty: '文件里没有预约。',
    noHeads: '第一行没有“事项、日期、时段”三列，请用模板核对。',
    tooMany: '一次最多导入 3000 个预约，请分成几个文件。',
  },
  wrong: {
    service: (text: string) => `没有可预约的事项“${text}”`,
    date: (text: string) => `日期“${text}”不对，请写成 2026-12-01`,
    slot: (text: string) => `时段“${text}”不对，请写开始时间，如 09:30`,
    count: (text: string) => `人数“${text}”不对，请写 1 到 200`,
    reference: (_: string) => '对方编号只能是 40 个以内的字母、数字、点和横线，不能是身份证号或手机号',
    sameReference: (text: string) => `对方编号 ${text} 在文件里重复`,
  },
  refused: {
    slotNotOffered: '大厅这一天没有这个时段，请核对开放时间和时段长度',
    slotFull: '这个时段的名额已满，请核对每个时段的名额',
  },
  sum: (fresh: number, known: number, refused: number) =>
    `可以写入 ${fresh} 个，已在大厅 ${known} 个，不能写入 ${refused} 行。`,
  unnamed: (n: number) => `有 ${n} 个没有对方编号：同一个文件再导入一次，它们会再约一次。`,
  problems: '不能写入的行',
  line: '行',
  why: '原因',
  more: (n: number) => `另有 ${n} 行没有列出。`,
  write: (n: number) => `写入 ${n} 个预约`,
  progress: (n: number, total: number) => `已写入 ${n}，共 ${total}`,
  saveCodes: (n: number) => `下载 ${n} 个预约码`,
  codesFile: '预约码',
  codesOnce: '请现在就下载：离开本页后不再显示。有对方编号的，再导入同一个文件可以再得到。',
};
export type AdminImportTexts = typeof zhHans;

const zhHant: AdminImportTexts = {
  tab: '匯入預約',
  help: '把別的系統已經約好的預約放進大廳。先檢查，再寫入；不合格的行不會影響其他行。寫入後得到每個預約的預約碼，請轉交對方系統通知預約人。',
  rules:
    'CSV 檔案，編碼不限（UTF-8 或 GB 18030），第一行是欄名：事項、日期、時段；人數和對方編號可以不填。一次最多 3000 個預約。對方編號不能是姓名、身份證號或手機號。',
  noService: '還沒有可預約的事項。請先在「事項」裡打開預約。',
  choose: '選擇檔案',
  template: '下載範本',
  templateFile: '預約匯入範本',
  exampleDate: '2026-12-01',
  columns: { service: '事項', date: '日期', slot: '時段', count: '人數', reference: '對方編號', code: '預約碼' },
  file: {
    empty: '檔案裡沒有預約。',
    noHeads: '第一行沒有「事項、日期、時段」三欄，請用範本核對。',
    tooMany: '一次最多匯入 3000 個預約，請分成幾個檔案。',
  },
  wrong: {
    service: (text) => `沒有可預約的事項「${text}」`,
    date: (text) => `日期「${text}」不對，請寫成 2026-12-01`,
    slot: (text) => `時段「${text}」不對，請寫開始時間，如 09:30`,
    count: (text) => `人數「${text}」不對，請寫 1 到 200`,
    reference: () => '對方編號只能是 40 個以內的字母、數字、點和橫線，不能是身份證號或手機號',
    sameReference: (text) => `對方編號 ${text} 在檔案裡重複`,
  },
  refused: {
    slotNotOffered: '大廳這一天沒有這個時段，請核對開放時間和時段長度',
    slotFull: '這個時段的名額已滿，請核對每個時段的名額',
  },
  sum: (fresh, known, refused) => `可以寫入 ${fresh} 個，已在大廳 ${known} 個，不能寫入 ${refused} 行。`,
  unnamed: (n) => `有 ${n} 個沒有對方編號：同一個檔案再匯入一次，它們會再約一次。`,
  problems: '不能寫入的行',
  line: '行',
  why: '原因',
  more: (n) => `另有 ${n} 行沒有列出。`,
  write: (n) => `寫入 ${n} 個預約`,
  progress: (n, total) => `已寫入 ${n}，共 ${total}`,
  saveCodes: (n) => `下載 ${n} 個預約碼`,
  codesFile: '預約碼',
  codesOnce: '請現在就下載：離開本頁後不再顯示。有對方編號的，再匯入同一個檔案可以再得到。',
};

const en: AdminImportTexts = {
  tab: 'Import bookings',
  help: 'Bookings that another system has promised. They are checked first, then written; a line that does not fit keeps no other back. Each booking gets a code: hand the codes to the other system, so that it can tell its visitors.',
  rules:
    'A CSV file, UTF-8 or GB 18030. The first line names the columns: service, date, time; count and reference may be left out. At most 3,000 bookings at a time. A reference must not be a name, an identity number or a telephone number.',
  noService: 'No service can be booked yet. Please switch bookings on under “Services” first.',
  choose: 'Choose a file',
  template: 'Download a template',
  templateFile: 'bookings-template',
  exampleDate: '2026-12-01',
  columns: {
    service: 'service',
    date: 'date',
    slot: 'time',
    count: 'count',
    reference: 'reference',
    code: 'code',
  },
  file: {
    empty: 'There are no bookings in this file.',
    noHeads: 'The first line does not name the columns service, date and time. Please compare it with the template.',
    tooMany: 'At most 3,000 bookings at a time: please split the file.',
  },
  wrong: {
    service: (text) => `No service “${text}” can be booked`,
    date: (text) => `“${text}” is no date; write 2026-12-01`,
    slot: (text) => `“${text}” is no time; write when it begins, such as 09:30`,
    count: (text) => `“${text}” is no count from 1 to 200`,
    reference: () =>
      'A reference has up to 40 letters, digits, dots and dashes, and is no identity or telephone number',
    sameReference: (text) => `The reference ${text} is in the file twice`,
  },
  refused: {
    slotNotOffered: 'The hall has no such slot on that day: please compare the opening hours and the length of slots',
    slotFull: 'This slot is full: please compare the places of a slot',
  },
  sum: (fresh, known, refused) =>
    `To be written: ${fresh}. In the hall already: ${known}. Not to be written: ${refused} line(s).`,
  unnamed: (n) => `Without a reference: ${n}. They are booked again when the same file is imported again.`,
  problems: 'Lines that cannot be written',
  line: 'Line',
  why: 'Why',
  more: (n) => `${n} more are not listed.`,
  write: (n) => `Write ${n} booking(s)`,
  progress: (n, total) => `${n} of ${total} written`,
  saveCodes: (n) => `Download ${n} code(s)`,
  codesFile: 'appointment-codes',
  codesOnce:
    'Download them now: they are not shown again. Those with a reference come again when the same file is imported once more.',
};

export const adminImportTexts: Record<Language, AdminImportTexts> = { zhHans, zhHant, en };
