/** Where events are sent, and how far each has come in the journal. */
export const webhooksSchema = `
CREATE TABLE webhooks (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  url TEXT NOT NULL,
  events TEXT NOT NULL CHECK (json_valid(events)),
  secret TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  paused INTEGER NOT NULL CHECK (paused IN (0, 1)),
  cursor INTEGER NOT NULL CHECK (cursor >= 0),
  delivered_at INTEGER
) STRICT, WITHOUT ROWID;
`;
