/** Experience officers and their diaries. Who somebody is and what was written can be erased; the rest are numbers and states. */
export const diarySchema = `
CREATE TABLE officers (
  no INTEGER PRIMARY KEY CHECK (no >= 1),
  link_hash TEXT NOT NULL UNIQUE,
  value TEXT NOT NULL CHECK (json_valid(value)),
  -- The masked name and what may be shown beside it; null once the officer no longer agrees that we keep it.
  card TEXT CHECK (json_valid(card))
) STRICT;
CREATE TABLE diaries (
  ticket_id TEXT PRIMARY KEY REFERENCES tickets (id),
  officer_no INTEGER NOT NULL REFERENCES officers (no),
  status TEXT NOT NULL CHECK (status IN ('draft', 'approved', 'published', 'withdrawn', 'erased')),
  public_no INTEGER UNIQUE CHECK (public_no >= 1),
  value TEXT NOT NULL CHECK (json_valid(value)),
  CHECK (status NOT IN ('published', 'withdrawn') OR public_no IS NOT NULL)
) STRICT;
-- What people typed about a visit: the officer's words, the editor's note, the hall's answers. Never in the journal.
CREATE TABLE diary_texts (
  ticket_id TEXT NOT NULL REFERENCES diaries (ticket_id),
  part TEXT NOT NULL CHECK (part IN ('words', 'note') OR part LIKE 'answer-%'),
  value TEXT NOT NULL CHECK (json_valid(value)),
  PRIMARY KEY (ticket_id, part)
) STRICT, WITHOUT ROWID;
`;
