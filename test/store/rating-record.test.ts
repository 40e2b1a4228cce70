import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { v7 as uuidV7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { blankSetup } from '../../hall-server/blank-setup.ts';
import { demoSetup } from '../../hall-server/demo/demo-hall.ts';
import { type Hall, openHall } from '../../hall-server/hall.ts';
import { openCallBacks } from '../../hall-server/store/call-backs.ts';
import { type OpenedDatabase, openDatabase } from '../../hall-server/store/database.ts';
import { hashOf, type RecordRow, recordColumns } from '../../hall-server/store/rating-chain.ts';
import { openRatingReports } from '../../hall-server/store/rating-reports.ts';
import { ratingRecord } from '../../hall-server/store/schema-7-rating-record.ts';
import { openStore, type Store } from '../../hall-server/store/store.ts';
import { openTypedTexts } from '../../hall-server/store/typed-texts.ts';
import { verifyRatings } from '../../hall-server/store/verify-ratings.ts';
import { createTicketLinks } from '../../hall-server/ticket-links.ts';
import type { Actor } from '../../shared/actors.ts';
import type { Command, RatingLevel } from '../../shared/commands.ts';
import { CommandId, CounterId, DeviceId, ServiceId, StaffId, type TicketId, WorkProfileId } from '../../shared/ids.ts';
import { temporaryFolder } from '../support/hall.ts';

let folder: { path: string; remove: () => void };
let now: number;
let database: OpenedDatabase;
let store: Store;
let hall: Hall;

beforeEach(() => {
  folder = temporaryFolder();
  now = Date.parse('2026-03-10T09:00:00+08:00');
  open();
  store.saveSetup(demoSetup);
  reopen();
});
afterEach(() => {
  database.close();
  folder.remove();
});

function open() {
  database = openDatabase(`${folder.path}/hall.sqlite`);
  store = openStore(database.db, blankSetup, now);
  const onBug = (error: unknown) => {
    throw error;
  };
  hall = openHall({ store, links: createTicketLinks(store.linkKey), clock: () => now, forecast: () => null, onBug });
}
function reopen() {
  database.close();
  open();
}

const kiosk: Actor = {
  ...{ kind: 'device', deviceId: DeviceId.parse('kiosk'), provenTicketId: null },
  assignment: { kind: 'ticketKiosk', zone: null, printer: null },
};
const exit: Actor = {
  ...{ kind: 'device', deviceId: DeviceId.parse('exit'), provenTicketId: null },
  assignment: { kind: 'ratingKiosk', counter: null },
};
const clerk: Actor = { kind: 'staff', staffId: StaffId.parse('clerk01'), role: 'clerk' };
const manager = (id: string): Actor => ({ kind: 'staff', staffId: StaffId.parse(id), role: 'manager' });
const phone = (ticketId: TicketId): Actor => ({ kind: 'phone', ticketId });

const send = (command: Command, actor: Actor) => hall.execute(command, actor, CommandId.parse(uuidV7()));
async function ask(command: Command, actor: Actor) {
  now += 10_000;
  const outcome = await send(command, actor);
  if (!outcome.ok) throw new Error(`${command.type}: ${outcome.code}`);
  return outcome.ticket?.ticketId as TicketId;
}

async function visit(): Promise<TicketId> {
  const serviceId = ServiceId.parse('licence-new-individual');
  const ticketId = await ask({ type: 'issueTicket', serviceId, language: 'zhHans', priorityClassId: null }, kiosk);
  await ask({ type: 'callNext' }, clerk);
  await ask({ type: 'startService', ticketId }, clerk);
  await ask({ type: 'finish', ticketId, outcome: 'accepted', externalCaseNo: null, collectOn: null }, clerk);
  return ticketId;
}
const rate = (ticketId: TicketId, level: RatingLevel) => ask({ type: 'rateTicket', ticketId, level }, phone(ticketId));
const add = (ticketId: TicketId, text: string | null) =>
  ask({ type: 'addToRating', ticketId, indicators: [], answers: [], text }, phone(ticketId));

/** Three visits, rated and talked about. */
async function day() {
  await ask(
    {
      ...{ type: 'openCounter', counterId: CounterId.parse('counter-01') },
      workProfileId: WorkProfileId.parse('licence'),
    },
    clerk,
  );
  const visits = [await visit(), await visit(), await visit()] as const;
  await rate(visits[0], 5);
  await rate(visits[1], 1);
  await add(visits[1], '等了很久');
  await ask({ type: 'giveOpinion', level: 4 }, exit);
  await rate(visits[2], 3);
  return visits;
}

const rows = () => database.db.prepare('SELECT * FROM ratings ORDER BY position').all();
/** Somebody with the file and a tool, and nobody's triggers. */
function tamper(sql: string) {
  for (const trigger of ['ratings_keep_rows', 'ratings_keep_words', 'ratings_grow', 'journal_keeps_rows']) {
    database.db.exec(`DROP TRIGGER IF EXISTS ${trigger}`);
  }
  database.db.exec(sql);
}

/** A made-up opinion after row n, hashed as the program would. */
function forge(after: number) {
  const forger = database.db.prepare('SELECT * FROM ratings WHERE position = ?').get(after) as Forged;
  const row = {
    ...forger,
    position: after + 1,
    kind: 'opinion',
    ticket_id: null,
    after_ms: null,
    previous: forger.hash,
  };
  database.db
    .prepare(`INSERT INTO ratings (${recordColumns}, hash) VALUES (${recordColumns.map((name) => `:${name}`)}, :hash)`)
    .run({ ...row, hash: hashOf(row) });
}
type Forged = RecordRow & { readonly hash: string };

describe('a flagged rating', () => {
  it('waits over a restart for its second person, and then counts; the record holds together', async () => {
    await day();
    const ticketId = await visit();
    now -= 10_000;
    // Within two seconds of the end of the visit: too soon for anybody to have read the question.
    now += 500;
    const rated = await send({ type: 'rateTicket', ticketId, level: 5 }, phone(ticketId));
    expect(rated.ok).toBe(true);
    const reports = () => openRatingReports(database.db);
    const [from, to] = [0, now + 24 * 3_600_000];
    expect(reports().flagged(from, to)).toMatchObject([{ ticketId, level: 5, flags: ['tooSoon'] }]);
    const propose = { type: 'judgeFlag', ticketId, step: { kind: 'propose' }, note: '标记：看过了' } as const;
    await ask(propose, manager('wang'));
    reopen();
    expect(hall.state().unflagging.get(ticketId)).toBe('wang');
    expect(hall.ticket(ticketId)?.rating?.flagged).toBe(true);
    const approve = { ...propose, step: { kind: 'decide', approve: true } } as const;
    expect(await send(approve, manager('wang'))).toMatchObject({ ok: false, code: 'secondPersonNeeded' });
    await ask(approve, manager('li'));
    reopen();
    expect(hall.state().unflagging.size).toBe(0);
    expect(hall.ticket(ticketId)?.rating).toMatchObject({ level: 5, flagged: false });
    expect(reports().flagged(from, to)).toEqual([]);
    expect(verifyRatings(database.db)).toMatchObject({ ok: true });
    expect(JSON.stringify(database.db.prepare('SELECT * FROM journal').all())).not.toContain('标记');
  });
});

describe('one rating a visit', () => {
  it('of a hundred who try at once, by phone and kiosk, exactly one is stored and the others are told', async () => {
    await ask(
      {
        ...{ type: 'openCounter', counterId: CounterId.parse('counter-01') },
        workProfileId: WorkProfileId.parse('licence'),
      },
      clerk,
    );
    const ticketId = await visit();
    const proven: Actor = { ...exit, provenTicketId: ticketId };
    const levels = [1, 2, 3, 4, 5] as const;
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, n) =>
        send({ type: 'rateTicket', ticketId, level: levels[n % 5] ?? 3 }, n % 2 === 0 ? phone(ticketId) : proven),
      ),
    );
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(answers.filter((answer) => !answer.ok && answer.code === 'alreadyRated')).toHaveLength(99);
    expect(rows()).toHaveLength(1);
  });
});

