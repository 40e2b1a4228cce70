/**
 * Which platform took a number or booked a time: only that one may give it up. Of before, as the journal says who did it.
 * A token says who made it and when it was used last, and can be exchanged: for a while the one before still opens.
 */
export const ownPlatform = `
ALTER TABLE tickets ADD COLUMN platform TEXT CHECK (platform IS NULL OR source = 'platform');
ALTER TABLE appointments ADD COLUMN platform TEXT CHECK (platform IS NULL OR source IS NULL OR source = 'platform');
CREATE TEMP TABLE by_platform AS
  SELECT type, ticket_id, json_extract(event, '$.appointmentId') AS appointment_id, json_extract(actor, '$.tokenId') AS token_id
  FROM journal WHERE type IN ('ticketIssued', 'appointmentBooked') AND json_extract(actor, '$.kind') = 'platform';
UPDATE tickets SET platform = token_id FROM by_platform WHERE type = 'ticketIssued' AND ticket_id = tickets.id;
UPDATE appointments SET platform = token_id FROM by_platform WHERE type = 'appointmentBooked' AND appointment_id = appointments.id;
DROP TABLE by_platform;
ALTER TABLE api_tokens ADD COLUMN made_by TEXT;
UPDATE api_tokens SET made_by = (SELECT actor FROM audit WHERE action = 'makeApiToken' AND subject = api_tokens.id);
ALTER TABLE api_tokens ADD COLUMN used_at INTEGER;
ALTER TABLE api_tokens ADD COLUMN previous_hash TEXT;
ALTER TABLE api_tokens ADD COLUMN previous_until INTEGER;
CREATE UNIQUE INDEX one_token_a_previous_hash ON api_tokens (previous_hash) WHERE previous_hash IS NOT NULL;
`;
