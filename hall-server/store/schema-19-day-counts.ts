/** What a queue came to today, for the manager; counted from the first start with it on, the day of the upgrade in part. */
export const dayCounts = `
ALTER TABLE queues ADD COLUMN first_calls TEXT NOT NULL DEFAULT '{"called":0,"within":0,"leftLate":0}'
  CHECK (json_valid(first_calls));
ALTER TABLE queues ADD COLUMN calls_ended TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(calls_ended));
`;
