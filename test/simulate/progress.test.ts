import { expect, test } from 'vitest';
import { minutesLeft, type Progress, progressLine, summary } from '../../hall-server/simulate/progress.ts';

const progress: Progress = {
  visitors: 100,
  came: 34,
  waiting: 8,
  called: 3,
  serving: 7,
  served: 20,
  missed: 1,
  cancelled: 2,
  turnedAway: 0,
  rated: 9,
  speed: 20,
  minutes: 75.4,
  minutesLeft: 50,
};

test('the line says speed, time left and counts', () => {
  expect(progressLine(progress)).toBe(
    '1:15 at 20x, 3 min left: came 34/100  waiting 8  called 3  served 20  missed 1  rated 9',
  );
  expect(progressLine({ ...progress, minutesLeft: 10 })).toContain('30 s left');
});

test('the summary accounts for everybody', () => {
  expect(summary(progress)).toBe(
    '34 visitors came: 20 served, 1 missed, 2 cancelled, 0 turned away, 9 rated. 1:15 hours in the hall at 20x.',
  );
});

test('what is left is the rest of the coming or of the work, whichever is longer, and one visit', () => {
  const rest = { now: 10, lastArrivesAt: 60, open: 20, counters: 10, minutesPerVisit: 8 };
  expect(minutesLeft(rest)).toBe(58);
  expect(minutesLeft({ ...rest, open: 100 })).toBe(88);
  expect(minutesLeft({ ...rest, now: 90 })).toBe(24);
  expect(minutesLeft({ ...rest, open: 0 })).toBe(0);
});
