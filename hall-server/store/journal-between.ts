import type Database from 'better-sqlite3';
import type { HallEvent } from '../queue/events.ts';

const pageSize = 500;

/** The journal's events with `at` in [since, until), in pages: reading a long day never holds up the hall. */
export function journalBetween(
  db: Database.Database,
): (since: number, until: number) => Generator<readonly HallEvent[]> {
  const newest = db.prepare('SELECT coalesce(max(sequence), 0) FROM journal').pluck();
  const timeOf = db.prepare('SELECT at FROM journal WHERE sequence = ?').pluck();
  const page = db.prepare('SELECT event FROM journal WHERE sequence >= ? AND at < ? ORDER BY sequence LIMIT ?').pluck();
  // Times never go back in the journal, so the first event of a day is found by halving.
  const firstSince = (since: number) => {
    let low = 1;
    let high = Number(newest.get()) + 1;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (Number(timeOf.get(middle)) < since) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return function* (since, until) {
    for (let from = firstSince(since); ; from += pageSize) {
      const rows = page.all(from, until, pageSize);
      if (rows.length > 0) yield rows.map((event): HallEvent => JSON.parse(String(event)));
      if (rows.length < pageSize) return;
    }
  };
}
