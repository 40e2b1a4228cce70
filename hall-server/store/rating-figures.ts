import type Database from 'better-sqlite3';
import { z } from 'zod';
import { RatingLevel } from '../../shared/commands.ts';
import { leastRatings, type RatingFigure, type RatingFigures } from '../../shared/rating-ledger.ts';
import type { FactsOfDay } from '../figures/figures.ts';

/** What was said of visits of the days asked for, with what was judged about it later; equal ones together. */
const ratedSql = `
  WITH later AS (
    SELECT ticket_id, max(kind = 'flagged') AS flagged, max(kind = 'unflagged') AS unflagged,
      coalesce(max(CASE kind WHEN 'invalid' THEN position END), 0)
        > coalesce(max(CASE kind WHEN 'reinstated' THEN position END), 0) AS invalid
    FROM ratings WHERE kind IN ('flagged', 'unflagged', 'invalid', 'reinstated') GROUP BY ticket_id
  )
  SELECT service_id AS service, tickets.counter_id AS counter,
    (SELECT staff_id FROM spans WHERE ticket_id = tickets.id AND staff_id IS NOT NULL ORDER BY position DESC LIMIT 1) AS staff,
    level, (ratings.flags <> '[]' OR coalesce(later.flagged, 0)) AND NOT coalesce(later.unflagged, 0) AS isFlagged,
    coalesce(later.invalid, 0) AS isInvalid, count(*) AS n
  FROM ratings JOIN tickets ON tickets.id = ratings.ticket_id LEFT JOIN later ON later.ticket_id = ratings.ticket_id
  WHERE ratings.kind = 'level' AND ratings.at >= :since AND day BETWEEN :from AND :to
    AND (tickets.status = 'done' OR (tickets.status = 'expired' AND expired_from = 'serving'))
  GROUP BY service, counter, staff, level, isFlagged, isInvalid`;

const Rated = z.object({
  ...{ service: z.string(), counter: z.string().nullable(), staff: z.string().nullable(), level: RatingLevel },
  ...{ isFlagged: z.number(), isInvalid: z.number(), n: z.number() },
});
const count = z
  .number()
  .nullable()
  .transform((value) => value ?? 0);
const Opinions = z.object({ given: count, flagged: count, mean: z.number().nullable() });

interface Period {
  readonly from: string;
  readonly to: string;
  readonly since: number;
  readonly until: number;
}

/** Scores, and how many could have rated: those from the record, these from the visits of the days. */
export function readRatingFigures(
  db: Database.Database,
  { from, to, since, until }: Period,
  days: Iterable<FactsOfDay>,
): RatingFigures {
  const groups = { hall: newGroup(), service: newGroup(), counter: newGroup(), staff: newGroup() };
  for (const { facts } of days) {
    const { service, counter, staff } = facts.dimensions;
    for (let at = 0; at < facts.visits; at += 1) {
      if (facts.measures.ratable[at] !== 1) continue;
      groups.hall.of('all').ratable += 1;
      for (const [name, column] of [
        ['service', service],
        ['counter', counter],
        ['staff', staff],
      ] as const) {
        const key = facts.names[name][column[at] ?? -1];
        if (key !== undefined) groups[name].of(key).ratable += 1;
      }
    }
  }
  for (const row of db.prepare(ratedSql).all({ from, to, since })) {
    const rated = Rated.parse(row);
    groups.hall.add('all', rated);
    for (const name of ['service', 'counter', 'staff'] as const) groups[name].add(rated[name], rated);
  }
  const { given, flagged, mean } = Opinions.parse(
    db
      .prepare(`
        SELECT count(*) AS given, sum(flags <> '[]') AS flagged, avg(CASE WHEN flags = '[]' THEN level END) AS mean
        FROM ratings WHERE kind = 'opinion' AND at >= ? AND at < ?`)
      .get(since, until),
  );
  const [hall] = groups.hall.figures();
  return {
    ...{ from, to, hall: hall ?? figureOf('all', nothing()) },
    services: groups.service.figures(),
    counters: groups.counter.figures(),
    staff: groups.staff.figures(),
    opinions: { given, flagged, mean: given - flagged < leastRatings ? null : mean },
  };
}

interface Sums {
  ratable: number;
  rated: number;
  flagged: number;
  invalid: number;
  /** How many of 1, 2, 3, 4 and 5 that count; with flagged ones in it. */
  readonly levels: [number, number, number, number, number];
  readonly withFlagged: [number, number, number, number, number];
}
const nothing = (): Sums => ({
  ...{ ratable: 0, rated: 0, flagged: 0, invalid: 0 },
  ...{ levels: [0, 0, 0, 0, 0], withFlagged: [0, 0, 0, 0, 0] },
});

function newGroup() {
  const sums = new Map<string, Sums>();
  const of = (key: string) => {
    const known = sums.get(key) ?? nothing();
    sums.set(key, known);
    return known;
  };
  return {
    of,
    add(key: string | null, { level, isFlagged, isInvalid, n }: z.infer<typeof Rated>) {
      if (key === null) return;
      const into = of(key);
      const at = (level - 1) as 0 | 1 | 2 | 3 | 4;
      into.rated += n;
      if (isFlagged === 1) into.flagged += n;
      if (isInvalid === 1) into.invalid += n;
      else {
        into.withFlagged[at] += n;
        if (isFlagged === 0) into.levels[at] += n;
      }
    },
    figures: () =>
      [...sums]
        .map(([key, one]) => figureOf(key, one))
        .toSorted((a, b) => b.ratable - a.ratable || (a.key < b.key ? -1 : 1)),
  };
}

const total = (levels: readonly number[]) => levels.reduce((sum, n) => sum + n, 0);
const meanOf = (levels: readonly number[]) => levels.reduce((sum, n, at) => sum + n * (at + 1), 0) / total(levels);

function figureOf(key: string, { levels, withFlagged, ...counts }: Sums): RatingFigure {
  const scored = total(levels);
  const enough = scored >= leastRatings;
  // With flagged ones n is larger: both are shown or neither, or one rating could be worked out from the two.
  return {
    ...{ key, ...counts, scored },
    mean: enough ? meanOf(levels) : null,
    meanWithFlagged: enough ? meanOf(withFlagged) : null,
    levels: enough ? levels : null,
  };
}
