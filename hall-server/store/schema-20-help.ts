/** A counter calls for the manager; and what a manager has done there, so that the clerk is told by whom. */
export const helpSchema = `
ALTER TABLE counters ADD COLUMN by_manager TEXT NOT NULL DEFAULT '{"profile":null,"paused":null,"closedFor":null}'
  CHECK (json_valid(by_manager));
ALTER TABLE counters ADD COLUMN help TEXT CHECK (help IS NULL OR (json_valid(help) AND status <> 'closed'));
`;
