import { randomBytes } from 'node:crypto';
import type Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type OpenedDatabase, openDatabase } from '../../hall-server/store/database.ts';
import { temporaryFolder } from '../support/hall.ts';

// What a bug or a hand in the file might try. The database itself must say no, whatever the program believes.

let folder: { path: string; remove: () => void };
let database: OpenedDatabase;
let db: Database.Database;
beforeEach(() => {
  folder = temporaryFolder();
  database = openDatabase(`${folder.path}/hall.sqlite`);
  db = database.db;
  insert('days', day('2026-03-10'));
});
afterEach(() => {
  database.close();
  folder.remove();
});

type Row = Record<string, string | number | bigint | Buffer | null>;

function insert(table: string, row: Row, conflict = '') {
  const columns = Object.keys(row);
  db.prepare(`INSERT ${conflict} INTO ${table} (${columns}) VALUES (${columns.map((column) => `:${column}`)})`).run(
    row,
  );
}

const day = (date: string, closed_at: number | null = null): Row => ({
  ...{ date, opened_at: 1000, closed_at },
  ...{ issued: 0, done: 0, cancelled: 0 },
});

let made = 0;
/** A waiting ticket with a number of its own. */
const ticket = (changes: Row = {}): Row => {
  made += 1;
  return {
    ...{ id: `ticket-${made}`, number: `A${made}`, day: '2026-03-10', issued_queue_id: 'A', sequence: made },
    ...{ issue_order: made, service_id: 'licence', source: 'ticketKiosk', language: 'zhHans', issued_at: 1000 },
    ...{ told_ahead: 0, told_low_minutes: null, told_high_minutes: null, link_hash: `hash-${made}`, queue_id: 'A' },
    ...{ effective_at: 1000, priority_class_id: null, transferred: 0, reserved_for: null, missed_times: 0 },
    ...{ postponed_times: 0, case_id: null, missing: null },
    ...{ put_back_times: 0, first_called_at: null, call_reason: null, passed_number: null, status: 'waiting' },
    ...{ since: 1000, counter_id: null, staff_id: null, blocked_until_call: null, call_no: null },
    ...{ last_called_at: null, reason: null, outcome: null, external_case_no: null, collect_on: null },
    ...{ expired_from: null },
    ...changes,
  };
};

const called = (counter_id: string): Row => ({ status: 'called', counter_id, call_no: 1, last_called_at: 1000 });
const serving = (counter_id: string): Row => ({ status: 'serving', counter_id, staff_id: 'clerk01' });
const counter = (counter_id: string, changes: Row = {}): Row => ({
  ...{ counter_id, status: 'open', since: 1000, staff_id: counter_id, work_profile_id: 'licence', pause_reason: null },
  ...{ finished: 0, last_finished: null },
  ...changes,
});
const event = (sequence: number): Row => ({
  ...{ sequence, at: 1, type: 'dayOpened', actor: '{}', command_id: 'c', event: '{}' },
});

/** A rating as the record wants it; each row names a hash for the next. */
const rating = (position: number, changes: Row = {}): Row => ({
  ...{ position, kind: 'level', ticket_id: 'one', at: 1, level: 5, channel: 'slipQr', after_ms: 1, sequence: null },
  ...{ indicators: '[]', answers: '[]', flags: '[]', command_id: 'c' },
  previous: String(position - 1).repeat(64),
  hash: String(position).repeat(64),
  ...changes,
});

/** The statement is refused by SQLite, with this constraint in its message. */
function refused(what: () => void, constraint: RegExp) {
  expect(what).toThrow(expect.objectContaining({ name: 'SqliteError', message: expect.stringMatching(constraint) }));
}

describe('C1 two of one kind', () => {
  it('two tickets called to one counter', () => {
    insert('tickets', ticket(called('5')));
    refused(() => insert('tickets', ticket(called('5'))), /UNIQUE.*tickets.counter_id/);
    refused(() => insert('tickets', ticket(serving('5'))), /UNIQUE.*tickets.counter_id/);
    insert('tickets', ticket(called('6')));
    refused(() => db.exec("UPDATE tickets SET counter_id = '5' WHERE counter_id = '6'"), /UNIQUE/);
  });

  it('one counter may have missed and held several', () => {
    for (const status of ['missed', 'missed']) insert('tickets', ticket({ status, counter_id: '5' }));
    for (const reason of ['fillingForm', 'fillingForm']) {
      insert('tickets', ticket({ status: 'held', counter_id: '5', reason }));
    }
    insert('tickets', ticket(called('5')));
  });

  it('a clerk at two counters', () => {
    insert('counters', counter('1', { staff_id: 'clerk01' }));
    refused(() => insert('counters', counter('2', { staff_id: 'clerk01' })), /UNIQUE.*staff_id/);
    insert('counters', counter('2', { status: 'closed', staff_id: null }));
    insert('counters', counter('3', { status: 'closed', staff_id: null }));
  });
});

