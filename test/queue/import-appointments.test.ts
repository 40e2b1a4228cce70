import { describe, expect, test } from 'vitest';
import { blankSetup } from '../../hall-server/blank-setup.ts';
import { demoSetup } from '../../hall-server/demo/demo-hall.ts';
import { judgeRows } from '../../hall-server/queue/import-appointments.ts';
import { ImportReference, type ImportRow } from '../../shared/appointment-import.ts';
import { AppointmentId, ServiceId } from '../../shared/ids.ts';
import { admin, at, eventsOf, givenIn, kiosk, reception, type Story, short, visitor } from '../support/given.ts';

/** Nine to twelve and thirteen to seventeen on working days. */
const setup = { ...demoSetup, openingHours: blankSetup.openingHours };
const row = (time: string, reference: string | null = null, service = 'licence-new-individual'): ImportRow => {
  const [date = '', slot = ''] = time.includes(' ') ? time.split(' ') : ['2026-09-22', time];
  return { serviceId: ServiceId.parse(service), date, slot, reference };
};
const verdicts = ({ state, now }: Story, ...rows: readonly ImportRow[]) =>
  judgeRows(state, rows, {
    now,
    instantOf: (date, minute) => Date.parse(`${date}T00:00:00+08:00`) + minute * 60_000,
    fresh: {
      imported: rows.map((_, n) => ({ appointmentId: AppointmentId.parse(`row-${n}`), codeHash: `hash-${n}` })),
    },
  }).map((verdict) => (verdict.is === 'refused' ? verdict.why.rejected : verdict.is));

describe('bookings of another system', () => {
  const hall = givenIn(setup);

  test('are bookings like any other, with where they come from and what they are called there', () => {
    expect(eventsOf(hall.when(admin.imports(row('10:00', 'WX-1'), row('10:00'))))).toMatchObject([
      { type: 'appointmentBooked', slot: '10:00', place: 1, source: 'import', reference: 'WX-1' },
      { type: 'appointmentBooked', slot: '10:00', place: 2, source: 'import' },
    ]);
    const came = hall.given(admin.imports(row('10:00', 'WX-1'), row('10:30', 'WX-2')), at('10:05'));
    expect(short(came.when(kiosk.checkIn(2)))).toEqual(['ticketIssued']);
  });

  test.each([
    ['09:00', 'slotOver', 'it has begun'],
    ['09:30', 'new', 'no lead time: it is promised already'],
    ['10:10', 'slotNotOffered', 'no slot begins then'],
    ['12:00', 'slotNotOffered', 'the midday break'],
    ['2026-09-26 10:00', 'slotNotOffered', 'closed on Saturday'],
    ['2026-11-17 10:00', 'new', 'farther ahead than may be booked here'],
    ['2028-01-04 10:00', 'slotNotOffered', 'no system promises that'],
  ])('%s: %s, %s', (time, verdict) => expect(verdicts(hall, row(time))).toEqual([verdict]));

  test('each row stands for itself: a refused one keeps no other back', () => {
    const rows = [
      row('10:00'),
      row('12:00'),
      row('10:00', null, 'tax-invoice'),
      row('10:00', null, 'none'),
      row('10:30'),
    ];
    expect(verdicts(hall, ...rows)).toEqual(['new', 'slotNotOffered', 'serviceNotBookable', 'unknownService', 'new']);
    expect(short(hall.when(admin.imports(...rows)))).toEqual(['appointmentBooked', 'appointmentBooked']);
  });

  test('the quota holds over the rows and what is booked already, whoever booked it', () => {
    const one = hall.given(reception.book('10:00'));
    expect(verdicts(one, row('10:00'), row('10:00'), row('10:00'))).toEqual(['new', 'new', 'slotFull']);
    const full = one.given(admin.imports(row('10:00'), row('10:00')));
    expect(short(full.when(visitor.book('10:00')))).toBe('slotFull');
  });

  test('the same reference is the same booking; with another time, or ended, it is taken', () => {
    const once = hall.given(admin.imports(row('10:30', 'WX-1')));
    expect(verdicts(once, row('10:30', 'WX-1'), row('11:00', 'WX-1'), row('10:30', 'WX-2'))).toEqual([
      'known',
      'referenceTaken',
      'new',
    ]);
    expect(short(once.when(admin.imports(row('10:30', 'WX-1'))))).toEqual([]);
    expect(verdicts(hall, row('10:30', 'WX-1'), row('10:30', 'WX-1'))).toEqual(['new', 'known']);
    expect(verdicts(once.given(reception.cancelAppointment()), row('10:30', 'WX-1'))).toEqual(['referenceTaken']);
  });
});

test.each([
  ['WX-2026-000123', true],
  ['a', true],
  ['A.b_c-9', true],
  ['', false],
  ['王五', false],
  ['Wang Wu', false],
  ['x'.repeat(41), false],
  ['440701199001011234', false],
  ['44070119900101123X', false],
  ['13800138000', false],
  ['8613800138000', false],
])('a reference is a number of theirs and nobody’s own: %s %s', (text, fits) => {
  expect(ImportReference.safeParse(text).success).toBe(fits);
});
