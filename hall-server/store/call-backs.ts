import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type Database from 'better-sqlite3';
import { z } from 'zod';
import type { TicketId } from '../../shared/ids.ts';

const dayMs = 24 * 3_600_000;
const Sealed = z.object({ sealed: z.instanceof(Buffer) });

/** Numbers to be called back at: sealed with a key that lies beside the database and not in it, so a copied file tells nothing. */
export function openCallBacks(db: Database.Database) {
  const keyFile = join(dirname(db.name), 'call-back.key');
  let known: Buffer | null = null;
  const key = (): Buffer => {
    if (known === null && !existsSync(keyFile)) writeFileSync(keyFile, randomBytes(32), { mode: 0o600, flag: 'wx' });
    known ??= readFileSync(keyFile);
    return known;
  };
  const save = db.prepare(
    'INSERT INTO call_backs (ticket_id, sealed, at) VALUES (?, ?, ?) ON CONFLICT (ticket_id) DO UPDATE SET sealed = excluded.sealed, at = excluded.at',
  );
  const find = db.prepare('SELECT sealed FROM call_backs WHERE ticket_id = ?');
  const erase = db.prepare(`
    DELETE FROM call_backs WHERE ticket_id IN
      (SELECT ticket_id FROM rating_cases WHERE status IN ('closed', 'invalid') AND since < ?)`);

  return {
    save(ticketId: TicketId, phone: string, at: number) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key(), nonce);
      // Bound to its ticket: moved to another row it does not open.
      cipher.setAAD(Buffer.from(ticketId));
      const body = Buffer.concat([cipher.update(phone, 'utf8'), cipher.final()]);
      save.run(ticketId, Buffer.concat([nonce, cipher.getAuthTag(), body]), at);
    },
    /** The number, or null: none was left, it is erased, or the key is another one. */
    of(ticketId: TicketId): string | null {
      const row = find.get(ticketId);
      if (row === undefined) return null;
      const { sealed } = Sealed.parse(row);
      try {
        const decipher = createDecipheriv('aes-256-gcm', key(), sealed.subarray(0, 12));
        decipher.setAAD(Buffer.from(ticketId));
        decipher.setAuthTag(sealed.subarray(12, 28));
        return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString('utf8');
      } catch {
        // A restored database without its key: the number is lost, the case is not.
        return null;
      }
    },
    /** Erases the numbers of cases that ended so many days ago. @returns how many */
    eraseOld: (now: number, days: number) => erase.run(now - days * dayMs).changes,
  };
}
