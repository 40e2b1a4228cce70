import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectedRestMs, expectedServiceMs } from '../../hall-server/forecast/service-time.ts';
import { type InLine, simulateLine } from '../../hall-server/forecast/simulate-line.ts';
import { waitRange } from '../../hall-server/forecast/wait-range.ts';
import { CounterId, QueueId } from '../../shared/ids.ts';
import { clerk, given, openCounters, queueId, servedNext, waiting } from '../support/given.ts';
import { levels } from '../support/levels.ts';

const minute = 60_000;
const a = QueueId.parse('A');
const counters = (n: number, freeInMs = 0) =>
  Array.from({ length: n }, (_, i) => ({
    counterId: CounterId.parse(`c${i}`),
    levels: levels(['A']),
    round: {},
    freeInMs,
  }));
const people = (n: number, serviceMs = 10 * minute): InLine<number>[] =>
  Array.from({ length: n }, (_, key) => ({ key, queueId: a, reservedFor: null, sinceMs: 0, serviceMs }));
const me = { key: -1, queueId: a, reservedFor: null, sinceMs: 0, serviceMs: 0 };

describe('the line played forward', () => {
  test('T3 7 counters, 10 minutes each, 21 ahead: about 30 minutes', () => {
    const expected = simulateLine([...people(21), me], counters(7)).get(-1) ?? expect.fail('no forecast');
    expect(expected.inMs / minute).toBeGreaterThanOrEqual(28);
    expect(expected.inMs / minute).toBeLessThanOrEqual(33);
    expect(waitRange(expected)).toEqual({ lowMinutes: 25, highMinutes: 35 });
  });
  test('no counter, no forecast', () => expect(simulateLine([me], []).get(-1)).toBeUndefined());
  test('a counter of another queue does not help', () => {
    const other = [{ counterId: CounterId.parse('x'), levels: levels(['T']), round: {}, freeInMs: 0 }];
    expect(simulateLine([me], other).get(-1)).toBeUndefined();
  });
  test('whoever is reserved for one counter waits for that one', () => {
    const [first, second] = counters(2);
    if (first === undefined || second === undefined) throw new Error('two counters');
    const mine = { ...me, reservedFor: second.counterId };
    const expected = simulateLine([mine], [first, { ...second, freeInMs: 9 * minute }]);
    expect(expected.get(-1)).toEqual({ inMs: 9 * minute, spreadMs: 4.5 * minute });
  });
  describe('appointments that will go ahead', () => {
    const booked = (inMinutes: number, key = 100): InLine<number> => ({
      ...{ key, queueId: a, reservedFor: null, sinceMs: 0, serviceMs: 10 * minute },
      appointment: { fromMs: inMinutes * minute, inHall: false },
    });
    const waitOf = (line: readonly InLine<number>[], maxTimesPassed = 1) =>
      (simulateLine(line, counters(1), maxTimesPassed).get(-1)?.inMs ?? -1) / minute;

    test('one due while I wait lengthens it, one due later does not, one still to come is not called before', () => {
      expect(waitOf([...people(3), me])).toBe(30);
      expect(waitOf([...people(3), booked(15), me])).toBe(40);
      expect(waitOf([...people(3), booked(31), me])).toBe(30);
      expect(simulateLine([booked(15)], counters(1)).get(100)?.inMs).toBe(15 * 60_000);
    });
    test('many due at once lengthen it by no more than the cap for each turn', () => {
      const crowd = Array.from({ length: 20 }, (_, i) => booked(1, 100 + i));
      expect(waitOf([...crowd, ...people(3), me])).toBe(60);
      expect(waitOf([...crowd, ...people(3), me], 2)).toBe(90);
      expect(waitOf([...crowd, ...people(3), me], 0)).toBe(30);
    });
    test('one that is in the hall before its slot stands in line until then', () => {
      const here = { ...booked(60), appointment: { fromMs: 60 * minute, inHall: true } };
      const expected = simulateLine([...people(2), here, me], counters(1));
      expect([expected.get(100)?.inMs, expected.get(-1)?.inMs]).toEqual([20 * minute, 30 * minute]);
    });
  });
  test('more people ahead never shorten it, more counters never lengthen it', () => {
    fc.assert(
      fc.property(fc.nat({ max: 60 }), fc.integer({ min: 1, max: 9 }), fc.nat({ max: 20 }), (ahead, open, busy) => {
        const wait = (n: number, c: number) =>
          simulateLine([...people(n), me], counters(c, busy * minute)).get(-1)?.inMs ?? -1;
        expect(wait(ahead + 1, open)).toBeGreaterThanOrEqual(wait(ahead, open));
        expect(wait(ahead, open + 1)).toBeLessThanOrEqual(wait(ahead, open));
      }),
    );
  });
});

