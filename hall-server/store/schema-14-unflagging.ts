/** What one person proposed about a flagged rating, until another one has decided; the journal keeps every step. */
export const unflaggingSchema = `
CREATE TABLE unflag_proposals (
  ticket_id TEXT PRIMARY KEY REFERENCES tickets (id),
  staff_id TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`;
