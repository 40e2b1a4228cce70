/** Where a booking was made, and what another system calls it: a file that is read twice books nothing twice. */
export const bookingSources = `
ALTER TABLE appointments ADD COLUMN source TEXT CHECK (source IN ('desk', 'phone', 'platform', 'import'));
ALTER TABLE appointments ADD COLUMN reference TEXT CHECK (reference IS NULL OR length(reference) BETWEEN 1 AND 40);
CREATE UNIQUE INDEX one_booking_a_reference ON appointments (reference) WHERE reference IS NOT NULL;
`;
