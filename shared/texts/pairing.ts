import type { Language } from '../languages.ts';

/** What a device says before it is paired: read by staff who set it up, and by visitors who happen to pass. */
const zhHans = {
  code: '配对码',
  howTo: (device: string) => `这台${device}尚未配对，请管理员在管理页面的“设备”中输入此码。`,
  byItself: '演示大厅：本机设备已自动配对',
  unreachable: '暂时连不上大厅服务器，正在重试。',
  notAccepted: '大厅没有接受这台设备，请管理员在管理页面的“设备”中查看。',
};

export type PairingTexts = typeof zhHans;

const zhHant: PairingTexts = {
  code: '配對碼',
  howTo: (device) => `這台${device}尚未配對，請管理員在管理頁面的「設備」中輸入此碼。`,
  byItself: '示範大廳：本機設備已自動配對',
  unreachable: '暫時連不上大廳伺服器，正在重試。',
  notAccepted: '大廳沒有接受這台設備，請管理員在管理頁面的「設備」中查看。',
};

const en: PairingTexts = {
  code: 'Pairing code',
  howTo: (device) =>
    `${device}, not paired yet: an administrator enters this code under “Devices” on the administration page.`,
  byItself: 'Demo hall: this device on the same machine has paired itself',
  unreachable: 'The hall server cannot be reached; trying again.',
  notAccepted: 'The hall did not accept this device. An administrator can check it under “Devices”.',
};

export const pairingTexts: Record<Language, PairingTexts> = { zhHans, zhHant, en };
