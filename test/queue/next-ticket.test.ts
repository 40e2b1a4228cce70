import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { byPlaceInTime, callsToGo, firstOfPool, goesAhead } from '../../hall-server/queue/next-ticket.ts';
import { emptyHall, freshQueueDay, type HallState, type WaitingTicket } from '../../hall-server/queue/state.ts';
import { PriorityClassId, TicketId } from '../../shared/ids.ts';
import {
  at,
  clerk,
  counterId,
  eventsOf,
  given,
  givenIn,
  kiosk,
  later,
  manager,
  missedAt,
  openCounters,
  queueId,
  reallyCalled,
  reception,
  rules,
  type Steps,
  type Story,
  servedNext,
  short,
  waiting,
} from '../support/given.ts';

const numbers = (story: Story, label: number) => reallyCalled(story, label).map((call) => call.number);

/** O1 at 9:00, O2 at 9:01, P1 at 9:02, P2 at 9:03. */
const twoAndTwo: Steps = [
  [at('09:00'), kiosk.issue('A'), at('09:01'), kiosk.issue('A')],
  [at('09:02'), reception.issue('A', 'elder'), at('09:03'), reception.issue('A', 'pregnant')],
];

describe('F1 priority, with a bound on how often an ordinary ticket is passed', () => {
  test('T5 O1, O2, P1, P2 at one counter: P1 O1 P2 O2, each with its reason', () => {
    expect(reallyCalled(given(openCounters(1), twoAndTwo), 1)).toEqual([
      { number: 'A003', reason: 'priority' },
      { number: 'A001', reason: 'fifo' },
      { number: 'A004', reason: 'priority' },
      { number: 'A002', reason: 'fifo' },
    ]);
  });

  test.each([
    [0, ['A001', 'A002', 'A003', 'A004']],
    [1, ['A003', 'A001', 'A004', 'A002']],
    [2, ['A003', 'A004', 'A001', 'A002']],
  ])('passed at most %i times', (maxTimesPassed, order) => {
    expect(numbers(givenIn(rules({ call: { maxTimesPassed } }), openCounters(1), twoAndTwo), 1)).toEqual(order);
  });

  test('the count belongs to the queue: what one counter passed, the next does not pass again', () => {
    const hall = given(openCounters(1, 2, 3), twoAndTwo, clerk(1).callNext());
    expect(hall.ticket('A003').status).toBe('called');
    const next = hall.given(clerk(2).callNext());
    expect(next.ticket('A001').status).toBe('called');
    expect(next.given(clerk(3).callNext()).ticket('A004').status).toBe('called');
  });

  test('the call says whom it passed', () => {
    const hall = given(openCounters(1), twoAndTwo);
    const passed = { ticketId: hall.ticket('A001').id, queueId: 'A', number: 'A001' };
    expect(hall.when(clerk(1).callNext())).toMatchObject([{ type: 'ticketCalled', reason: 'priority', passed }]);
    expect(hall.given(clerk(1).callNext()).ticket('A003').passedNumber).toBe('A001');
  });

  test('priority that came first anyway passes nobody, and is called for its time', () => {
    const hall = given(openCounters(1), reception.issue('A', 'elder'), later(1), kiosk.issue('A'));
    expect(hall.when(clerk(1).callNext())).toMatchObject([{ reason: 'fifo', passed: null }]);
  });

  test('priority granted later goes ahead from then on', () => {
    const hall = given(openCounters(1), waiting('A', 3), reception.grantPriority('A003', 'disabled'));
    expect(numbers(hall, 1)).toEqual(['A003', 'A001', 'A002']);
  });

  test('called by choice neither passes anybody nor gives a turn back', () => {
    const hall = given(openCounters(1, 2), twoAndTwo, clerk(1).callNext());
    const chosen = hall.given(manager.callChosen('A002', 2));
    expect(chosen.ticket('A002')).toMatchObject({ callReason: 'chosen', passedNumber: null });
    expect(numbers(chosen.given(clerk(1).startService('A003'), clerk(1).finish('A003')), 1)).toEqual(['A001', 'A004']);
  });

  test('a call withdrawn does not let priority pass the same person once more', () => {
    const hall = given(openCounters(1), twoAndTwo, clerk(1).callNext(), clerk(1).withdrawCall('A003'));
    expect(numbers(hall, 1)).toEqual(['A001', 'A003', 'A002', 'A004']);
  });

  test('somebody passed on to one counter is not passed there again and again', () => {
    // A001 waits for counter 1 only; counter 2 goes on with ordinary tickets between its priority ones.
    const hall = given(openCounters(1, 2), waiting('A', 3), clerk(2).callNext(), clerk(2).startService('A001'));
    let told = hall.given(clerk(2).transferToCounter('A001', 1));
    let passed = 0;
    for (let round = 0; round < 6; round += 1) {
      told = told.given(reception.issue('A', 'elder'), later(1), kiosk.issue('A'), later(1), clerk(1).callNext());
      const here = [...told.state.tickets.values()].find(
        (ticket) => ticket.status === 'called' && ticket.counterId === counterId(1),
      );
      if (here?.number === 'A001') break;
      passed += 1;
      const number = here?.number ?? '';
      told = told.given(clerk(1).startService(number), clerk(1).finish(number), servedNext(2));
    }
    expect(passed).toBeLessThanOrEqual(told.state.setup.rules.call.maxTimesPassed);
  });
});

