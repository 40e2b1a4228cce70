import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blankSetup } from '../../hall-server/blank-setup.ts';
import { demoSetup } from '../../hall-server/demo/demo-hall.ts';
import { settle } from '../../hall-server/queue/evolve.ts';
import type { WaitingTicket } from '../../hall-server/queue/state.ts';
import type { Setup } from '../../shared/setup.ts';
import {
  admin,
  at,
  clerk,
  clock,
  eventsOf,
  givenIn,
  kiosk,
  later,
  manager,
  missedAt,
  ms,
  openCounters,
  queueId,
  reallyCalled,
  reception,
  type Steps,
  type Story,
  servedNext,
  short,
  waiting,
} from '../support/given.ts';

/** Nine to twelve and thirteen to seventeen on working days; a holiday from Friday to Sunday. */
const setup: Setup = {
  ...demoSetup,
  openingHours: {
    ...blankSetup.openingHours,
    exceptions: ['2026-09-25', '2026-09-26', '2026-09-27'].map((date) => ({ date, periods: [] })),
  },
};
const given = (...steps: readonly Steps[]) => givenIn(setup, ...steps);

const appointment = (story: Story) => [...story.state.appointments.values()][0];

describe('booking', () => {
  test('a place in a slot, its time in the hall’s zone, nothing about the person', () => {
    const [booked] = eventsOf(given().when(reception.book('2026-09-23 10:00')));
    expect(booked).toEqual({
      type: 'appointmentBooked',
      at: ms('2026-09-22 09:00'),
      appointmentId: expect.any(String),
      codeHash: expect.any(String),
      serviceId: 'licence-new-individual',
      date: '2026-09-23',
      slot: '10:00',
      startsAt: ms('2026-09-23 10:00'),
      place: 1,
      quota: 3,
      source: 'desk',
    });
  });

  test.each([
    ['09:00', 'slotNotOffered', 'it has begun'],
    ['09:29', 'slotNotOffered', 'no slot begins then'],
    ['09:30', ['appointmentBooked'], 'just within the lead time'],
    ['11:30', ['appointmentBooked'], 'the last slot before the break'],
    ['12:00', 'slotNotOffered', 'the midday break'],
    ['16:30', ['appointmentBooked'], 'the last of the day'],
    ['17:00', 'slotNotOffered', 'closed'],
    ['2026-09-21 10:00', 'slotNotOffered', 'yesterday'],
    ['2026-09-26 10:00', 'slotNotOffered', 'a holiday'],
    [
      '2026-09-30 10:00',
      ['appointmentBooked'],
      'the fifth opening day ahead, the holiday and the week-end not counted',
    ],
    ['2026-10-01 10:00', 'slotNotOffered', 'one more'],
    ['2027-09-22 10:00', 'slotNotOffered', 'a year ahead'],
  ] as const)('%s: %j, %s', (time, answer, _why) => {
    expect(short(given().when(reception.book(time)))).toEqual(answer);
  });

  test('the lead time', () => {
    expect(given(later(1)).when(reception.book('09:30'))).toEqual({ rejected: 'slotTooSoon', facts: { minutes: 30 } });
  });

  test('a service that takes none, a service that is none', () => {
    expect(short(given().when(reception.book('10:00', 'tax-invoice')))).toBe('serviceNotBookable');
    expect(short(given().when(reception.book('10:00', 'no-such')))).toBe('unknownService');
  });

  test('the quota holds, and a cancelled place is given again', () => {
    const full = given(reception.book('10:30'), reception.book('10:30'), reception.book('10:30'));
    expect(full.when(reception.book('10:30'))).toEqual({ rejected: 'slotFull', facts: { slot: '10:30' } });
    expect(short(full.when(reception.book('11:00')))).toEqual(['appointmentBooked']);
    const again = full.given(reception.cancelAppointment(2));
    expect(eventsOf(again.when(reception.book('10:30')))).toMatchObject([{ place: 2 }]);
  });

  test('a place is not free again because its visitor is in the hall already', () => {
    const came = given(
      [reception.book('10:00'), reception.book('10:00'), reception.book('10:00')],
      at('09:30'),
      kiosk.checkIn(1),
    );
    expect(short(came.when(reception.book('10:00')))).toBe('slotFull');
  });

  test('a day closed by hand takes no more bookings for itself', () => {
    const closed = given(manager.closeDay());
    expect(short(closed.when(reception.book('15:00')))).toBe('slotNotOffered');
    expect(short(closed.when(reception.book('2026-09-23 15:00')))).toEqual(['appointmentBooked']);
  });

  test('a service somebody has booked is not switched off; its slots may be', () => {
    const booked = given(reception.book('2026-09-23 10:00'));
    const service = booked.state.setup.services.find(({ id }) => id === 'licence-new-individual');
    if (service === undefined) throw new Error('no such service');
    const off = admin.saves({ kind: 'service', value: { ...service, active: false } });
    expect(short(booked.when(off))).toBe('bookingsInTheWay');
    const walkInOnly = booked.given(
      admin.saves({ kind: 'service', value: { ...service, appointments: null } }, 'keep'),
    );
    expect(short(walkInOnly.when(reception.book('2026-09-23 11:00')))).toBe('serviceNotBookable');
    expect(short(walkInOnly.given(at('2026-09-23 09:45'), clock.openDay()).when(kiosk.checkIn()))).toEqual([
      'ticketIssued',
    ]);
  });
});

