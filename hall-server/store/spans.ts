import type Database from 'better-sqlite3';
import { hasEnded } from '../queue/lifecycle.ts';
import type { Ticket } from '../queue/state.ts';

/** Writes how long tickets spend in each state; a row is opened and closed by the steps themselves. */
export function spanWriter(db: Database.Database): (before: Ticket | undefined, after: Ticket) => void {
  const close = db.prepare('UPDATE spans SET to_at = max(from_at, ?) WHERE ticket_id = ? AND to_at IS NULL');
  const open = db.prepare(`
    INSERT INTO spans (ticket_id, position, status, queue_id, counter_id, staff_id, from_at)
    SELECT :ticketId, count(*) + 1, :status, :queueId, :counterId, :staffId, :since FROM spans WHERE ticket_id = :ticketId
  `);
  return (before, after) => {
    const stepped = before === undefined || before.status !== after.status || before.since !== after.since;
    if (!stepped) return;
    if (before !== undefined) close.run(after.since, after.id);
    if (hasEnded(after.status)) return;
    open.run({
      ticketId: after.id,
      status: after.status,
      queueId: after.queueId,
      counterId: 'counterId' in after ? after.counterId : null,
      staffId: after.status === 'serving' ? after.staffId : null,
      since: after.since,
    });
  };
}