describe('N1 a number twice', () => {
  it('on one day', () => {
    insert('tickets', ticket({ number: 'A001', sequence: 1 }));
    refused(() => insert('tickets', ticket({ number: 'A001', sequence: 2 })), /UNIQUE.*number/);
    refused(() => insert('tickets', ticket({ number: 'A002', sequence: 1 })), /UNIQUE.*sequence/);
  });

  it('not on another day', () => {
    db.exec('UPDATE days SET closed_at = 2000');
    insert('days', day('2026-03-11'));
    insert('tickets', ticket({ number: 'A001', sequence: 1 }));
    insert('tickets', ticket({ number: 'A001', sequence: 1, day: '2026-03-11' }));
  });

  it('nor a link twice', () => {
    insert('tickets', ticket({ link_hash: 'same' }));
    refused(() => insert('tickets', ticket({ link_hash: 'same' })), /UNIQUE.*link_hash/);
  });
});

describe('a ticket that contradicts itself', () => {
  const contradictions: Record<string, Row> = {
    'a status nobody knows': { status: 'lost' },
    'called without a counter': { status: 'called', call_no: 1, last_called_at: 1000 },
    'called without a call': { status: 'called', counter_id: '5' },
    'serving without a clerk': { status: 'serving', counter_id: '5' },
    'waiting at a counter': { counter_id: '5' },
    'waiting with an outcome': { outcome: 'accepted' },
    'waiting with a reason': { reason: 'otherReason' },
    'done without an outcome': { status: 'done', counter_id: '5' },
    'held without a reason': { status: 'held', counter_id: '5' },
    'cancelled without a reason': { status: 'cancelled' },
    'expired from nowhere': { status: 'expired' },
    'missed but blocked': { status: 'missed', counter_id: '5', blocked_until_call: 3 },
    'number zero': { sequence: 0 },
    'a language not spoken': { language: 'fr' },
    'from nowhere': { source: 'booking' },
    'put back more often than missed': { put_back_times: 1 },
    'called for no known reason': { call_reason: 'friend' },
    'a range upside down': { told_low_minutes: 20, told_high_minutes: 10 },
    'half transferred': { transferred: 2 },
    'of a day that never was': { day: '2026-03-09' },
    'without a number': { number: null },
    'a time that is a text': { since: 'soon' },
  };
  it.each(Object.entries(contradictions))('%s', (_, changes) => {
    refused(() => insert('tickets', ticket(changes)), /constraint failed|cannot store TEXT/);
  });
});

describe('what is written stays written', () => {
  const fixed: Record<string, { rows: readonly Row[]; key: string }> = {
    journal: { rows: [event(1), event(2)], key: 'sequence' },
    audit: {
      rows: [
        { sequence: 1, at: 1, actor: 'admin', action: 'login', result: 'ok' },
        { sequence: 2, at: 2, actor: 'admin', action: 'logout', result: 'ok' },
      ],
      key: 'sequence',
    },
    ratings: {
      rows: [
        rating(1, { ticket_id: 'rated-1', level: 1 }),
        rating(2, { ticket_id: 'rated-2', level: 5, channel: 'ratingKiosk' }),
      ],
      key: 'position',
    },
  };

  it.each(Object.entries(fixed))('%s: no change, no removal, no replacement', (table, { rows, key }) => {
    for (const id of ['rated-1', 'rated-2']) {
      insert('tickets', ticket({ id, status: 'done', counter_id: '5', outcome: 'accepted' }));
    }
    for (const row of rows) insert(table, row);
    const before = db.prepare(`SELECT * FROM ${table}`).all();
    refused(() => db.exec(`UPDATE ${table} SET at = 99`), /append-only/);
    refused(() => db.exec(`DELETE FROM ${table}`), /append-only/);
    refused(() => db.exec(`DELETE FROM ${table} WHERE ${key} = (SELECT max(${key}) FROM ${table})`), /append-only/);
    // REPLACE removes the old row without asking the triggers for removal.
    for (const row of rows) refused(() => insert(table, { ...row, at: 99 }, 'OR REPLACE'), /append-only/);
    expect(db.prepare(`SELECT * FROM ${table}`).all()).toEqual(before);
  });

  it('the journal has no gap and never starts again', () => {
    insert('journal', event(1));
    refused(() => insert('journal', event(3)), /append-only/);
    refused(() => insert('journal', event(-1)), /append-only/);
    insert('journal', event(2));
    expect(db.prepare('SELECT sequence FROM journal').pluck().all()).toEqual([1, 2]);
  });
});

