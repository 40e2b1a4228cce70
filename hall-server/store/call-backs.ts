import type Database from 'better-sqlite3';
import { z } from 'zod';
import type { TicketId } from '../../shared/ids.ts';
import { openSeal } from './seal.ts';

const dayMs = 24 * 3_600_000;
const Sealed = z.object({ sealed: z.instanceof(Buffer) });

/** Numbers to be called back at, each sealed for its ticket. */
export function openCallBacks(db: Database.Database) {
  const seal = openSeal(db);
  const save = db.prepare(
    'INSERT INTO call_backs (ticket_id, sealed, at) VALUES (?, ?, ?) ON CONFLICT (ticket_id) DO UPDATE SET sealed = excluded.sealed, at = excluded.at',
  );
  const find = db.prepare('SELECT sealed FROM call_backs WHERE ticket_id = ?');
  const erase = db.prepare(`
    DELETE FROM call_backs WHERE ticket_id IN
      (SELECT ticket_id FROM rating_cases WHERE status IN ('closed', 'invalid') AND since < ?)`);

  return {
    save(ticketId: TicketId, phone: string, at: number) {
      save.run(ticketId, seal.close(phone, ticketId), at);
    },
    /** The number, or null: none was left, it is erased, or the key is another one. */
    of(ticketId: TicketId): string | null {
      const row = find.get(ticketId);
      if (row === undefined) return null;
      // A restored database without its key: the number is lost, the case is not.
      return seal.open(Sealed.parse(row).sealed, ticketId);
    },
    /** Erases the numbers of cases that ended so many days ago. @returns how many */
    eraseOld: (now: number, days: number) => erase.run(now - days * dayMs).changes,
  };
}
