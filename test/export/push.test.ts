import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { demoSetup } from '../../hall-server/demo/demo-hall.ts';
import { examplePlatform } from '../../hall-server/exporters/example-platform.ts';
import { pushRatings } from '../../hall-server/exporters/push-ratings.ts';
import { ratingMessage } from '../../hall-server/exporters/rating-message.ts';
import { openDatabase } from '../../hall-server/store/database.ts';
import { openPushLedger } from '../../hall-server/store/push-ledger.ts';
import type { ExportRow } from '../../hall-server/store/rating-reports.ts';
import type { ExportState } from '../../shared/http.ts';
import { TicketId } from '../../shared/ids.ts';
import type { CounterView, PhoneView, TicketKioskView } from '../../shared/views.ts';
import { accepted, issueLicence, openCounter, ticketOf } from '../support/crowd.ts';
import { connect, connectDevice, connectStaff, request, startDemoHall, temporaryFolder } from '../support/hall.ts';
import { Receiver } from '../support/receiver.ts';

// A platform that answers over a real socket, and a clock that only the test moves.

const secret = 'a secret of the platform';
let platform: Receiver;
beforeEach(async () => {
  platform = new Receiver();
  platform.secret = secret;
  await platform.up();
});
afterEach(() => platform.down());

const entry = (position: number, more: Partial<ExportRow> = {}): ExportRow => ({
  ...{ position, kind: 'level', at: 1_000 * position, hash: `hash-${position}` },
  ...{ ticketId: TicketId.parse(`ticket-${position}`), number: `A${position}`, day: '2026-03-10' },
  ...{ externalCaseNo: null, serviceId: issueLicence.serviceId, staffId: 'clerk01', counterId: 'counter-01' },
  ...{ level: 4, channel: 'slipQr', sequence: null, indicators: '["406"]', answers: '[]', flags: '[]' },
  ...{ later: null, text: null },
  ...more,
});

describe('what is sent of the record', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let database: ReturnType<typeof openDatabase>;
  let now: number;
  let record: ExportRow[];
  beforeEach(() => {
    folder = temporaryFolder();
    database = openDatabase(`${folder.path}/hall.sqlite`);
    now = 0;
    record = Array.from({ length: 120 }, (_, at) => entry(at + 1));
  });
  afterEach(() => {
    database.close();
    folder.remove();
  });

  /** As after every start of the server: nothing is known but what the ledger says. */
  const start = () => {
    const ledger = openPushLedger(database.db, now);
    const pusher = pushRatings({
      exporter: examplePlatform({ url: platform.url, secret, now: () => now }),
      ledger,
      rowsAfter: (position, limit) => record.filter((row) => row.position > position).slice(0, limit),
      messageOf: (row) => ratingMessage(row, demoSetup, String),
      now: () => now,
    });
    return { ledger, pusher };
  };
  const ids = () => platform.received.map(({ id }) => id);
  const all = () => record.map(({ hash }) => hash);

  test('down for an hour, then everything arrives in its order, once', async () => {
    const { pusher, ledger } = start();
    await platform.down();
    let looks = 0;
    while (now < 3_600_000) {
      now = await pusher.step();
      looks += 1;
    }
    expect(looks, 'less and less often').toBeLessThan(12);
    expect(pusher.fault()).toMatchObject({ status: null, tries: looks });
    await platform.up();
    await pusher.step();
    expect(ids()).toEqual(all());
    expect(platform.received.every(({ signed }) => signed)).toBe(true);
    expect(pusher.fault()).toBeNull();
    expect(ledger.counts()).toMatchObject({ taken: 120, refused: 0 });
    now += 10_000;
    await pusher.step();
    expect(platform.received).toHaveLength(120);
  });

  test.each([400, 422])('refused for good (%i) it is written down, and the others go on', async (status) => {
    platform.answers = ({ id }) => (id === 'hash-7' ? status : 200);
    const { pusher, ledger } = start();
    await pusher.step();
    expect(ids()).toEqual(all());
    expect(ledger.refused()).toMatchObject([{ position: 7, status }]);
    expect(ledger.counts()).toMatchObject({ taken: 119, refused: 1 });
  });

  test.each([401, 404, 429, 500, 503])(
    'what can be put right (%i) is waited for, and nothing overtakes',
    async (status) => {
      platform.answers = ({ id }) => (id === 'hash-7' ? status : 200);
      const { pusher, ledger } = start();
      const nextAt = await pusher.step();
      expect(ids().at(-1)).toBe('hash-7');
      expect(pusher.fault()).toMatchObject({ status, tries: 1, nextAt });
      await pusher.step();
      expect(ids(), 'not before its time').toHaveLength(7);
      platform.answers = () => 200;
      pusher.tryNow();
      await pusher.step();
      expect(new Set(ids())).toEqual(new Set(all()));
      expect(ledger.counts()).toMatchObject({ taken: 120, refused: 0 });
    },
  );

  test('taken, but the answer was lost, and the server started anew: sent again under the same id only', async () => {
    platform.answers = ({ id }) => (id === 'hash-60' && ids().indexOf(id) === ids().lastIndexOf(id) ? null : 200);
    await start().pusher.step();
    expect(ids()).toEqual(all().slice(0, 60));
    now += 60_000;
    platform.answers = ({ id }) => (id === 'hash-60' ? 409 : 200);
    const { pusher, ledger } = start();
    await pusher.step();
    expect(ids()).toEqual([...all().slice(0, 60), ...all().slice(59)]);
    expect(ledger.counts()).toMatchObject({ taken: 120, refused: 0 });
  });

  test('what was said without a ticket, and what is ours, stays here', async () => {
    record = [
      entry(1, { flags: '["burst"]', answers: '[{"question":"trips","answer":"three"}]', text: '屏太小' }),
      entry(2, { kind: 'opinion', ticketId: null, number: null, serviceId: null }),
      entry(3, { channel: 'ratingKiosk' }),
    ];
    const { pusher } = start();
    await pusher.step();
    expect(ids()).toEqual(['hash-1', 'hash-3']);
    expect(platform.received[0]?.body).toEqual({
      ...{ projectNo: null, taskCode: issueLicence.serviceId, taskName: expect.any(String), satisfaction: 4 },
      ...{ evalDetail: '406', evalDetailVersion: '2020', writingEvaluation: '屏太小', assessTime: '1000' },
      ...{ assessNumber: 1, pf: '3', promiseTime: expect.any(Number), flagged: true },
    });
    expect(platform.received[1]?.body).toMatchObject({ pf: '4', flagged: false });
  });
});