describe('passed on to one counter', () => {
  // A001 and A002 have been served and wait for counters 1 and 2; A003, A004 and two with priority wait for any.
  const hall = given(
    openCounters(1, 2, 3),
    waiting('A', 4),
    [reception.issue('A', 'elder'), later(1), reception.issue('A', 'elder')],
    [manager.callChosen('A001', 3), clerk(3).startService('A001'), clerk(3).transferToCounter('A001', 1)],
    [manager.callChosen('A002', 3), clerk(3).startService('A002'), clerk(3).transferToCounter('A002', 2)],
  );

  test('its call does not begin the count of the line anew', () => {
    const passed = hall.given(clerk(3).callNext());
    expect(passed.ticket('A005').passedNumber).toBe('A003');
    const beside = passed.given(clerk(1).callNext());
    expect(beside.ticket('A001').status).toBe('called');
    expect(
      beside.given(clerk(3).startService('A005'), clerk(3).finish('A005'), clerk(3).callNext()).ticket('A003'),
    ).toMatchObject({
      status: 'called',
      callReason: 'fifo',
    });
  });

  test('nobody else calls it, a manager neither', () => {
    expect(numbers(hall, 3)).toEqual(['A005', 'A003', 'A006', 'A004']);
    expect(hall.when(manager.callChosen('A001', 3))).toEqual({
      rejected: 'ticketReservedElsewhere',
      facts: { counter: '1' },
    });
    expect(short(hall.when(manager.callChosen('A001', 1)))).toEqual(['ticketCalled']);
  });

  test('a counter that closes gives back its own, not those of others', () => {
    const closed = hall.given(clerk(1).closeCounter());
    expect(closed.ticket('A001')).toMatchObject({ status: 'waiting', reservedFor: null });
    expect(closed.ticket('A002')).toMatchObject({ status: 'waiting', reservedFor: 'counter-02' });
  });
});

