import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { type BackupFile, backupName, backupsOf, outdated } from './backup-files.ts';
import { type CopyFacts, hallOf } from './check-copy.ts';

/** Why there is no new backup; those there were are as they were. */
export class BackupFailed extends Error {
  override name = 'BackupFailed';
  readonly why: 'diskFull' | 'behind' | 'stopped';
  constructor(why: BackupFailed['why'], message: string) {
    super(message);
    this.why = why;
  }
}

interface BackupParts {
  readonly db: Database.Database;
  readonly folder: string;
  /** UTC ms. */
  readonly now: number;
  /** Whether the copy is whole; rejects when it is not. */
  readonly check: (file: string) => Promise<CopyFacts>;
  /** 0 to 1, while it copies; may throw to give up. */
  readonly onProgress: (share: number) => void;
  /** Bytes that the folder's disk still takes. */
  readonly roomIn?: (folder: string) => number;
}

/** Room to spare after a copy, as a share of its size. */
const spare = 1.1;
const unfinished = '.part';

/** This hall's backups in a folder, the oldest first; none when there is no such folder yet. */
export function listBackups(db: Database.Database, folder: string): readonly BackupFile[] {
  mkdirSync(folder, { recursive: true });
  return backupsOf(hallOf(db).hall, readdirSync(folder));
}

/**
 * A verified copy of the database as it is now, while it goes on being written; only when it is whole and in its place do the
 * oldest go.
 * @throws BackupFailed, or what the disk or the check said; earlier backups stay
 */
export async function makeBackup({
  db,
  folder,
  now,
  check,
  onProgress,
  roomIn = freeBytes,
}: BackupParts): Promise<BackupFile> {
  const before = listBackups(db, folder);
  const { hall, generation } = hallOf(db);
  const part = join(folder, `hall-${hall}${unfinished}`);
  // What an earlier copy has left that was cut off.
  removeCopy(part);
  const size = Number(db.pragma('page_count', { simple: true })) * Number(db.pragma('page_size', { simple: true }));
  if (roomIn(folder) < size * spare) {
    throw new BackupFailed('diskFull', `${folder} has no room for a copy of ${Math.ceil(size / 1e6)} MB.`);
  }
  try {
    await db.backup(part, {
      progress: ({ totalPages, remainingPages }) => {
        onProgress(totalPages === 0 ? 0 : 1 - remainingPages / totalPages);
        return pagesAtOnce;
      },
    });
    const { sequence } = await check(part);
    const latest = before.filter((file) => file.generation === generation).at(-1);
    if (latest !== undefined && sequence < latest.sequence) {
      throw new BackupFailed('behind', `The database goes back before its own backup ${latest.name}.`);
    }
    const made = { hall, generation, at: Math.floor(now / 1000) * 1000, sequence };
    const name = backupName(made);
    renameSync(part, join(folder, name));
    syncFolder(folder);
    for (const old of outdated(listBackups(db, folder))) rmSync(join(folder, old.name));
    return { name, ...made };
  } catch (error) {
    removeCopy(part);
    throw error;
  }
}

/** Copied between two turns of the loop: about a millisecond. */
const pagesAtOnce = 100;

function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

export function removeCopy(file: string) {
  for (const ending of ['', '-journal', '-wal', '-shm']) rmSync(`${file}${ending}`, { force: true });
}

/** A name is on the disk when its folder is; Windows keeps no such order and refuses. */
export function syncFolder(folder: string) {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}

/** Whether two folders lie on one disk: a backup there dies with what it is a copy of. */
export function sameDisk(one: string, other: string): boolean {
  return statSync(one).dev === statSync(other).dev;
}
