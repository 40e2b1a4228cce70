import type Database from 'better-sqlite3';
import { z } from 'zod';
import { rebuildTable } from './rebuild-table.ts';

const Row = z.object({ id: z.string(), value: z.string() });
/** A work profile as it was: levels of queues, each level first come, first served. */
const Before = z.looseObject({ levels: z.array(z.array(z.string())) });

/** Three more reasons for a call, the round of shares of each counter, and work profiles that can say more of a queue. */
export function shares(db: Database.Database) {
  rebuildTable(db, 'tickets', [["'transfer', 'chosen')", "'transfer', 'chosen', 'share', 'longWait', 'helpsOut')"]]);
  db.exec("ALTER TABLE counters ADD COLUMN round TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(round))");
  const save = db.prepare("UPDATE setup SET value = ? WHERE kind = 'workProfile' AND id = ?");
  for (const row of db.prepare("SELECT id, value FROM setup WHERE kind = 'workProfile'").all()) {
    const { id, value } = Row.parse(row);
    const before = Before.parse(JSON.parse(value));
    const levels = before.levels.map((queues) => ({
      order: 'time',
      queues: queues.map((queue) => ({ queue, share: 1, firstAfterMinutes: null })),
    }));
    save.run(JSON.stringify({ ...before, levels }), id);
  }
}