describe('first come, first served', () => {
  test('F2 the same millisecond: order of issue', () => {
    const hall = given(
      clerk(1).openCounter(10),
      kiosk.issue('W'),
      kiosk.issue('F'),
      kiosk.issue('F'),
      kiosk.issue('W'),
    );
    expect(numbers(given(clerk(10).openCounter(10), waiting('A', 0)), 10)).toEqual([]);
    expect(reallyCalled(hall.given(clerk(1).closeCounter(), openCounters(10)), 10).map((one) => one.number)).toEqual([
      'W001',
      'F001',
      'F002',
      'W002',
    ]);
  });

  test('the first level with somebody to call is served first, however long the next has waited', () => {
    const hall = given(openCounters(1), waiting('L', 2), later(1800), waiting('A', 2));
    expect(numbers(hall, 1)).toEqual(['A001', 'A002', 'L001', 'L002']);
  });

  test('a counter calls only what its profile serves', () => {
    const hall = given(openCounters(1, 8), waiting('A', 1), waiting('T', 1));
    expect(short(hall.when(clerk(8).callNext()))).toBe('nobodyWaiting');
    expect(numbers(hall, 1)).toEqual(['A001']);
  });
});

describe('two counters', () => {
  const hall = given(openCounters(1, 2), waiting('A', 3));

  test('T2 call in the same millisecond: two tickets', () => {
    const both = hall.given(clerk(1).callNext(), clerk(2).callNext());
    expect(both.ticket('A001')).toMatchObject({ status: 'called', counterId: 'counter-01' });
    expect(both.ticket('A002')).toMatchObject({ status: 'called', counterId: 'counter-02' });
  });

  test('C1 the other clerk is told at which counter the ticket is', () => {
    const called = hall.given(clerk(1).callNext());
    for (const ask of [clerk(2).startService('A001'), clerk(2).recall('A001'), clerk(2).withdrawCall('A001')]) {
      expect(called.when(ask)).toEqual({ rejected: 'ticketAtOtherCounter', facts: { counter: '1' } });
    }
  });

  test('C2 a second click calls nobody: the counter has somebody', () => {
    const called = hall.given(clerk(1).callNext());
    expect(called.when(clerk(1).callNext())).toEqual({ rejected: 'counterBusy', facts: { number: 'A001' } });
    const serving = called.given(clerk(1).startService('A001'));
    expect(serving.when(clerk(1).callNext())).toEqual({ rejected: 'counterBusy', facts: { number: 'A001' } });
  });

  test('a chosen ticket goes only to a counter that is open and free', () => {
    expect(short(hall.when(manager.callChosen('A003', 2)))).toEqual(['ticketCalled']);
    expect(short(hall.when(manager.callChosen('A003', 5)))).toBe('counterClosed');
    expect(short(hall.given(clerk(2).pauseCounter()).when(manager.callChosen('A003', 2)))).toBe('counterPaused');
    const busy = hall.given(clerk(2).callNext());
    expect(busy.when(manager.callChosen('A003', 2))).toEqual({ rejected: 'counterBusy', facts: { number: 'A001' } });
    expect(hall.when(manager.callChosen('A003', 2))).toMatchObject([
      { reason: 'chosen', chooseReason: 'frail', passed: null },
    ]);
  });
});

