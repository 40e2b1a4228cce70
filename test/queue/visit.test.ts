import { describe, expect, test } from 'vitest';
import { isRejection } from '../../hall-server/queue/decision.ts';
import type { TicketEvent } from '../../hall-server/queue/events.ts';
import {
  at,
  clerk,
  clock,
  eventsOf,
  given,
  kiosk,
  later,
  manager,
  openCounters,
  phone,
  ratingKiosk,
  reallyCalled,
  reception,
  servedNext,
  short,
  waiting,
} from '../support/given.ts';

describe('T13 one visit, to the minute', () => {
  const done = given(
    openCounters(1),
    at('14:03'),
    kiosk.issue('A'),
    at('14:33'),
    clerk(1).callNext(),
    at('14:34'),
    clerk(1).startService('A001'),
    at('14:44'),
    clerk(1).finish('A001', 'instant'),
  );

  test('waiting 30, walking 1, service 10, total 41', () => {
    const times = new Map(
      done.journal.flatMap((event) => ('ticketId' in event ? [[event.type, event.at / 60_000]] : [])),
    );
    const minutes = (from: TicketEvent['type'], to: TicketEvent['type']) =>
      (times.get(to) ?? 0) - (times.get(from) ?? 0);
    expect(minutes('ticketIssued', 'ticketCalled')).toBe(30);
    expect(minutes('ticketCalled', 'serviceStarted')).toBe(1);
    expect(minutes('serviceStarted', 'ticketFinished')).toBe(10);
    expect(minutes('ticketIssued', 'ticketFinished')).toBe(41);
  });

  test('the forecast learns the ten minutes, the counter counts the visit', () => {
    expect(done.state.queues.get(done.ticket('A001').queueId)?.recentServiceMs).toEqual([600_000]);
    expect(done.state.counters.get('counter-01' as never)?.finished).toBe(1);
  });
});

describe('T8 passed on', () => {
  const serving = given(
    openCounters(1, 11),
    waiting('A', 2),
    waiting('R', 1),
    clerk(1).callNext(),
    clerk(1).startService('A001'),
  );

  test('to another queue: same number, same place in time, and the reason is said at the call', () => {
    const before = serving.ticket('A001').effectiveAt;
    const passed = serving.given(clerk(1).transferToQueue('A001', 'R'));
    expect(passed.ticket('A001')).toMatchObject({
      status: 'waiting',
      effectiveAt: before,
      queueId: 'R',
      issuedQueueId: 'A',
    });
    expect(reallyCalled(passed, 11)).toEqual([
      { number: 'A001', reason: 'transfer' },
      { number: 'R001', reason: 'fifo' },
    ]);
  });

  test('one rating in all', () => {
    const passed = serving.given(
      clerk(1).transferToQueue('A001', 'R'),
      clerk(11).callNext(),
      clerk(11).startService('A001'),
      clerk(11).finish('A001'),
      phone('A001').rate(4),
    );
    expect(short(passed.when(phone('A001').rate(1)))).toBe('alreadyRated');
    expect(short(passed.when(ratingKiosk(11).rate('A001', 1)))).toBe('alreadyRated');
  });

  test('to one counter: only that counter calls it, though its profile has another queue', () => {
    const passed = serving.given(clerk(1).transferToCounter('A001', 11));
    expect(reallyCalled(passed, 1)).toEqual([{ number: 'A002', reason: 'fifo' }]);
    expect(reallyCalled(passed, 11)[0]).toEqual({ number: 'A001', reason: 'transfer' });
  });

  test('when that counter closes, nobody waits for ever', () => {
    const closed = serving.given(clerk(1).transferToCounter('A001', 11), clerk(11).closeCounter());
    expect(reallyCalled(closed, 1)[0]).toEqual({ number: 'A001', reason: 'transfer' });
  });

  test('not to itself, nor to a closed counter', () => {
    expect(short(serving.when(clerk(1).transferToQueue('A001', 'A')))).toBe('transferToSelf');
    expect(short(serving.when(clerk(1).transferToCounter('A001', 1)))).toBe('transferToSelf');
    expect(short(serving.when(clerk(1).transferToCounter('A001', 5)))).toBe('counterClosed');
    const left = serving.given(clerk(11).closeCounter());
    expect(left.when(clerk(1).transferToCounter('A001', 11))).toEqual({
      rejected: 'counterClosed',
      facts: { counter: '11' },
    });
  });
});

