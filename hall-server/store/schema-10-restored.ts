/** What a restore from a backup leaves behind: a command to be done at the next start, and the numbers it has jumped over. */
export const restored = `
ALTER TABLE identity ADD COLUMN restore_command TEXT;
ALTER TABLE queues ADD COLUMN skipped INTEGER NOT NULL DEFAULT 0 CHECK (skipped BETWEEN 0 AND last_sequence);
`;
