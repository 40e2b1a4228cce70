import type Database from 'better-sqlite3';
import { TicketId } from '../../shared/ids.ts';
import { endsCase } from '../queue/lifecycle.ts';
import type { CaseId, Ticket } from '../queue/state.ts';

export interface ErrandRows {
  /**
   * Writes the cases a step of a ticket has touched, before the ticket itself: opened by its first visit, ended by the
   * first service that ends it.
   */
  readonly write: (before: Ticket | undefined, after: Ticket) => void;
  /** Of the earliest visit that was given this number. */
  readonly byNo: (externalCaseNo: string) => CaseId | null;
}

type Touched = Pick<Ticket['finished'][number], 'caseId' | 'serviceId' | 'externalCaseNo' | 'at'> & { ended: boolean };

export function errandRows(db: Database.Database): ErrandRows {
  // A case joined to an earlier visit is of that visit's service and day.
  const save = db.prepare(`
    INSERT INTO cases (id, external_case_no, service_id, opened_on, done_on, done_at)
    VALUES (:id, :no, coalesce((SELECT service_id FROM tickets WHERE id = :id), :serviceId),
      coalesce((SELECT day FROM tickets WHERE id = :id), :day), :doneOn, :doneAt)
    ON CONFLICT (id) DO UPDATE SET external_case_no = coalesce(external_case_no, excluded.external_case_no),
      done_on = coalesce(done_on, excluded.done_on), done_at = coalesce(done_at, excluded.done_at)`);
  const find = db
    .prepare(`
    SELECT case_id FROM (
      SELECT case_id, since AS at FROM tickets WHERE external_case_no = :no AND case_id IS NOT NULL
      UNION ALL SELECT case_id, at FROM finished_services WHERE external_case_no = :no AND case_id IS NOT NULL
    ) ORDER BY at LIMIT 1`)
    .pluck();
  return {
    write(before, after) {
      for (const { caseId, serviceId, externalCaseNo, at, ended } of touched(before, after)) {
        if (caseId === null) continue;
        const end = ended ? { doneOn: after.day, doneAt: at } : { doneOn: null, doneAt: null };
        save.run({ id: caseId, no: externalCaseNo, serviceId, day: after.day, ...end });
      }
    },
    byNo: (no) => {
      const found = find.get({ no });
      return found === undefined ? null : TicketId.parse(found);
    },
  };
}

function touched(before: Ticket | undefined, after: Ticket): readonly Touched[] {
  const newlyFinished = after.finished.slice(before?.finished.length ?? 0);
  const ofServices = newlyFinished.map((one) => ({ ...one, ended: endsCase.includes(one.outcome) }));
  const { caseId, serviceId, since: at } = after;
  if (after.status === 'done') {
    const { outcome, externalCaseNo } = after;
    return [...ofServices, { caseId, serviceId, externalCaseNo, at, ended: endsCase.includes(outcome) }];
  }
  return caseId === before?.caseId
    ? ofServices
    : [...ofServices, { caseId, serviceId, externalCaseNo: null, at, ended: false }];
}