describe('everything else that cannot be', () => {
  it('two open days, a day that ends before it begins, a date that is none', () => {
    refused(() => insert('days', day('2026-03-11')), /UNIQUE/);
    refused(() => insert('days', day('2026-03-12', 999)), /CHECK/);
    refused(() => insert('days', day('11.3.2026', 2000)), /CHECK/);
  });

  it('an open counter without a clerk, a closed one with a clerk, a pause without a reason', () => {
    refused(() => insert('counters', counter('1', { staff_id: null })), /CHECK/);
    refused(() => insert('counters', counter('1', { status: 'closed' })), /CHECK/);
    refused(() => insert('counters', counter('1', { status: 'paused' })), /CHECK/);
    refused(() => insert('counters', counter('1', { pause_reason: 'lunch' })), /CHECK/);
    refused(() => insert('counters', counter('1', { status: 'lunch' })), /CHECK/);
  });

  it('two open spans of a ticket, a span that ends before it begins, a span of nobody', () => {
    insert('tickets', ticket({ id: 'one' }));
    const span = { ticket_id: 'one', position: 1, status: 'waiting', queue_id: 'A', from_at: 1000, to_at: null };
    insert('spans', span);
    refused(() => insert('spans', { ...span, position: 2 }), /UNIQUE/);
    refused(() => db.exec('UPDATE spans SET to_at = 999'), /CHECK/);
    refused(() => insert('spans', { ...span, ticket_id: 'nobody' }), /FOREIGN KEY/);
  });

  it('a rating of six, a second rating, a rating of nobody', () => {
    insert('tickets', ticket({ id: 'one', status: 'done', counter_id: '5', outcome: 'accepted' }));
    refused(() => insert('ratings', rating(1, { level: 6 })), /CHECK/);
    refused(() => insert('ratings', rating(1, { level: 0 })), /CHECK/);
    refused(() => insert('ratings', rating(1, { level: null })), /CHECK/);
    refused(() => insert('ratings', rating(1, { channel: 'phoneCall' })), /CHECK/);
    refused(() => insert('ratings', rating(1, { kind: 'score' })), /CHECK/);
    refused(() => insert('ratings', rating(1, { kind: 'opinion' })), /CHECK/);
    refused(() => insert('ratings', rating(1, { ticket_id: 'nobody' })), /FOREIGN KEY/);
    insert('ratings', rating(1));
    refused(() => insert('ratings', rating(2, { level: 1 })), /append-only|UNIQUE/);
    refused(
      () => insert('ratings', { ...rating(2), kind: 'flagged', level: null, previous: '0'.repeat(64) }),
      /append/,
    );
    const detail = { kind: 'detail', level: null, channel: null, after_ms: null, sequence: 1 };
    insert('ratings', rating(2, detail));
    refused(() => insert('ratings', rating(3, detail)), /UNIQUE/);
    refused(() => insert('ratings', rating(3, { ...detail, sequence: 3 })), /CHECK/);
  });

  it('a follow-up of nobody, in a state nobody knows; a step changed or taken back; a text without its salt', () => {
    insert('tickets', ticket({ id: 'one', status: 'done', counter_id: '5', outcome: 'accepted' }));
    const one = { ticket_id: 'one', status: 'open', opened_at: 1, since: 1, value: '{}' };
    refused(() => insert('rating_cases', { ...one, ticket_id: 'nobody' }), /FOREIGN KEY/);
    refused(() => insert('rating_cases', { ...one, status: 'forgotten' }), /CHECK/);
    insert('rating_cases', one);
    const step = { ticket_id: 'one', position: 1, at: 1, type: 'caseOpened', step: '{}', command_id: 'c' };
    insert('case_steps', step);
    refused(() => insert('case_steps', { ...step, position: 3 }), /append-only/);
    refused(() => insert('case_steps', { ...step, at: 9 }, 'OR REPLACE'), /append-only/);
    refused(() => db.exec('UPDATE case_steps SET at = 9'), /append-only/);
    refused(() => db.exec('DELETE FROM case_steps'), /append-only/);
    const text = { command_id: 'c', part: 'rating', ticket_id: 'one', at: 1, text: 'kind', salt: null };
    refused(() => insert('typed_texts', text), /CHECK/);
    refused(() => insert('typed_texts', { ...text, text: null, part: 'diary' }), /CHECK/);
  });

  it('one place of a slot booked twice, beyond the quota, after its time; a booking kept by nobody', () => {
    const booking = {
      ...{ id: 'b1', code_hash: 'h1', service_id: 'licence', date: '2026-03-10', slot: '10:00', starts_at: 2000 },
      ...{ place: 1, quota: 2, booked_at: 1000, status: 'open', ended_at: null, reason: null, ticket_id: null },
    };
    insert('appointments', booking);
    const other = { ...booking, id: 'b2', code_hash: 'h2' };
    refused(() => insert('appointments', other), /UNIQUE.*place/);
    refused(() => insert('appointments', { ...other, place: 3 }), /CHECK/);
    refused(() => insert('appointments', { ...other, place: 2, booked_at: 2000 }), /CHECK/);
    refused(() => insert('appointments', { ...other, place: 2, code_hash: 'h1' }), /UNIQUE.*code_hash/);
    refused(() => insert('appointments', { ...other, place: 2, status: 'checkedIn', ended_at: 1500 }), /CHECK/);
    const kept = { ...other, place: 2, status: 'checkedIn', ended_at: 1500, ticket_id: 'nobody' };
    refused(() => insert('appointments', kept), /FOREIGN KEY/);
    db.exec("UPDATE appointments SET status = 'cancelled', reason = 'visitorAsked', ended_at = 1500");
    insert('appointments', other);
    refused(
      () => db.exec("UPDATE appointments SET status = 'open', reason = NULL, ended_at = NULL WHERE id = 'b1'"),
      /ended/,
    );
    refused(() => db.exec("UPDATE appointments SET place = 2 WHERE id = 'b2'"), /never changed/);
    const imported = { ...booking, id: 'b3', code_hash: 'h3', slot: '11:00', starts_at: 5000, source: 'import' };
    insert('appointments', { ...imported, reference: 'WX-1' });
    // The same reference is the same booking, also when that one has ended.
    db.exec("UPDATE appointments SET status = 'cancelled', reason = 'visitorAsked', ended_at = 1500 WHERE id = 'b3'");
    const again = { ...imported, id: 'b4', code_hash: 'h4', place: 2, reference: 'WX-1' };
    refused(() => insert('appointments', again), /UNIQUE.*reference/);
    refused(() => insert('appointments', { ...again, reference: 'x'.repeat(41) }), /CHECK/);
    refused(() => insert('appointments', { ...again, reference: null, source: 'fax' }), /CHECK/);
    insert('appointments', { ...again, reference: null });
    insert('appointments', { ...again, id: 'b5', code_hash: 'h5', place: 1, reference: null });
  });

  it('a login twice, however it is written; a role nobody has; a session of nobody', () => {
    const one = { id: '1', login: 'wang.wei', name: '王伟', role: 'clerk', active: 1, password: 'scrypt$' };
    insert('staff', one);
    refused(() => insert('staff', { ...one, id: '2', login: 'Wang.Wei' }), /UNIQUE.*login/);
    refused(() => insert('staff', { ...one, id: '2', login: 'x', role: 'root' }), /CHECK/);
    refused(
      () => insert('sessions', { token_hash: 'h', staff_id: 'nobody', page: 'desk', created_at: 1, used_at: 1 }),
      /FOREIGN KEY/,
    );
  });

  it('a token of two devices, text that is not JSON, a second identity', () => {
    const device = { id: 'd1', name: '取号机', assignment: '{}', token_hash: 'h' };
    insert('devices', device);
    refused(() => insert('devices', { ...device, id: 'd2' }), /UNIQUE/);
    refused(() => insert('devices', { ...device, id: 'd3', token_hash: null, assignment: 'kiosk' }), /CHECK/);
    refused(() => insert('commands', { id: 'c', fingerprint: 'f', at: 1, outcome: 'done' }), /CHECK/);
    refused(() => insert('setup', { kind: 'hall', id: 'only', position: 0, value: 'x' }), /CHECK/);
    const identity = { only: 1, generation: 1, link_key: randomBytes(32), created_at: 1 };
    insert('identity', identity);
    refused(() => insert('identity', { ...identity, only: 2 }), /CHECK/);
    refused(() => insert('identity', identity), /UNIQUE/);
  });

  it('a command id with two outcomes', () => {
    insert('commands', { id: 'c', fingerprint: 'f', at: 1, outcome: '{}' });
    refused(() => insert('commands', { id: 'c', fingerprint: 'g', at: 2, outcome: '{}' }), /UNIQUE/);
  });
});
