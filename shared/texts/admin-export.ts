import type { Language } from '../languages.ts';

const zhHans = {
  ratings: '导出评价',
  cases: '导出工单',
  writing: '正在导出',
  stop: '停止',
  failed: '没有导出完，没有保存文件。',
};
export type AdminExportTexts = typeof zhHans;

const zhHant: AdminExportTexts = {
  ratings: '匯出評價',
  cases: '匯出工單',
  writing: '正在匯出',
  stop: '停止',
  failed: '沒有匯出完，沒有儲存檔案。',
};

const en: AdminExportTexts = {
  ratings: 'Export ratings',
  cases: 'Export cases',
  writing: 'Exporting',
  stop: 'Stop',
  failed: 'The export was not finished; no file was saved.',
};

export const adminExportTexts: Readonly<Record<Language, AdminExportTexts>> = { zhHans, zhHant, en };
