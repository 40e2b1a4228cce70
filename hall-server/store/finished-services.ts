import type Database from 'better-sqlite3';
import type { Ticket } from '../queue/state.ts';

/** Writes what a visit has finished since before: a row a service, never changed. */
export function finishedServicesWriter(db: Database.Database): (before: Ticket | undefined, after: Ticket) => void {
  const insert = db.prepare(`
    INSERT INTO finished_services (ticket_id, position, service_id, counter_id, staff_id, at, outcome, external_case_no,
      collect_on, missing, case_id)
    VALUES (:ticketId, :position, :serviceId, :counterId, :staffId, :at, :outcome, :externalCaseNo,
      :collectOn, :missing, :caseId)`);
  return (before, after) => {
    for (const [index, service] of after.finished.entries()) {
      if (index < (before?.finished.length ?? 0)) continue;
      insert.run({
        ...service,
        ticketId: after.id,
        position: index + 1,
        missing: JSON.stringify(service.missing),
      });
    }
  };
}

/** Of one ticket, in their order, as the JSON that `ticket-rows.ts` reads. */
export const finishedServicesSql = `
  SELECT json_group_array(json_object('serviceId', service_id, 'counterId', counter_id, 'staffId', staff_id, 'at', at,
    'outcome', outcome, 'externalCaseNo', external_case_no, 'collectOn', collect_on, 'missing', json(missing),
    'caseId', case_id)) FROM (SELECT * FROM finished_services WHERE ticket_id = tickets.id ORDER BY position)`;
