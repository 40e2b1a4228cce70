import type Database from 'better-sqlite3';
import { z } from 'zod';
import { RatingLevel } from '../../shared/commands.ts';
import { CounterId, QueueId, ServiceId, StaffId, TicketId } from '../../shared/ids.ts';
import { misuseFlags } from '../../shared/rating.ts';
import { ticketStatuses } from '../../shared/views.ts';
import type { RatingCase } from '../rating-cases/rating-case.ts';
import { caseFromRow } from './case-rows.ts';

const Leg = z.object({
  ...{ status: z.enum(ticketStatuses), queueId: QueueId, counterId: CounterId.nullable(), staffId: StaffId.nullable() },
  ...{ from: z.number(), to: z.number().nullable() },
});
const Step = z.object({
  ...{ at: z.number(), type: z.string(), staffId: z.string().nullable(), step: z.string(), commandId: z.string() },
});
const Said = z.object({ kind: z.string(), at: z.number(), indicators: z.string(), answers: z.string() });

const Flagged = z.object({
  ...{
    ticketId: TicketId,
    number: z.string(),
    day: z.string(),
    serviceId: ServiceId,
    level: RatingLevel,
    at: z.number(),
  },
  flags: z.string().transform((names) => z.array(z.enum(misuseFlags)).parse(names.split(','))),
});

/** One line of an export: the common core that provincial platforms ask for, with what we always add. */
const ExportRow = z.object({
  ...{ position: z.number(), kind: z.enum(['level', 'detail', 'opinion']), at: z.number() },
  ...{ ticketId: TicketId.nullable(), number: z.string().nullable(), day: z.string().nullable() },
  ...{ externalCaseNo: z.string().nullable(), serviceId: z.string().nullable(), staffId: z.string().nullable() },
  ...{ counterId: z.string().nullable(), level: z.number().nullable(), channel: z.string().nullable() },
  ...{ sequence: z.number().nullable(), indicators: z.string(), answers: z.string(), flags: z.string() },
  ...{ later: z.string().nullable(), text: z.string().nullable(), hash: z.string() },
});
export type ExportRow = z.infer<typeof ExportRow>;

