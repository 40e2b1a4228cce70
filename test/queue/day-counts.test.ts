import { describe, expect, test } from 'vitest';
import { recentlyMissed, withinTarget } from '../../hall-server/queue/day-counts.ts';
import {
  at,
  clerk,
  clock,
  given,
  givenIn,
  later,
  openCounters,
  queueId,
  reception,
  rules,
  waiting,
} from '../support/given.ts';

// What a manager is told of today: who was called in time, and how many of the latest calls were missed.

const level = (story: ReturnType<typeof given>, letter = 'A') => withinTarget(story.state, queueId(letter));
const missed = (story: ReturnType<typeof given>, letter = 'A') =>
  recentlyMissed(story.state, queueId(letter), story.now);
const missing = (number: string) => [
  clerk(1).callNext(),
  later(60),
  clerk(1).recall(number),
  clerk(1).recall(number),
  clerk(1).markMissed(number),
];
const serving = (number: string) => [clerk(1).callNext(), clerk(1).startService(number), clerk(1).finish(number)];

describe('called in time', () => {
  const open = given(openCounters(1), waiting('A', 3));

  test('a first call at the target is within it, a minute later it is not', () => {
    expect(level(open)).toEqual({ n: 0, of: 0 });
    const inTime = open.given(at('09:30'), serving('A001'));
    expect(level(inTime)).toEqual({ n: 1, of: 1 });
    expect(level(inTime.given(at('09:32'), serving('A002')))).toEqual({ n: 1, of: 2 });
  });

  test('only the first call counts: recalled, withdrawn and called again changes nothing', () => {
    const called = open.given(clerk(1).callNext(), clerk(1).recall('A001'), clerk(1).withdrawCall('A001'));
    expect(level(called.given(at('09:50'), clerk(1).callNext()))).toEqual({ n: 1, of: 1 });
  });

  test('whoever leaves uncalled counts as not in time only after the target', () => {
    expect(level(open.given(reception.cancel('A001')))).toEqual({ n: 0, of: 0 });
    expect(level(open.given(at('09:31'), reception.cancel('A001')))).toEqual({ n: 0, of: 1 });
  });

  test('at the end of the day everybody left over does, and the next day begins anew', () => {
    const over = open.given(serving('A001'), at('17:40'), clock.closeDay());
    expect(level(over)).toEqual({ n: 1, of: 3 });
    expect(level(over.given(at('2026-09-23 09:00'), clock.openDay()))).toEqual({ n: 0, of: 0 });
  });

  test('the target is a setting', () => {
    const strict = givenIn(rules({ call: { targetWaitMinutes: 5 } }), openCounters(1), waiting('A', 1));
    expect(level(strict.given(at('09:06'), clerk(1).callNext()))).toEqual({ n: 0, of: 1 });
  });
});

describe('missed in the last hour', () => {
  const open = given(openCounters(1), waiting('A', 4));

  test('a call counts when it has ended: whoever came, and whoever did not', () => {
    const called = open.given(clerk(1).callNext());
    expect(missed(called)).toEqual({ n: 0, of: 0 });
    const came = open.given(serving('A001'));
    expect(missed(came)).toEqual({ n: 0, of: 1 });
    expect(missed(came.given(missing('A002')))).toEqual({ n: 1, of: 2 });
    expect(missed(came, 'T')).toEqual({ n: 0, of: 0 });
  });

  test('after an hour it says nothing any more, and is not kept', () => {
    const early = open.given(missing('A001'));
    expect(missed(early.given(later(58 * 60)))).toEqual({ n: 1, of: 1 });
    const late = early.given(later(61 * 60));
    expect(missed(late)).toEqual({ n: 0, of: 0 });
    const next = late.given(serving('A002'));
    expect(next.state.queues.get(queueId('A'))?.callsEnded).toHaveLength(1);
  });

  test('the next day begins anew', () => {
    const over = open.given(missing('A001'), at('2026-09-23 00:01'), clock.openDay());
    expect(over.state.queues.get(queueId('A'))?.callsEnded).toEqual([]);
  });
});
