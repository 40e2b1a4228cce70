import type Database from 'better-sqlite3';
import { z } from 'zod';
import { ticketStatuses } from '../../shared/views.ts';
import { type DayCounter, type DayFacts, dayFacts, type VisitRow } from '../figures/day-facts.ts';

const ms = z.number();
const Row: z.ZodType<VisitRow> = z.object({
  ...{ serviceId: z.string(), queueId: z.string(), counterId: z.string().nullable(), staffId: z.string().nullable() },
  ...{ source: z.string(), priorityClassId: z.string().nullable(), issuedAt: ms, effectiveAt: ms },
  ...{ firstCalledAt: ms.nullable(), toldLowMinutes: z.number().nullable(), toldHighMinutes: z.number().nullable() },
  ...{ missedTimes: z.number(), putBackTimes: z.number(), transferred: z.number(), status: z.enum(ticketStatuses) },
  ...{ since: ms, waiting: ms, walking: ms, serving: ms, served: z.number(), endedServing: z.number() },
});
const Day = z.object({ openedAt: ms, closedAt: ms.nullable() });
const Duty = z.object({ type: z.string(), counterId: z.string(), at: ms });

/** A visit for several services counts as one for the first of them. Every time is a sum over the spans of a ticket; walking is the time from a call that led to service. */
const visitsSql = `
SELECT coalesce((SELECT service_id FROM finished_services WHERE ticket_id = tickets.id AND position = 1), service_id) AS serviceId,
  issued_queue_id AS queueId,
  (SELECT counter_id FROM spans WHERE ticket_id = tickets.id AND status = 'serving' ORDER BY position DESC LIMIT 1) AS counterId,
  (SELECT staff_id FROM spans WHERE ticket_id = tickets.id AND status = 'serving' ORDER BY position DESC LIMIT 1) AS staffId,
  source, priority_class_id AS priorityClassId, issued_at AS issuedAt, effective_at AS effectiveAt,
  first_called_at AS firstCalledAt, told_low_minutes AS toldLowMinutes, told_high_minutes AS toldHighMinutes,
  missed_times AS missedTimes, put_back_times AS putBackTimes, transferred, tickets.status, since,
  coalesce(sum(CASE WHEN spans.status = 'waiting' THEN coalesce(to_at, :now) - from_at END), 0) AS waiting,
  coalesce(sum(CASE WHEN spans.status = 'called' AND EXISTS (SELECT 1 FROM spans AS next
    WHERE next.ticket_id = spans.ticket_id AND next.position = spans.position + 1 AND next.status = 'serving')
    THEN to_at - from_at END), 0) AS walking,
  coalesce(sum(CASE WHEN spans.status = 'serving' THEN coalesce(to_at, :now) - from_at END), 0) AS serving,
  count(CASE WHEN spans.status = 'serving' THEN 1 END) AS served,
  coalesce(expired_from = 'serving', 0) AS endedServing
FROM tickets LEFT JOIN spans ON spans.ticket_id = tickets.id
WHERE day = :day GROUP BY tickets.id ORDER BY issue_order`;

const dutySql = `
SELECT type, counter_id AS counterId, at FROM journal
WHERE type IN ('counterOpened', 'counterTakenOver', 'counterPaused', 'counterResumed', 'counterClosed')
  AND at >= ? AND at <= ? ORDER BY sequence`;

/** The visits of a business day, and how long each counter was open; `now`: UTC ms, for what still goes on. */
export function readDayFacts(db: Database.Database, day: string, midnight: number, now: number): DayFacts {
  const rows = db.prepare(visitsSql).all({ day, now });
  const found = db.prepare('SELECT opened_at AS openedAt, closed_at AS closedAt FROM days WHERE date = ?').get(day);
  const { openedAt, closedAt } = Day.parse(found ?? { openedAt: 0, closedAt: 0 });
  const until = closedAt ?? now;
  const duties = db
    .prepare(dutySql)
    .all(openedAt, until)
    .map((row) => Duty.parse(row));
  return dayFacts(
    rows.map((row) => Row.parse(row)),
    dutiesOf(duties, until),
    midnight,
  );
}

/** Which days of a period had a number, in order; those that are over are told apart. */
export function daysBetween(db: Database.Database, from: string, to: string) {
  return z
    .array(z.object({ day: z.string(), closed: z.number() }))
    .parse(
      db
        .prepare(
          'SELECT date AS day, closed_at IS NOT NULL AS closed FROM days WHERE date BETWEEN ? AND ? ORDER BY date',
        )
        .all(from, to),
    );
}

function dutiesOf(duties: readonly z.infer<typeof Duty>[], until: number): readonly DayCounter[] {
  const counters = new Map<
    string,
    { open: number; paused: number; openSince: number | null; pausedSince: number | null }
  >();
  const end = (
    one: { openSince: number | null; pausedSince: number | null; open: number; paused: number },
    at: number,
  ) => {
    if (one.pausedSince !== null) one.paused += at - one.pausedSince;
    if (one.openSince !== null) one.open += at - one.openSince;
    one.openSince = null;
    one.pausedSince = null;
  };
  for (const { type, counterId, at } of duties) {
    const one = counters.get(counterId) ?? { open: 0, paused: 0, openSince: null, pausedSince: null };
    counters.set(counterId, one);
    if (type === 'counterOpened') one.openSince ??= at;
    if (type === 'counterPaused') one.pausedSince ??= at;
    if (type === 'counterResumed' && one.pausedSince !== null) {
      one.paused += at - one.pausedSince;
      one.pausedSince = null;
    }
    if (type === 'counterClosed') end(one, at);
  }
  for (const one of counters.values()) end(one, until);
  return [...counters].map(([counterId, { open, paused }]) => ({ counterId, open, paused }));
}
