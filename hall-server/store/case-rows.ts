import type Database from 'better-sqlite3';
import { z } from 'zod';
import { RatingLevel } from '../../shared/commands.ts';
import { type CommandId, StaffId, TicketId } from '../../shared/ids.ts';
import { misuseFlags } from '../../shared/rating.ts';
import { caseStatuses, invalidGrounds, satisfactions } from '../../shared/rating-case.ts';
import type { CaseEvent } from '../queue/events.ts';
import type { RatingCase } from '../rating-cases/rating-case.ts';

const Moment = z.object({ date: z.string(), minute: z.number() });
const Appeal = z.object({ upheld: z.boolean().nullable() });

/** A row read back is checked like any other input. */
const Saved: z.ZodType<RatingCase> = z.object({
  ticketId: TicketId,
  level: RatingLevel,
  flags: z.array(z.enum(misuseFlags)),
  servedBy: z.array(StaffId),
  status: z.enum(caseStatuses),
  openedAt: z.number(),
  since: z.number(),
  openedOn: Moment,
  days: z.object({ verify: z.number(), rectify: z.number(), revisit: z.number(), appeal: z.number() }),
  mayCallBack: z.boolean(),
  verifiedOn: Moment.nullable(),
  fedBackOn: Moment.nullable(),
  reopenedOn: Moment.nullable(),
  measure: z.object({ owner: StaffId, by: z.string() }).nullable(),
  satisfaction: z.enum(satisfactions).nullable(),
  proposal: z
    .union([
      z.object({ what: z.literal('invalid'), by: StaffId, ground: z.enum(invalidGrounds) }),
      z.object({ what: z.enum(['unflag', 'close']), by: StaffId }),
    ])
    .nullable(),
  appeals: z.object({ ratedPerson: Appeal.exactOptional(), rater: Appeal.exactOptional() }),
  declaredInvalid: z.boolean(),
  tookPart: z.array(StaffId),
});

/** @throws ZodError when the row cannot be a case */
export function caseFromRow(row: unknown): RatingCase {
  return Saved.parse(JSON.parse(z.object({ value: z.string() }).parse(row).value));
}

export function caseWriter(db: Database.Database) {
  const save = db.prepare(`
    INSERT INTO rating_cases (ticket_id, status, opened_at, since, value) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (ticket_id) DO UPDATE SET status = excluded.status, since = excluded.since, value = excluded.value`);
  const addStep = db.prepare(`
    INSERT INTO case_steps (ticket_id, position, at, type, staff_id, step, command_id)
    SELECT :ticketId, count(*) + 1, :at, :type, :staffId, :step, :commandId FROM case_steps WHERE ticket_id = :ticketId`);
  return {
    save: (one: RatingCase) => save.run(one.ticketId, one.status, one.openedAt, one.since, JSON.stringify(one)),
    step(event: CaseEvent, commandId: CommandId) {
      const { caseOf: ticketId, at, type } = event;
      const staffId = event.type === 'caseStepped' ? event.staffId : null;
      const step = JSON.stringify(event.type === 'caseStepped' ? event.step : {});
      addStep.run({ ticketId, at, type, staffId, step, commandId });
    },
  };
}
