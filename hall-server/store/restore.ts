import { copyFileSync, existsSync, mkdirSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { v7 as uuidV7 } from 'uuid';
import { removeCopy, syncFolder } from './backup.ts';
import { type CopyFacts, checkCopy } from './check-copy.ts';
import { openForUse, takeLock } from './database.ts';

export interface Restored extends CopyFacts {
  /** Where the database is that was there; null: there was none. */
  readonly replaced: string | null;
}

/**
 * Puts a backup in the place of a hall's database, which is kept beside it. The backup is left as it is.
 * @param now UTC ms
 * @throws DatabaseRefused when the hall server runs, or the backup is not whole; then nothing has changed
 */
export function restore(backup: string, file: string, now: number): Restored {
  mkdirSync(dirname(file), { recursive: true });
  const lock = takeLock(`${file}.lock`);
  const coming = `${file}.restoring`;
  try {
    removeCopy(coming);
    copyFileSync(backup, coming);
    const facts = checkCopy(coming);
    const generation = beginGeneration(coming, now);
    checkCopy(coming);
    const replaced = existsSync(file) || existsSync(`${file}-wal`) ? `${file}.replaced-${now}` : null;
    if (replaced !== null) {
      // Together: a log beside another database than its own would be written into it.
      for (const ending of ['-wal', '-shm', '']) {
        if (existsSync(`${file}${ending}`)) renameSync(`${file}${ending}`, `${replaced}${ending}`);
      }
    }
    renameSync(coming, file);
    syncFolder(dirname(file));
    return { ...facts, generation, replaced };
  } finally {
    removeCopy(coming);
    lock.close();
  }
}

/** Pages take a later generation for newer, whatever its journal's length; so it is one that no earlier restore can have had. */
function beginGeneration(file: string, now: number): number {
  const db = openForUse(file);
  try {
    return Number(
      db
        .prepare('UPDATE identity SET generation = max(generation + 1, ?), restore_command = ? RETURNING generation')
        .pluck()
        .get(Math.floor(now / 1000), uuidV7()),
    );
  } finally {
    db.close();
  }
}