describe('cancelling', () => {
  test('until an hour before the slot', () => {
    const booked = given(reception.book('11:00'));
    expect(short(booked.given(at('10:00')).when(reception.cancelAppointment()))).toEqual(['appointmentCancelled']);
    expect(short(booked.given(at('10:00:01')).when(reception.cancelAppointment()))).toBe('appointmentNotCancellable');
  });

  test('once, and not after checking in', () => {
    const booked = given(reception.book('10:30'));
    const cancelled = booked.given(reception.cancelAppointment());
    expect(short(cancelled.when(reception.cancelAppointment()))).toBe('appointmentOver');
    expect(short(cancelled.given(at('10:30')).when(kiosk.checkIn()))).toBe('appointmentOver');
    expect(short(booked.given(at('10:10'), kiosk.checkIn()).when(reception.cancelAppointment()))).toBe(
      'appointmentUsed',
    );
  });
});

describe('checking in', () => {
  const booked = given(reception.book('10:00'));

  test('is a number of the queue at once, with the slot as its place in time', () => {
    const came = booked.given(waiting('A', 2), at('09:40'), kiosk.checkIn());
    expect(came.ticket('A003')).toMatchObject({
      status: 'waiting',
      source: 'appointment',
      issuedAt: ms('2026-09-22 09:40'),
      effectiveAt: ms('2026-09-22 10:00'),
      serviceId: 'licence-new-individual',
    });
    expect(appointment(came)).toMatchObject({ status: 'checkedIn', ticketId: came.ticket('A003').id });
  });

  test.each([
    ['09:29:59', { rejected: 'appointmentEarly', facts: { slot: '10:00', from: '09:30' } }],
    ['09:30', [{ source: 'appointment', effectiveAt: ms('2026-09-22 10:00') }]],
    ['10:00', [{ source: 'appointment', effectiveAt: ms('2026-09-22 10:00') }]],
    ['10:30', [{ source: 'appointment', effectiveAt: ms('2026-09-22 10:30') }]],
    ['10:30:01', [{ source: 'ticketKiosk', effectiveAt: ms('2026-09-22 10:30:01') }]],
    ['16:44', [{ source: 'ticketKiosk' }]],
    ['16:45', { rejected: 'hallClosedForToday' }],
    ['2026-09-23 09:00', { rejected: 'appointmentOver' }],
  ])('at %s', (time, answer) => {
    const story = booked.given(at(time));
    const there = time.includes(' ') ? story.given(clock.openDay()) : story;
    expect(there.when(kiosk.checkIn())).toMatchObject(answer);
  });

  test('of another day is told which', () => {
    const tomorrow = given(reception.book('2026-09-23 15:30'));
    expect(tomorrow.when(kiosk.checkIn())).toEqual({
      rejected: 'appointmentOtherDay',
      facts: { date: '2026-09-23', slot: '15:30' },
    });
  });

  test('needs the code at a kiosk; the front desk has the list', () => {
    const there = booked.given(at('09:45'));
    expect(short(there.when(kiosk.checkIn(2)))).toBe('unknownAppointment');
    expect(short(there.when({ ...reception.checkInById(), by: kiosk.by }))).toBe('unknownAppointment');
    expect(short(there.when(reception.checkInById()))).toEqual(['ticketIssued']);
    expect(short(there.when(reception.checkIn()))).toEqual(['ticketIssued']);
  });

  test('twice: the number is said again, no second one is given', () => {
    const came = booked.given(at('09:45'), kiosk.checkIn());
    expect(came.when(kiosk.checkIn())).toEqual({ rejected: 'appointmentUsed', facts: { number: 'A001' } });
  });

  test('is not taken back at the kiosk: number and booking would both be gone', () => {
    const came = booked.given(at('09:45'), kiosk.checkIn());
    expect(short(came.when(kiosk.undo('A001')))).toBe('undoOfAppointment');
    expect(short(came.when(reception.cancel('A001')))).toEqual(['ticketCancelled']);
  });

  test('is owed before numbers are given and when they are all gone', () => {
    const early = given(reception.book('2026-09-23 09:00'), at('2026-09-23 08:30'), clock.openDay());
    expect(short(early.when(kiosk.issue('A')))).toBe('hallNotOpenYet');
    expect(short(early.when(kiosk.checkIn()))).toEqual(['ticketIssued']);
    const queue = booked.state.setup.queues.find(({ id }) => id === 'A');
    if (queue === undefined) throw new Error('no queue A');
    const gone = booked.given(
      kiosk.issue('A'),
      admin.saves({ kind: 'queue', value: { ...queue, dailyLimit: 1 } }),
      at('09:45'),
    );
    expect(short(gone.when(kiosk.issue('A')))).toBe('dailyLimitReached');
    expect(short(gone.when(kiosk.checkIn()))).toEqual(['ticketIssued']);
    expect(short(gone.given(at('10:31')).when(kiosk.checkIn()))).toBe('dailyLimitReached');
  });
});

