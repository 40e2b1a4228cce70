import { describe, expect, test } from 'vitest';
import {
  at,
  clerk,
  given,
  givenIn,
  kiosk,
  later,
  manager,
  missedAt,
  openCounters,
  reallyCalled,
  reception,
  rules,
  servedNext,
  short,
  waiting,
} from '../support/given.ts';

const numbers = (...parameters: Parameters<typeof reallyCalled>) =>
  reallyCalled(...parameters).map((call) => call.number);

describe('T12 M1 missed only after 3 calls and a minute', () => {
  const called = given(openCounters(1, 2), waiting('A', 2), at('10:00:00'), clerk(1).callNext());
  const twice = called.given(clerk(1).recall('A001'));
  const thrice = twice.given(clerk(1).recall('A001'));

  test.each([
    ['1 call, an hour', called, '11:00:00', 'missedTooEarly'],
    ['2 calls, an hour', twice, '11:00:00', 'missedTooEarly'],
    ['3 calls, 59 s', thrice, '10:00:59', 'missedTooEarly'],
    ['3 calls, 60 s', thrice, '10:01:00', ['ticketMissed']],
    ['4 calls, 60 s', thrice.given(clerk(1).recall('A001')), '10:01:00', ['ticketMissed']],
  ])('%s', (_, story, time, answer) => {
    expect(short(story.given(at(time)).when(clerk(1).markMissed('A001')))).toEqual(answer);
  });

  test('the refusal says how many calls and how long', () => {
    expect(called.when(clerk(1).markMissed('A001'))).toEqual({
      rejected: 'missedTooEarly',
      facts: { calls: 3, seconds: 60 },
    });
  });

  test('the minute runs from the first call, not from the last', () => {
    const late = called.given(at('10:00:58'), clerk(1).recall('A001'), at('10:00:59'), clerk(1).recall('A001'));
    expect(short(late.given(at('10:01:00')).when(clerk(1).markMissed('A001')))).toEqual(['ticketMissed']);
  });

  test('only the counter that called may say so', () => {
    expect(thrice.given(at('10:01')).when(clerk(2).markMissed('A001'))).toEqual({
      rejected: 'ticketAtOtherCounter',
      facts: { counter: '1' },
    });
  });

  test('calls of an earlier turn do not count: withdrawn, called anew, it is call 1', () => {
    const again = thrice.given(clerk(1).withdrawCall('A001'), clerk(1).callNext(), at('10:10'));
    expect(again.ticket('A001')).toMatchObject({ status: 'called', callNo: 1 });
    expect(short(again.when(clerk(1).markMissed('A001')))).toBe('missedTooEarly');
  });

  test('recalls: 5 and no more, and the number stays callable', () => {
    const most = thrice.given(clerk(1).recall('A001'), clerk(1).recall('A001'), clerk(1).recall('A001'));
    expect(most.ticket('A001')).toMatchObject({ callNo: 6 });
    expect(most.when(clerk(1).recall('A001'))).toEqual({ rejected: 'noMoreRecalls', facts: { recalls: 5 } });
    expect(short(most.when(clerk(1).startService('A001')))).toEqual(['serviceStarted']);
  });
});

