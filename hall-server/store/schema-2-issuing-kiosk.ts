/** Which kiosk gave a number: only that one may take it back a moment later. */
export const issuingKiosk = `
ALTER TABLE tickets ADD COLUMN issued_by TEXT CHECK (issued_by IS NULL OR source = 'ticketKiosk');
`;
