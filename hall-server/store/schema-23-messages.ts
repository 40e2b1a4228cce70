/** What a manager has written to counters today, and where it was read: erased with its words when the day ends. */
export const messagesSchema = `
CREATE TABLE messages (
  id TEXT PRIMARY KEY,
  by_staff TEXT NOT NULL,
  at INTEGER NOT NULL,
  sent_to TEXT NOT NULL CHECK (json_valid(sent_to)),
  text TEXT NOT NULL CHECK (text <> '')
) STRICT;
`;
