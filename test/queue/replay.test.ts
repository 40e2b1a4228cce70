import { describe, expect, test } from 'vitest';
import { recordedDay } from '../../hall-server/replay/recorded-day.ts';
import { type ReplayedCall, replayDay } from '../../hall-server/replay/replay-day.ts';
import { replayError, replayFigures } from '../../hall-server/replay/replay-figures.ts';
import type { Setup } from '../../shared/setup.ts';
import {
  at,
  clerk,
  given,
  kiosk,
  later,
  openCounters,
  queueId,
  reception,
  rules,
  type Steps,
  type Story,
  waiting,
} from '../support/given.ts';

function replayed(story: Story, setup: Setup = story.state.setup): readonly ReplayedCall[] {
  const work = replayDay(recordedDay(story.journal), setup);
  for (let step = work.next(); ; step = work.next()) if (step.done) return step.value;
}
const trueCalls = (story: Story) => recordedDay(story.journal).calls;
const numbers = (story: Story, calls: readonly ReplayedCall[]) =>
  calls.map((call) => story.state.tickets.get(call.ticketId)?.number);

/** Called at once when the counter is free, served for so many seconds. */
const visit = (label: number, number: string, seconds: number): Steps => [
  clerk(label).callNext(),
  later(1),
  clerk(label).startService(number),
  later(seconds - 1),
  clerk(label).finish(number),
];

/** One counter, no pause between visits: two ordinary numbers, then two priority ones. */
const busy = given(
  openCounters(1),
  at('09:00'),
  [kiosk.issue('A'), kiosk.issue('A'), reception.issue('A', 'elder'), reception.issue('A', 'elder')],
  visit(1, 'A003', 120),
  visit(1, 'A001', 300),
  visit(1, 'A004', 60),
  visit(1, 'A002', 240),
);

describe('a past day replayed', () => {
  test('under the rules of the day it goes as it went: same calls, same reasons, same moments', () => {
    expect(replayed(busy)).toEqual(trueCalls(busy));
    expect(replayError(trueCalls(busy), replayed(busy))).toBe(0);
  });

  test('under another cap others go first, and the figures say who waits how long and is overtaken', () => {
    const never = replayed(busy, rules({ call: { maxTimesPassed: 0 } }));
    expect(numbers(busy, never)).toEqual(['A001', 'A002', 'A003', 'A004']);
    const day = recordedDay(busy.journal);
    expect(replayFigures(day, trueCalls(busy)).byClass).toEqual([
      // Waits of 2 and 8 minutes; both saw somebody who came later called before.
      { visitClass: 'ordinary', visits: 2, mean: 5, median: 2, p90: 8, overtaken: 1.5, overtakenMost: 2 },
      { visitClass: 'priority', visits: 2, mean: 3.5, median: 0, p90: 7, overtaken: 0, overtakenMost: 0 },
    ]);
    expect(replayFigures(day, never)).toMatchObject({
      all: { visits: 4, overtaken: 0 },
      byQueue: [{ queueId: queueId('A'), visits: 4 }],
      reasons: { fifo: 2, priority: 2 },
      neverCalled: 0,
    });
  });

  test('a visit keeps its counter for all its turns; who leaves while waiting leaves; pauses and closings are kept', () => {
    const story = given(
      openCounters(1, 2),
      at('09:00'),
      waiting('A', 4),
      clerk(2).pauseCounter(),
      reception.cancel('A004'),
      visit(1, 'A001', 60),
      clerk(2).resumeCounter(),
      visit(2, 'A002', 60),
      clerk(2).closeCounter(),
      visit(1, 'A003', 60),
    );
    const calls = replayed(story);
    expect(numbers(story, calls)).toEqual(['A001', 'A002', 'A003']);
    expect(replayFigures(recordedDay(story.journal), calls)).toMatchObject({ neverCalled: 0, all: { visits: 3 } });
  });

  test('a day without a single call has nothing to replay', () => {
    expect(replayed(given(openCounters(1)))).toEqual([]);
  });
});
