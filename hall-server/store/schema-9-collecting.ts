/** Whether a visitor is called back for papers prepared meanwhile; nobody was, before. */
export const collecting = `
ALTER TABLE tickets ADD COLUMN collecting INTEGER NOT NULL DEFAULT 0 CHECK (collecting IN (0, 1));
`;
