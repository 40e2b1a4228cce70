import Database from 'better-sqlite3';
import { v7 as uuidV7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { blankSetup } from '../../hall-server/blank-setup.ts';
import { demoSetup } from '../../hall-server/demo/demo-hall.ts';
import { type Hall, openHall } from '../../hall-server/hall.ts';
import { evolve, settle } from '../../hall-server/queue/evolve.ts';
import { emptyHall } from '../../hall-server/queue/state.ts';
import { type OpenedDatabase, openDatabase } from '../../hall-server/store/database.ts';
import { migrate, newestVersion } from '../../hall-server/store/migrations.ts';
import { firstSchema } from '../../hall-server/store/schema-1.ts';
import { openStore, type Store } from '../../hall-server/store/store.ts';
import { createTicketLinks } from '../../hall-server/ticket-links.ts';
import type { Actor } from '../../shared/actors.ts';
import type { Command } from '../../shared/commands.ts';
import {
  CommandId,
  CounterId,
  DeviceId,
  PriorityClassId,
  ServiceId,
  StaffId,
  WorkProfileId,
} from '../../shared/ids.ts';
import { temporaryFolder } from '../support/hall.ts';
import { levels } from '../support/levels.ts';

let folder: { path: string; remove: () => void };
let now: number;
let database: OpenedDatabase;
let store: Store;
let hall: Hall;

beforeEach(() => {
  folder = temporaryFolder();
  now = Date.parse('2026-03-10T09:00:00+08:00');
  openAgain();
  store.saveSetup(demoSetup);
  openAgain();
});
afterEach(() => {
  database.close();
  folder.remove();
});

/** The hall as a restart finds it. */
function openAgain() {
  if (database?.db.open) database.close();
  database = openDatabase(`${folder.path}/hall.sqlite`);
  store = openStore(database.db, blankSetup, now);
  const onBug = (error: unknown) => {
    throw error;
  };
  hall = openHall({ store, links: createTicketLinks(store.linkKey), clock: () => now, forecast: () => null, onBug });
}

const kiosk = {
  kind: 'device',
  deviceId: DeviceId.parse('kiosk'),
  assignment: { kind: 'ticketKiosk', zone: null, printer: null },
  provenTicketId: null,
} satisfies Actor;
const clerk = (id: string): Actor => ({ kind: 'staff', staffId: StaffId.parse(id), role: 'clerk' });
const desk: Actor = { kind: 'staff', staffId: StaffId.parse('reception'), role: 'reception' };

/** Done, or the test is wrong. A second passes with each command. */
async function ask(command: Command, actor: Actor) {
  now += 1_000;
  const outcome = await hall.execute(command, actor, CommandId.parse(uuidV7()));
  if (!outcome.ok) throw new Error(`${command.type}: ${outcome.code}`);
  return outcome.ticket ?? { ticketId: undefined as never, number: '' };
}

const issue = (actor: Actor = kiosk, priority: string | null = null) =>
  ask(
    {
      type: 'issueTicket',
      serviceId: ServiceId.parse('licence-new-individual'),
      language: 'zhHant',
      priorityClassId: priority === null ? null : PriorityClassId.parse(priority),
    },
    actor,
  );
const open = (clerkId: string, counterId: string) =>
  ask(
    { type: 'openCounter', counterId: CounterId.parse(counterId), workProfileId: WorkProfileId.parse('licence') },
    clerk(clerkId),
  );
const call = (clerkId: string) => ask({ type: 'callNext' }, clerk(clerkId));
const serve = async (clerkId: string) => {
  const { ticketId } = await call(clerkId);
  await ask({ type: 'startService', ticketId }, clerk(clerkId));
  return ticketId;
};

/** A morning that leaves somebody in every state but 'expired'. */
async function morning() {
  await open('clerk01', 'counter-01');
  await open('clerk02', 'counter-02');
  await open('clerk03', 'counter-03');
  for (let person = 0; person < 12; person += 1) await issue();
  await issue(desk, 'elder');

  const finished = await serve('clerk01');
  const finish = { type: 'finish', ticketId: finished, outcome: 'accepted' } as const;
  await ask({ ...finish, externalCaseNo: 'JH-2026-0042', collectOn: '2026-03-13' }, clerk('clerk01'));
  await ask({ type: 'rateTicket', ticketId: finished, level: 4 }, { kind: 'phone', ticketId: finished });

  for (const later of ['stays', 'comes back']) {
    const { ticketId } = await call('clerk01');
    for (let recall = 0; recall < 2; recall += 1) await ask({ type: 'recall', ticketId }, clerk('clerk01'));
    now += 60_000;
    await ask({ type: 'markMissed', ticketId }, clerk('clerk01'));
    if (later === 'comes back') await ask({ type: 'putBackMissed', ticketId }, kiosk);
  }
  await ask({ type: 'hold', ticketId: await serve('clerk01'), reason: 'fillingForm' }, clerk('clerk01'));
  const target = { to: 'counter', counterId: CounterId.parse('counter-02') } as const;
  await ask({ type: 'transfer', ticketId: await serve('clerk01'), target, reason: 'specialist' }, clerk('clerk01'));
  const { ticketId: given } = await issue();
  await ask({ type: 'cancelTicket', ticketId: given, reason: 'takenByMistake' }, { kind: 'phone', ticketId: given });
  await call('clerk01');
  await serve('clerk02');
  await ask({ type: 'pauseCounter', reason: 'lunch' }, clerk('clerk03'));
  now += 60_000;
  await ask({ type: 'takeOverCounter', counterId: CounterId.parse('counter-02') }, clerk('clerk04'));
}

const statuses = () => new Set(database.db.prepare('SELECT status FROM tickets').pluck().all());

/** The journal told from the beginning: every ticket of the day, ended ones too. */
function replay() {
  const told = database.db.prepare('SELECT event FROM journal ORDER BY sequence').pluck().all();
  return told.map((event) => JSON.parse(String(event))).reduce(evolve, emptyHall(demoSetup));
}

describe('M2 a restart', () => {
  it('finds the open day, its counters and everybody in it, in every state', async () => {
    await morning();
    expect(statuses()).toEqual(new Set(['waiting', 'called', 'serving', 'held', 'missed', 'done', 'cancelled']));
    const before = hall.state();
    const revision = hall.revision();
    openAgain();
    expect(hall.state()).toEqual(before);
    expect([...hall.state().tickets.keys()].toSorted()).toEqual([...before.tickets.keys()].toSorted());
    expect(hall.revision()).toEqual(revision);
  });

  it('goes on with the next number and knows whom it has called', async () => {
    await morning();
    const { issued } = hall.state().day ?? { issued: 0 };
    openAgain();
    expect((await issue()).number).toBe(`A${String(issued + 1).padStart(3, '0')}`);
    await expect(call('clerk01')).rejects.toThrow('counterBusy');
    await expect(open('clerk03', 'counter-04')).rejects.toThrow('staffAtOtherCounter');
  });

  it('finds a closed day closed, and the next one begins with number 1', async () => {
    await morning();
    await ask({ type: 'closeDay' }, { kind: 'clock' });
    openAgain();
    expect(hall.state().day?.closedAt).toBe(now);
    expect(hall.state().tickets.size).toBe(0);
    await expect(issue()).rejects.toThrow('dayClosed');
    now += 24 * 3_600_000;
    expect((await issue()).number).toBe('A001');
    expect(database.db.prepare('SELECT date FROM days WHERE closed_at IS NULL').pluck().all()).toEqual(['2026-03-11']);
  });

  it('a link made before it opens the same ticket after it', async () => {
    await morning();
    const { ticketId } = await issue();
    const link = createTicketLinks(store.linkKey).linkOf(ticketId);
    openAgain();
    const links = createTicketLinks(store.linkKey);
    expect(links.linkOf(ticketId)).toBe(link);
    expect(store.ticketByLink(links.hashOf(link))?.id).toBe(ticketId);
    expect(database.db.prepare('SELECT count(*) FROM tickets WHERE link_hash = ?').pluck().get(link)).toBe(0);
  });
});

describe('the journal and the tables tell the same', () => {
  it('every ticket, counter and queue of a day, told again from the journal', async () => {
    await morning();
    expect(settle(replay())).toEqual(hall.state());
    await ask({ type: 'closeDay' }, { kind: 'clock' });
    expect(statuses()).toEqual(new Set(['expired', 'done', 'cancelled']));
    const told = replay();
    expect(settle(told)).toEqual(hall.state());
    expect(told.tickets.size).toBe(14);
    for (const ticket of told.tickets.values()) expect(store.ticket(ticket.id)).toEqual(ticket);
    expect([...told.tickets.values()].map((ticket) => ticket.status === 'expired' && ticket.from)).toEqual(
      expect.arrayContaining(['waiting', 'called', 'serving', 'held', 'missed']),
    );
  });

  it('every moment of a visit belongs to exactly one span', async () => {
    await morning();
    await ask({ type: 'closeDay' }, { kind: 'clock' });
    const gaps = database.db.prepare(`
      SELECT count(*) FROM spans JOIN spans AS later USING (ticket_id)
      WHERE later.position = spans.position + 1 AND later.from_at IS NOT spans.to_at`);
    expect(gaps.pluck().get()).toBe(0);
    const visits = database.db.prepare(`
      SELECT since - issued_at AS visit, sum(to_at - from_at) AS spans, min(from_at) - issued_at AS late, count(*) AS legs
      FROM tickets JOIN spans ON ticket_id = id GROUP BY id`);
    for (const { visit, spans, late } of visits.all() as { visit: number; spans: number; late: number }[]) {
      expect({ spans, late }).toEqual({ spans: visit, late: 0 });
    }
    expect(visits.all()).toHaveLength(14);
    const passedOn = database.db.prepare(`
      SELECT spans.staff_id AS first, later.staff_id AS then_, spans.to_at - spans.from_at AS ms
      FROM spans JOIN spans AS later USING (ticket_id, status)
      WHERE status = 'serving' AND later.position = spans.position + 1`);
    expect(passedOn.all(), 'taken over in mid-service').toEqual([{ first: 'clerk02', then_: 'clerk04', ms: 62_000 }]);
  });

  it('what cannot be stored is stored not at all, and the hall stays as it was', async () => {
    await morning();
    const before = hall.state();
    const rows = () => ['journal', 'tickets', 'spans', 'commands'].map((table) => count(table));
    const counted = rows();
    // The tables would say that one number is out twice; a constraint refuses the last row of the step.
    const step = {
      commandId: CommandId.parse(uuidV7()),
      fingerprint: '',
      actor: kiosk,
      at: now,
      outcome: '{}',
      typed: null,
      told: null,
      before,
      after: {
        ...before,
        counters: new Map(before.counters).set(CounterId.parse('counter-04'), {
          ...{ status: 'open' as const, since: now, staffId: StaffId.parse('clerk01') },
          ...{ workProfileId: WorkProfileId.parse('licence'), finished: 0, lastFinished: null, round: {} },
          ...{ profileBy: null, help: null },
        }),
      },
      events: [{ type: 'dayOpened' as const, at: now, date: '2026-03-10' }],
    };
    expect(() => store.commit([step])).toThrow(/UNIQUE/);
    expect(rows()).toEqual(counted);
    expect(store.load()).toEqual(before);
  });

  it('a row changed by hand into nonsense is not shown to anybody', async () => {
    await morning();
    const { ticketId } = await issue();
    database.db.prepare("UPDATE tickets SET language = 'en', queue_id = 'not an id!' WHERE id = ?").run(ticketId);
    expect(() => store.ticket(ticketId)).toThrow();
    expect(() => store.load()).toThrow();
  });
});

describe('migrations', () => {
  const schema = (db: Database.Database) =>
    db.prepare("SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY name").all();

  it('an empty database of ours (version 0) becomes what a new one is', () => {
    const file = `${folder.path}/old.sqlite`;
    const old = new Database(file);
    old.pragma('application_id = 0x436c7243');
    expect(old.pragma('user_version', { simple: true })).toBe(0);
    old.close();
    const opened = openDatabase(file);
    expect(opened.created).toBe(false);
    expect(opened.db.pragma('user_version', { simple: true })).toBe(newestVersion);
    expect(schema(opened.db)).toEqual(schema(database.db));
    opened.close();
  });

  it('a hall of the first schema keeps every row, and its tickets may come from appointments', () => {
    const file = `${folder.path}/first.sqlite`;
    const old = new Database(file);
    old.exec(firstSchema);
    old.pragma('application_id = 0x436c7243');
    old.pragma('user_version = 1');
    old.exec(`
      INSERT INTO days VALUES ('2026-03-10', 1000, NULL, 1, 0, 0);
      INSERT INTO tickets (id, number, day, issued_queue_id, sequence, issue_order, service_id, source, language, issued_at,
        told_ahead, link_hash, queue_id, effective_at, transferred, missed_times, put_back_times, status, since)
      VALUES ('t1', 'A001', '2026-03-10', 'A', 1, 1, 'licence', 'desk', 'en', 1000, 0, 'h1', 'A', 1000, 0, 0, 0, 'waiting', 1000);
      INSERT INTO spans VALUES ('t1', 1, 'waiting', 'A', NULL, NULL, 1000, NULL);
      INSERT INTO setup VALUES ('workProfile', 'both', 0,
        '{"id":"both","name":{"zhHans":"甲","zhHant":"甲","en":"A"},"levels":[["A","L"],["T"]],"active":true}');`);
    old.close();
    const { db, close } = openDatabase(file);
    const [profile] = openStore(db, blankSetup, 2000).load().setup.workProfiles;
    expect(profile?.levels).toEqual(levels(['A', 'L'], ['T']));
    expect(schema(db)).toEqual(schema(database.db));
    expect(db.prepare('SELECT id, number, source, effective_at FROM tickets').all()).toEqual([
      { id: 't1', number: 'A001', source: 'desk', effective_at: 1000 },
    ]);
    expect(db.pragma('foreign_key_check')).toEqual([]);
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
    db.exec("UPDATE tickets SET source = 'appointment' WHERE id = 't1'");
    expect(() => db.exec("UPDATE tickets SET source = 'phone' WHERE id = 't1'")).toThrow(/CHECK/);
    expect(() => db.exec("DELETE FROM tickets WHERE id = 't1'")).toThrow(/FOREIGN KEY/);
    close();
  });

  it('what platforms took and booked before is known from the journal to be theirs, and who made a token from the audit', () => {
    const file = `${folder.path}/platforms.sqlite`;
    const old = new Database(file);
    old.pragma('application_id = 0x436c7243');
    migrate(old, 23);
    const by = (kind: string) => JSON.stringify(kind === 'platform' ? { kind, tokenId: 'city' } : { kind });
    old.exec(`
      INSERT INTO days (date, opened_at, issued, done, cancelled) VALUES ('2026-03-10', 1000, 2, 0, 0);
      INSERT INTO api_tokens (id, name, scopes, token_hash, created_at) VALUES ('city', 'City', '[]', 'h', 1);
      INSERT INTO audit (at, actor, action, subject, result) VALUES (1, 'boss', 'makeApiToken', 'city', 'ok');`);
    const insert = (table: string, row: Record<string, string | number | null>) =>
      old
        .prepare(`INSERT INTO ${table} (${Object.keys(row)}) VALUES (${Object.keys(row).map((name) => `:${name}`)})`)
        .run(row);
    const fact = { at: 1, command_id: 'c', counter_id: null };
    for (const [n, source] of [
      [1, 'platform'],
      [2, 'desk'],
    ] as const) {
      insert('tickets', {
        ...{ id: `t${n}`, number: `A00${n}`, day: '2026-03-10', issued_queue_id: 'A', sequence: n, issue_order: n },
        ...{ service_id: 'licence', source, language: 'en', issued_at: 1000, told_ahead: 0, link_hash: `h${n}` },
        ...{ queue_id: 'A', effective_at: 1000, transferred: 0, missed_times: 0, put_back_times: 0 },
        ...{ status: 'waiting', since: 1000 },
      });
      insert('appointments', {
        ...{ id: `b${n}`, code_hash: `c${n}`, service_id: 'licence', date: '2026-03-11', slot: '10:00', place: n },
        ...{ starts_at: 2000, quota: 2, booked_at: 1, source: null, status: 'open' },
      });
      const event = JSON.stringify({ appointmentId: `b${n}` });
      const actor = by(source);
      insert('journal', { ...fact, sequence: 2 * n - 1, type: 'ticketIssued', ticket_id: `t${n}`, actor, event });
      insert('journal', { ...fact, sequence: 2 * n, type: 'appointmentBooked', ticket_id: null, actor, event });
    }
    old.close();
    const { db, close } = openDatabase(file);
    for (const table of ['tickets', 'appointments']) {
      expect(db.prepare(`SELECT platform FROM ${table} ORDER BY id`).pluck().all()).toEqual(['city', null]);
    }
    expect(db.prepare('SELECT made_by FROM api_tokens').pluck().get()).toBe('boss');
    close();
  });

  it('opening again changes nothing', () => {
    const before = schema(database.db);
    openAgain();
    expect(schema(database.db)).toEqual(before);
    expect(database.db.pragma('user_version', { simple: true })).toBe(newestVersion);
    expect(database.db.pragma('foreign_key_check')).toEqual([]);
  });
});

function count(table: string) {
  return database.db.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
}