describe('a hall', () => {
  const folder = temporaryFolder();
  let now = Date.parse('2026-03-10T09:00:00+08:00');
  const open = (exporter: { url: string; secret: string } | null) =>
    startDemoHall({ dataDir: folder.path, clock: () => now, exporter });
  afterAll(folder.remove);
  let visits = 0;
  beforeAll(() => {
    visits = 0;
  });

  /** A visit from its number to its rating. */
  async function visit(address: string) {
    const kiosk = await connectDevice<TicketKioskView>(address, 'ticketKiosk');
    const clerk = await connectStaff<CounterView>(address, 'counter', 'clerk01');
    if (visits === 0) accepted(await clerk.send(openCounter('counter-01')));
    visits += 1;
    const link = accepted(await kiosk.send(issueLicence)).issued?.link ?? '';
    const { ticketId } = ticketOf(await clerk.send({ type: 'callNext' }));
    accepted(await clerk.send({ type: 'startService', ticketId }));
    const end = { outcome: 'accepted', externalCaseNo: 'JH-1', collectOn: null } as const;
    accepted(await clerk.send({ type: 'finish', ticketId, ...end }));
    now += 20_000;
    const phone = await connect<PhoneView>(address, { audience: 'phone', link });
    accepted(await phone.send({ type: 'rateTicket', ticketId, level: 5 }));
    for (const client of [kiosk, clerk, phone]) client.close();
  }

  test('sends nothing unless told to; told to, what is said from then on; managers see how it goes', async () => {
    const quiet = await open(null);
    await visit(quiet.address);
    const cookiesOf = async (address: string) => (await connectStaff(address, 'admin', 'manager')).cookies;
    expect((await request(quiet.address, '/api/exporter', undefined, await cookiesOf(quiet.address))).body).toEqual({
      target: null,
    });
    await quiet.close();

    const told = await open({ url: platform.url, secret });
    const cookies = await cookiesOf(told.address);
    await visit(told.address);
    const again = () => request(told.address, '/api/exporter', {}, cookies);
    await expect.poll(async () => ((await again()).body as ExportState).taken, { timeout: 10_000 }).toBe(1);
    expect(platform.received).toMatchObject([{ signed: true, body: { satisfaction: 5, projectNo: 'JH-1', pf: '3' } }]);
    expect((await request(told.address, '/api/exporter', undefined, cookies)).body).toMatchObject({
      ...{ target: new URL(platform.url).origin, refused: 0, waiting: 0, refusals: [], fault: null },
    });
    expect(await request(told.address, '/api/exporter', undefined, '')).toMatchObject({ status: 401 });
    await told.close();

    const restarted = await open({ url: platform.url, secret });
    await visit(restarted.address);
    const state = () => request(restarted.address, '/api/exporter', {}, cookies);
    await expect.poll(async () => ((await state()).body as ExportState).taken, { timeout: 10_000 }).toBe(2);
    expect(platform.received, 'the first one not again').toHaveLength(2);
    await restarted.close();
  });
});