describe('T6 put back: same number, 3 people later, once, within the hour', () => {
  // A001 is T6's A010, A002-A007 its A013-A018.
  const missed = given(openCounters(1, 2), waiting('A', 7), at('09:59'), missedAt(1, 'A001'));
  const back = missed.given(at('10:20'), kiosk.putBackMissed('A001'));

  test('it was missed at 10:00', () => expect(missed.now).toBe(given(at('10:00')).now));

  test('three others first', () => {
    expect(numbers(back, 1, 5)).toEqual(['A002', 'A003', 'A004', 'A001', 'A005']);
  });

  test('the three may be called by any counters', () => {
    const three = back.given(servedNext(1), servedNext(2), servedNext(1));
    expect(numbers(three, 2, 2)).toEqual(['A001', 'A005']);
  });

  test('a recall is not a call that brings it nearer', () => {
    const recalled = back.given(clerk(1).callNext(), clerk(1).recall('A002'), clerk(1).recall('A002'));
    expect(numbers(recalled, 2, 3)).toEqual(['A003', 'A004', 'A001']);
  });

  test('calls of another queue do not count', () => {
    const others = back.given(clerk(9).openCounter(9), waiting('T', 3), servedNext(9), servedNext(9), servedNext(9));
    expect(numbers(others, 1, 4)).toEqual(['A002', 'A003', 'A004', 'A001']);
  });

  test('if nobody else waits, its turn is now', () => {
    const alone = given(openCounters(1), waiting('A', 1), missedAt(1, 'A001'), kiosk.putBackMissed('A001'));
    expect(reallyCalled(alone, 1)).toEqual([{ number: 'A001', reason: 'putBack' }]);
  });

  test('it keeps its place in time and its number', () => {
    const { effectiveAt } = given(openCounters(1, 2), waiting('A', 7)).ticket('A001');
    expect(back.ticket('A001')).toMatchObject({ status: 'waiting', effectiveAt, missedTimes: 1, putBackTimes: 1 });
  });

  test('once: missed again, it cannot be put back again', () => {
    const again = back.given(servedNext(1), servedNext(1), servedNext(1), missedAt(1, 'A001'));
    expect(again.ticket('A001')).toMatchObject({ status: 'missed', missedTimes: 2 });
    expect(again.when(kiosk.putBackMissed('A001'))).toEqual({ rejected: 'putBackUsedUp', facts: { times: 1 } });
  });

  test.each([
    ['10:59:59', ['ticketPutBack']],
    ['11:00:00', ['ticketPutBack']],
    ['11:00:01', 'putBackTooLate'],
    ['11:01:00', 'putBackTooLate'],
  ])('at %s', (time, answer) => {
    for (const ask of [kiosk, reception, clerk(2), manager]) {
      expect(short(missed.given(at(time)).when(ask.putBackMissed('A001')))).toEqual(answer);
    }
  });

  test('the refusal says how long it would have been possible', () => {
    expect(missed.given(at('11:30')).when(kiosk.putBackMissed('A001'))).toEqual({
      rejected: 'putBackTooLate',
      facts: { minutes: 60 },
    });
  });

  test('places, times and minutes are settings', () => {
    const other = givenIn(
      rules({ missed: { putBackPlaces: 1, putBackTimes: 2, putBackWithinMinutes: 5 } }),
      openCounters(1),
      waiting('A', 3),
      missedAt(1, 'A001'),
    );
    const once = other.given(later(300), kiosk.putBackMissed('A001'));
    expect(numbers(once, 1)).toEqual(['A002', 'A001', 'A003']);
    const twice = once.given(servedNext(1), missedAt(1, 'A001'));
    expect(short(twice.when(kiosk.putBackMissed('A001')))).toEqual(['ticketPutBack']);
    expect(short(other.given(later(301)).when(kiosk.putBackMissed('A001')))).toBe('putBackTooLate');
  });

  test('one passed on to a counter and missed there waits, put back, for any counter', () => {
    const there = given(openCounters(1, 2), waiting('A', 1), clerk(1).callNext(), clerk(1).startService('A001')).given(
      clerk(1).transferToCounter('A001', 2),
      missedAt(2, 'A001'),
      clerk(2).closeCounter(),
      kiosk.putBackMissed('A001'),
    );
    expect(there.ticket('A001')).toMatchObject({ status: 'waiting', reservedFor: null });
    expect(numbers(there, 1)).toEqual(['A001']);
  });

  test('M2 put back and called, it is a call like any other', () => {
    const called = back.given(servedNext(1), servedNext(1), servedNext(1), clerk(2).callNext());
    expect(called.ticket('A001')).toMatchObject({ status: 'called', callNo: 1, counterId: 'counter-02' });
    expect(called.picture().state.tickets.get(called.ticket('A001').id)).toMatchObject({ callReason: 'putBack' });
  });
});

