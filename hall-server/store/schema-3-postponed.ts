/** How often a visitor has let others go first; tickets of before have never been asked. */
export const postponed = `
ALTER TABLE tickets ADD COLUMN postponed_times INTEGER NOT NULL DEFAULT 0 CHECK (postponed_times >= 0);
`;
