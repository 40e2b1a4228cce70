/** What became of each entry of the rating record at a platform; never what was said in it. `start`: sent from here on. */
export const pushSchema = `
CREATE TABLE pushes (
  position INTEGER PRIMARY KEY CHECK (position >= 0),
  outcome TEXT NOT NULL CHECK (outcome IN ('start', 'taken', 'refused', 'notSent')),
  status INTEGER,
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX pushes_by_outcome ON pushes (outcome);
`;
