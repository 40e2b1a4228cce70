import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PublicCall } from '../../shared/views.ts';
import {
  advanceHero,
  type HeroSchedule,
  heroDueAt,
  heroHoldMs,
  startHero,
} from '../../signage-display/page/hero-schedule.ts';
import { onsetKey } from '../../signage-display/page/onset.ts';

const call = (number: string, calledAt: number, status: PublicCall['status'] = 'called', callNo = 1): PublicCall => ({
  number,
  counterLabel: number.slice(-1),
  status,
  callNo,
  calledAt,
});
const start = (calls: readonly PublicCall[]) => startHero(calls, 1_000_000, 0);
/** 'A001!' pulses for the first time, 'A001!!' again, 'A001' rests. */
const shownIn = ({ shown, onset }: HeroSchedule) =>
  shown === null ? null : `${shown.number}${onset === null ? '' : onset === 'first' ? '!' : '!!'}`;

describe('a board switched on', () => {
  test('shows the newest call at rest, not as news', () => {
    expect(shownIn(start([call('A002', 900_000), call('A001', 800_000)]))).toBe('A002');
  });
  test('with nobody called shows who was called last', () => {
    expect(shownIn(start([call('A002', 900_000, 'serving'), call('A001', 800_000, 'serving')]))).toBe('A002');
  });
  test('treats a call of a moment ago as news', () => {
    expect(shownIn(start([call('A002', 998_000), call('A001', 800_000)]))).toBe('A002!');
  });
});

test('a new call takes the hero at once; its recall is a new onset, after its five seconds', () => {
  const first = call('A001', 900_000);
  const second = call('A002', 1_000_000);
  let hero = advanceHero(start([first]), [second, first], 10);
  expect(shownIn(hero)).toBe('A002!');
  const recall = call('A002', 1_003_000, 'called', 2);
  hero = advanceHero(hero, [recall, first], 3_000);
  expect(hero.shown && onsetKey(hero.shown)).toBe(onsetKey(second));
  hero = advanceHero(hero, [recall, first], 10 + heroHoldMs);
  expect(hero).toMatchObject({ shown: recall, onset: 'first', since: 10 + heroHoldMs });
});

test('the same calls heard again, as after an outage, are not news', () => {
  const calls = [call('A002', 900_000), call('A001', 800_000)];
  const hero = start(calls);
  expect(advanceHero(hero, structuredClone(calls), 60_000)).toEqual(hero);
});

test('a call taken back leaves the hero at once; one that is answered keeps its five seconds', () => {
  const old = call('A001', 900_000);
  const hero = advanceHero(start([old]), [call('A002', 1_000_000), old], 0);
  expect(shownIn(advanceHero(hero, [old], 1_000))).toBe('A001');
  const answered = call('A002', 1_000_000, 'serving');
  expect(shownIn(advanceHero(hero, [old, answered], 1_000))).toBe('A002!');
  expect(shownIn(advanceHero(hero, [old, answered], heroHoldMs))).toBe('A001');
});

test('an onset waits until the glass has been still', () => {
  const hero = advanceHero(start([]), [call('A001', 1_000_000)], 100, { calmFrom: 400 });
  expect(shownIn(hero)).toBe(null);
  expect(heroDueAt(hero, 400)).toBe(400);
  expect(shownIn(advanceHero(hero, [call('A001', 1_000_000)], 400, { calmFrom: 400 }))).toBe('A001!');
});

/** Lets the clock run; what begins to stand in the hero, and when. `answered` are the numbers of those who have come. */
function run(first: HeroSchedule, calls: readonly PublicCall[], fromMs: number, untilMs: number, isLive = true) {
  const log: string[] = [];
  let hero = advanceHero(first, calls, fromMs, { isLive });
  for (let due = heroDueAt(hero); due <= untilMs; due = heroDueAt(hero)) {
    hero = advanceHero(hero, calls, due, { isLive });
    log.push(`${due / 1_000} ${shownIn(hero)}`);
  }
  return { hero, log };
}

