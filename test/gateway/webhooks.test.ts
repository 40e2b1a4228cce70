import Database from 'better-sqlite3';
import { v7 as uuidV7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { EventSent } from '../../hall-server/gateway/api-shapes.ts';
import { openWebhooks } from '../../hall-server/store/webhooks.ts';
import { pushEvents } from '../../hall-server/webhooks/push-events.ts';
import { type WebhookRow, WebhookUrl } from '../../shared/interfaces.ts';
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