describe('the rule over any pool', () => {
  interface Drawn {
    readonly queue: 'A' | 'L';
    readonly effectiveAt: number;
    readonly priority: boolean;
    readonly appointment: boolean;
    readonly blockedUntilCall: number | null;
  }
  const drawn: fc.Arbitrary<Drawn> = fc.record({
    queue: fc.constantFrom('A', 'L'),
    effectiveAt: fc.nat(4),
    priority: fc.boolean(),
    appointment: fc.boolean(),
    blockedUntilCall: fc.option(fc.integer({ min: 1, max: 4 }), { freq: 2 }),
  });
  const model = given(kiosk.issue('A')).ticket('A001');

  const poolOf = (tickets: readonly Drawn[]): readonly WaitingTicket[] =>
    tickets.map(({ queue, effectiveAt, priority, appointment, blockedUntilCall }, index) => ({
      ...model,
      status: 'waiting',
      id: TicketId.parse(`t${index}`),
      queueId: queueId(queue),
      effectiveAt,
      lineAt: effectiveAt,
      issueOrder: index + 1,
      source: appointment ? 'appointment' : 'ticketKiosk',
      priorityClassId: priority ? PriorityClassId.parse('elder') : null,
      blockedUntilCall,
      notBefore: null,
    }));

  const scene = fc
    .record({
      tickets: fc.array(drawn, { maxLength: 8 }),
      maxTimesPassed: fc.nat(2),
      passed: fc.tuple(fc.nat(2), fc.nat(2)),
      calls: fc.tuple(fc.nat(4), fc.nat(4)),
      turn: fc.nat(7),
      /** Slots begin at 0 to 4 like everybody's place in time: some have begun, some have not. */
      now: fc.nat(4),
    })
    .map(({ tickets, maxTimesPassed, passed, calls, turn, now }) => {
      const pool = poolOf(tickets);
      const state: HallState = {
        ...emptyHall(rules({ call: { maxTimesPassed } })),
        queues: new Map([
          [queueId('A'), { ...freshQueueDay, passed: passed[0], calls: calls[0] }],
          [queueId('L'), { ...freshQueueDay, passed: passed[1], calls: calls[1] }],
        ]),
      };
      const shuffled = [...pool.slice(turn), ...pool.slice(0, turn)].toReversed();
      return { state, pool, shuffled, maxTimesPassed, now };
    });

  test('total: it names nobody only if nobody waits', () => {
    fc.assert(
      fc.property(scene, ({ state, pool, now }) => {
        expect(firstOfPool(state, pool, now) === null).toBe(pool.length === 0);
      }),
    );
  });

  test('stable: the order in which tickets are found does not matter', () => {
    fc.assert(
      fc.property(scene, ({ state, pool, shuffled, now }) => {
        expect(firstOfPool(state, shuffled, now)).toEqual(firstOfPool(state, pool, now));
      }),
    );
  });

  test('F2 nobody of the same class who could be called came earlier', () => {
    fc.assert(
      fc.property(scene, ({ state, pool, now }) => {
        const next = firstOfPool(state, pool, now);
        if (next === null) return;
        const earlier = pool.filter(
          (other) =>
            callsToGo(state, other) === 0 &&
            goesAhead(other, now) === goesAhead(next.ticket, now) &&
            byPlaceInTime(other, next.ticket) < 0,
        );
        expect(earlier).toEqual([]);
      }),
    );
  });

  test('a ticket put back is called early only if nobody else of its queue can be', () => {
    fc.assert(
      fc.property(scene, ({ state, pool, now }) => {
        const next = firstOfPool(state, pool, now);
        if (next === null || callsToGo(state, next.ticket) === 0) return;
        const others = pool.filter((one) => one.queueId === next.ticket.queueId && callsToGo(state, one) === 0);
        expect(others).toEqual([]);
      }),
    );
  });

  test('F1 it passes exactly the first ordinary ticket in line, and only below the bound', () => {
    fc.assert(
      fc.property(scene, ({ state, pool, maxTimesPassed, now }) => {
        const next = firstOfPool(state, pool, now);
        if (next === null) return;
        const { ticket, passes, reason } = next;
        const ordinaryBefore = pool
          .filter((one) => !goesAhead(one, now) && callsToGo(state, one) === 0 && byPlaceInTime(one, ticket) < 0)
          .toSorted(byPlaceInTime);
        const lane = ticket.priorityClassId === null ? 'appointment' : 'priority';
        expect(passes === null || reason === lane).toBe(true);
        // Named for the lane, it is in the lane.
        if (reason === 'priority' || reason === 'appointment') expect(goesAhead(ticket, now)).toBe(true);
        if (passes === null) return;
        expect(goesAhead(ticket, now)).toBe(true);
        expect(goesAhead(passes, now)).toBe(false);
        expect(state.queues.get(passes.queueId)?.passed).toBeLessThan(maxTimesPassed);
        const [first] = ordinaryBefore;
        // Whoever was put back and has nobody else in his queue stands in line as well.
        if (callsToGo(state, passes) === 0) expect(passes).toBe(first);
        else if (first !== undefined) expect(byPlaceInTime(passes, first)).toBeLessThan(0);
      }),
    );
  });
});

