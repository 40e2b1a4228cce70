import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ServiceId } from '../../shared/ids.ts';
import type { DeskView, TicketKioskView } from '../../shared/views.ts';
import { accepted, issueLicence } from '../support/crowd.ts';
import {
  connectDevice,
  connectStaff,
  logIn,
  type RunningHall,
  request,
  startDemoHall,
  temporaryFolder,
} from '../support/hall.ts';

// A booking on its way: booked at the desk, told once, checked in at a kiosk.

let now = Date.parse('2026-09-22T09:00:00+08:00');
let folder: { path: string; remove: () => void };
let hall: RunningHall;
let desk: Awaited<ReturnType<typeof connectStaff<DeskView>>>;
let kiosk: Awaited<ReturnType<typeof connectDevice<TicketKioskView>>>;
beforeAll(async () => {
  folder = temporaryFolder();
  hall = await startDemoHall({ dataDir: folder.path, clock: () => now });
  desk = await connectStaff<DeskView>(hall.address, 'desk', 'reception');
  kiosk = await connectDevice<TicketKioskView>(hall.address, 'ticketKiosk');
});
afterAll(async () => {
  await hall.close();
  folder.remove();
});

const { serviceId } = issueLicence;
const book = async (slot: string) => {
  const receipt = accepted(await desk.send({ type: 'bookAppointment', serviceId, date: '2026-09-22', slot }));
  return receipt.booked ?? expect.fail('nothing booked');
};
const checkIn = (code: string) => ({ type: 'checkIn', appointment: { code }, language: 'zhHans' }) as const;
const find = (code: string) => request(hall.address, '/api/appointments/find', { code }, desk.cookies);

it('from slot to code to number, and the code is nowhere in the hall', async () => {
  const slots = await request(hall.address, `/api/appointments/slots?service=${serviceId}`, undefined, desk.cookies);
  expect(slots.body).toContainEqual({
    date: '2026-09-22',
    slot: '10:00',
    startsAt: Date.parse('2026-09-22T10:00:00+08:00'),
    left: 3,
    tooSoon: false,
  });
  const { code, ...booked } = await book('10:00');
  expect(code).toMatch(/^\d{8}$/);
  expect(booked).toMatchObject({
    date: '2026-09-22',
    slot: '10:00',
    startsAt: Date.parse('2026-09-22T10:00:00+08:00'),
  });
  expect((await find(code)).body).toMatchObject({ appointment: { slot: '10:00', status: 'open', canCheckIn: false } });
  expect(await kiosk.send(checkIn(code))).toEqual({
    ok: false,
    code: 'appointmentEarly',
    facts: { slot: '10:00', from: '09:30' },
  });

  now = Date.parse('2026-09-22T09:40:00+08:00');
  const { ticket, issued } = accepted(await kiosk.send(checkIn(code)));
  expect(issued).toMatchObject({ link: expect.stringMatching(/^\w{26}$/), code: expect.stringMatching(/^\d{4}$/) });
  expect(issued?.appointment).toEqual({ slot: '10:00', startsAt: booked.startsAt, late: false });
  expect((await find(code)).body).toMatchObject({ appointment: { status: 'checkedIn', number: ticket?.number } });
  expect(await kiosk.send(checkIn(code))).toMatchObject({ code: 'appointmentUsed', facts: { number: ticket?.number } });

  // Neither in a table nor in the file itself, write-ahead log and all.
  const db = new Database(join(folder.path, 'hall.sqlite'), { readonly: true });
  expect(db.prepare('SELECT status FROM appointments').pluck().all()).toEqual(['checkedIn']);
  db.close();
  for (const file of ['hall.sqlite', 'hall.sqlite-wal']) {
    expect(readFileSync(join(folder.path, file), 'latin1')).not.toContain(code);
  }
});

it('late it is an ordinary number, and says so', async () => {
  const { code } = await book('10:30');
  now = Date.parse('2026-09-22T11:01:00+08:00');
  expect(accepted(await kiosk.send(checkIn(code))).issued?.appointment).toMatchObject({ slot: '10:30', late: true });
});

it('what may be asked of bookings, only the front desk may ask', async () => {
  const clerk = await logIn(hall.address, 'counter', 'clerk01');
  for (const cookies of ['', kiosk.cookies, clerk.cookies]) {
    const slots = await request(hall.address, `/api/appointments/slots?service=${serviceId}`, undefined, cookies);
    expect(slots).toMatchObject({ status: 401, body: { code: 'notSignedIn' } });
    const found = await request(hall.address, '/api/appointments/find', { code: '12345678' }, cookies);
    expect(found).toMatchObject({ status: 401, body: { code: 'notSignedIn' } });
  }
  const unknown = await request(hall.address, '/api/appointments/slots?service=none', undefined, desk.cookies);
  expect(unknown).toMatchObject({ status: 404 });
  for (const code of ['1234567', '1234567a', '12345678 OR 1=1'])
    expect(await find(code)).toMatchObject({ status: 400 });
  expect((await find('00000000')).body).toEqual({ appointment: null });
});

it('a service that cannot be booked offers nothing', async () => {
  const walkIn = ServiceId.parse('tax-invoice');
  const slots = await request(hall.address, `/api/appointments/slots?service=${walkIn}`, undefined, desk.cookies);
  expect(slots).toMatchObject({ status: 200, body: [] });
  expect(
    await desk.send({ type: 'bookAppointment', serviceId: walkIn, date: '2026-09-23', slot: '10:00' }),
  ).toMatchObject({
    code: 'serviceNotBookable',
  });
});

it('codes cannot be tried through at a kiosk; numbers are still given there', async () => {
  const answers: string[] = [];
  for (let i = 0; i < 14; i += 1) {
    const answer = await kiosk.send(checkIn(`0000000${i % 10}`));
    answers.push(answer.ok ? 'checked in' : answer.code);
  }
  expect(answers.slice(0, 8)).toEqual(Array(8).fill('unknownAppointment'));
  expect(answers.at(-1)).toBe('tooManyRequests');
  expect(accepted(await kiosk.send(issueLicence)).ticket?.number).toMatch(/^A\d{3}$/);
});
