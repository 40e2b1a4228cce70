/** The emergency message on the screens: one row while one is shown, so that it is there again after any restart. */
export const emergencySchema = `
CREATE TABLE emergency (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  message_id TEXT NOT NULL,
  -- NULL: everywhere.
  devices TEXT CHECK (json_valid(devices)),
  since INTEGER NOT NULL
) STRICT;
`;
