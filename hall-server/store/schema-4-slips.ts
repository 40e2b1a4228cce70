/** Every print of a ticket and what became of it; the highest number is the latest. */
export const slipSchema = `
CREATE TABLE slips (
  ticket_id TEXT NOT NULL REFERENCES tickets (id),
  print_no INTEGER NOT NULL CHECK (print_no >= 1),
  printer_id TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('issued', 'sent', 'confirmed', 'failed', 'unknown')),
  fault TEXT,
  at INTEGER NOT NULL,
  PRIMARY KEY (ticket_id, print_no)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER slips_keep_rows BEFORE DELETE ON slips BEGIN SELECT RAISE(ABORT, 'slips are kept'); END;
-- What is known, and that nothing can be known, is never taken back.
CREATE TRIGGER slips_keep_words BEFORE UPDATE ON slips
WHEN OLD.state NOT IN ('issued', 'sent') OR NEW.state = 'issued' OR NEW.printer_id <> OLD.printer_id
BEGIN SELECT RAISE(ABORT, 'what became of a slip stays'); END;
`;
