import type Database from 'better-sqlite3';
import { hasEnded } from '../queue/lifecycle.ts';
import type { Ticket } from '../queue/state.ts';

/**
 * Writes how long tickets spend in each state, and with whom; a row is opened and closed by the steps themselves.
 * `at`: UTC ms of the step.
 */
export function spanWriter(db: Database.Database): (before: Ticket | undefined, after: Ticket, at: number) => void {
  const close = db.prepare('UPDATE spans SET to_at = max(from_at, ?) WHERE ticket_id = ? AND to_at IS NULL');
  const open = db.prepare(`
    INSERT INTO spans (ticket_id, position, status, queue_id, counter_id, staff_id, from_at)
    SELECT :ticketId, count(*) + 1, :status, :queueId, :counterId, :staffId, :since FROM spans WHERE ticket_id = :ticketId
  `);
  return (before, after, at) => {
    const stepped = before === undefined || before.status !== after.status || before.since !== after.since;
    const passedOn = !stepped && staffOf(before) !== staffOf(after);
    if (!stepped && !passedOn) return;
    const since = passedOn ? at : after.since;
    if (before !== undefined) close.run(since, after.id);
    if (hasEnded(after.status)) return;
    open.run({
      ticketId: after.id,
      status: after.status,
      queueId: after.queueId,
      counterId: 'counterId' in after ? after.counterId : null,
      staffId: staffOf(after),
      since,
    });
  };
}

const staffOf = (ticket: Ticket) => (ticket.status === 'serving' ? ticket.staffId : null);
