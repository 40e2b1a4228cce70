import type { BackupState } from '../http.ts';
import type { Language } from '../languages.ts';

type Why = NonNullable<BackupState['failure']>['why'];

/** The copies of the database. Times come as they are to be read: '03-10 17:30'. */
const zhHans = {
  backups: '备份',
  help: '数据库每小时和每天结束时自动备份，逐页检查以后才算数。保留最近 24 份，以及最近 30 天每天最后一份。',
  latest: '最近一份',
  none: '还没有',
  kept: '现有',
  count: (count: number) => `${count} 份`,
  folder: '存放位置（服务器上）',
  sameDisk: '和数据库在同一块磁盘上，磁盘损坏时会一起丢失。请用 BACKUP_DIR 指定另一块磁盘。',
  make: '立即备份',
  making: '正在备份…',
  restoreHelp: '恢复备份在服务器上进行，方法见 docs/operation.md。恢复后号码跳过一百以上，不会重复发号。',
  failed: (time: string, why: string) => `备份失败（${time}）：${why}`,
  overdue: '备份已停止更新',
  nextStep: '以前的备份仍然完好，叫号不受影响。请通知系统管理员。',
  whys: {
    diskFull: '磁盘空间不足。',
    notWritable: '无法写入存放位置。',
    behind: '数据库比已有的备份更旧，可能有人直接换过文件。',
    other: '原因见服务器日志。',
  } satisfies Record<Why, string>,
};

export type AdminBackupsTexts = typeof zhHans;

const zhHant: AdminBackupsTexts = {
  backups: '備份',
  help: '資料庫每小時和每天結束時自動備份，逐頁檢查以後才算數。保留最近 24 份，以及最近 30 天每天最後一份。',
  latest: '最近一份',
  none: '還沒有',
  kept: '現有',
  count: (count) => `${count} 份`,
  folder: '存放位置（伺服器上）',
  sameDisk: '和資料庫在同一個磁碟上，磁碟損壞時會一起遺失。請用 BACKUP_DIR 指定另一個磁碟。',
  make: '立即備份',
  making: '正在備份…',
  restoreHelp: '還原備份在伺服器上進行，方法見 docs/operation.md。還原後號碼跳過一百以上，不會重複發號。',
  failed: (time, why) => `備份失敗（${time}）：${why}`,
  overdue: '備份已停止更新',
  nextStep: '以前的備份仍然完好，叫號不受影響。請通知系統管理員。',
  whys: {
    diskFull: '磁碟空間不足。',
    notWritable: '無法寫入存放位置。',
    behind: '資料庫比已有的備份更舊，可能有人直接換過檔案。',
    other: '原因見伺服器日誌。',
  },
};

const en: AdminBackupsTexts = {
  backups: 'Backups',
  help: 'The database is backed up every hour and at the close of each day; a copy counts once every page of it is checked. The latest 24 are kept, and the last of each of the latest 30 days.',
  latest: 'Latest',
  none: 'None yet',
  kept: 'Kept',
  count: (count) => String(count),
  folder: 'Place (on the server)',
  sameDisk: 'On the same disk as the database: if that disk breaks, both are lost. Name another disk with BACKUP_DIR.',
  make: 'Back up now',
  making: 'Backing up…',
  restoreHelp:
    'A backup is restored on the server: see docs/operation.md. Numbers then jump by at least a hundred, so none is given twice.',
  failed: (time, why) => `The backup failed (${time}): ${why}`,
  overdue: 'No new backup is being made',
  nextStep: 'Earlier backups are intact and calling goes on. Please tell the system administrator.',
  whys: {
    diskFull: 'The disk is full.',
    notWritable: 'The place cannot be written to.',
    behind: 'The database is older than its own backup: somebody may have replaced the file.',
    other: 'The reason is in the server’s log.',
  },
};

export const adminBackupsTexts: Record<Language, AdminBackupsTexts> = { zhHans, zhHant, en };
