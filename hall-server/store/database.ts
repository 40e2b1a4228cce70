import { existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { migrate, newestVersion } from './migrations.ts';

/** 'ClrC': marks a file as ours. */
const applicationId = 0x436c7243;
const oldestSqlite = [3, 51, 3] as const;

/** The database cannot be used as it is; the message tells a person what to do. The file has not been touched. */
export class DatabaseRefused extends Error {
  override name = 'DatabaseRefused';
}

export interface OpenedDatabase {
  readonly db: Database.Database;
  /** Made by this very call. */
  readonly created: boolean;
  readonly close: () => void;
}

/**
 * Opens the hall's database as its only writer, checks that it is sound and ours, and brings it up to date.
 * @throws DatabaseRefused when it is in use, damaged, foreign, from a newer version, or missing where there was one
 */
export function openDatabase(file: string): OpenedDatabase {
  mkdirSync(dirname(file), { recursive: true });
  const lock = takeLock(`${file}.lock`);
  try {
    const created = !existsSync(file);
    const identity = `${file}.identity`;
    // A lost or emptied file opens as a healthy empty database: the files beside it tell that there was one.
    if ((created || statSync(file).size === 0) && (existsSync(identity) || existsSync(`${file}-wal`))) {
      throw new DatabaseRefused(
        `${file} is missing or empty, but this hall has had a database. Restore a backup, or move everything named ${file}* away to begin an empty hall.`,
      );
    }
    // Look before touching: nothing is written until the file is known to be ours and sound.
    if (created) create(file);
    else inspect(file);
    const db = openForUse(file);
    if (!existsSync(identity))
      writeFileSync(identity, 'This hall has a database beside this file. See docs/operation.md\n');
    return {
      db,
      created,
      close: () => {
        db.close();
        lock.close();
      },
    };
  } catch (error) {
    lock.close();
    throw error;
  }
}

/** A second server must fail at once; the system frees this lock even after kill -9, unlike a pid file. */
export function takeLock(file: string): Database.Database {
  const lock = new Database(file, { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock.close();
    if (!(error instanceof Database.SqliteError) || error.code !== 'SQLITE_BUSY') throw error;
    throw new DatabaseRefused(`Another hall server is using ${file.replace(/\.lock$/, '')}. Stop it first.`);
  }
}

/** Made under another name and moved into place whole: a first start that is killed leaves nothing half made. */
function create(file: string) {
  const unfinished = `${file}.new`;
  for (const left of [unfinished, `${unfinished}-journal`]) rmSync(left, { force: true });
  const db = new Database(unfinished);
  try {
    db.pragma(`application_id = ${applicationId}`);
    migrate(db);
  } finally {
    db.close();
  }
  renameSync(unfinished, file);
}

/** As the hall server writes it: durable, up to date. Without a look at what it is, and without a lock. */
export function openForUse(file: string): Database.Database {
  const db = new Database(file, { fileMustExist: true, timeout: 250 });
  try {
    setPragmas(db);
    migrate(db);
    // The first write in WAL mode is where the built-in default would fall to NORMAL.
    assertDurable(db);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** @throws DatabaseRefused unless the file is ours, sound, and not from a newer version; nothing is written */
export function inspect(file: string) {
  const db = new Database(file, { readonly: true, fileMustExist: true, timeout: 250 });
  try {
    const ours = db.pragma('application_id', { simple: true });
    if (ours !== applicationId) {
      throw new DatabaseRefused(`${file} is not a ClearCall database. It has been left as it is.`);
    }
    const version = Number(db.pragma('user_version', { simple: true }));
    if (version > newestVersion) {
      throw new DatabaseRefused(
        `${file} was written by a newer ClearCall (schema ${version}, this one knows ${newestVersion}). Install the newer version again.`,
      );
    }
    const found = db.pragma('quick_check(1)', { simple: true });
    if (found !== 'ok') throw new DatabaseRefused(damaged(file, String(found)));
  } catch (error) {
    if (error instanceof Database.SqliteError) throw new DatabaseRefused(damaged(file, error.code));
    throw error;
  } finally {
    db.close();
  }
}

function damaged(file: string, how: string): string {
  return `${file} is damaged (${how}). It has been left as it is; restore a backup.`;
}

function setPragmas(db: Database.Database) {
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  db.pragma('busy_timeout = 250');
  // What somebody has had erased is not left lying in the file.
  db.pragma('secure_delete = ON');
}

/** @throws Error unless every acknowledged commit is on the disk: WAL, synchronous FULL, a SQLite without the WAL-reset bug */
export function assertDurable(db: Database.Database) {
  const mode = db.pragma('journal_mode', { simple: true });
  const synchronous = db.pragma('synchronous', { simple: true });
  const version = String(db.prepare('SELECT sqlite_version()').pluck().get());
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  const [wantMajor, wantMinor, wantPatch] = oldestSqlite;
  const newEnough =
    major > wantMajor || (major === wantMajor && (minor > wantMinor || (minor === wantMinor && patch >= wantPatch)));
  if (mode !== 'wal' || synchronous !== 2 || !newEnough) {
    throw new Error(`storage is not durable: journal_mode ${mode}, synchronous ${synchronous}, SQLite ${version}`);
  }
}