describe('the record of ratings', () => {
  it('is whole, over a restart too', async () => {
    await day();
    reopen();
    const ticketId = await visit();
    await rate(ticketId, 2);
    expect(verifyRatings(database.db)).toMatchObject({ ok: true, rows: 6 });
    expect(rows()).toMatchObject([
      { kind: 'level' },
      {},
      { kind: 'detail' },
      { kind: 'opinion', ticket_id: null },
      {},
      {},
    ]);
  });

  it('what the law remembers of the day is what a restart finds', async () => {
    await day();
    const { watch, cases } = hall.state();
    reopen();
    expect(hall.state().watch).toEqual(watch);
    expect(hall.state().cases).toEqual(cases);
    expect(cases.size).toBe(1);
  });

  it('a changed row', async () => {
    await day();
    tamper('UPDATE ratings SET level = 5 WHERE position = 2');
    expect(verifyRatings(database.db)).toEqual({ ok: false, position: 2, fault: 'changed' });
  });

  it('a removed row: the first, one in the middle, the last', async () => {
    await day();
    for (const [position, fault] of [
      [5, 'removed'],
      [3, 'removed'],
      [1, 'removed'],
    ] as const) {
      tamper(`DELETE FROM ratings WHERE position = ${position}`);
      expect(verifyRatings(database.db)).toEqual({ ok: false, position, fault });
    }
  });

  it('an inserted row, whole in itself: the next one was not made after it', async () => {
    await day();
    tamper('UPDATE ratings SET position = position + 10 WHERE position > 1');
    tamper('UPDATE ratings SET position = position - 9 WHERE position > 10');
    forge(1);
    expect(verifyRatings(database.db)).toEqual({ ok: false, position: 3, fault: 'changed' });
  });

  it('a row added at the end with the right hashes, but by nobody', async () => {
    await day();
    forge(5);
    expect(verifyRatings(database.db)).toEqual({ ok: false, position: 6, fault: 'unlikeJournal' });
  });

  it('the first schema’s ratings become its first links', async () => {
    await day();
    const file = `${folder.path}/old/hall.sqlite`;
    mkdirSync(`${folder.path}/old`);
    database.db.exec(`VACUUM INTO '${file}'`);
    const old = new Database(file);
    old.exec(
      'DROP TABLE ratings; DROP TABLE typed_texts; DROP TABLE call_backs; DROP TABLE case_steps; DROP TABLE rating_cases',
    );
    old.exec('CREATE TABLE ratings (ticket_id TEXT PRIMARY KEY, level INTEGER, channel TEXT, at INTEGER) STRICT');
    old.exec(`INSERT INTO ratings SELECT ticket_id, json_extract(event, '$.level'), json_extract(event, '$.channel'), at
      FROM journal WHERE type = 'ticketRated'`);
    ratingRecord(old);
    const found = old.prepare('SELECT position, kind, level FROM ratings ORDER BY position').all();
    expect(found).toEqual([5, 1, 3].map((level, index) => ({ position: index + 1, kind: 'level', level })));
    old.close();
  });
});

