/** The first schema. What the law promises the database enforces too, so that a bug cannot store a contradiction. */
export const firstSchema = `
-- One row: which database this is. A restore from a backup raises the generation.
CREATE TABLE identity (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  generation INTEGER NOT NULL,
  link_key BLOB NOT NULL CHECK (length(link_key) = 32),
  created_at INTEGER NOT NULL
) STRICT;

-- What happened, for ever. Ids only, no personal data, so nothing here ever has to be erased.
CREATE TABLE journal (
  sequence INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  day TEXT,
  type TEXT NOT NULL,
  ticket_id TEXT,
  counter_id TEXT,
  actor TEXT NOT NULL CHECK (json_valid(actor)),
  command_id TEXT NOT NULL,
  event TEXT NOT NULL CHECK (json_valid(event))
) STRICT;
CREATE INDEX journal_of_ticket ON journal (ticket_id, sequence) WHERE ticket_id IS NOT NULL;
CREATE TRIGGER journal_keeps_rows BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_keeps_words BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
-- INSERT OR REPLACE removes without asking the trigger for removal: the next number, and no other, may come.
CREATE TRIGGER journal_grows BEFORE INSERT ON journal
WHEN NEW.sequence IS NOT (SELECT coalesce(max(sequence), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

-- The first outcome of every command id, so that a repetition is answered and not done again.
CREATE TABLE commands (
  id TEXT PRIMARY KEY,
  fingerprint TEXT NOT NULL,
  at INTEGER NOT NULL,
  outcome TEXT NOT NULL CHECK (json_valid(outcome))
) STRICT, WITHOUT ROWID;

-- The hall's set-up: one document an entry, checked by its schema when saved and when loaded.
CREATE TABLE setup (
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  position INTEGER NOT NULL,
  value TEXT NOT NULL CHECK (json_valid(value)),
  PRIMARY KEY (kind, id)
) STRICT;

CREATE TABLE days (
  date TEXT PRIMARY KEY CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  opened_at INTEGER NOT NULL,
  closed_at INTEGER CHECK (closed_at >= opened_at),
  issued INTEGER NOT NULL,
  done INTEGER NOT NULL,
  cancelled INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX one_open_day ON days (closed_at IS NULL) WHERE closed_at IS NULL;

CREATE TABLE queues (
  queue_id TEXT PRIMARY KEY,
  last_sequence INTEGER NOT NULL CHECK (last_sequence >= 0),
  calls INTEGER NOT NULL CHECK (calls >= 0),
  passed INTEGER NOT NULL CHECK (passed >= 0),
  recent_service_ms TEXT NOT NULL CHECK (json_valid(recent_service_ms))
) STRICT;

CREATE TABLE counters (
  counter_id TEXT PRIMARY KEY,
  status TEXT NOT NULL CHECK (status IN ('open', 'paused', 'closed')),
  since INTEGER NOT NULL,
  staff_id TEXT CHECK ((status = 'closed') = (staff_id IS NULL)),
  work_profile_id TEXT NOT NULL,
  pause_reason TEXT CHECK ((status = 'paused') = (pause_reason IS NOT NULL)),
  finished INTEGER NOT NULL CHECK (finished >= 0),
  last_finished TEXT CHECK (json_valid(last_finished))
) STRICT;
CREATE UNIQUE INDEX one_counter_a_clerk ON counters (staff_id) WHERE staff_id IS NOT NULL;

CREATE TABLE tickets (
  id TEXT PRIMARY KEY,
  number TEXT NOT NULL,
  day TEXT NOT NULL REFERENCES days (date),
  issued_queue_id TEXT NOT NULL,
  sequence INTEGER NOT NULL CHECK (sequence >= 1),
  issue_order INTEGER NOT NULL,
  service_id TEXT NOT NULL,
  source TEXT NOT NULL CHECK (source IN ('ticketKiosk', 'desk')),
  language TEXT NOT NULL CHECK (language IN ('zhHans', 'zhHant', 'en')),
  issued_at INTEGER NOT NULL,
  told_ahead INTEGER NOT NULL,
  told_low_minutes INTEGER,
  told_high_minutes INTEGER CHECK (told_high_minutes >= told_low_minutes),
  link_hash TEXT NOT NULL UNIQUE,
  queue_id TEXT NOT NULL,
  effective_at INTEGER NOT NULL,
  priority_class_id TEXT,
  transferred INTEGER NOT NULL CHECK (transferred IN (0, 1)),
  reserved_for TEXT,
  missed_times INTEGER NOT NULL,
  put_back_times INTEGER NOT NULL CHECK (put_back_times <= missed_times),
  first_called_at INTEGER,
  call_reason TEXT CHECK (call_reason IN ('fifo', 'priority', 'putBack', 'transfer', 'chosen')),
  passed_number TEXT,
  status TEXT NOT NULL CHECK
    (status IN ('waiting', 'called', 'serving', 'held', 'missed', 'done', 'cancelled', 'expired')),
  since INTEGER NOT NULL,
  counter_id TEXT CHECK ((status IN ('called', 'serving', 'held', 'missed', 'done')) = (counter_id IS NOT NULL)),
  staff_id TEXT CHECK ((status = 'serving') = (staff_id IS NOT NULL)),
  blocked_until_call INTEGER CHECK (status = 'waiting' OR blocked_until_call IS NULL),
  call_no INTEGER CHECK ((status = 'called') = (call_no IS NOT NULL)),
  last_called_at INTEGER CHECK ((status = 'called') = (last_called_at IS NOT NULL)),
  reason TEXT CHECK ((status IN ('held', 'cancelled')) = (reason IS NOT NULL)),
  outcome TEXT CHECK ((status = 'done') = (outcome IS NOT NULL)),
  external_case_no TEXT,
  collect_on TEXT,
  expired_from TEXT CHECK ((status = 'expired') = (expired_from IS NOT NULL)),
  UNIQUE (day, issued_queue_id, sequence),
  UNIQUE (day, number)
) STRICT;
CREATE UNIQUE INDEX one_ticket_a_counter ON tickets (counter_id) WHERE status IN ('called', 'serving');
CREATE INDEX open_tickets ON tickets (status) WHERE status NOT IN ('done', 'cancelled', 'expired');

-- Time spent in each state: every figure is a sum over these rows.
CREATE TABLE spans (
  ticket_id TEXT NOT NULL REFERENCES tickets (id),
  position INTEGER NOT NULL,
  status TEXT NOT NULL,
  queue_id TEXT NOT NULL,
  counter_id TEXT,
  staff_id TEXT,
  from_at INTEGER NOT NULL,
  to_at INTEGER CHECK (to_at >= from_at),
  PRIMARY KEY (ticket_id, position)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX one_open_span ON spans (ticket_id) WHERE to_at IS NULL;

CREATE TABLE ratings (
  ticket_id TEXT PRIMARY KEY REFERENCES tickets (id),
  level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 5),
  channel TEXT NOT NULL CHECK (channel IN ('ratingKiosk', 'slipQr')),
  at INTEGER NOT NULL
) STRICT;
CREATE TRIGGER ratings_keep_rows BEFORE DELETE ON ratings BEGIN SELECT RAISE(ABORT, 'ratings are append-only'); END;
CREATE TRIGGER ratings_keep_words BEFORE UPDATE ON ratings BEGIN SELECT RAISE(ABORT, 'ratings are append-only'); END;
CREATE TRIGGER ratings_grow BEFORE INSERT ON ratings
WHEN EXISTS (SELECT 1 FROM ratings WHERE ticket_id = NEW.ticket_id)
BEGIN SELECT RAISE(ABORT, 'ratings are append-only'); END;

-- Who may come in. Outside the journal: names and secrets never enter it.
CREATE TABLE staff (
  id TEXT PRIMARY KEY,
  login TEXT NOT NULL UNIQUE COLLATE NOCASE,
  name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('reception', 'clerk', 'manager', 'administrator')),
  active INTEGER NOT NULL CHECK (active IN (0, 1)),
  password TEXT NOT NULL
) STRICT;

CREATE TABLE sessions (
  token_hash TEXT PRIMARY KEY,
  staff_id TEXT NOT NULL REFERENCES staff (id),
  page TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  used_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE devices (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  assignment TEXT NOT NULL CHECK (json_valid(assignment)),
  token_hash TEXT UNIQUE,
  paired_at INTEGER,
  last_seen_at INTEGER
) STRICT;

-- What was done to accounts, devices and doors; ids only.
CREATE TABLE audit (
  sequence INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  subject TEXT,
  result TEXT NOT NULL
) STRICT;
CREATE TRIGGER audit_keeps_rows BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;
CREATE TRIGGER audit_keeps_words BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;
CREATE TRIGGER audit_grows BEFORE INSERT ON audit
WHEN EXISTS (SELECT 1 FROM audit WHERE sequence = NEW.sequence)
BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;
`;
