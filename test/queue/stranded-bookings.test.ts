import { describe, expect, test } from 'vitest';
import { blankSetup } from '../../hall-server/blank-setup.ts';
import { demoSetup } from '../../hall-server/demo/demo-hall.ts';
import { strandedBy } from '../../hall-server/queue/stranded-bookings.ts';
import type { Service, SetupEntry } from '../../shared/setup.ts';
import {
  admin,
  at,
  clock,
  eventsOf,
  givenIn,
  kiosk,
  reception,
  type Steps,
  type Story,
  short,
} from '../support/given.ts';

/** Nine to twelve and thirteen to seventeen on working days. */
const setup = { ...demoSetup, openingHours: blankSetup.openingHours };
const given = (...steps: readonly Steps[]) => givenIn(setup, ...steps);

const service = (change: Partial<Service>): SetupEntry => {
  const found = setup.services.find(({ id }) => id === 'licence-new-individual');
  if (found === undefined) throw new Error('no such service');
  return { kind: 'service', value: { ...found, ...change } };
};
const slots = (change: Partial<NonNullable<Service['appointments']>>) => {
  const { appointments } = service({}).value as Service;
  if (appointments === null) throw new Error('not bookable');
  return service({ appointments: { ...appointments, ...change } });
};
const hours = (date: string, ...periods: (readonly [string, string])[]): SetupEntry => ({
  kind: 'openingHours',
  value: { ...setup.openingHours, exceptions: [{ date, periods: periods.map(([from, to]) => [from, to] as const) }] },
});
const materialsOff = setup.materials
  .filter((one) => one.service === 'licence-new-individual')
  .map((value) => admin.saves({ kind: 'material', value: { ...value, active: false } }));
const lost = (story: Story, entry: SetupEntry) =>
  strandedBy(story.state, [entry], story.now).map(({ date, slot }) => `${date.slice(5)} ${slot}`);

describe('which bookings lose their slot', () => {
  const booked = given(
    reception.book('2026-09-23 09:00'),
    reception.book('2026-09-23 11:30'),
    reception.book('2026-09-23 15:00'),
    reception.book('2026-09-24 10:30'),
  );

  test.each<[string, SetupEntry, readonly string[]]>([
    ['a holiday', hours('2026-09-23'), ['09-23 09:00', '09-23 11:30', '09-23 15:00']],
    ['a day that begins later', hours('2026-09-23', ['10:00', '12:00'], ['13:00', '17:00']), ['09-23 09:00']],
    ['a day that ends within a slot', hours('2026-09-23', ['09:00', '11:45'], ['13:00', '17:00']), ['09-23 11:30']],
    ['slots that begin otherwise', hours('2026-09-24', ['09:15', '12:00']), ['09-24 10:30']],
    ['longer slots', slots({ slotMinutes: 60 }), ['09-23 11:30', '09-24 10:30']],
    ['no more bookings', service({ appointments: null }), ['09-23 09:00', '09-23 11:30', '09-23 15:00', '09-24 10:30']],
    ['switched off', service({ active: false }), ['09-23 09:00', '09-23 11:30', '09-23 15:00', '09-24 10:30']],
    ['the same hours, said as an exception', hours('2026-09-23', ['09:00', '12:00'], ['13:00', '17:00']), []],
    ['fewer days ahead: what is promised is promised', slots({ daysAhead: 0 }), []],
    ['another lead time', slots({ leadMinutes: 1_440 }), []],
    ['another day', hours('2026-09-25'), []],
  ])('%s', (_, entry, expected) => {
    expect(lost(booked, entry)).toEqual(expected);
  });

  test('fewer places: the first come keep theirs, and whoever is in the hall counts first', () => {
    const full = given(reception.book('10:00'), reception.book('10:00'), reception.book('10:00'));
    expect(lost(full, slots({ quota: 2 }))).toHaveLength(1);
    expect(strandedBy(full.state, [slots({ quota: 2 })], full.now)[0]).toMatchObject({ place: 3 });
    const came = full.given(at('09:40'), kiosk.checkIn(3));
    expect(strandedBy(came.state, [slots({ quota: 1 })], came.now)).toMatchObject([{ place: 1 }, { place: 2 }]);
  });

  test('whose time is over has nothing to lose', () => {
    const over = given(reception.book('10:00'), at('10:31'));
    expect(lost(over, hours('2026-09-22'))).toEqual([]);
  });
});

describe('saving it', () => {
  const booked = given(reception.book('2026-09-23 10:00'), reception.book('2026-09-24 10:00'));
  const holiday = hours('2026-09-23');

  test('is refused until somebody has said what becomes of them', () => {
    expect(booked.when(admin.saves(holiday))).toEqual({ rejected: 'bookingsInTheWay', facts: { count: 1, days: 1 } });
    expect(short(booked.when(admin.saves(hours('2026-09-25'))))).toEqual(['setupSaved']);
    expect(booked.when(admin.savesAll([holiday]))).toMatchObject({ rejected: 'bookingsInTheWay' });
  });

  test('cancelled with it: by the hall, not by the visitor, and the place is gone', () => {
    const after = booked.given(admin.saves(holiday, 'cancel'));
    expect([...after.state.appointments.values()]).toMatchObject([
      { date: '2026-09-23', status: 'cancelled', reason: 'hallClosed' },
      { date: '2026-09-24', status: 'open' },
    ]);
    expect(short(booked.when(admin.savesAll([holiday], 'keep', 'cancel')))).toEqual([
      'setupSaved',
      'appointmentCancelled',
    ]);
    const there = after.given(at('2026-09-23 09:45'), clock.openDay());
    expect(short(there.when(kiosk.checkIn()))).toBe('appointmentOver');
  });

  test('kept: it can still be checked in, and nobody is asked about it again', () => {
    const kept = booked.given(admin.saves(holiday, 'keep'));
    const again = { ...holiday, value: { ...holiday.value, monday: [] } } as SetupEntry;
    expect(short(kept.when(admin.saves(again)))).toEqual(['setupSaved']);
    expect(short(kept.given(at('2026-09-23 09:45'), clock.openDay()).when(kiosk.checkIn()))).toEqual(['ticketIssued']);
  });

  test('a service that is switched off takes its bookings with it, or stays', () => {
    const bare = booked.given(...materialsOff);
    const off = service({ active: false });
    expect(short(bare.when(admin.saves(off)))).toBe('bookingsInTheWay');
    expect(short(bare.when(admin.saves(off, 'keep')))).toBe('setupStillInUse');
    expect(eventsOf(bare.when(admin.saves(off, 'cancel')))).toMatchObject([
      { type: 'setupSaved' },
      { type: 'appointmentCancelled', reason: 'hallClosed' },
      { type: 'appointmentCancelled', reason: 'hallClosed' },
    ]);
    // Also when its slots had been switched off before, and its bookings kept.
    const kept = bare.given(admin.saves(service({ appointments: null }), 'keep'));
    expect(short(kept.when(admin.saves(off)))).toBe('bookingsInTheWay');
  });
});
