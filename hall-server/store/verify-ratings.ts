import Database from 'better-sqlite3';
import { z } from 'zod';
import { type ChainFault, checkChain } from './rating-chain.ts';
import { textHash } from './typed-texts.ts';

export type RatingsVerified =
  | { readonly ok: true; readonly rows: number; readonly last: string }
  | {
      readonly ok: false;
      readonly position: number;
      readonly fault: ChainFault['fault'] | 'unlikeJournal' | 'textChanged';
    };

const column = z.union([z.string(), z.number(), z.null()]);
const Row = z.object({
  ...{ position: z.number(), kind: z.string(), ticket_id: column, at: z.number(), level: column, channel: column },
  ...{ device_id: column, counter_id: column, after_ms: column, sequence: column, indicators: z.string() },
  ...{ answers: z.string(), flags: z.string(), text_hash: column, command_id: z.string() },
  ...{ previous: z.string(), hash: z.string() },
});
const Told = z.object({ at: z.number(), type: z.string(), ticket: column, level: column });
const Text = z.object({ position: z.number(), text: z.string(), salt: z.instanceof(Buffer), text_hash: z.string() });

/** The same for a database file, which may be in use. @throws SqliteError when it cannot be read */
export function verifyRatingsIn(file: string): RatingsVerified {
  const db = new Database(file, { readonly: true, fileMustExist: true, timeout: 1_000 });
  try {
    return verifyRatings(db);
  } finally {
    db.close();
  }
}

/**
 * Whether the record of ratings is whole: every row unchanged and made after its neighbour; the same ratings as the journal
 * tells, one by one (a removed last row leaves a whole chain); and every text, unless erased, the one that was typed.
 */
export function verifyRatings(db: Database.Database): RatingsVerified {
  const rows = function* () {
    for (const row of db.prepare('SELECT * FROM ratings ORDER BY position').iterate()) yield Row.parse(row);
  };
  const chain = checkChain(rows());
  if ('fault' in chain) return { ok: false, ...chain };
  return compareWithJournal(db) ?? compareTexts(db) ?? { ok: true, ...chain };
}

function compareWithJournal(db: Database.Database): RatingsVerified | null {
  const told = db
    .prepare(`
      SELECT at, type, coalesce(ticket_id, json_extract(event, '$.ratingOf')) AS ticket, json_extract(event, '$.level') AS level
      FROM journal WHERE type IN ('ticketRated', 'ratingDetailed', 'opinionGiven', 'ratingFlagged', 'ratingJudged')
      ORDER BY sequence`)
    .all()
    .map((row) => Told.parse(row));
  const kept = db
    .prepare('SELECT at, kind AS type, ticket_id AS ticket, level FROM ratings ORDER BY position')
    .all()
    .map((row) => Told.parse(row));
  for (const [index, one] of kept.entries()) {
    const other = told[index];
    const same = other?.at === one.at && other.ticket === one.ticket && other.level === one.level;
    if (!same) return { ok: false, position: index + 1, fault: 'unlikeJournal' };
  }
  return told.length > kept.length ? { ok: false, position: kept.length + 1, fault: 'removed' } : null;
}

function compareTexts(db: Database.Database): RatingsVerified | null {
  const texts = db.prepare(`
    SELECT position, text, salt, text_hash FROM ratings JOIN typed_texts USING (command_id)
    WHERE part = 'rating' AND text IS NOT NULL AND text_hash IS NOT NULL`);
  for (const row of texts.all()) {
    const { position, text, salt, text_hash } = Text.parse(row);
    if (textHash(salt, text) !== text_hash) return { ok: false, position, fault: 'textChanged' };
  }
  return null;
}
