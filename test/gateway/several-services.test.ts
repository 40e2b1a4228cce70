import { afterAll, beforeAll, expect, it } from 'vitest';
import { CounterId, ServiceId, WorkProfileId } from '../../shared/ids.ts';
import type { BoardView, CounterView, PhoneView, TicketKioskView } from '../../shared/views.ts';
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

// One number, a licence and a tax return: over two counters, a killed server, two errands and one rating.

let folder: { path: string; remove: () => void };
let hall: RunningHall;
let now = Date.parse('2026-03-10T14:00:00+08:00');
const minute = 60_000;
const start = () => startDemoHall({ dataDir: folder.path, clock: () => now });
beforeAll(async () => {
  folder = temporaryFolder();
  hall = await start();
});
afterAll(async () => {
  await hall.close();
  folder.remove();
});

it('one number goes from the licence to the tax counter, is called there by the board, and rated once', async () => {
  const kiosk = await connectDevice<TicketKioskView>(hall.address, 'ticketKiosk');
  const taken = accepted(await kiosk.send({ ...issueLicence, further: [ServiceId.parse('tax-declaration')] }));
  kiosk.close();
  const link = taken.issued?.link ?? '';
  const phone = await connect<PhoneView>(hall.address, { audience: 'phone', link });
  expect(phone.view().further.map(({ en }) => en)).toEqual(['Filing and paying tax']);

  const licence = await connectStaff<CounterView>(hall.address, 'counter', 'clerk01');
  accepted(await licence.send(openCounter('counter-01')));
  const { ticketId } = ticketOf(await licence.send({ type: 'callNext' }));
  accepted(await licence.send({ type: 'startService', ticketId }));
  now += 10 * minute;
  const finish = {
    type: 'finish',
    ticketId,
    outcome: 'accepted',
    externalCaseNo: 'JH-1',
    collectOn: '2026-03-20',
  } as const;
  expect(await licence.send(finish)).toMatchObject({ ok: false, code: 'furtherServicesLeft', facts: { count: 1 } });
  accepted(await licence.send({ ...finish, next: 'passOn' }));
  const waits = await phone.until((view) => view.finished.length > 0);
  expect(waits).toMatchObject({ number: 'A001', next: [{ for: 'collect', on: '2026-03-20' }], further: [] });
  licence.close();
  phone.close();

  // The power fails while the number stands in the second line.
  await hall.close();
  hall = await start();

  const board = await connectDevice<BoardView>(hall.address, 'hallScreen');
  const tax = await connectStaff<CounterView>(hall.address, 'counter', 'clerk09');
  const counterId = CounterId.parse('counter-09');
  accepted(await tax.send({ type: 'openCounter', counterId, workProfileId: WorkProfileId.parse('tax') }));
  expect(ticketOf(await tax.send({ type: 'callNext' })).number).toBe('A001');
  await board.until((view) => view.calls.some((call) => call.number === 'A001' && call.counterLabel === '9'));
  accepted(await tax.send({ type: 'startService', ticketId }));
  const { current } = await tax.until((view) => view.current?.status === 'serving');
  expect(current).toMatchObject({
    finished: [{ serviceId: 'licence-new-individual', outcome: 'accepted' }],
    further: [],
  });
  now += 5 * minute;
  accepted(await tax.send({ type: 'finish', ticketId, outcome: 'instant', externalCaseNo: 'TAX-1', collectOn: null }));

  const rater = await connect<PhoneView>(hall.address, { audience: 'phone', link });
  accepted(await rater.send({ type: 'rateTicket', ticketId, level: 5 }));
  expect(await rater.send({ type: 'rateTicket', ticketId, level: 5 })).toMatchObject({ code: 'alreadyRated' });

  // Two errands, of which the tax return is at its end; the licence is still to be collected.
  const { cookies } = await logIn(hall.address, 'admin', 'admin');
  const trips = await request(hall.address, '/api/trips?from=2026-03-01&to=2026-04-01', undefined, cookies);
  expect(trips.body).toMatchObject([{ serviceId: 'tax-declaration', cases: 1, trips: { mean: 1 } }]);
  for (const client of [board, tax, rater]) client.close();
});
