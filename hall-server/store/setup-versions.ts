import type Database from 'better-sqlite3';
import { z } from 'zod';
import { StaffId } from '../../shared/ids.ts';
import { SetupEntry } from '../../shared/setup.ts';

/** One saving of the set-up: all its entries, each as it was before and became. */
export interface SetupVersion {
  /** The place of its last entry in the journal: names the set-up as it was after it. */
  readonly sequence: number;
  /** The place of its first entry: the set-up before it is that of the place before. */
  readonly first: number;
  /** UTC ms. */
  readonly at: number;
  readonly staffId: StaffId | null;
  readonly changes: readonly { readonly before: SetupEntry | null; readonly after: SetupEntry }[];
}

const Saving = z.object({
  commandId: z.string(),
  first: z.number(),
  sequence: z.number(),
  at: z.number(),
  staffId: StaffId.nullable(),
});
const Saved = z.object({ kind: z.string(), value: z.string(), before: z.string().nullable() });
const Kept = z.object({ kind: z.string(), value: z.string() });

const entryOf = (kind: string, value: string) => SetupEntry.parse({ kind, value: JSON.parse(value) });

/** What the set-up was, and who changed it; nothing here changes anything. */
export function openSetupVersions(db: Database.Database) {
  const savings = db.prepare(`
    SELECT command_id AS commandId, min(sequence) AS first, max(sequence) AS sequence, max(at) AS at, staff_id AS staffId
    FROM setup_versions WHERE sequence > 0 AND sequence < ?
    GROUP BY command_id ORDER BY sequence DESC LIMIT ?`);
  const entries = db.prepare(`
    SELECT kind, value, (SELECT value FROM setup_versions AS earlier
      WHERE earlier.kind = saved.kind AND earlier.id = saved.id AND earlier.sequence < saved.sequence
      ORDER BY earlier.sequence DESC LIMIT 1) AS before
    FROM setup_versions AS saved WHERE command_id = ? ORDER BY sequence`);
  // SQLite takes the other columns of a row from the one that has the maximum.
  const asOf = db.prepare(
    'SELECT kind, id, value, max(sequence) FROM setup_versions WHERE sequence <= ? GROUP BY kind, id ORDER BY kind, id',
  );
  return {
    /** The latest savings before a place in the journal, newest first. */
    list: (before: number, limit: number): readonly SetupVersion[] =>
      savings
        .all(before, limit)
        .map((row) => Saving.parse(row))
        .map(({ commandId, ...saving }) => ({
          ...saving,
          changes: entries
            .all(commandId)
            .map((row) => Saved.parse(row))
            .map(({ kind, value, before: old }) => ({
              before: old === null ? null : entryOf(kind, old),
              after: entryOf(kind, value),
            })),
        })),
    /** Every entry as it was at a place in the journal. */
    asOf: (sequence: number): readonly SetupEntry[] =>
      asOf
        .all(sequence)
        .map((row) => Kept.parse(row))
        .map(({ kind, value }) => entryOf(kind, value)),
  };
}
export type SetupVersions = ReturnType<typeof openSetupVersions>;
