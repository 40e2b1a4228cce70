import { v7 as uuidV7 } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { TicketId } from '../../shared/ids.ts';
import type { CounterView, DeskView, PhoneView, TicketKioskView } from '../../shared/views.ts';
import { accepted, issueLicence, openCounter, ticketOf } from '../support/crowd.ts';
import {
  connect,
  connectDevice,
  connectStaff,
  logIn,
  type RunningHall,
  refusalOf,
  request,
  startDemoHall,
  temporaryFolder,
} from '../support/hall.ts';

// An errand of two visits, as the seed's diary tells it: applied for, sent home for a paper, done on another day.

let folder: { path: string; remove: () => void };
let hall: RunningHall;
let now = Date.parse('2026-03-10T14:00:00+08:00');
const day = 24 * 3_600_000;
beforeAll(async () => {
  folder = temporaryFolder();
  hall = await startDemoHall({ dataDir: folder.path, clock: () => now });
});
afterAll(async () => {
  await hall.close();
  folder.remove();
});

it('the second visit is found by its slip, joined, and counted as the second trip of one errand', async () => {
  const visit = async () => {
    const desk = await connectStaff<DeskView>(hall.address, 'desk', 'reception');
    const receipt = accepted(await desk.send(issueLicence));
    desk.close();
    const clerk = await connectStaff<CounterView>(hall.address, 'counter', 'clerk01');
    accepted(await clerk.send(openCounter('counter-01')));
    const { ticketId } = ticketOf(await clerk.send({ type: 'callNext' }));
    accepted(await clerk.send({ type: 'startService', ticketId }));
    return { clerk, ticketId, link: receipt.issued?.link ?? '' };
  };

  const first = await visit();
  const { current } = await first.clerk.until((view) => view.current?.status === 'serving');
  const missing = (current?.materials ?? []).map(({ id }) => id);
  expect(missing.length).toBeGreaterThan(1);
  const incomplete = { type: 'finish', ticketId: first.ticketId, outcome: 'incomplete', missing } as const;
  accepted(await first.clerk.send({ ...incomplete, externalCaseNo: null, collectOn: null }));
  const phone = await connect<PhoneView>(hall.address, { audience: 'phone', link: first.link });
  expect(phone.view().next).toEqual([
    {
      for: 'material',
      serviceName: current?.serviceName,
      materials: current?.materials.map(({ name }) => name),
      open: null,
    },
  ]);
  const notice = (ticketId: string, cookies: string) =>
    request(hall.address, `/api/errands/notice?ticketId=${ticketId}`, undefined, cookies);
  const told = await notice(first.ticketId, first.clerk.cookies);
  expect(told).toMatchObject({ status: 200, body: { number: 'A001', date: '2026-03-10', next: phone.view().next } });
  expect(JSON.stringify(told.body), 'paper of a clerk opens no page of a visitor').not.toContain(first.link);
  expect(await notice(first.ticketId, (await logIn(hall.address, 'counter', 'clerk02')).cookies)).toMatchObject({
    status: 404,
  });
  expect(await notice(first.ticketId, '')).toMatchObject({ status: 401 });
  first.clerk.close();
  phone.close();

  now += 3 * day;
  const second = await visit();
  const find = (body: object, cookies = second.clerk.cookies) =>
    request(hall.address, '/api/errands/find?page=counter', body, cookies);
  const bySlip = await find({ link: first.link });
  expect(bySlip).toMatchObject({ status: 200, body: { ticketId: first.ticketId, outcome: 'incomplete' } });
  expect((await find({ number: 'a1', date: '2026-03-10' })).body).toEqual(bySlip.body);
  expect(await find({ number: 'A001', date: '2026-03-09' })).toMatchObject({ status: 404, body: { code: 'notFound' } });
  expect(await find({ link: '0'.repeat(26) })).toMatchObject({ status: 404 });
  expect(await find({ link: first.link }, '')).toMatchObject({ status: 401 });
  expect(await find({ link: first.link }, (await logIn(hall.address, 'desk', 'reception')).cookies)).toMatchObject({
    status: 401,
  });

  // At a ticket kiosk: by its link and nothing else, and only what the kiosk needs to know.
  const kiosk = await connectDevice<TicketKioskView>(hall.address, 'ticketKiosk');
  const shown = (link: string, cookies = kiosk.cookies) =>
    request(hall.address, `/api/errands/shown?slot=${kiosk.slot}`, { link }, cookies);
  const slip = { ticketId: first.ticketId, number: 'A001', date: '2026-03-10', is: 'served' };
  expect((await shown(first.link)).body).toEqual({
    ...slip,
    serviceId: issueLicence.serviceId,
    serviceName: (bySlip.body as { serviceName: unknown }).serviceName,
  });
  expect(await shown(second.link)).toMatchObject({ status: 200, body: { is: 'live' } });
  expect(await shown('0'.repeat(26))).toMatchObject({ status: 404 });
  expect(await shown(first.link, second.clerk.cookies)).toMatchObject({ status: 401 });
  const again = accepted(await kiosk.send({ ...issueLicence, earlierTicketId: first.ticketId }));
  const reception = await connectStaff<DeskView>(hall.address, 'desk', 'reception');
  const row = reception.view().tickets.find(({ number }) => number === again.ticket?.number);
  expect(row?.joined).toBe(true);
  const { cookies: atDesk } = reception;
  expect(await request(hall.address, '/api/errands/find?page=desk', { link: first.link }, atDesk)).toEqual(bySlip);
  const third = { type: 'cancelTicket', ticketId: row?.ticketId ?? '', reason: 'visitorLeft' } as const;
  accepted(await reception.send({ ...third, ticketId: TicketId.parse(third.ticketId) }));
  reception.close();
  kiosk.close();

  const { ticketId } = second;
  accepted(await second.clerk.send({ type: 'joinCase', ticketId, earlierTicketId: first.ticketId }));
  expect((await second.clerk.until((view) => view.current?.joined === true)).current?.number).toBe('A001');
  const done = { type: 'finish', ticketId, outcome: 'instant', externalCaseNo: null, collectOn: null } as const;
  accepted(await second.clerk.send(done));
  second.clerk.close();

  const manager = (await logIn(hall.address, 'admin', 'manager')).cookies;
  const trips = (period: string, cookies = manager) =>
    request(hall.address, `/api/trips?${period}`, undefined, cookies);
  expect((await trips('from=2026-03-01&to=2026-04-01')).body).toEqual([
    {
      serviceId: issueLicence.serviceId,
      cases: 1,
      trips: { mean: 2, median: 2, p90: 2 },
      days: { mean: 3, median: 3, p90: 3 },
    },
  ]);
  expect((await trips('from=2026-03-01&to=2026-03-13')).body).toEqual([]);
  expect(await trips('from=yesterday&to=2026-04-01')).toMatchObject({ status: 400 });
  expect(await trips('from=2026-03-01&to=2026-04-01', second.clerk.cookies)).toMatchObject({ status: 401 });

  // The same day under another rule: replayed from the journal, to managers only.
  const replay = (date: string, cookies = manager) =>
    request(hall.address, `/api/replay?id=${uuidV7()}`, { date, maxTimesPassed: 0, workProfiles: [] }, cookies);
  const one = { all: { visits: 1, mean: 0 }, reasons: { fifo: 1 }, neverCalled: 0 };
  expect(await replay('2026-03-10')).toMatchObject({
    status: 200,
    body: { truly: one, asItIs: one, asItWouldBe: one, errorMinutes: 0 },
  });
  expect(await replay('2026-03-09')).toMatchObject({ status: 404, body: { code: 'notFound' } });
  expect(await replay('2026-03-10', second.clerk.cookies)).toMatchObject({ status: 401 });
  const why = (cookies: string) => request(hall.address, '/api/tickets/why?ticketId=nobody', undefined, cookies);
  expect(await why((await logIn(hall.address, 'desk', 'reception')).cookies)).toMatchObject({ status: 404 });
  expect(await why(manager)).toMatchObject({ status: 401 });
});

it('the slip of something to collect opens its page until the day is over, then like one that never was', async () => {
  const desk = await connectStaff<DeskView>(hall.address, 'desk', 'reception');
  const link = accepted(await desk.send(issueLicence)).issued?.link ?? '';
  desk.close();
  const clerk = await connectStaff<CounterView>(hall.address, 'counter', 'clerk01');
  const { ticketId } = ticketOf(await clerk.send({ type: 'callNext' }));
  accepted(await clerk.send({ type: 'startService', ticketId }));
  const collectOn = '2026-04-20';
  accepted(await clerk.send({ type: 'finish', ticketId, outcome: 'accepted', externalCaseNo: null, collectOn }));
  clerk.close();

  now = Date.parse(`${collectOn}T23:59:00+08:00`);
  const phone = await connect<PhoneView>(hall.address, { audience: 'phone', link });
  expect(phone.view()).toMatchObject({ next: [{ for: 'collect', on: collectOn }], rating: 'over' });
  phone.close();
  now += 2 * day;
  expect(await refusalOf(hall.address, { audience: 'phone', link })).toBe('unknownTicket');
});
