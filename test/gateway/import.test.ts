import { join } from 'node:path';
import Database from 'better-sqlite3';
import { v7 as uuidV7 } from 'uuid';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { AdminView, TicketKioskView } from '../../shared/views.ts';
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

// Bookings of another system, put in from a file.

let now: number;
let folder: { path: string; remove: () => void };
let hall: RunningHall;
let cookies: string;
beforeEach(async () => {
  now = Date.parse('2026-09-22T09:00:00+08:00');
  folder = temporaryFolder();
  hall = await startDemoHall({ dataDir: folder.path, clock: () => now });
  cookies = (await logIn(hall.address, 'admin', 'manager')).cookies;
});
afterEach(async () => {
  await hall.close();
  folder.remove();
});

const { serviceId } = issueLicence;
const row = (slot: string, reference: string | null = null, date = '2026-09-23') => ({
  serviceId,
  date,
  slot,
  reference,
});
const send = (rows: readonly object[], id = uuidV7(), as = cookies) =>
  request(hall.address, '/api/appointments/import', { id, rows }, as);
const preview = (rows: readonly object[], as = cookies) =>
  request(hall.address, '/api/appointments/import/preview', { rows }, as);

it('is judged first and changes nothing; then written, and the codes check in', async () => {
  const rows = [row('10:00', 'WX-1'), row('10:10', 'WX-2'), row('10:00', 'WX-3')];
  expect((await preview(rows)).body).toEqual([
    { is: 'new' },
    { is: 'refused', code: 'slotNotOffered', facts: {} },
    { is: 'new' },
  ]);
  const written = await send(rows);
  expect(written.body).toEqual([
    { is: 'new', code: expect.stringMatching(/^\d{8}$/) },
    { is: 'refused', code: 'slotNotOffered', facts: {} },
    { is: 'new', code: expect.stringMatching(/^\d{8}$/) },
  ]);
  const db = new Database(join(folder.path, 'hall.sqlite'), { readonly: true });
  expect(db.prepare('SELECT source, reference FROM appointments ORDER BY reference').all()).toEqual([
    { source: 'import', reference: 'WX-1' },
    { source: 'import', reference: 'WX-3' },
  ]);
  db.close();
  now = Date.parse('2026-09-23T09:45:00+08:00');
  const kiosk = await connectDevice<TicketKioskView>(hall.address, 'ticketKiosk');
  const { code } = written.body[0];
  accepted(await kiosk.send({ type: 'checkIn', appointment: { code }, language: 'zhHans' }));
  kiosk.close();
});

it('the same file again books nothing twice and tells the same codes; the same wish again too', async () => {
  const rows = [row('10:00', 'WX-1'), row('10:30', 'WX-2')];
  const id = uuidV7();
  const first = await send(rows, id);
  expect((await send(rows, id)).body).toEqual(first.body);
  const codes = first.body.map((one: { code: string }) => one.code);
  expect((await send(rows)).body).toEqual(codes.map((code: string) => ({ is: 'known', code })));
  expect((await preview(rows)).body).toEqual([{ is: 'known' }, { is: 'known' }]);
  // Also when it has ended and left memory.
  const desk = await connectStaff(hall.address, 'desk', 'reception');
  const found = await request(hall.address, '/api/appointments/find', { code: codes[0] }, desk.cookies);
  const { appointmentId } = found.body.appointment;
  accepted(await desk.send({ type: 'cancelAppointment', appointmentId, reason: 'otherReason' }));
  desk.close();
  expect((await preview(rows)).body[0]).toMatchObject({ is: 'refused', code: 'referenceTaken' });
  expect((await send(rows)).body[0]).toMatchObject({ is: 'refused', code: 'referenceTaken' });
});

it('only whoever administers the hall, and only what is a booking', async () => {
  const clerk = await logIn(hall.address, 'counter', 'clerk01');
  const desk = await logIn(hall.address, 'desk', 'reception');
  for (const as of ['', clerk.cookies, desk.cookies]) {
    expect((await preview([row('10:00')], as)).status).toBe(401);
    expect((await send([row('10:00')], uuidV7(), as)).status).toBe(401);
  }
  for (const wrong of [
    { ...row('10:00'), name: '王五' },
    row('10:00', '王五'),
    row('10:00', '440701199001011234'),
    row('9:00'),
  ]) {
    expect((await preview([wrong])).status).toBe(400);
    expect((await send([wrong])).status).toBe(400);
  }
  expect((await send(Array.from({ length: 101 }, () => row('10:00')))).status).toBe(400);
});

it('three thousand rows are judged at once, and a call does not wait for the writing of a hundred', {
  timeout: 60_000,
}, async () => {
  const admin = await connectStaff<AdminView>(hall.address, 'admin', 'admin');
  const service = admin.view().setup.services.find(({ id }) => id === serviceId) ?? expect.fail();
  const { appointments } = service;
  const value = { ...service, appointments: appointments && { ...appointments, quota: 200 } };
  accepted(await admin.send({ type: 'saveSetup', entry: { kind: 'service', value } }));
  admin.close();
  const rows = Array.from({ length: 3_000 }, (_, n) =>
    row(`${String(n % 24).padStart(2, '0')}:${n % 2 === 0 ? '00' : '30'}`, `WX-${n}`, `2026-09-${23 + (n % 7)}`),
  );
  const judged = await preview(rows);
  expect(judged.body.filter(({ is }: { is: string }) => is === 'new')).toHaveLength(3_000);
  let longest = 0;
  for (let at = 0; at < 3_000; at += 100) {
    const before = performance.now();
    expect((await send(rows.slice(at, at + 100))).status).toBe(200);
    longest = Math.max(longest, performance.now() - before);
  }
  // Generous, for a machine that does much else: what is proved is that it does not grow with the file.
  expect(longest).toBeLessThan(3_000);
});
