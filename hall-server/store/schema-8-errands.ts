/** Errands: which visits belong together, and what an incomplete one lacked. */
export const errandSchema = `
-- A case is named by its first ticket. No person, and nothing about what it is but the service.
CREATE TABLE cases (
  id TEXT PRIMARY KEY REFERENCES tickets (id),
  external_case_no TEXT UNIQUE,
  service_id TEXT NOT NULL,
  opened_on TEXT NOT NULL,
  done_on TEXT CHECK (done_on >= opened_on),
  done_at INTEGER CHECK ((done_on IS NULL) = (done_at IS NULL))
) STRICT;
CREATE INDEX cases_done ON cases (done_on) WHERE done_on IS NOT NULL;
ALTER TABLE tickets ADD COLUMN case_id TEXT REFERENCES cases (id);
ALTER TABLE tickets ADD COLUMN missing TEXT CHECK (json_valid(missing) AND (missing IS NULL OR status = 'done'));
CREATE INDEX tickets_of_a_case ON tickets (case_id, day) WHERE case_id IS NOT NULL;
CREATE INDEX tickets_of_a_case_no ON tickets (external_case_no) WHERE external_case_no IS NOT NULL;
`;
