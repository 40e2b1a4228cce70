import type Database from 'better-sqlite3';
import { z } from 'zod';
import { StaffId, TicketId } from '../../shared/ids.ts';
import type { HallEvent } from '../queue/events.ts';

const Row = z.object({ ticketId: TicketId, staffId: StaffId });

/** Keeps the proposals that wait for a second person. */
export function unflagWriter(db: Database.Database): (event: HallEvent) => void {
  const insert = db.prepare('INSERT INTO unflag_proposals (ticket_id, staff_id, at) VALUES (?, ?, ?)');
  const remove = db.prepare('DELETE FROM unflag_proposals WHERE ticket_id = ?');
  return (event) => {
    if (event.type === 'unflagProposed') insert.run(event.ratingOf, event.staffId, event.at);
    if (event.type === 'unflagDecided') remove.run(event.ratingOf);
  };
}

/** Who has proposed to count which flagged rating again. */
export function loadUnflagging(db: Database.Database): ReadonlyMap<TicketId, StaffId> {
  const rows = db.prepare('SELECT ticket_id AS ticketId, staff_id AS staffId FROM unflag_proposals ORDER BY at').all();
  return new Map(rows.map((row) => Row.parse(row)).map(({ ticketId, staffId }) => [ticketId, staffId]));
}
