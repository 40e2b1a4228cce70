import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync } from 'node:fs';
import Database from 'better-sqlite3';
import { z } from 'zod';
import { DatabaseRefused, inspect } from './database.ts';

/** What a sound copy says of itself. */
export interface CopyFacts {
  /** Eight hexadecimal digits that tell this hall's database from any other. */
  readonly hall: string;
  readonly generation: number;
  readonly sequence: number;
  /** UTC ms of its last event; 0 before there was one. */
  readonly lastEventAt: number;
}

/** Tells this hall's database from any other, without saying its secret. */
export function hallOf(db: Database.Database): { readonly hall: string; readonly generation: number } {
  const { link_key, generation } = z
    .object({ link_key: z.instanceof(Buffer), generation: z.number() })
    .parse(db.prepare('SELECT link_key, generation FROM identity').get());
  return { hall: createHash('sha256').update('backup').update(link_key).digest('hex').slice(0, 8), generation };
}

/**
 * Whether a copy of a database is whole, page by page, and one file that is on the disk. Takes seconds for a large one: not for the
 * thread that serves the hall.
 * @throws DatabaseRefused what is wrong with it
 */
export function checkCopy(file: string): CopyFacts {
  inspect(file);
  const db = new Database(file, { fileMustExist: true });
  try {
    // The log that SQLite would keep beside it goes into the file: a backup is one file.
    db.pragma('journal_mode = DELETE');
    const found = db.pragma('integrity_check(1)', { simple: true });
    if (found !== 'ok') throw new DatabaseRefused(`${file} is damaged (${found}).`);
    const behind = db
      .prepare(`
        SELECT queue_id FROM queues WHERE last_sequence < (SELECT coalesce(max(sequence), 0) FROM tickets
          WHERE issued_queue_id = queue_id AND day = (SELECT max(date) FROM days))`)
      .pluck()
      .get();
    if (behind !== undefined) throw new DatabaseRefused(`${file} would give a number of queue ${behind} twice.`);
    const journal = z
      .object({ sequence: z.number(), lastEventAt: z.number() })
      .parse(
        db
          .prepare('SELECT coalesce(max(sequence), 0) AS sequence, coalesce(max(at), 0) AS lastEventAt FROM journal')
          .get(),
      );
    return { ...hallOf(db), ...journal };
  } finally {
    db.close();
    const handle = openSync(file, 'r+');
    fsyncSync(handle);
    closeSync(handle);
  }
}