describe('F1 a day with 40 % priority', () => {
  interface Arrival {
    readonly priority: boolean;
    readonly callsAfter: number;
  }
  const day = fc.record({
    maxTimesPassed: fc.nat(3),
    arrivals: fc.array(fc.record<Arrival>({ priority: fc.nat(9).map((drawn) => drawn < 4), callsAfter: fc.nat(2) }), {
      minLength: 1,
      maxLength: 40,
    }),
  });

  test('nobody is passed too often, and the wait has a bound', () => {
    fc.assert(
      fc.property(day, ({ maxTimesPassed, arrivals }) => {
        let hall = givenIn(rules({ call: { maxTimesPassed } }), openCounters(1, 2, 3));
        let desk = 0;
        const call = () => {
          desk = (desk % 3) + 1;
          if (short(hall.when(clerk(desk).callNext())) !== 'nobodyWaiting') hall = hall.given(servedNext(desk));
        };
        for (const { priority, callsAfter } of arrivals) {
          hall = hall.given(later(1), priority ? reception.issue('A', 'elder') : kiosk.issue('A'));
          for (let n = 0; n < callsAfter; n += 1) call();
        }
        while (short(hall.when(clerk(1).callNext())) !== 'nobodyWaiting') call();

        const issues = hall.journal.filter((event) => event.type === 'ticketIssued');
        const calls = hall.journal.filter((event) => event.type === 'ticketCalled');
        expect(calls.length).toBe(arrivals.length);
        const order = new Map(calls.map((event, index) => [event.ticketId, index]));
        for (const [place, issue] of issues.entries()) {
          if (issue.priorityClassId !== null) continue;
          const timesPassed = calls.filter((event) => event.passed?.ticketId === issue.ticketId).length;
          expect(timesPassed).toBeLessThanOrEqual(maxTimesPassed);
          // Everybody who came before, and at most so many more for each ordinary turn up to its own.
          const before = issues.slice(0, place);
          const ordinaryBefore = before.filter((one) => one.priorityClassId === null).length;
          const myCall = order.get(issue.ticketId) ?? Infinity;
          expect(myCall).toBeLessThanOrEqual(before.length + (ordinaryBefore + 1) * maxTimesPassed);
        }
        // Same class: first come, first served.
        for (const priority of [true, false]) {
          const turns = issues
            .filter((issue) => (issue.priorityClassId !== null) === priority)
            .map((issue) => order.get(issue.ticketId) ?? -1);
          expect(turns).toEqual(turns.toSorted((a, b) => a - b));
        }
      }),
      { numRuns: 40 },
    );
  });
});

test('put back exactly so many places behind, or at the end of a shorter line', () => {
  fc.assert(
    fc.property(fc.nat(6), fc.nat(5), (others, putBackPlaces) => {
      const setup = rules({ missed: { putBackPlaces } });
      const missed = givenIn(setup, openCounters(1), waiting('A', others + 1), missedAt(1, 'A001'));
      const line = numbers(missed.given(kiosk.putBackMissed('A001')), 1);
      expect(line.indexOf('A001')).toBe(Math.min(putBackPlaces, others));
    }),
    { numRuns: 20 },
  );
});

test('a put-back ticket and priority: the reason stored is the reason that decided', () => {
  const hall = given(openCounters(1, 2), waiting('A', 2), missedAt(1, 'A001'), reception.putBackMissed('A001'));
  expect(reallyCalled(hall, 1)).toEqual([
    { number: 'A002', reason: 'fifo' },
    { number: 'A001', reason: 'putBack' },
  ]);
  expect(eventsOf(hall.when(clerk(1).callNext()))).toMatchObject([{ ruleVersion: 4 }]);
});
