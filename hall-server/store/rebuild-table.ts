import type Database from 'better-sqlite3';
import { z } from 'zod';

const Kept = z.array(z.object({ sql: z.string() }));

/**
 * SQLite cannot change a CHECK of a table that exists: a table of the new form takes the rows, the indexes and the triggers
 * of the old one. Foreign keys must be off while it runs, and be checked afterwards; `migrate` does both.
 * @throws Error when `from` is not in the table's definition exactly as it stands there
 */
export function rebuildTable(
  db: Database.Database,
  table: string,
  changes: readonly (readonly [from: string, to: string])[],
) {
  const definition = z
    .string()
    .parse(db.prepare("SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?").pluck().get(table));
  const rebuilt = `${table}_rebuilt`;
  const changed = changes.reduce(
    (sql, [from, to]) => {
      if (!sql.includes(from)) throw new Error(`the table ${table} does not say: ${from}`);
      return sql.replace(from, to);
    },
    definition.replace(/^CREATE TABLE "?\w+"?/, `CREATE TABLE ${rebuilt}`),
  );
  const belongings = Kept.parse(
    db
      .prepare("SELECT sql FROM sqlite_schema WHERE type IN ('index', 'trigger') AND tbl_name = ? AND sql IS NOT NULL")
      .all(table),
  );
  db.exec(changed);
  db.exec(`INSERT INTO ${rebuilt} SELECT * FROM ${table}`);
  db.exec(`DROP TABLE ${table}`);
  db.exec(`ALTER TABLE ${rebuilt} RENAME TO ${table}`);
  for (const { sql } of belongings) db.exec(sql);
}
