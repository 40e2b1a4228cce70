/** The visits of each day that is over, column by column (hall-server/figures/day-facts.ts): made from the tables, and again if lost. */
export const dayFactsSchema = `
CREATE TABLE day_facts (
  day TEXT PRIMARY KEY REFERENCES days (date),
  version INTEGER NOT NULL,
  facts BLOB NOT NULL
) STRICT;
CREATE INDEX journal_of_duty ON journal (at)
  WHERE type IN ('counterOpened', 'counterTakenOver', 'counterPaused', 'counterResumed', 'counterClosed');
`;