describe('A4 a call nobody has answered', () => {
  const first = call('A001', 1_000_000);
  test('gets a new onset 15 and 35 seconds after it, for five seconds each, then rests', () => {
    const { log } = run(start([]), [first], 0, 300_000);
    expect(log).toEqual(['5 A001', '15 A001!!', '20 A001', '35 A001!!', '40 A001']);
  });
  test('borrows the hero from the newest, which returns', () => {
    const hero = advanceHero(start([]), [first], 0);
    const { log } = run(hero, [call('A002', 1_007_000), first], 7_000, 45_000);
    expect(log).toEqual([
      ...['12 A002', '15 A001!!', '20 A002', '22 A002!!', '27 A002'],
      ...['35 A001!!', '40 A002', '42 A002!!'],
    ]);
  });
  test('is left in peace once the visitor has come, or the call is taken back', () => {
    const calm = run(start([]), [first], 0, 10_000).hero;
    expect(run(calm, [{ ...first, status: 'serving', callNo: 0 }], 10_000, 100_000).log).toEqual([]);
    expect(run(calm, [], 10_000, 100_000).log).toEqual([]);
  });
  test('called again by staff, the count begins anew', () => {
    const { hero } = run(start([]), [first], 0, 12_000);
    const { log } = run(hero, [call('A001', 1_012_000, 'called', 2)], 12_000, 60_000);
    expect(log).toEqual(['17 A001', '27 A001!!', '32 A001', '47 A001!!', '52 A001']);
  });
  test('gives way to a first call at the end of a pulse, and comes again after it', () => {
    const { hero } = run(start([]), [first], 0, 16_300);
    expect(shownIn(hero)).toBe('A001!!');
    const { log } = run(hero, [call('A002', 1_016_300), first], 16_300, 26_000);
    expect(log).toEqual(['17 A002!', '22 A001!!']);
  });
  test('waits while any first call waits; what came due twice meanwhile is one onset', () => {
    const eight = Array.from({ length: 8 }, (_, i) => call(`A00${i + 1}`, 1_000_000 + i));
    const { log } = run(start([]), eight, 0, 300_000);
    const again = log.filter((line) => line.endsWith('!!'));
    expect(log.slice(0, 7).map((line) => line.slice(-5))).toEqual(eight.slice(1).map(({ number }) => `${number}!`));
    expect(again).toEqual(eight.map(({ number }, i) => `${40 + i * 5} ${number}!!`));
  });
  test('is not announced anew after an outage, nor when the board was switched on later', () => {
    const calm = run(start([]), [first], 0, 10_000).hero;
    const lost = run(calm, [first], 10_000, 14_000, false).hero;
    expect(run(lost, [first], 14_500, 100_000).log).toEqual([]);
    expect(run(start([call('A001', 900_000)]), [call('A001', 900_000)], 0, 100_000).log).toEqual([]);
  });
});

test('500 calls at random: none is skipped, each stands five seconds, in the order of calling', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 12_000 }), { minLength: 500, maxLength: 500 }), (gaps) => {
      let now = 0;
      let hero = start([]);
      const calls: PublicCall[] = [];
      const onsets: { number: string; at: number }[] = [];
      const note = (next: HeroSchedule) => {
        if (next.shown !== null && next.onset === 'first' && next.since !== onsets.at(-1)?.at) {
          onsets.push({ number: next.shown.number, at: next.since });
        }
        hero = next;
      };
      const runUntil = (time: number) => {
        for (;;) {
          const due = heroDueAt(hero);
          if (due > time) break;
          note(advanceHero(hero, calls, due));
        }
        now = time;
      };
      gaps.forEach((gap, i) => {
        runUntil(now + gap);
        calls.unshift(call(`A${String(i).padStart(3, '0')}`, 1_000_000 + now + i));
        // Those called long before have come.
        calls.length = Math.min(calls.length, 100);
        note(advanceHero(hero, calls, now));
      });
      runUntil(now + 500_000);
      expect(onsets.map(({ number }) => number)).toEqual(gaps.map((_, i) => `A${String(i).padStart(3, '0')}`));
      for (const [i, onset] of onsets.slice(1).entries()) {
        expect(onset.at - (onsets[i]?.at ?? 0)).toBeGreaterThanOrEqual(heroHoldMs);
      }
    }),
    { numRuns: 2 },
  );
});