describe('held and resumed', () => {
  const held = given(
    openCounters(1, 2),
    waiting('A', 2),
    clerk(1).callNext(),
    clerk(1).startService('A001'),
    clerk(1).hold('A001'),
  );

  test('the counter is free meanwhile', () => expect(short(held.when(clerk(1).callNext()))).toEqual(['ticketCalled']));
  test('resumed at any free counter', () => {
    expect(held.given(clerk(2).resume('A001')).ticket('A001')).toMatchObject({
      status: 'serving',
      counterId: 'counter-02',
    });
  });
  test('not at one that has somebody', () => {
    expect(short(held.given(clerk(1).callNext()).when(clerk(1).resume('A001')))).toBe('counterBusy');
  });
});

describe('T9 day close', () => {
  const closed = given(
    openCounters(1, 2, 3, 4),
    waiting('A', 6),
    servedNext(1), // A001 done
    clerk(1).callNext(),
    clerk(1).startService('A002'), // serving
    clerk(2).callNext(),
    later(20),
    clerk(2).recall('A003'),
    later(20),
    clerk(2).recall('A003'),
    later(20),
    clerk(2).markMissed('A003'),
    clerk(3).callNext(),
    clerk(3).startService('A004'),
    clerk(3).hold('A004'),
    clerk(4).callNext(), // A005 called, A006 waiting
    manager.closeDay(),
  );
  const status = (number: string) => closed.ticket(number).status;

  test('one each waiting, called, held, missed, serving, done: 5 expired, 1 done', () => {
    expect(['A001', 'A002', 'A003', 'A004', 'A005', 'A006'].map(status)).toEqual(['done', ...Array(5).fill('expired')]);
    expect([...closed.state.counters.values()].map((duty) => duty.status)).toEqual(Array(4).fill('closed'));
  });
  test('a forgotten service stays ratable, the others are not', () => {
    expect(short(closed.when(phone('A002').rate(5)))).toEqual(['ticketRated']);
    for (const number of ['A003', 'A004', 'A005', 'A006'])
      expect(short(closed.when(phone(number).rate(5)))).toBe('notRatable');
  });
  test('the same date does not open again, the next one does', () => {
    expect(short(closed.when(clock.openDay()))).toBe('dayAlreadyOpen');
    expect(short(closed.when(clock.closeDay()))).toBe('dayClosed');
    expect(closed.given(at('2026-09-23 08:50'), clock.openDay()).state.day).toMatchObject({
      date: '2026-09-23',
      closedAt: null,
    });
  });
});

describe('rating', () => {
  const done = given(openCounters(1), waiting('A', 2), servedNext(1));

  test('the kiosk of the counter may ask for 60 seconds, no other may, and then only with the slip', () => {
    expect(short(done.when(ratingKiosk(1).rate('A001', 3)))).toEqual(['ticketRated']);
    expect(short(done.when(ratingKiosk(2).rate('A001', 3)))).toBe('ratingNotOpenHere');
    expect(short(done.given(later(60)).when(ratingKiosk(1).rate('A001', 3)))).toEqual(['ticketRated']);
    const tooLate = done.given(later(61));
    expect(short(tooLate.when(ratingKiosk(1).rate('A001', 3)))).toBe('ratingNotOpenHere');
    expect(short(tooLate.when(ratingKiosk(2, 'A001').rate('A001', 3)))).toEqual(['ticketRated']);
  });
  test('the next call neither waits for it nor closes it, nor does closing the counter', () => {
    const next = done.given(clerk(1).callNext());
    expect(short(next.when(ratingKiosk(1).rate('A001', 3)))).toEqual(['ticketRated']);
    expect(short(done.given(clerk(1).closeCounter()).when(ratingKiosk(1).rate('A001', 3)))).toEqual(['ticketRated']);
  });
  test('seven days by the slip, not a moment longer', () => {
    const week = 7 * 24 * 3600;
    expect(isRejection(done.given(later(week)).when(phone('A001').rate(5)))).toBe(false);
    expect(short(done.given(later(week + 1)).when(phone('A001').rate(5)))).toBe('ratingTooLate');
  });
  test('not before the visit has ended, not when it was given up', () => {
    expect(short(done.when(phone('A002').rate(5)))).toBe('notRatable');
    expect(short(done.given(reception.cancel('A002')).when(phone('A002').rate(5)))).toBe('notRatable');
  });
  test('every level is one event of the same kind', () => {
    for (const level of [1, 2, 3, 4, 5] as const) {
      expect(eventsOf(done.when(phone('A001').rate(level)))).toMatchObject([
        { type: 'ticketRated', level, channel: 'slipQr' },
        // What must be followed up is, by itself; the visitor does nothing for it.
        ...(level <= 2 ? [{ type: 'caseOpened', level }] : []),
      ]);
    }
  });
});