describe('what people typed', () => {
  const marker = '我叫王小明，电话13912345678';
  const number = '+86 139-8765-4321';

  it('is written with its command, beside the journal, and can be blacked out and erased without breaking the record', async () => {
    const [, ticketId] = await day();
    await add(ticketId, marker);
    const texts = openTypedTexts(database.db);
    const written = texts.ofTicket(ticketId).find(({ shown }) => shown === marker);
    expect(written).toMatchObject({ part: 'rating', blackedOut: false });
    const { commandId = '' } = written ?? {};
    texts.blackOut(commandId, 'rating', '我叫***');
    expect(texts.ofTicket(ticketId)).toContainEqual({ commandId, part: 'rating', shown: '我叫***', blackedOut: true });
    expect(verifyRatings(database.db)).toMatchObject({ ok: true });
    texts.erase(commandId, 'rating');
    expect(texts.ofTicket(ticketId)).toContainEqual({ commandId, part: 'rating', shown: null, blackedOut: false });
    expect(verifyRatings(database.db)).toMatchObject({ ok: true });
  });

  it('a text rewritten in the file is found', async () => {
    await day();
    database.db.exec("UPDATE typed_texts SET text = '很满意'");
    expect(verifyRatings(database.db)).toEqual({ ok: false, position: 3, fault: 'textChanged' });
  });

  it('a refused command leaves nothing of it', async () => {
    const [ticketId] = await day();
    now += 8 * 24 * 3_600_000;
    const late = { type: 'addToRating', ticketId, indicators: [], answers: [], text: marker } as const;
    expect(await send(late, phone(ticketId))).toMatchObject({ ok: false, code: 'ratingTooLate' });
    expect(database.db.prepare('SELECT count(*) FROM typed_texts WHERE text = ?').pluck().get(marker)).toBe(0);
  });

  it('the same again under the same id is one; the id does not remember the words', async () => {
    const [, ticketId] = await day();
    const id = CommandId.parse(uuidV7());
    const command = { type: 'addToRating', ticketId, indicators: [], answers: [], text: marker } as const;
    const first = await hall.execute(command, phone(ticketId), id);
    expect(first.ok).toBe(true);
    expect(await hall.execute(command, phone(ticketId), id)).toEqual(first);
    expect(database.db.prepare('SELECT count(*) FROM typed_texts WHERE text = ?').pluck().get(marker)).toBe(1);
  });

  it('P3 a number to call back is sealed, opens with the key of the folder only, and is erased 30 days after the end', async () => {
    const [, ticketId] = await day();
    await ask({ type: 'agreeToCallBack', ticketId, phone: number }, phone(ticketId));
    const callBacks = openCallBacks(database.db);
    expect(callBacks.of(ticketId)).toBe(number);
    const bytes = Buffer.concat(['', '-wal'].map((end) => readFileSync(`${folder.path}/hall.sqlite${end}`)));
    expect(bytes.includes(number)).toBe(false);

    const propose = { type: 'stepCase', ticketId, step: { kind: 'proposeInvalid', ground: 'malicious' } } as const;
    await ask({ ...propose, texts: { note: 'marker' } }, manager('wang'));
    const approve = { type: 'stepCase', ticketId, step: { kind: 'decideProposal', approve: true } } as const;
    await ask({ ...approve, texts: { note: 'marker' } }, manager('li'));
    const dayMs = 24 * 3_600_000;
    expect(callBacks.eraseOld(now + 30 * dayMs, 30)).toBe(0);
    expect(callBacks.eraseOld(now + 30 * dayMs + 1, 30)).toBe(1);
    expect(callBacks.of(ticketId)).toBeNull();

    await ask({ type: 'rateTicket', ticketId: await visit(), level: 1 }, phone(ticketId)).catch(() => {});
    writeFileSync(`${folder.path}/call-back.key`, Buffer.alloc(32));
    expect(openCallBacks(database.db).of(ticketId)).toBeNull();
  });

  it('no word of it is in the journal, in the remembered commands or in the record', async () => {
    const [, ticketId] = await day();
    await add(ticketId, marker);
    await ask({ type: 'agreeToCallBack', ticketId, phone: number }, phone(ticketId));
    await ask(
      { type: 'stepCase', ticketId, step: { kind: 'contact', reached: true }, texts: { note: marker } },
      manager('wang'),
    );
    await ask({ type: 'stepCase', ticketId, step: { kind: 'verify' }, texts: { note: marker } }, manager('wang'));
    for (const table of ['journal', 'commands', 'ratings', 'rating_cases', 'case_steps', 'tickets', 'setup', 'audit']) {
      const kept = JSON.stringify(database.db.prepare(`SELECT * FROM ${table}`).all());
      for (const word of ['王小明', '13912345678', number, number.replaceAll(/\D/g, '')])
        expect(kept, table).not.toContain(word);
    }
    expect(database.db.prepare('SELECT count(*) FROM typed_texts').pluck().get()).toBeGreaterThan(2);
  });
});
