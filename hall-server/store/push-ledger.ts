import type Database from 'better-sqlite3';
import { z } from 'zod';

const Counts = z.object({ taken: z.number(), refused: z.number(), waiting: z.number() });
const Refused = z.object({ position: z.number(), status: z.number().nullable(), at: z.number() });

/** What was sent of the rating record. From the first start with an exporter on: what was said before stays here. */
export function openPushLedger(db: Database.Database, now: number) {
  db.prepare(`
    INSERT INTO pushes (position, outcome, at)
    SELECT coalesce(max(position), 0), 'start', ? FROM ratings WHERE NOT EXISTS (SELECT 1 FROM pushes)
    GROUP BY NULL HAVING NOT EXISTS (SELECT 1 FROM pushes)`).run(now);
  const last = db.prepare('SELECT max(position) FROM pushes').pluck();
  const insert = db.prepare('INSERT INTO pushes (position, outcome, status, at) VALUES (?, ?, ?, ?)');
  const counts = db.prepare(`
    SELECT (SELECT count(*) FROM pushes WHERE outcome = 'taken') AS taken,
      (SELECT count(*) FROM pushes WHERE outcome = 'refused') AS refused,
      (SELECT count(*) FROM ratings WHERE kind IN ('level', 'detail')
        AND position > (SELECT max(position) FROM pushes)) AS waiting`);
  const refused = db.prepare(
    "SELECT position, status, at FROM pushes WHERE outcome = 'refused' ORDER BY position DESC LIMIT 20",
  );
  return {
    /** The position up to which all is settled. */
    last: () => Number(last.get()),
    write: (position: number, outcome: 'taken' | 'refused' | 'notSent', status: number | null, at: number) =>
      void insert.run(position, outcome, status, at),
    counts: () => Counts.parse(counts.get()),
    /** The latest that the platform will never take. */
    refused: () => refused.all().map((row) => Refused.parse(row)),
  };
}
export type PushLedger = ReturnType<typeof openPushLedger>;
