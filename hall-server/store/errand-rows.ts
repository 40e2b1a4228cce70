import type Database from 'better-sqlite3';
import { TicketId } from '../../shared/ids.ts';
import { endsCase } from '../queue/lifecycle.ts';
import type { CaseId, Ticket } from '../queue/state.ts';

export interface ErrandRows {
  /** Writes the case of a ticket, before the ticket itself: opened by its first visit, ended by the first that ends it. */
  readonly write: (ticket: Ticket) => void;
  /** Of the earliest visit that was given this number. */
  readonly byNo: (externalCaseNo: string) => CaseId | null;
}

export function errandRows(db: Database.Database): ErrandRows {
  const save = db.prepare(`
    INSERT INTO cases (id, external_case_no, service_id, opened_on, done_on, done_at)
    SELECT id, :no, service_id, day, :doneOn, :doneAt FROM tickets WHERE id = :id
    ON CONFLICT (id) DO UPDATE SET external_case_no = coalesce(external_case_no, excluded.external_case_no),
      done_on = coalesce(done_on, excluded.done_on), done_at = coalesce(done_at, excluded.done_at)`);
  const find = db
    .prepare(
      'SELECT case_id FROM tickets WHERE external_case_no = ? AND case_id IS NOT NULL ORDER BY issued_at LIMIT 1',
    )
    .pluck();
  return {
    write(ticket) {
      if (ticket.caseId === null) return;
      const done = ticket.status === 'done' ? ticket : null;
      const ended = done !== null && endsCase.includes(done.outcome);
      save.run({
        id: ticket.caseId,
        no: done?.externalCaseNo ?? null,
        doneOn: ended ? ticket.day : null,
        doneAt: ended ? ticket.since : null,
      });
    },
    byNo: (externalCaseNo) => {
      const found = find.get(externalCaseNo);
      return found === undefined ? null : TicketId.parse(found);
    },
  };
}