describe('the day’s close', () => {
  test('who did not come is a no-show; whom the hall could not take is not', () => {
    const closed = given(reception.book('10:00'), reception.book('15:00'), at('11:00'), manager.closeDay());
    expect([...closed.state.appointments.values()]).toMatchObject([
      { slot: '10:00', status: 'noShow' },
      { slot: '15:00', status: 'cancelled', reason: 'hallClosed' },
    ]);
  });

  test('the next days’ bookings stay, those of days without a hall end', () => {
    const booked = given(reception.book('2026-09-23 10:00'), reception.book('2026-09-28 10:00'));
    expect([...settle(booked.given(manager.closeDay()).state).appointments.values()]).toHaveLength(2);
    const later2 = booked.given(at('2026-09-24 09:00'), clock.openDay());
    expect([...later2.state.appointments.values()]).toMatchObject([
      { date: '2026-09-23', status: 'cancelled', reason: 'hallClosed' },
      { date: '2026-09-28', status: 'open' },
    ]);
  });
});

describe('the order', () => {
  test('T4 slot 10:00, checked in 9:40, walk-ins 9:30 and 9:45; calls at 9:50, 10:00, 10:01', () => {
    const hall = given(
      reception.book('10:00'),
      openCounters(1),
      [at('09:30'), kiosk.issue('A'), at('09:40'), kiosk.checkIn(), at('09:45'), kiosk.issue('A')],
      [at('09:50'), servedNext(1), at('10:00'), servedNext(1), at('10:01'), servedNext(1)],
    );
    const calls = hall.journal.filter((event) => event.type === 'ticketCalled');
    expect(calls.map(({ ticketId, reason, passed }) => [ticketNumber(hall, ticketId), reason, passed?.number])).toEqual(
      [
        ['A001', 'fifo', undefined],
        ['A002', 'appointment', 'A003'],
        ['A003', 'fifo', undefined],
      ],
    );
  });

  test('before its slot it is ordinary: whoever came before the slot is called first, whoever comes after is not', () => {
    const hall = given(reception.book('10:00'), openCounters(1), [
      at('09:40'),
      kiosk.checkIn(),
      at('09:50'),
      kiosk.issue('A'),
      kiosk.issue('A'),
    ]);
    expect(reallyCalled(hall, 1)).toEqual([
      { number: 'A002', reason: 'fifo' },
      { number: 'A003', reason: 'fifo' },
      { number: 'A001', reason: 'fifo' },
    ]);
  });

  test('nobody else there: it is called before its slot', () => {
    const hall = given(reception.book('10:00'), openCounters(1), at('09:40'), kiosk.checkIn());
    expect(hall.when(clerk(1).callNext())).toMatchObject([{ type: 'ticketCalled', reason: 'fifo' }]);
  });

  test('appointments and priority share the lane and the bound', () => {
    const hall = given(
      [reception.book('10:00'), reception.book('10:00'), openCounters(1)],
      [at('09:50'), kiosk.issue('A'), kiosk.issue('A'), kiosk.checkIn(1), kiosk.checkIn(2)],
      [at('09:59'), reception.issue('A', 'elder'), at('10:02')],
    );
    expect(reallyCalled(hall, 1)).toEqual([
      { number: 'A005', reason: 'priority' },
      { number: 'A001', reason: 'fifo' },
      { number: 'A003', reason: 'appointment' },
      { number: 'A002', reason: 'fifo' },
      { number: 'A004', reason: 'appointment' },
    ]);
  });

  test('a late one that is a walk-in goes ahead of nobody', () => {
    const hall = given(
      [reception.book('10:00'), openCounters(1), at('10:35'), kiosk.issue('A'), later(60), kiosk.checkIn()],
      [later(60), kiosk.issue('A')],
    );
    expect(reallyCalled(hall, 1).map((call) => call.number)).toEqual(['A001', 'A002', 'A003']);
  });

  test('missed and put back it keeps its place ahead, behind the agreed number of calls', () => {
    const hall = given(
      [reception.book('10:00'), openCounters(1), at('10:00'), kiosk.checkIn()],
      [waiting('A', 5), missedAt(1, 'A001'), kiosk.putBackMissed('A001')],
    );
    expect(reallyCalled(hall, 1)).toEqual([
      { number: 'A002', reason: 'fifo' },
      { number: 'A003', reason: 'fifo' },
      { number: 'A004', reason: 'fifo' },
      { number: 'A001', reason: 'putBack' },
      { number: 'A005', reason: 'fifo' },
      { number: 'A006', reason: 'fifo' },
    ]);
  });
});

