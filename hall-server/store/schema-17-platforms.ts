import type Database from 'better-sqlite3';
import { rebuildTable } from './rebuild-table.ts';

/** Programs that may use the HTTP API, each by a token of which only the hash is here; and tickets that they took. */
export function platforms(db: Database.Database) {
  rebuildTable(db, 'tickets', [
    [
      "source IN ('ticketKiosk', 'desk', 'appointment')",
      "source IN ('ticketKiosk', 'desk', 'appointment', 'platform')",
    ],
  ]);
  db.exec(`
CREATE TABLE api_tokens (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  scopes TEXT NOT NULL CHECK (json_valid(scopes)),
  token_hash TEXT NOT NULL UNIQUE,
  created_at INTEGER NOT NULL,
  expires_at INTEGER,
  revoked_at INTEGER,
  used_on TEXT
) STRICT, WITHOUT ROWID;
`);
}