describe('T7 accepted at the counter that called, within 15 minutes, among the last 3', () => {
  const missed = given(openCounters(1, 2), waiting('A', 6), at('09:59'), missedAt(1, 'A001'));

  test.each([
    ['10:08:00', ['missedAccepted']],
    ['10:15:00', ['missedAccepted']],
    ['10:15:01', 'acceptTooLate'],
    ['10:16:00', 'acceptTooLate'],
  ])('at %s', (time, answer) => {
    const story = missed.given(at(time));
    expect(short(story.when(clerk(1).acceptMissed('A001')))).toEqual(answer);
    expect(short(story.when(kiosk.putBackMissed('A001'))), 'putting back stays possible').toEqual(['ticketPutBack']);
  });

  test('it is served at once, and the minutes since are kept', () => {
    const story = missed.given(at('10:08'));
    expect(story.when(clerk(1).acceptMissed('A001'))).toMatchObject([{ minutesSinceMissed: 8, staffId: 'clerk01' }]);
    expect(story.given(clerk(1).acceptMissed('A001')).ticket('A001')).toMatchObject({
      status: 'serving',
      counterId: 'counter-01',
    });
  });

  test('at another counter it is told where to go', () => {
    expect(missed.when(clerk(2).acceptMissed('A001'))).toEqual({
      rejected: 'missedAtOtherCounter',
      facts: { counter: '1' },
    });
  });

  test('only when nobody else is there', () => {
    const busy = missed.given(clerk(1).callNext());
    expect(busy.when(clerk(1).acceptMissed('A001'))).toEqual({ rejected: 'counterBusy', facts: { number: 'A002' } });
    expect(short(missed.given(clerk(1).pauseCounter()).when(clerk(1).acceptMissed('A001')))).toBe('counterPaused');
  });

  test('the fourth last is no longer accepted, another queue does not count', () => {
    const three = missed.given(missedAt(2, 'A002'), missedAt(2, 'A003'));
    const others = three.given(clerk(9).openCounter(9), waiting('T', 1), missedAt(9, 'T001'));
    expect(short(others.when(clerk(1).acceptMissed('A001')))).toEqual(['missedAccepted']);
    const four = others.given(missedAt(2, 'A004'));
    expect(four.when(clerk(1).acceptMissed('A001'))).toEqual({ rejected: 'notAmongLastMissed', facts: { last: 3 } });
    expect(short(four.when(clerk(2).acceptMissed('A002')))).toEqual(['missedAccepted']);
  });

  test('missed in the same second: the later number counts as missed later', () => {
    const both = given(openCounters(1, 2), waiting('A', 2), clerk(1).callNext(), clerk(2).callNext()).given(
      [clerk(1).recall('A001'), clerk(1).recall('A001'), clerk(2).recall('A002'), clerk(2).recall('A002'), later(60)],
      [clerk(1).markMissed('A001'), clerk(2).markMissed('A002')],
    );
    const oneOnly = { ...both.state.setup.rules.missed, acceptAmongLast: 1 };
    const strict = givenIn(rules({ missed: oneOnly }), ...both.journal.slice(1).map((happened) => ({ happened })));
    expect(short(strict.given(later(60)).when(clerk(1).acceptMissed('A001')))).toBe('notAmongLastMissed');
    expect(short(strict.given(later(60)).when(clerk(2).acceptMissed('A002')))).toEqual(['missedAccepted']);
  });

  test('accepted, it is an ordinary visit: it can be finished and rated', () => {
    const done = missed.given(clerk(1).acceptMissed('A001'), later(600), clerk(1).finish('A001'));
    expect(done.ticket('A001').status).toBe('done');
  });
});
