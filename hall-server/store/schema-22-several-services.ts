import type Database from 'better-sqlite3';
import { rebuildTable } from './rebuild-table.ts';

/**
 * One number for several services: what is still to come stands with its ticket, what has been finished in rows of its own.
 * A ticket of before stands at its own place in time, is kept for nobody and is expected at once.
 */
export function severalServices(db: Database.Database) {
  // A ticket may open more than one case: a case no longer is the ticket it is named by.
  rebuildTable(db, 'cases', [['id TEXT PRIMARY KEY REFERENCES tickets (id)', 'id TEXT PRIMARY KEY']]);
  db.exec(schema);
}

const schema = `
ALTER TABLE tickets ADD COLUMN further TEXT CHECK (json_valid(further));
ALTER TABLE tickets ADD COLUMN line_at INTEGER;
ALTER TABLE tickets ADD COLUMN reserved_for_staff TEXT;
ALTER TABLE tickets ADD COLUMN not_before INTEGER CHECK (not_before IS NULL OR status = 'waiting');
ALTER TABLE tickets ADD COLUMN return_at INTEGER CHECK (return_at IS NULL OR status = 'held');
CREATE TABLE finished_services (
  ticket_id TEXT NOT NULL REFERENCES tickets (id),
  position INTEGER NOT NULL CHECK (position >= 1),
  service_id TEXT NOT NULL,
  counter_id TEXT NOT NULL,
  staff_id TEXT NOT NULL,
  at INTEGER NOT NULL,
  outcome TEXT NOT NULL,
  external_case_no TEXT,
  collect_on TEXT,
  missing TEXT NOT NULL CHECK (json_valid(missing)),
  case_id TEXT REFERENCES cases (id),
  PRIMARY KEY (ticket_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX finished_services_of_case ON finished_services (case_id) WHERE case_id IS NOT NULL;
CREATE INDEX finished_services_by_no ON finished_services (external_case_no) WHERE external_case_no IS NOT NULL;
`;
