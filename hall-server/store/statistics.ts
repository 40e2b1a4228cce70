import type Database from 'better-sqlite3';
import { z } from 'zod';
import { ServiceId } from '../../shared/ids.ts';

const Figure = z.object({ mean: z.number(), median: z.number(), p90: z.number() });
const TripsRow = z
  .object({
    serviceId: ServiceId,
    cases: z.number(),
    tripsMean: z.number(),
    tripsMedian: z.number(),
    tripsP90: z.number(),
    daysMean: z.number(),
    daysMedian: z.number(),
    daysP90: z.number(),
  })
  .transform(({ serviceId, cases, ...row }) => ({
    serviceId,
    cases,
    trips: Figure.parse({ mean: row.tripsMean, median: row.tripsMedian, p90: row.tripsP90 }),
    days: Figure.parse({ mean: row.daysMean, median: row.daysMedian, p90: row.daysP90 }),
  }));
export type TripsOfService = z.infer<typeof TripsRow>;

// Nearest rank: the smallest value that half, or nine of ten, do not exceed.
const tripsSql = `
WITH errands AS (
  -- The visits of a case: its tickets, and those on which it was one service of several.
  SELECT cases.service_id,
    (SELECT count(DISTINCT day) FROM (
      SELECT day FROM tickets WHERE case_id = cases.id
      UNION ALL SELECT day FROM finished_services JOIN tickets ON tickets.id = ticket_id
        WHERE finished_services.case_id = cases.id
    ) WHERE day <= cases.done_on) AS trips,
    julianday(cases.done_on) - julianday(cases.opened_on) AS days
  FROM cases WHERE cases.done_on >= :from AND cases.done_on < :to
), ranked AS (
  SELECT service_id, trips, days,
    row_number() OVER (PARTITION BY service_id ORDER BY trips) AS by_trips,
    row_number() OVER (PARTITION BY service_id ORDER BY days) AS by_days,
    count(*) OVER (PARTITION BY service_id) AS n
  FROM errands
)
SELECT service_id AS serviceId, count(*) AS cases,
  avg(trips) AS tripsMean,
  max(CASE WHEN by_trips = (n + 1) / 2 THEN trips END) AS tripsMedian,
  max(CASE WHEN by_trips = (n * 9 + 9) / 10 THEN trips END) AS tripsP90,
  avg(days) AS daysMean,
  max(CASE WHEN by_days = (n + 1) / 2 THEN days END) AS daysMedian,
  max(CASE WHEN by_days = (n * 9 + 9) / 10 THEN days END) AS daysP90
FROM ranked GROUP BY service_id ORDER BY cases DESC, serviceId`;

/**
 * Errands brought to their end (served at once, or collected) on business days in [from, to), by service: trips are the
 * business days with a ticket of the case, days are calendar days from the first of them to the end.
 * @param period 'YYYY-MM-DD'
 */
export function tripsByService(
  db: Database.Database,
  period: { readonly from: string; readonly to: string },
): readonly TripsOfService[] {
  return db
    .prepare(tripsSql)
    .all(period)
    .map((row) => TripsRow.parse(row));
}