describe('a morning of walk-ins, priority and appointments', () => {
  const slots = ['09:30', '10:00', '10:30', '11:00'];
  const morning = fc.record({
    maxTimesPassed: fc.nat(2),
    /** Minutes between one thing and the next, and what it is. */
    steps: fc.array(
      fc.record({
        pause: fc.nat(6),
        what: fc.constantFrom('walkIn', 'walkIn', 'elder', 'checkIn', 'checkIn', 'call', 'call', 'call'),
        which: fc.nat(11),
      }),
      { minLength: 5, maxLength: 40 },
    ),
  });

  test('every call is the rule’s, its stored reason too, and nobody waits beyond the bound', () => {
    let byAppointment = 0;
    fc.assert(
      fc.property(morning, ({ maxTimesPassed, steps }) => {
        const before: Setup = { ...setup, rules: { ...setup.rules, call: { ...setup.rules.call, maxTimesPassed } } };
        let hall = givenIn(
          before,
          openCounters(1),
          slots.flatMap((slot) => [reception.book(slot), reception.book(slot), reception.book(slot)]),
        );
        let passed = 0;
        const call = () => {
          const next = expectedNext(hall, passed < maxTimesPassed);
          const decision = hall.when(clerk(1).callNext());
          if (next === null) return expect(short(decision)).toBe('nobodyWaiting');
          const { ticket, reason, passes } = next;
          expect(decision).toMatchObject([
            { ticketId: ticket.id, reason, passed: passes && { ticketId: passes.id }, ruleVersion: 4 },
          ]);
          if (reason === 'appointment') byAppointment += 1;
          passed = passes !== null ? passed + 1 : inLane(ticket, hall.now) ? passed : 0;
          hall = hall.given(servedNext(1));
        };
        for (const { pause, what, which } of steps) {
          hall = hall.given(later(pause * 60));
          if (what === 'walkIn') hall = hall.given(kiosk.issue('A'));
          else if (what === 'elder') hall = hall.given(reception.issue('A', 'elder'));
          else if (what === 'call') call();
          else if (short(hall.when(kiosk.checkIn(which + 1)))[0] === 'ticketIssued') {
            hall = hall.given(kiosk.checkIn(which + 1));
          }
        }
        while (short(hall.when(clerk(1).callNext())) !== 'nobodyWaiting') call();

        const issues = hall.journal.filter((event) => event.type === 'ticketIssued');
        const calls = hall.journal.filter((event) => event.type === 'ticketCalled');
        expect(calls.length).toBe(issues.length);
        for (const issue of issues.filter((one) => one.priorityClassId === null)) {
          // Nobody starves: everybody with an earlier place in time, and the cap for each ordinary turn up to its own.
          const earlier = issues.filter(
            (one) =>
              one.effectiveAt < issue.effectiveAt ||
              (one.effectiveAt === issue.effectiveAt && one.issueOrder < issue.issueOrder),
          );
          const turns = earlier.filter((one) => one.priorityClassId === null).length + 1;
          const sinceIssue = hall.journal
            .slice(hall.journal.indexOf(issue))
            .filter((one) => one.type === 'ticketCalled');
          const waitedFor = sinceIssue.findIndex((one) => one.ticketId === issue.ticketId);
          expect(waitedFor).toBeLessThanOrEqual(earlier.length + turns * maxTimesPassed);
        }
      }),
      // Every time the same mornings, or the count below were a game of chance.
      { numRuns: 60, seed: Number(process.env.WALK_SEED ?? 3) },
    );
    expect(byAppointment, 'appointments did go ahead').toBeGreaterThan(5);
  });

  const inLane = (ticket: WaitingTicket, now: number) =>
    ticket.priorityClassId !== null || (ticket.source === 'appointment' && now >= ticket.effectiveAt);

  /** The rule as the hall's people would say it, told over the plain list of who waits. */
  function expectedNext({ state, now }: Story, mayPass: boolean) {
    const line = [...state.tickets.values()]
      .filter((ticket) => ticket.status === 'waiting')
      .toSorted((a, b) => a.effectiveAt - b.effectiveAt || a.issueOrder - b.issueOrder);
    const [first] = line;
    const lane = line.find((ticket) => inLane(ticket, now));
    const ordinary = line.find((ticket) => !inLane(ticket, now));
    if (first === undefined) return null;
    if (lane === undefined) return { ticket: first, reason: 'fifo', passes: null };
    const named = lane.priorityClassId === null ? 'appointment' : 'priority';
    if (ordinary === undefined) return { ticket: lane, reason: named, passes: null };
    if (first === lane) return { ticket: lane, reason: 'fifo', passes: null };
    return mayPass
      ? { ticket: lane, reason: named, passes: ordinary }
      : { ticket: ordinary, reason: 'fifo', passes: null };
  }
});

test('the wait that is told counts bookings that will come while one waits', () => {
  const line = [openCounters(1), waiting('A', 5)];
  const wait = (...bookings: readonly Steps[]) =>
    given(...bookings, ...line)
      .picture()
      .waitOfQueue(queueId('A'));
  expect(wait(reception.book('09:30'), reception.book('09:30'))?.highMinutes).toBeGreaterThan(wait()?.highMinutes ?? 0);
  expect(wait(reception.book('16:00'), reception.book('16:00'))).toEqual(wait());
});

function ticketNumber(story: Story, id: string) {
  return [...story.state.tickets.values()].find((ticket) => ticket.id === id)?.number;
}
