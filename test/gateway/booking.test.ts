import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { v7 as uuidV7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { networkOf } from '../../hall-server/gateway/booking-limits.ts';
import type { AdminView, PhoneView, TicketKioskView } from '../../shared/views.ts';
import { accepted, issueLicence } from '../support/crowd.ts';
import {
  connect,
  connectDevice,
  connectStaff,
  type RunningHall,
  request,
  silent,
  startDemoHall,
  temporaryFolder,
} from '../support/hall.ts';

// Booking by a visitor's own phone: nobody signs in.

let now: number;
let folder: { path: string; remove: () => void };
let hall: RunningHall;
const logged: string[] = [];
beforeEach(async () => {
  now = Date.parse('2026-09-22T09:00:00+08:00');
  folder = temporaryFolder();
  const log = (...words: unknown[]) => logged.push(JSON.stringify(words));
  hall = await startDemoHall({
    dataDir: folder.path,
    clock: () => now,
    log: { ...silent, info: log, warn: log, error: log },
  });
});
afterEach(async () => {
  await hall.close();
  folder.remove();
});

const { serviceId } = issueLicence;
const wish = (slot: string, id = uuidV7()) => ({ id, serviceId, date: '2026-09-22', slot });
const book = (slot: string, cookies = '', id = uuidV7()) =>
  request(hall.address, '/api/booking', wish(slot, id), cookies);
const find = (code: string) => request(hall.address, '/api/booking/find', { code });
const checkIn = (code: string, id = uuidV7()) =>
  request(hall.address, '/api/booking/check-in', { id, code, language: 'zhHans' });

async function setRules(phone: object) {
  const admin = await connectStaff(hall.address, 'admin', 'admin');
  const { rules } = (admin.view() as { setup: { rules: { appointment: { phone: object } } } }).setup;
  const appointment = { ...rules.appointment, phone: { ...rules.appointment.phone, ...phone } };
  accepted(
    await admin.send({ type: 'saveSetup', entry: { kind: 'rules', value: { ...rules, appointment } } } as never),
  );
  admin.close();
}

describe('booking by phone', () => {
  it('from offer to code, and the code is nowhere in the hall', async () => {
    const offer = await request(hall.address, '/api/booking');
    expect(offer.body).toMatchObject({
      hall: { phoneBooking: true },
      checkIn: { beforeMinutes: 30, afterMinutes: 30, byPhone: true },
      services: [{ serviceId, slotMinutes: 30, materials: [{}, {}, {}] }, { serviceId: 'estate-transfer' }],
    });
    const slots = await request(hall.address, `/api/booking/slots?service=${serviceId}`);
    // Two thirds of three places are the phones'.
    expect(slots.body).toContainEqual(expect.objectContaining({ date: '2026-09-22', slot: '10:00', left: 2 }));

    const booked = await book('10:00');
    expect(booked.body).toMatchObject({ ok: true, booked: { code: expect.stringMatching(/^\d{8}$/), slot: '10:00' } });
    const { code } = booked.body.booked;
    const shown = (await find(code)).body.booking;
    expect(shown).toMatchObject({ slot: '10:00', status: 'open', canCancel: true, mayCheckIn: false, link: null });
    expect(JSON.stringify(shown)).not.toMatch(/appointmentId|codeHash|reference/);
    for (const file of ['hall.sqlite', 'hall.sqlite-wal']) {
      expect(readFileSync(join(folder.path, file), 'latin1')).not.toContain(code);
    }
    expect(logged.join()).not.toContain(code);
  });

  it('a wish that is sent again is booked once, also when it was the last that was allowed', async () => {
    const id = uuidV7();
    const first = await book('10:00', '', id);
    const again = await book('10:00', '', id);
    expect(again.body).toEqual(first.body);
    const second = await book('10:30', first.cookies);
    expect((await book('10:00', second.cookies, id)).body).toEqual(first.body);
    expect((await book('11:00', '', id)).body).toMatchObject({ ok: false, code: 'commandIdReused' });
  });

  it('one browser holds two at a time; a forged cookie counts nothing and opens nothing', async () => {
    const first = await book('10:00');
    const second = await book('10:30', first.cookies);
    expect((await book('11:00', second.cookies)).body).toEqual({
      ok: false,
      code: 'openBookingsReached',
      facts: { limit: 2 },
    });
    // One given up makes room.
    const { code } = second.body.booked;
    expect((await request(hall.address, '/api/booking/cancel', { id: uuidV7(), code })).body).toMatchObject({
      ok: true,
      booking: { status: 'cancelled', byHall: false },
    });
    expect((await book('11:00', second.cookies)).body.ok).toBe(true);
    const [name, value = ''] = first.cookies.split('=');
    expect((await book('11:30', `${name}=${value.slice(0, -3)}abc`)).body.ok).toBe(true);
    expect((await book('11:30', `${name}=`)).status).toBe(200);
  });

  it('the cookie is no script’s, and holds no code', async () => {
    const response = await fetch(`${hall.address}/api/booking`, {
      method: 'POST',
      headers: { origin: hall.address, 'content-type': 'application/json' },
      body: JSON.stringify(wish('10:00')),
    });
    const { booked } = (await response.json()) as { booked: { code: string } };
    const [cookie = ''] = response.headers.getSetCookie();
    expect(cookie).toMatch(/HttpOnly; SameSite=Strict/);
    const text = cookie.split('=')[1]?.split('.')[0] ?? '';
    expect(Buffer.from(text, 'base64url').toString()).not.toContain(booked.code);
  });

  it('one network books so many an hour; refused ones do not count', async () => {
    await setRules({ perAddressHour: 3 });
    for (const slot of ['10:00', '10:00', '10:00', '10:30']) {
      const { body } = await book(slot);
      expect(body.ok ? 'booked' : body.code).toBe(slot === '10:00' && body.code === 'slotFull' ? 'slotFull' : 'booked');
    }
    expect((await book('11:00')).body).toMatchObject({ ok: false, code: 'addressBookingsReached' });
    now += 3_600_001;
    expect((await book('14:00')).body.ok).toBe(true);
  });

  it('what phones leave, the desk books', async () => {
    await book('10:00');
    await book('10:00');
    expect((await book('10:00')).body).toMatchObject({ ok: false, code: 'slotFull' });
    const desk = await connectStaff(hall.address, 'desk', 'reception');
    accepted(await desk.send({ type: 'bookAppointment', serviceId, date: '2026-09-22', slot: '10:00' }));
    desk.close();
  });

  it('switched off: nothing is offered or booked, a code still opens its booking', async () => {
    const { code } = (await book('10:00')).body.booked;
    await setRules({ offered: false });
    expect((await request(hall.address, '/api/booking')).body).toMatchObject({
      services: [],
      hall: { phoneBooking: false },
    });
    expect((await request(hall.address, `/api/booking/slots?service=${serviceId}`)).status).toBe(404);
    expect((await book('10:30')).body).toMatchObject({ ok: false, code: 'phoneBookingOff' });
    expect((await find(code)).body).toMatchObject({ ok: true, booking: { status: 'open' } });
  });

  it('another site’s page books nothing for its reader, and garbage is refused at the door', async () => {
    const foreign = await fetch(`${hall.address}/api/booking`, {
      method: 'POST',
      headers: { origin: 'https://elsewhere.example', 'content-type': 'application/json' },
      body: JSON.stringify(wish('10:00')),
    });
    expect(foreign.status).toBe(403);
    for (const body of [{}, { ...wish('10:00'), id: 'x' }, { ...wish('10:00'), name: '王五' }, wish('25:00')]) {
      expect((await request(hall.address, '/api/booking', body)).status).toBe(400);
    }
  });

  it('a page that only looks may not book over the socket', async () => {
    const watcher = await connect(hall.address, { audience: 'public' });
    const command = { type: 'bookAppointment', serviceId, date: '2026-09-22', slot: '10:00' } as const;
    expect(await watcher.send(command)).toMatchObject({ ok: false, code: 'forbidden' });
    watcher.close();
  });
});

describe('a holiday over bookings', () => {
  it('is refused until it is said what becomes of them; the phone is told that it was the hall', async () => {
    const { code } = (await book('10:00')).body.booked;
    const admin = await connectStaff<AdminView>(hall.address, 'admin', 'admin');
    const { openingHours } = admin.view().setup;
    const entry = {
      kind: 'openingHours',
      value: { ...openingHours, exceptions: [{ date: '2026-09-22', periods: [] }] },
    } as const;
    expect(await admin.send({ type: 'saveSetup', entry })).toEqual({
      ok: false,
      code: 'bookingsInTheWay',
      facts: { count: 1, days: 1 },
    });
    const wanted = { entries: [entry], others: 'keep' };
    const preview = await request(hall.address, '/api/setup/preview', wanted, admin.cookies);
    expect(preview.body.bookings).toEqual([
      { serviceName: expect.anything(), date: '2026-09-22', slot: '10:00', reference: null },
    ]);
    const unsaid = await request(hall.address, '/api/setup', { id: uuidV7(), wish: wanted }, admin.cookies);
    expect(unsaid.body).toMatchObject({ ok: false, code: 'bookingsInTheWay' });
    accepted(await admin.send({ type: 'saveSetup', entry, bookings: 'cancel' }));
    expect((await find(code)).body.booking).toMatchObject({ status: 'cancelled', byHall: true });
    admin.close();
  });
});

describe('with the code', () => {
  it('codes cannot be tried through, and a right one gives no new tries', async () => {
    const { code } = (await book('10:00')).body.booked;
    const answers: string[] = [];
    for (let n = 0; n < 4; n += 1) answers.push((await find(`0000000${n}`)).body.code);
    expect((await find(code)).body.ok).toBe(true);
    answers.push((await find('00000009')).body.code);
    expect(answers).toEqual(Array(5).fill('unknownAppointment'));
    expect((await find(code)).body).toMatchObject({ ok: false, code: 'tooManyRequests' });
    now += 60_001;
    expect((await find(code)).body.ok).toBe(true);
  });

  it('checked in by phone: a live number, whose own page opens, also when the answer was lost', async () => {
    const { code } = (await book('10:00')).body.booked;
    expect((await checkIn(code)).body).toMatchObject({ ok: false, code: 'appointmentEarly', facts: { from: '09:30' } });
    now = Date.parse('2026-09-22T09:40:00+08:00');
    const id = uuidV7();
    const { body } = await checkIn(code, id);
    expect(body).toMatchObject({ ok: true, number: 'A001', link: expect.stringMatching(/^\w{26}$/) });
    expect((await checkIn(code, id)).body).toEqual(body);
    expect((await find(code)).body.booking).toMatchObject({ status: 'checkedIn', number: 'A001', link: body.link });
    const phone = await connect<PhoneView>(hall.address, { audience: 'phone', link: body.link });
    expect(phone.view()).toMatchObject({ number: 'A001', status: 'waiting' });
    phone.close();
  });

  it('where the hall wants to see who comes, only the kiosk checks in', async () => {
    const { code } = (await book('10:00')).body.booked;
    await setRules({ checkIn: false });
    now = Date.parse('2026-09-22T09:40:00+08:00');
    expect((await find(code)).body.booking).toMatchObject({ canCheckIn: true, mayCheckIn: false });
    expect((await checkIn(code)).body).toMatchObject({ ok: false, code: 'phoneCheckInOff' });
    const kiosk = await connectDevice<TicketKioskView>(hall.address, 'ticketKiosk');
    accepted(await kiosk.send({ type: 'checkIn', appointment: { code }, language: 'zhHans' }));
    kiosk.close();
  });
});

it('an address of the old kind is one network, one of the new kind a household’s', () => {
  expect(networkOf('203.0.113.7')).toBe('203.0.113.7');
  expect(networkOf('::ffff:203.0.113.7')).toBe('::ffff:203.0.113.7');
  expect(networkOf('2001:db8:1:2:aaaa::1')).toBe(networkOf('2001:db8:1:2::ffff'));
  expect(networkOf('2001:db8:1:2::1')).not.toBe(networkOf('2001:db8:1:3::1'));
  expect(networkOf('2001:db8::1')).toBe('2001:db8:0:0');
});
