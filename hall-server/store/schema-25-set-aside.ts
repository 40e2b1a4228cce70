/**
 * Secrets of webhooks are sealed (`secret` is left empty; what stood there before is sealed when the hall is opened), and an event that a receiver
 * refuses for good is set aside, so that the rest goes on. `again`: an administrator wants it sent once more.
 */
export const setAsideSchema = `
ALTER TABLE webhooks ADD COLUMN sealed BLOB;
ALTER TABLE webhooks ADD COLUMN refused_since INTEGER;
ALTER TABLE webhooks ADD COLUMN refused_times INTEGER NOT NULL DEFAULT 0 CHECK (refused_times >= 0);
CREATE TABLE set_aside (
  webhook_id TEXT NOT NULL REFERENCES webhooks (id) ON DELETE CASCADE,
  sequence INTEGER NOT NULL REFERENCES journal (sequence),
  status INTEGER NOT NULL,
  at INTEGER NOT NULL,
  again INTEGER NOT NULL DEFAULT 0 CHECK (again IN (0, 1)),
  PRIMARY KEY (webhook_id, sequence)
) STRICT, WITHOUT ROWID;
`;
