import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PublicCall } from '../../shared/views.ts';
import {
  advanceHero,
  type HeroSchedule,
  heroDueAt,
  heroHoldMs,
  onsetKey,
  startHero,
} from '../../signage-display/page/hero-schedule.ts';

const call = (number: string, calledAt: number, status: PublicCall['status'] = 'called', callNo = 1): PublicCall => ({
  number,
  counterLabel: number.slice(-1),
  status,
  callNo,
  calledAt,
});
const start = (calls: readonly PublicCall[]) => startHero(calls, 1_000_000, 0);
const shownIn = ({ shown, isOnset }: HeroSchedule) => (shown === null ? null : `${shown.number}${isOnset ? '!' : ''}`);

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
  expect(hero).toMatchObject({ shown: recall, isOnset: true, since: 10 + heroHoldMs });
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
  const hero = advanceHero(start([]), [call('A001', 1_000_000)], 100, 400);
  expect(shownIn(hero)).toBe(null);
  expect(heroDueAt(hero, 400)).toBe(400);
  expect(shownIn(advanceHero(hero, [call('A001', 1_000_000)], 400, 400))).toBe('A001!');
});

test('500 calls at random: none is skipped, each stands five seconds, in the order of calling', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 12_000 }), { minLength: 500, maxLength: 500 }), (gaps) => {
      let now = 0;
      let hero = start([]);
      const calls: PublicCall[] = [];
      const onsets: { number: string; at: number }[] = [];
      const note = (next: HeroSchedule) => {
        if (next.shown !== null && next.isOnset && next.since !== onsets.at(-1)?.at) {
          onsets.push({ number: next.shown.number, at: next.since });
        }
        hero = next;
      };
      const runUntil = (time: number) => {
        for (;;) {
          const due = heroDueAt(hero);
          if (due === null || due > time) break;
          note(advanceHero(hero, calls, due));
        }
        now = time;
      };
      gaps.forEach((gap, i) => {
        runUntil(now + gap);
        calls.unshift(call(`A${String(i).padStart(3, '0')}`, 1_000_000 + now + i));
        note(advanceHero(hero, calls, now));
      });
      runUntil(Number.MAX_SAFE_INTEGER);
      expect(onsets.map(({ number }) => number)).toEqual(gaps.map((_, i) => `A${String(i).padStart(3, '0')}`));
      for (const [i, onset] of onsets.slice(1).entries()) {
        expect(onset.at - (onsets[i]?.at ?? 0)).toBeGreaterThanOrEqual(heroHoldMs);
      }
    }),
    { numRuns: 2 },
  );
});
