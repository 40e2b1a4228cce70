import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type Database from 'better-sqlite3';
import type { BaseLogger } from 'pino';
import type { BackupState } from '../shared/http.ts';
import type { Hall } from './hall.ts';
import { BackupFailed, listBackups, makeBackup, sameDisk } from './store/backup.ts';
import type { CopyFacts } from './store/check-copy.ts';

/** How old the latest may be; the latest fault is tried again sooner. */
const everyMs = 3_600_000;
const againMs = 600_000;
const lookEveryMs = 30_000;

export interface Backups {
  readonly state: () => BackupState;
  /** One now, unless one is being made; settles when it is there, or has failed and been written down. Never rejects. */
  readonly make: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface BackupPlace {
  /** Another disk than the database's, best. */
  readonly folder: string;
  /** The built `check-copy-worker.ts`. */
  readonly worker: string;
}

interface KeepBackups extends BackupPlace {
  readonly db: Database.Database;
  readonly dataDir: string;
  readonly hall: Pick<Hall, 'state' | 'onChange'>;
  readonly clock: () => number;
  readonly log: Pick<BaseLogger, 'error'>;
}

/** A backup every hour and at the close of each day. */
export function keepBackups({ db, dataDir, hall, clock, log, folder, worker }: KeepBackups): Backups {
  let running: { share: number; readonly done: Promise<void> } | null = null;
  let failure: BackupState['failure'] = null;
  let stopping = false;
  let checking: Worker | null = null;

  const latest = () => (existsSync(folder) ? (listBackups(db, folder).at(-1)?.at ?? null) : null);

  const make = () => {
    running ??= { share: 0, done: attempt() };
    return running.done;
  };
  const attempt = async () => {
    try {
      await makeBackup({ db, folder, now: clock(), check, onProgress });
      failure = null;
    } catch (error) {
      if (stopping) return;
      failure = { why: whyOf(error), at: clock() };
      log.error({ err: error }, 'no backup could be made');
    } finally {
      running = null;
    }
  };
  const check = (file: string) => {
    checking = new Worker(worker, { workerData: file });
    return answerOf(checking, file);
  };
  const onProgress = (share: number) => {
    if (stopping) throw new BackupFailed('stopped', 'The server stops.');
    if (running !== null) running.share = share;
  };

  const look = () => {
    const now = clock();
    if (failure !== null && now - failure.at < againMs) return;
    const at = latest();
    // A clock that was set back must not put backups off.
    if (at === null || Math.abs(now - at) >= everyMs) make();
  };
  const timer = setInterval(() => {
    try {
      look();
    } catch (error) {
      failure = { why: whyOf(error), at: clock() };
      log.error({ err: error }, 'the backups cannot be looked through');
    }
  }, lookEveryMs);

  let closedAt = hall.state().day?.closedAt ?? null;
  hall.onChange(() => {
    const before = closedAt;
    closedAt = hall.state().day?.closedAt ?? null;
    if (closedAt !== null && closedAt !== before) make();
  });

  return {
    state: () => ({
      folder,
      sameDisk: existsSync(folder) && sameDisk(folder, dataDir),
      ...{ latestAt: latest(), kept: existsSync(folder) ? listBackups(db, folder).length : 0 },
      ...{ running: running === null ? null : running.share, failure },
    }),
    make,
    close: async () => {
      stopping = true;
      clearInterval(timer);
      await checking?.terminate();
      await running?.done;
    },
  };
}

/** @throws Error what the check found */
function answerOf(thread: Worker, file: string): Promise<CopyFacts> {
  return new Promise((settle, fail) => {
    thread.once('message', settle).once('error', fail);
    thread.once('exit', (code) => fail(new Error(`the check of ${file} ended with ${code}`)));
  });
}

function whyOf(error: unknown): NonNullable<BackupState['failure']>['why'] {
  if (error instanceof BackupFailed && error.why !== 'stopped') return error.why;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (/^(ENOSPC|EDQUOT|SQLITE_FULL)$/.test(code)) return 'diskFull';
  return /^(EACCES|EPERM|EROFS|ENOENT|ENOTDIR|SQLITE_CANTOPEN|SQLITE_READONLY)/.test(code) ? 'notWritable' : 'other';
}
