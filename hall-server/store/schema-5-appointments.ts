import type Database from 'better-sqlite3';
import { rebuildTable } from './rebuild-table.ts';

/** Bookings, and tickets that were made from one. */
export function addAppointments(db: Database.Database) {
  rebuildTable(db, 'tickets', [
    ["source IN ('ticketKiosk', 'desk')", "source IN ('ticketKiosk', 'desk', 'appointment')"],
    ["issued_by IS NULL OR source = 'ticketKiosk'", "issued_by IS NULL OR source <> 'desk'"],
    ["call_reason IN ('fifo', 'priority',", "call_reason IN ('fifo', 'priority', 'appointment',"],
  ]);
  db.exec(`
-- A booked place of a slot. No name, no telephone number: whoever holds the code is the visitor.
CREATE TABLE appointments (
  id TEXT PRIMARY KEY,
  code_hash TEXT NOT NULL,
  service_id TEXT NOT NULL,
  date TEXT NOT NULL CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  slot TEXT NOT NULL CHECK (slot GLOB '[0-2][0-9]:[0-5][0-9]'),
  starts_at INTEGER NOT NULL,
  place INTEGER NOT NULL CHECK (place BETWEEN 1 AND quota),
  quota INTEGER NOT NULL,
  booked_at INTEGER NOT NULL CHECK (booked_at < starts_at),
  status TEXT NOT NULL CHECK (status IN ('open', 'checkedIn', 'cancelled', 'noShow')),
  ended_at INTEGER CHECK ((status = 'open') = (ended_at IS NULL)),
  reason TEXT CHECK ((status = 'cancelled') = (reason IS NOT NULL)),
  ticket_id TEXT UNIQUE REFERENCES tickets (id) CHECK ((status = 'checkedIn') = (ticket_id IS NOT NULL))
) STRICT;
-- The quota: each place of a slot is given once, and given again only when its booking was cancelled.
CREATE UNIQUE INDEX one_booking_a_place ON appointments (service_id, starts_at, place) WHERE status <> 'cancelled';
CREATE UNIQUE INDEX one_open_booking_a_code ON appointments (code_hash) WHERE status = 'open';
CREATE INDEX bookings_of_a_code ON appointments (code_hash, booked_at);
CREATE INDEX bookings_of_a_date ON appointments (date, status);
-- What a booking was for never changes, and an ended one is not opened again.
CREATE TRIGGER bookings_keep_words BEFORE UPDATE ON appointments
WHEN OLD.status <> 'open' OR NEW.service_id <> OLD.service_id OR NEW.starts_at <> OLD.starts_at OR NEW.place <> OLD.place
BEGIN SELECT RAISE(ABORT, 'a booking is ended once and otherwise never changed'); END;
`);
}
