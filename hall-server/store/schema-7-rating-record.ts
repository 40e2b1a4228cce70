import type Database from 'better-sqlite3';
import { z } from 'zod';
import { firstLink, hashOf, recordColumns } from './rating-chain.ts';

const tables = `
-- What was said about visits, for ever: levels, what was added, unlinked opinions, and what was judged about them later.
-- Each row holds the hash of the one before, so that a changed, removed or inserted row shows (npm run verify-ratings).
CREATE TABLE ratings (
  position INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('level', 'detail', 'opinion', 'flagged', 'unflagged', 'invalid', 'reinstated')),
  ticket_id TEXT REFERENCES tickets (id) CHECK ((kind = 'opinion') = (ticket_id IS NULL)),
  at INTEGER NOT NULL,
  level INTEGER CHECK (level BETWEEN 1 AND 5) CHECK ((kind IN ('level', 'opinion')) = (level IS NOT NULL)),
  channel TEXT CHECK (channel IN ('ratingKiosk', 'slipQr')) CHECK (kind <> 'level' OR channel IS NOT NULL),
  device_id TEXT,
  counter_id TEXT,
  after_ms INTEGER CHECK (after_ms >= 0) CHECK ((kind = 'level') = (after_ms IS NOT NULL)),
  sequence INTEGER CHECK (sequence IN (1, 2)) CHECK ((kind = 'detail') = (sequence IS NOT NULL)),
  indicators TEXT NOT NULL CHECK (json_valid(indicators)),
  answers TEXT NOT NULL CHECK (json_valid(answers)),
  flags TEXT NOT NULL CHECK (json_valid(flags)),
  text_hash TEXT,
  command_id TEXT NOT NULL,
  previous TEXT NOT NULL CHECK (length(previous) = 64),
  hash TEXT NOT NULL CHECK (length(hash) = 64)
) STRICT;
CREATE UNIQUE INDEX one_rating_a_visit ON ratings (ticket_id) WHERE kind = 'level';
CREATE UNIQUE INDEX one_detail_and_one_addition ON ratings (ticket_id, sequence) WHERE kind = 'detail';
CREATE INDEX ratings_of_ticket ON ratings (ticket_id, position) WHERE ticket_id IS NOT NULL;
CREATE INDEX ratings_in_time ON ratings (at);
CREATE TRIGGER ratings_keep_rows BEFORE DELETE ON ratings BEGIN SELECT RAISE(ABORT, 'ratings are append-only'); END;
CREATE TRIGGER ratings_keep_words BEFORE UPDATE ON ratings BEGIN SELECT RAISE(ABORT, 'ratings are append-only'); END;
CREATE TRIGGER ratings_grow BEFORE INSERT ON ratings
WHEN NEW.position IS NOT (SELECT coalesce(max(position), 0) + 1 FROM ratings)
  OR NEW.previous IS NOT coalesce((SELECT hash FROM ratings ORDER BY position DESC LIMIT 1), '${firstLink}')
  OR (NEW.kind = 'level' AND EXISTS (SELECT 1 FROM ratings WHERE ticket_id = NEW.ticket_id AND kind = 'level'))
BEGIN SELECT RAISE(ABORT, 'ratings are append-only'); END;

-- The follow-up of low ratings as it stands, and every step of it, for ever.
CREATE TABLE rating_cases (
  ticket_id TEXT PRIMARY KEY REFERENCES tickets (id),
  status TEXT NOT NULL CHECK
    (status IN ('open', 'contacted', 'verified', 'rectifying', 'fedBack', 'revisited', 'closed', 'invalid')),
  opened_at INTEGER NOT NULL,
  since INTEGER NOT NULL CHECK (since >= opened_at),
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT;
CREATE INDEX cases_in_time ON rating_cases (opened_at);
CREATE TABLE case_steps (
  ticket_id TEXT NOT NULL REFERENCES rating_cases (ticket_id),
  position INTEGER NOT NULL CHECK (position >= 1),
  at INTEGER NOT NULL,
  type TEXT NOT NULL CHECK (type IN ('caseOpened', 'callBackAgreed', 'caseStepped')),
  staff_id TEXT,
  step TEXT NOT NULL CHECK (json_valid(step)),
  command_id TEXT NOT NULL,
  PRIMARY KEY (ticket_id, position)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER case_steps_keep_rows BEFORE DELETE ON case_steps BEGIN SELECT RAISE(ABORT, 'case steps are append-only'); END;
CREATE TRIGGER case_steps_keep_words BEFORE UPDATE ON case_steps BEGIN SELECT RAISE(ABORT, 'case steps are append-only'); END;
CREATE TRIGGER case_steps_grow BEFORE INSERT ON case_steps
WHEN NEW.position IS NOT (SELECT coalesce(max(position), 0) + 1 FROM case_steps WHERE ticket_id = NEW.ticket_id)
BEGIN SELECT RAISE(ABORT, 'case steps are append-only'); END;

-- What people typed: personal data, therefore beside the journal and the record, never in them. A row is blacked out or
-- erased without breaking either; the hash in the record is salted, so that nothing can be guessed from it afterwards.
CREATE TABLE typed_texts (
  command_id TEXT NOT NULL,
  part TEXT NOT NULL CHECK (part IN ('rating', 'note', 'complaint', 'cause', 'measure')),
  ticket_id TEXT NOT NULL REFERENCES tickets (id),
  at INTEGER NOT NULL,
  text TEXT,
  shown TEXT,
  salt BLOB,
  PRIMARY KEY (command_id, part),
  CHECK ((text IS NULL) = (salt IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX texts_of_ticket ON typed_texts (ticket_id);

-- Numbers to be called back at, sealed with the key in the data folder.
CREATE TABLE call_backs (
  ticket_id TEXT PRIMARY KEY REFERENCES rating_cases (ticket_id),
  sealed BLOB NOT NULL,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`;

const OldRating = z.object({
  ticket_id: z.string(),
  level: z.number(),
  channel: z.string(),
  at: z.number(),
  since: z.number(),
});

/** The ratings of the first schema become the first links of the chain, in the order in which they were given. */
export function ratingRecord(db: Database.Database) {
  const old = db
    .prepare(
      'SELECT ratings.*, tickets.since FROM ratings JOIN tickets ON tickets.id = ticket_id ORDER BY at, ticket_id',
    )
    .all()
    .map((row) => OldRating.parse(row));
  db.exec('DROP TABLE ratings');
  db.exec(tables);
  const insert = db.prepare(
    `INSERT INTO ratings (${recordColumns}, hash) VALUES (${recordColumns.map((column) => `:${column}`)}, :hash)`,
  );
  let previous = firstLink;
  for (const [index, { ticket_id, level, channel, at, since }] of old.entries()) {
    const row = {
      position: index + 1,
      kind: 'level',
      ...{ ticket_id, at, level, channel, device_id: null, counter_id: null, after_ms: Math.max(0, at - since) },
      ...{ sequence: null, indicators: '[]', answers: '[]', flags: '[]', text_hash: null },
      command_id: 'before-the-chain',
      previous,
    };
    previous = hashOf(row);
    insert.run({ ...row, hash: previous });
  }
}
