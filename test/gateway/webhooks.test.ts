import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { isIPv6 } from 'node:net';
import Database from 'better-sqlite3';
import { v7 as uuidV7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { EventSent } from '../../hall-server/gateway/api-shapes.ts';
import { openDatabase } from '../../hall-server/store/database.ts';
import { openWebhooks } from '../../hall-server/store/webhooks.ts';
import { createDeliver } from '../../hall-server/webhooks/deliver.ts';
import { pushEvents } from '../../hall-server/webhooks/push-events.ts';
import { mayBeReached, type Resolve } from '../../hall-server/webhooks/reachable.ts';
import { type WebhookMade, type WebhookRow, WebhookUrl } from '../../shared/interfaces.ts';
import type { CounterView, PhoneView } from '../../shared/views.ts';
import { accepted, issueLicence, openCounter, ticketOf } from '../support/crowd.ts';
import {
  connect,
  connectDevice,
  connectStaff,
  logIn,
  type RunningHall,
  request,
  startDemoHall,
  temporaryFolder,
} from '../support/hall.ts';
import { Receiver } from '../support/receiver.ts';

// Programs are told what happens, in its order, each event once by its id: over real sockets, by a clock that only the test moves.

let folder: { path: string; remove: () => void };
let receiver: Receiver;
let now: number;
beforeEach(async () => {
  folder = temporaryFolder();
  now = Date.parse('2026-03-10T09:00:00+08:00');
  receiver = new Receiver();
  await receiver.up();
});
afterEach(async () => {
  await receiver.down();
  folder.remove();
});

const hour = 3_600_000;
const start = () => startDemoHall({ dataDir: folder.path, clock: () => now });
const as = (hall: RunningHall, cookies: string) => (path: string, body?: object) =>
  request(hall.address, `/api/webhooks${path}`, body, cookies);
const wish = { name: '市级平台', events: ['ticketIssued', 'ticketCalled', 'ticketFinished', 'ticketRated'] };

describe('of a hall at work', () => {
  it('tells what happens, signed, with numbers and choices and nothing that anybody typed or holds', async () => {
    const hall = await start();
    const ask = as(hall, (await logIn(hall.address, 'admin', 'admin')).cookies);
    const made = await ask('', { ...wish, url: receiver.url });
    const { secret, webhookId } = made.body as { secret: string; webhookId: string };
    receiver.secret = secret;
    const kiosk = await connectDevice(hall.address, 'ticketKiosk');
    const clerk = await connectStaff<CounterView>(hall.address, 'counter', 'clerk01');
    accepted(await clerk.send(openCounter('counter-01')));
    const issued = accepted(await kiosk.send(issueLicence)).issued;
    const { ticketId } = ticketOf(await clerk.send({ type: 'callNext' }));
    accepted(await clerk.send({ type: 'startService', ticketId }));
    const end = { outcome: 'accepted', externalCaseNo: 'JH-7', collectOn: null } as const;
    accepted(await clerk.send({ type: 'finish', ticketId, ...end }));
    now += 20_000;
    const own = await connect<PhoneView>(hall.address, { audience: 'phone', link: issued?.link ?? '' });
    accepted(await own.send({ type: 'rateTicket', ticketId, level: 2 }));
    accepted(await own.send({ type: 'addToRating', ticketId, indicators: [], answers: [], text: '标记：王小明' }));
    await expect.poll(() => receiver.received.length, { timeout: 10_000 }).toBe(4);
    expect(receiver.received.every(({ signed }) => signed)).toBe(true);
    expect(receiver.received.map(({ body }) => body)).toMatchObject([
      { type: 'ticketIssued', number: 'A001', serviceId: issueLicence.serviceId, source: 'ticketKiosk' },
      { type: 'ticketCalled', number: 'A001', counterId: 'counter-01' },
      { type: 'ticketFinished', outcome: 'accepted' },
      { type: 'ticketRated', level: 2, channel: 'slipQr' },
    ]);
    for (const { body } of receiver.received) expect(EventSent.safeParse(body).error).toBeUndefined();
    const said = JSON.stringify(receiver.received);
    for (const mark of ['标记', issued?.link ?? '', 'clerk01', 'JH-7', secret]) expect(said).not.toContain(mark);
    const [row] = (await ask('')).body as WebhookRow[];
    expect(row).toMatchObject({ webhookId, name: '市级平台', paused: false, fault: null, deliveredAt: now });
    expect(row).not.toHaveProperty('secret');
    expect(await ask('/test', { webhookId })).toMatchObject({ status: 200, body: { status: 200 } });
    for (const client of [kiosk, clerk, own]) client.close();
    await hall.close();
  });

  it('is the administrator’s, and only to where a hall has business', async () => {
    const hall = await start();
    const admin = as(hall, (await logIn(hall.address, 'admin', 'admin')).cookies);
    const manager = as(hall, (await logIn(hall.address, 'admin', 'manager')).cookies);
    const body = { webhookId: uuidV7() };
    for (const [path, asked] of [
      ['', undefined],
      ['', { ...wish, url: receiver.url }],
      ['/pause', { ...body, paused: true }],
      ['/remove', body],
      ['/try', body],
      ['/again', body],
      ['/secret', body],
      ['/test', body],
    ] as const) {
      expect(await manager(path, asked), path).toMatchObject({ status: 403 });
      expect(await as(hall, '')(path, asked), path).toMatchObject({ status: 401 });
      if (path !== '') expect(await admin(path, asked), path).toMatchObject({ status: 404 });
    }
    expect(await admin('', { ...wish, url: 'ftp://x' })).toMatchObject({ status: 400, body: { code: 'malformed' } });
    expect(await admin('', { ...wish, url: receiver.url, events: ['everything'] })).toMatchObject({ status: 400 });
    await hall.close();
  });
});

test.each([
  ['https://platform.example/hook', true],
  ['http://10.1.2.3:9000/hook', true],
  ['http://localhost/hook', true],
  ['http://platform.example/hook', false],
  ['http://10.platform.example/hook', false],
  ['http://localhost.example/hook', false],
  ['http://[fd00::1]:9000/hook', true],
  ['', false],
  ['platform', false],
  ['https://user:secret@platform.example/', false],
  ['https://169.254.169.254/latest', false],
  ['http://[fe80::1]/', false],
  ['http://0.0.0.0/', false],
  ['https://metadata.google.internal/', false],
  ['javascript:alert(1)', false],
])('%s may be told: %s', (url, may) => {
  expect(WebhookUrl.safeParse(url).success).toBe(may);
});

describe('where a name leads', () => {
  const by = (...addresses: readonly string[]): Resolve => {
    return () => Promise.resolve(addresses.map((address) => ({ address, family: isIPv6(address) ? 6 : 4 })));
  };
  const send = (url: string, resolve?: Resolve) =>
    createDeliver(resolve)({ url, secret: 'secret', id: 'one', message: {}, now });

  it.each([
    ['https', '169.254.169.254'],
    ['https', '::ffff:169.254.169.254'],
    ['https', '64:ff9b::a9fe:a9fe'],
    ['https', 'fe80::1'],
    ['https', 'febf::1'],
    ['https', '127.0.0.1'],
    ['https', '::1'],
    ['https', '::ffff:127.0.0.1'],
    ['https', '0.0.0.0'],
    ['https', '::'],
    ['https', '100.100.100.200'],
    ['https', '224.0.0.1'],
    ['https', 'nonsense'],
    ['http', '203.0.113.7'],
    ['http', '127.0.0.1'],
  ])('%s://platform.example is not told at %s, nor when it is one address of several', async (protocol, address) => {
    const url = new URL(`${protocol}://platform.example:${new URL(receiver.url).port}/`);
    expect(mayBeReached(address, url)).toBe(false);
    for (const resolve of [by(address), by('203.0.113.7', address)]) {
      expect(await send(url.href, resolve)).toBe('addressRefused');
    }
    expect(receiver.received).toEqual([]);
  });

  it.each([
    ['https://platform.example', '203.0.113.7'],
    ['https://platform.example', '2001:db8::7'],
    ['https://platform.example', '10.1.2.3'],
    ['https://127.0.0.1', '127.0.0.1'],
    ['http://10.1.2.3', '10.1.2.3'],
    ['http://[fd00::1]', 'fd00::1'],
    ['http://localhost', '::1'],
  ])('%s may be told at %s', (url, address) => {
    expect(mayBeReached(address, new URL(url))).toBe(true);
  });

  it.each(['https://169.254.169.254/', 'https://[fe80::1]/', 'https://[::ffff:a9fe:a9fe]/', 'https://0.0.0.0/'])(
    '%s names it itself',
    async (url) => {
      expect(await send(url)).toBe('addressRefused');
    },
  );

  it('connected to is the address that was judged, and each time it is judged anew', async () => {
    const { port } = new URL(receiver.url);
    const url = `http://localhost:${port}/`;
    expect(await send(url, by('127.0.0.1'))).toBe(200);
    expect(await send(url, by('127.0.0.2')), 'nobody is there, whatever localhost is').toBeNull();
    const answers = [by('127.0.0.1'), by('169.254.169.254')];
    let asked = 0;
    const deliver = createDeliver((name) => (answers[asked++] ?? by())(name));
    const message = { url, secret: 'secret', id: 'one', message: {}, now };
    expect([await deliver(message), await deliver(message)]).toEqual([200, 'addressRefused']);
    expect(asked).toBe(2);
  });
});

describe('secrets', () => {
  const bytes = () =>
    readdirSync(folder.path)
      .filter((name) => name.startsWith('hall.sqlite'))
      .map((name) => readFileSync(`${folder.path}/${name}`, 'latin1'))
      .join();

  it('stand in no file of the database, and those of before are sealed when the hall is opened', async () => {
    const hall = await start();
    const ask = as(hall, (await logIn(hall.address, 'admin', 'admin')).cookies);
    const { secret, webhookId } = (await ask('', { ...wish, url: receiver.url })).body as WebhookMade;
    expect(bytes()).not.toContain(secret);
    const changed = (await ask('/secret', { webhookId })).body as WebhookMade;
    expect(changed.secret).not.toBe(secret);
    receiver.secret = changed.secret;
    await ask('/test', { webhookId });
    expect(receiver.received.map(({ signed }) => signed)).toEqual([true]);
    await hall.close();

    const { db, close } = openDatabase(`${folder.path}/hall.sqlite`);
    db.prepare('UPDATE webhooks SET secret = ?, sealed = NULL').run('of-a-version-before');
    expect(bytes()).toContain('of-a-version-before');
    expect(openWebhooks(db).of(webhookId)).toMatchObject({ secret: 'of-a-version-before' });
    expect(bytes()).not.toContain('of-a-version-before');
    close();
  });
});

describe('a receiver that fails', () => {
  let db: Database.Database;
  let count: number;
  beforeEach(async () => {
    await (await start()).close();
    db = new Database(`${folder.path}/hall.sqlite`);
    count = 0;
  });
  afterEach(() => db.close());

  /** As the hall's own thread would write them. */
  const happens = (times: number) => {
    const insert = db.prepare(`
      INSERT INTO journal (sequence, at, day, type, actor, command_id, event)
      SELECT coalesce(max(sequence), 0) + 1, ?, NULL, ?, '{"kind":"clock"}', 'test', '{}' FROM journal`);
    for (let n = 0; n < times; n += 1) {
      count += 1;
      insert.run(now + n, count % 3 === 0 ? 'counterOpened' : 'ticketIssued');
    }
  };
  const begin = (webhookId: string) =>
    pushEvents({ id: webhookId, webhooks: openWebhooks(db), generation: 1, now: () => now });
  const add = () => {
    const webhookId = uuidV7();
    openWebhooks(db).add(webhookId, { name: 'x', url: receiver.url, events: ['ticketIssued'] }, 'secret', now);
    receiver.secret = 'secret';
    return webhookId;
  };
  const wanted = () =>
    db
      .prepare("SELECT sequence FROM journal WHERE type = 'ticketIssued' ORDER BY sequence")
      .pluck()
      .all()
      .map((at) => `1-${at}`);
  const ids = () => receiver.received.map(({ id }) => id);
  const until = async (pusher: ReturnType<typeof begin>, end: number) => {
    while (now < end) now = Math.max(await pusher.step(), now + 1);
  };

  it('down for an hour: then everything arrives in its order, once by its id', async () => {
    const pusher = begin(add());
    await receiver.down();
    happens(40);
    await until(pusher, now + hour);
    expect(pusher.fault()).toMatchObject({ status: null });
    expect(pusher.fault()?.tries).toBeLessThan(15);
    happens(20);
    await receiver.up();
    now = Math.max(now, pusher.fault()?.nextAt ?? 0);
    await pusher.step();
    expect(ids()).toEqual(wanted());
    expect(pusher.fault()).toBeNull();
    expect(receiver.received.every(({ signed }) => signed)).toBe(true);
  });

  it('a lost answer: the same event again under the same id, and none is left out', async () => {
    const pusher = begin(add());
    happens(12);
    let lost = 0;
    receiver.answers = () => (receiver.received.length % 4 === 0 && lost++ < 3 ? null : 200);
    for (let turn = 0; turn < 6; turn += 1) now = Math.max(await pusher.step(), now);
    expect(lost).toBeGreaterThan(1);
    expect([...new Set(ids())]).toEqual(wanted());
    expect(ids().length).toBe(wanted().length + lost);
  });

  it.each([500, 404, 302])(
    'answered %i is no receipt; put right, it goes on where it stopped, over a restart too',
    async (status) => {
      const webhookId = add();
      happens(6);
      receiver.answers = () => (receiver.received.length > 2 ? status : 200);
      const pusher = begin(webhookId);
      await pusher.step();
      expect(pusher.fault()).toMatchObject({ status, tries: 1 });
      receiver.answers = () => 200;
      const again = begin(webhookId);
      await again.step();
      expect([...new Set(ids())]).toEqual(wanted());
    },
  );

  it('an event refused for a day is set aside and the rest goes on; sent again, it comes before anything newer', async () => {
    const webhookId = add();
    const webhooks = openWebhooks(db);
    const pusher = begin(webhookId);
    happens(6);
    const [first, refused] = wanted();
    receiver.answers = ({ id }) => (id === refused ? 422 : 200);
    await until(pusher, now + 23 * hour);
    expect([...new Set(ids())]).toEqual([first, refused]);
    expect(webhooks.aside(webhookId).count).toBe(0);
    await until(pusher, now + 2 * hour);
    expect([...new Set(ids())]).toEqual(wanted());
    expect(pusher.fault()).toBeNull();
    expect(webhooks.aside(webhookId)).toMatchObject({ count: 1, first: [{ status: 422, again: false }] });

    receiver.received.length = 0;
    happens(3);
    const newer = wanted().slice(4);
    receiver.answers = () => 400;
    webhooks.sendAgain(webhookId);
    await pusher.step();
    expect(ids(), 'refused again, it goes back at once and holds up nothing').toEqual([refused, newer[0]]);
    expect(webhooks.aside(webhookId)).toMatchObject({ count: 1, first: [{ status: 400, again: false }] });
    receiver.received.length = 0;
    receiver.answers = () => 200;
    webhooks.sendAgain(webhookId);
    pusher.tryNow();
    await pusher.step();
    expect(ids()).toEqual([refused, ...newer]);
    expect(webhooks.aside(webhookId).count).toBe(0);
  });

  it('what is sent again waits like the rest while nobody answers', async () => {
    const webhookId = add();
    const webhooks = openWebhooks(db);
    const pusher = begin(webhookId);
    happens(1);
    receiver.answers = () => 410;
    await until(pusher, now + 25 * hour);
    expect(webhooks.aside(webhookId).count).toBe(1);
    await receiver.down();
    happens(1);
    webhooks.sendAgain(webhookId);
    await until(pusher, now + 3 * 24 * hour);
    expect(webhooks.aside(webhookId)).toMatchObject({ count: 1, first: [{ again: true }] });
    receiver.received.length = 0;
    receiver.answers = () => 200;
    await receiver.up();
    pusher.tryNow();
    await pusher.step();
    expect(ids()).toEqual(wanted());
  });

  it.each<[string, (times: number) => number | null]>([
    ['nobody who answers', () => null],
    ['a 500', () => 500],
    ['a 503 after every refusal', (times) => (times % 2 === 0 ? 404 : 503)],
    ['a redirection', () => 302],
    ['"too often"', () => 429],
    ['"too slow"', () => 408],
  ])('%s for three days: nothing is passed over', async (_, answer) => {
    const webhookId = add();
    const pusher = begin(webhookId);
    happens(3);
    receiver.answers = () => answer(receiver.received.length);
    await until(pusher, now + 72 * hour);
    expect(openWebhooks(db).aside(webhookId).count).toBe(0);
    expect([...new Set(ids())]).toEqual(wanted().slice(0, 1));
    receiver.answers = () => 200;
    pusher.tryNow();
    await pusher.step();
    expect([...new Set(ids())]).toEqual(wanted());
  });

  it('a hall that was switched off for a day has not tried for one; nor has one that was paused', async () => {
    const webhookId = add();
    happens(2);
    receiver.answers = () => 404;
    await until(begin(webhookId), now + 60_000);
    now += 48 * hour;
    await begin(webhookId).step();
    expect(openWebhooks(db).aside(webhookId).count).toBe(0);
    await until(begin(webhookId), now + 2 * hour);
    expect(openWebhooks(db).aside(webhookId).count, 'tried often enough by now').toBe(1);
    await until(begin(webhookId), now + 2 * hour);
    openWebhooks(db).pause(webhookId, true);
    now += 48 * hour;
    openWebhooks(db).pause(webhookId, false);
    await begin(webhookId).step();
    expect(openWebhooks(db).aside(webhookId).count).toBe(1);
  });

  it('without the key beside the database nothing can be signed: it says so, sends nothing and loses nothing', async () => {
    const webhookId = add();
    happens(2);
    writeFileSync(`${folder.path}/call-back.key`, Buffer.alloc(32));
    const pusher = begin(webhookId);
    await pusher.step();
    expect(pusher.fault()).toMatchObject({ status: 'secretLost' });
    expect(ids()).toEqual([]);
    openWebhooks(db).changeSecret(webhookId, 'another');
    receiver.secret = 'another';
    pusher.tryNow();
    await pusher.step();
    expect(ids()).toEqual(wanted());
    expect(receiver.received.every(({ signed }) => signed)).toBe(true);
  });

  it('paused it is told nothing, and everything afterwards', async () => {
    const webhookId = add();
    const pusher = begin(webhookId);
    openWebhooks(db).pause(webhookId, true);
    happens(6);
    await pusher.step();
    expect(ids()).toEqual([]);
    openWebhooks(db).pause(webhookId, false);
    await pusher.step();
    expect(ids()).toEqual(wanted());
  });
});