/** What is asked about ratings and cases; nothing here changes anything. Dates are 'YYYY-MM-DD', the last one included. */
export function openRatingReports(db: Database.Database) {
  const cases = db.prepare(`
    SELECT value FROM rating_cases WHERE status NOT IN ('closed', 'invalid') OR opened_at BETWEEN ? AND ?
    ORDER BY status IN ('closed', 'invalid'), opened_at DESC LIMIT 2000`);
  const casesAfter = db.prepare(`
    SELECT value FROM rating_cases WHERE (opened_at, ticket_id) > (:openedAt, :ticketId) AND opened_at BETWEEN :since AND :until
    ORDER BY opened_at, ticket_id LIMIT :limit`);
  const casesBetween = db.prepare('SELECT count(*) FROM rating_cases WHERE opened_at BETWEEN ? AND ?').pluck();
  const legs = db.prepare(`
    SELECT status, queue_id AS queueId, counter_id AS counterId, staff_id AS staffId, from_at AS "from", to_at AS "to"
    FROM spans WHERE ticket_id = ? ORDER BY position`);
  const steps = db.prepare(`
    SELECT at, type, staff_id AS staffId, step, command_id AS commandId FROM case_steps WHERE ticket_id = ? ORDER BY position`);
  const said = db.prepare(
    "SELECT kind, at, indicators, answers FROM ratings WHERE ticket_id = ? AND kind IN ('level', 'detail') ORDER BY position",
  );
  const rows = db.prepare(`
    SELECT ratings.position, ratings.kind, ratings.at, ratings.ticket_id AS ticketId, number, day,
      external_case_no AS externalCaseNo, service_id AS serviceId, tickets.counter_id AS counterId,
      (SELECT staff_id FROM spans WHERE spans.ticket_id = tickets.id AND staff_id IS NOT NULL ORDER BY position DESC LIMIT 1) AS staffId,
      coalesce(ratings.level, (SELECT level FROM ratings AS first WHERE first.ticket_id = ratings.ticket_id AND first.kind = 'level')) AS level,
      ratings.channel, ratings.sequence, indicators, answers, flags,
      (SELECT group_concat(kind) FROM (SELECT kind FROM ratings AS later WHERE later.ticket_id = ratings.ticket_id
        AND later.kind IN ('flagged', 'unflagged', 'invalid', 'reinstated') ORDER BY later.position)) AS later,
      coalesce(shown, text) AS text, hash
    FROM ratings LEFT JOIN tickets ON tickets.id = ratings.ticket_id
      LEFT JOIN typed_texts ON typed_texts.command_id = ratings.command_id AND part = 'rating'
    WHERE ratings.position > :after AND ratings.kind IN ('level', 'detail', 'opinion') AND ratings.at >= :from AND ratings.at < :until
    ORDER BY ratings.position LIMIT :limit`);

  const flagged = db.prepare(`
    SELECT ratings.ticket_id AS ticketId, number, day, service_id AS serviceId, level, ratings.at,
      (SELECT group_concat(DISTINCT value) FROM ratings AS flags, json_each(flags.flags)
        WHERE flags.ticket_id = ratings.ticket_id AND flags.kind IN ('level', 'flagged')) AS flags
    FROM ratings JOIN tickets ON tickets.id = ratings.ticket_id
    WHERE ratings.kind = 'level' AND level > 2 AND ratings.at >= ? AND ratings.at < ?
      AND (ratings.flags <> '[]' OR EXISTS
        (SELECT 1 FROM ratings AS later WHERE later.ticket_id = ratings.ticket_id AND later.kind = 'flagged'))
      AND NOT EXISTS (SELECT 1 FROM ratings AS later WHERE later.ticket_id = ratings.ticket_id AND later.kind = 'unflagged')
    ORDER BY ratings.position DESC LIMIT 1000`);
  const rowCount = db
    .prepare("SELECT count(*) FROM ratings WHERE kind IN ('level', 'detail', 'opinion') AND at >= ? AND at < ?")
    .pluck();

  return {
    /** Every case that has not ended, and those opened in the period; beyond two thousand the newest ended ones. */
    cases: (since: number, until: number): readonly RatingCase[] => cases.all(since, until).map(caseFromRow),
    /** The next cases opened in the period, in the order of their opening; `after` null: from its beginning. */
    casesAfter: (after: RatingCase | null, since: number, until: number, limit: number): readonly RatingCase[] => {
      const { openedAt, ticketId } = after ?? { openedAt: since, ticketId: '' };
      return casesAfter.all({ openedAt, ticketId, since, until, limit }).map(caseFromRow);
    },
    /** Flagged ratings of levels 3 to 5 that were given in the period and still do not count; the newest thousand. */
    flagged: (since: number, until: number) => flagged.all(since, until).map((row) => Flagged.parse(row)),
    casesBetween: (since: number, until: number) => Number(casesBetween.get(since, until)),
    legs: (id: TicketId) => legs.all(id).map((row) => Leg.parse(row)),
    steps: (id: TicketId) => steps.all(id).map((row) => Step.parse(row)),
    said: (id: TicketId) => said.all(id).map((row) => Said.parse(row)),
    /** How many rows an export of the period has. */
    exportRowCount: (from: number, until: number) => Number(rowCount.get(from, until)),
    /** The next rows of the record after one; short reads, so that an export of years never holds up a call. */
    exportRows: (after: number, from: number, until: number, limit: number): readonly ExportRow[] =>
      rows.all({ after, from, until, limit }).map((row) => ExportRow.parse(row)),
  };
}
export type RatingReports = ReturnType<typeof openRatingReports>;
