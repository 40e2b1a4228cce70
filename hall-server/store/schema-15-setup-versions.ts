/**
 * Every version of every entry of the set-up, by the place in the journal at which it was saved; 0: from the beginning.
 * What the journal of before can tell is told; of an entry saved since, the very first version is not known any more.
 */
export const setupVersionsSchema = `
CREATE TABLE setup_versions (
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  sequence INTEGER NOT NULL CHECK (sequence >= 0),
  at INTEGER NOT NULL,
  staff_id TEXT,
  command_id TEXT,
  value TEXT NOT NULL CHECK (json_valid(value)),
  PRIMARY KEY (kind, id, sequence)
) STRICT, WITHOUT ROWID;
CREATE INDEX setup_versions_in_time ON setup_versions (sequence);
INSERT INTO setup_versions (kind, id, sequence, at, staff_id, command_id, value)
  SELECT event ->> '$.entry.kind', coalesce(event ->> '$.entry.value.id', 'only'), sequence, at,
    actor ->> '$.staffId', command_id, event -> '$.entry.value'
  FROM journal WHERE type = 'setupSaved';
INSERT INTO setup_versions (kind, id, sequence, at, value)
  SELECT kind, id, 0, 0, value FROM setup
  WHERE NOT EXISTS (SELECT 1 FROM setup_versions AS known WHERE known.kind = setup.kind AND known.id = setup.id);
CREATE TRIGGER setup_versions_keep_rows BEFORE DELETE ON setup_versions
BEGIN SELECT RAISE(ABORT, 'versions of the set-up are append-only'); END;
CREATE TRIGGER setup_versions_keep_words BEFORE UPDATE ON setup_versions
BEGIN SELECT RAISE(ABORT, 'versions of the set-up are append-only'); END;
`;