test('more people ahead never shorten the range told, neither its beginning nor its end', () => {
  const services = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(services, fc.integer({ min: 1, max: 9 }), fc.nat({ max: 20 }), (minutes, open, busy) => {
      const line = minutes.flatMap((service, key) => people(1, service * minute).map((one) => ({ ...one, key })));
      const told = line.map((_, ahead) => {
        const expected = simulateLine([...line.slice(0, ahead), me], counters(open, busy * minute)).get(-1);
        return waitRange(expected ?? expect.fail('no forecast'));
      });
      const low = told.map((range) => range.lowMinutes);
      const high = told.map((range) => range.highMinutes);
      expect([low, high]).toEqual([low.toSorted((x, y) => x - y), high.toSorted((x, y) => x - y)]);
    }),
  );
});

test('a range is in order, not narrower than the forecast deserves, and coarser from ten minutes on', () => {
  fc.assert(
    fc.property(fc.nat({ max: 300 * minute }), fc.nat({ max: 60 * minute }), (inMs, spreadMs) => {
      const { lowMinutes, highMinutes } = waitRange({ inMs, spreadMs });
      expect(lowMinutes).toBeGreaterThanOrEqual(0);
      expect(lowMinutes * minute).toBeLessThanOrEqual(inMs);
      expect(highMinutes * minute).toBeGreaterThanOrEqual(inMs);
      expect(highMinutes).toBeGreaterThan(lowMinutes);
      if (lowMinutes >= 10) expect([lowMinutes % 5, highMinutes % 5]).toEqual([0, 0]);
    }),
  );
});

test.each([
  ['nobody before, a counter free', 0, 0, 0, 2],
  ['quite certain, still no single minute', 5, 0, 5, 7],
  ['quite certain, still no single five minutes', 20, 0, 20, 25],
  ['minutes below ten, fives above', 8, 3, 5, 15],
  ['to the next five, outwards', 23, 2, 20, 30],
  ['never below nothing', 2, 5, 0, 9],
])('%s', (_, inMinutes, spreadMinutes, lowMinutes, highMinutes) => {
  const range = waitRange({ inMs: inMinutes * minute, spreadMs: spreadMinutes * minute });
  expect(range).toEqual({ lowMinutes, highMinutes });
});

test("the usual time is drawn towards today's, and who overruns is never expected to be gone at once", () => {
  expect(expectedServiceMs(10 * minute, [])).toBe(10 * minute);
  expect(expectedServiceMs(10 * minute, Array(5).fill(20 * minute))).toBe(15 * minute);
  expect(expectedRestMs(10 * minute, 3 * minute)).toBe(7 * minute);
  expect(expectedRestMs(10 * minute, 30 * minute)).toBe(2.5 * minute);
});

describe('in the hall', () => {
  const wait = (story: ReturnType<typeof given>) => story.picture().waitOfQueue(queueId('A'));

  test('T3 with the demo hall: 21 waiting, 7 licence counters', () => {
    const range = wait(given(openCounters(1, 2, 3, 4, 5, 6, 7), waiting('A', 21))) ?? expect.fail('no range');
    expect(range.lowMinutes).toBeLessThanOrEqual(30);
    expect(range.highMinutes).toBeGreaterThanOrEqual(30);
    expect(range.highMinutes - range.lowMinutes).toBeLessThanOrEqual(15);
  });
  test('nobody says how long while no counter is open, or while it is paused', () => {
    expect(wait(given(waiting('A', 3)))).toBeNull();
    expect(wait(given(openCounters(1), clerk(1).pauseCounter()))).toBeNull();
    expect(wait(given(openCounters(1)))).not.toBeNull();
  });
  test('quick visits shorten what is told next', () => {
    const before = given(openCounters(1), waiting('A', 12));
    const after = given(openCounters(1), waiting('A', 18), Array(6).fill(servedNext(1)));
    expect(wait(after)?.highMinutes).toBeLessThan(wait(before)?.highMinutes ?? 0);
  });
});
