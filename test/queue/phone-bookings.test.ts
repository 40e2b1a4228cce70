import { describe, expect, test } from 'vitest';
import { blankSetup } from '../../hall-server/blank-setup.ts';
import { demoSetup } from '../../hall-server/demo/demo-hall.ts';
import type { PhoneBooking, Setup } from '../../shared/setup.ts';
import {
  admin,
  at,
  clock,
  eventsOf,
  givenIn,
  kiosk,
  later,
  manager,
  ms,
  reception,
  type Steps,
  short,
  visitor,
} from '../support/given.ts';

/** Nine to twelve and thirteen to seventeen on working days. */
const setupWith = (phone: Partial<PhoneBooking> = {}): Setup => {
  const { appointment } = demoSetup.rules;
  const usual = { ...appointment.phone, sharePercent: 100, checkIn: true };
  const rules = { ...demoSetup.rules, appointment: { ...appointment, phone: { ...usual, ...phone } } };
  return { ...demoSetup, openingHours: blankSetup.openingHours, rules };
};
const given = (...steps: readonly Steps[]) => givenIn(setupWith(), ...steps);

describe('booking by phone', () => {
  test('is a booking like any other, and says where it came from', () => {
    expect(eventsOf(given().when(visitor.book('10:00')))).toMatchObject([
      { type: 'appointmentBooked', slot: '10:00', place: 1, source: 'phone' },
    ]);
    expect(eventsOf(given().when(reception.book('10:00')))).toMatchObject([{ source: 'desk' }]);
  });

  test('is refused where the hall does not offer it; the front desk books on', () => {
    const off = givenIn(setupWith({ offered: false }));
    expect(short(off.when(visitor.book('10:00')))).toBe('phoneBookingOff');
    expect(short(off.when(reception.book('10:00')))).toEqual(['appointmentBooked']);
  });

  test.each([
    [100, 3],
    [67, 2],
    [34, 1],
    [33, 0],
  ])('of three places %i %% are for phones: %i', (sharePercent, places) => {
    let hall = givenIn(setupWith({ sharePercent }));
    for (let n = 0; n < places; n += 1) hall = hall.given(visitor.book('10:00'));
    expect(hall.when(visitor.book('10:00'))).toEqual({ rejected: 'slotFull', facts: { slot: '10:00' } });
    expect(short(hall.when(reception.book('10:00')))).toEqual(places === 3 ? 'slotFull' : ['appointmentBooked']);
  });

  test('what the desk has booked is not counted to the phones, but the slot is not made larger', () => {
    const one = givenIn(setupWith({ sharePercent: 67 }), reception.book('10:00'), visitor.book('10:00'));
    expect(short(one.when(visitor.book('10:00')))).toEqual(['appointmentBooked']);
    const two = givenIn(setupWith({ sharePercent: 67 }), reception.book('10:00'), reception.book('10:00'));
    expect(short(two.given(visitor.book('10:00')).when(visitor.book('10:00')))).toBe('slotFull');
  });

  test('cancelled, its place is the phones’ again', () => {
    const full = givenIn(setupWith({ sharePercent: 34 }), visitor.book('10:30'));
    expect(short(full.when(visitor.book('10:30')))).toBe('slotFull');
    expect(short(full.given(visitor.cancelAppointment()).when(visitor.book('10:30')))).toEqual(['appointmentBooked']);
  });

  test('can be cancelled as long as at the desk, also when phones book no more', () => {
    const booked = given(visitor.book('11:00'));
    const off = booked.given(admin.saves({ kind: 'rules', value: setupWith({ offered: false }).rules }));
    expect(short(off.given(at('10:00')).when(visitor.cancelAppointment()))).toEqual(['appointmentCancelled']);
    expect(short(booked.given(at('10:00:01')).when(visitor.cancelAppointment()))).toBe('appointmentNotCancellable');
  });
});

describe('checking in by phone', () => {
  const booked = given(visitor.book('10:00'));

  test.each([
    ['09:29:59', { rejected: 'appointmentEarly', facts: { slot: '10:00', from: '09:30' } }],
    ['09:30', [{ type: 'ticketIssued', source: 'appointment', effectiveAt: ms('2026-09-22 10:00'), issuedBy: null }]],
    ['10:30', [{ type: 'ticketIssued', source: 'appointment', effectiveAt: ms('2026-09-22 10:30') }]],
    // From afar nobody gets the number of a walk-in.
    ['10:30:01', { rejected: 'phoneCheckInLate' }],
  ])('at %s', (time, answer) => {
    expect(booked.given(at(time)).when(visitor.checkIn())).toMatchObject(answer);
  });

  test('needs the code, and only once', () => {
    const there = booked.given(at('09:45'));
    expect(short(there.when(visitor.checkIn(2)))).toBe('unknownAppointment');
    expect(there.given(visitor.checkIn()).when(kiosk.checkIn())).toEqual({
      rejected: 'appointmentUsed',
      facts: { number: 'A001' },
    });
  });

  test('is refused where the hall wants to see who comes; the kiosk takes the same code', () => {
    const hall = givenIn(setupWith({ checkIn: false }), visitor.book('10:00'), at('09:45'));
    expect(short(hall.when(visitor.checkIn()))).toBe('phoneCheckInOff');
    expect(short(hall.when(kiosk.checkIn()))).toEqual(['ticketIssued']);
  });
});

describe('the close of a day without hours', () => {
  test('whoever was booked has not stayed away: the hall was closed', () => {
    const hall = given(reception.book('2026-09-23 10:00'));
    const { openingHours } = hall.state.setup;
    const closed = hall.given(
      admin.saves(
        {
          kind: 'openingHours',
          value: { ...openingHours, exceptions: [{ date: '2026-09-23', periods: [] }] },
        },
        'keep',
      ),
      at('2026-09-23 00:00:10'),
      clock.openDay(),
      at('2026-09-24 00:00:10'),
      clock.openDay(),
    );
    expect([...closed.state.appointments.values()]).toMatchObject([{ status: 'cancelled', reason: 'hallClosed' }]);
  });

  test('in the hours that were left it is a no-show as ever', () => {
    const hall = given(reception.book('10:00'), at('17:30'), manager.closeDay());
    expect([...hall.state.appointments.values()]).toMatchObject([{ status: 'noShow' }]);
  });

  test('walk-in is always possible beside full slots', () => {
    const full = given(visitor.book('09:30'), visitor.book('09:30'), visitor.book('09:30'), at('09:30'));
    expect(short(full.when(kiosk.issue('A')))).toEqual(['ticketIssued']);
    expect(short(full.given(later(60)).when(reception.issue('A')))).toEqual(['ticketIssued']);
  });
});
