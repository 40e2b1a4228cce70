import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PublicCall } from '../../shared/views.ts';
import { onsetKey } from '../../signage-display/page/onset.ts';
import {
  type AnnouncerQueue,
  hear,
  ringAgain,
  ringsAgainAt,
  type Speech,
  startAnnouncer,
  take,
  tooOldMs,
  type Utterance,
} from '../../signage-display/page/voice/announcer-queue.ts';

const call = (number: string, calledAt = 0, callNo = 1, status: PublicCall['status'] = 'called'): PublicCall => ({
  number,
  counterLabel: number.slice(-1),
  status,
  callNo,
  calledAt,
});

/** As long as the packs really are: chime and its pause 1.1 s, Mandarin, Cantonese and English for A012. */
const chimeMs = 1_100;
const sentences = [3_000, 2_900, 3_700];
const gapMs = 400;
const speech = (languages: number): Speech => ({
  languages,
  ms: (_call, language, hasChime) => gapMs + (hasChime ? chimeMs : 0) + (sentences[language] ?? 0),
});
const lengthOf = ({ chime, language, isLate }: Utterance) =>
  gapMs + (chime === null || isLate === true ? 0 : chimeMs) + (language === null ? 0 : (sentences[language] ?? 0));

const short = (utterance: Utterance | null) =>
  utterance === null
    ? null
    : [
        utterance.isLate ? 'late' : utterance.chime,
        utterance.calls.map(({ number, callNo }) => (callNo > 1 ? `${number}#${callNo}` : number)).join('+'),
        utterance.language,
      ]
        .filter((part) => part !== null)
        .join(' ');

interface Said {
  readonly at: number;
  readonly until: number;
  readonly utterance: Utterance;
}

type Story = readonly (readonly [number, readonly PublicCall[]])[];

/** Plays a story of the hall: what the calls are, from when. `rings`: those nobody answers are announced anew. */
function play(story: Story, languages: number, untilMs = 1e9, rings = false): Said[] {
  let queue: AnnouncerQueue = startAnnouncer([]);
  let free = 0;
  const said: Said[] = [];
  const speak = (until: number) => {
    while (free < until) {
      const [utterance, left] = take(rings ? ringAgain(queue, free) : queue, free, speech(languages));
      queue = left;
      if (utterance === null) {
        free = rings ? Math.min(until, ringsAgainAt(queue)) : until;
        continue;
      }
      said.push({ at: free, until: free + lengthOf(utterance), utterance });
      free += lengthOf(utterance);
    }
  };
  for (const [at, calls] of story) {
    speak(at);
    queue = hear(queue, calls, at);
    free = Math.max(free, at);
  }
  speak(untilMs);
  return said;
}
const heard = (...args: Parameters<typeof play>) => play(...args).map(({ utterance }) => short(utterance));

/** Calls that stay on the board, each known from when it is made. */
const madeAt = (calls: readonly PublicCall[]) =>
  calls.map((one, i) => [one.calledAt, calls.slice(0, i + 1).reverse()] as const);

describe('one call', () => {
  test('is said in every language, then once more while nobody waits', () => {
    expect(heard([[0, [call('A001')]]], 3)).toEqual(['chime A001 0', 'A001 1', 'A001 2', 'A001 0', 'A001 1', 'A001 2']);
  });
  test('V4 in a hall without voice languages: a chime', () => {
    expect(heard([[0, [call('A001')]]], 0)).toEqual(['chime A001']);
  });
  test('is not said again once the visitor has arrived, nor after it was taken back', () => {
    expect(
      heard(
        [
          [0, [call('A001')]],
          [2_000, [call('A001', 0, 1, 'serving')]],
        ],
        3,
      ),
    ).toEqual(['chime A001 0']);
    expect(
      heard(
        [
          [0, [call('A001')]],
          [2_000, []],
        ],
        3,
      ),
    ).toEqual(['chime A001 0']);
  });
  test('that was there when the screen was switched on is not said', () => {
    const queue = hear(startAnnouncer([call('A001', 900)]), [call('A001', 900)], 1_000);
    expect(take(queue, 1_000, speech(1))[0]).toBe(null);
  });
  test('made during an outage is said while it is news, not later', () => {
    const saidAtAge = (age: number) =>
      take(hear(startAnnouncer([]), [call('A001', 0)], age), age, speech(1))[0]?.language ?? null;
    expect(saidAtAge(tooOldMs)).toBe(0);
    expect(saidAtAge(tooOldMs + 1)).toBe(null);
  });
  test('taken back before its turn is never said, though it was said elsewhere', () => {
    const moved = { ...call('A002', 900), counterLabel: '7' };
    const story = [
      [0, [call('A001')]],
      [500, [call('A002', 500), call('A001')]],
      [900, [moved, call('A001')]],
    ] as const;
    const said = play(story, 1).map(({ utterance }) => utterance.calls[0]);
    expect(said.filter(({ number }) => number === 'A002').map(({ counterLabel }) => counterLabel)).toEqual(['7', '7']);
  });
});

describe('with others waiting', () => {
  test('V1 five calls in one second: five whole sentences, in order', () => {
    const five = ['A001', 'A002', 'A003', 'A004', 'A005'].map((number, i) => call(number, i * 200));
    for (const languages of [1, 2, 3]) {
      const said = play(madeAt(five), languages).filter(({ utterance }) => utterance.language === 0);
      const first = said.filter(({ utterance }) => utterance.chime !== null);
      expect(first.map(({ utterance }) => short(utterance))).toEqual([
        ...['chime A001 0', 'chime A002 0'],
        // By now without a chime of their own.
        ...['late A003 0', 'late A004 0', 'late A005 0'],
      ]);
      for (const [i, { at }] of first.entries()) expect(at).toBeGreaterThanOrEqual(first[i - 1]?.until ?? 0);
    }
  });
  test('a second language only while two or fewer wait, and none would be late by it', () => {
    const two = madeAt([call('A001', 0), call('A002', 100)]);
    expect(heard(two, 2, 9_000)).toEqual(['chime A001 0', 'A001 1', 'chime A002 0']);
    const four = madeAt([call('A001', 0), call('A002', 100), call('A003', 200), call('A004', 300)]);
    expect(heard(four, 2, 9_000).slice(0, 2)).toEqual(['chime A001 0', 'chime A002 0']);
  });
  test('a repetition gives way to the next number', () => {
    expect(heard(madeAt([call('A001', 0), call('A002', 4_000)]), 1)).toEqual([
      'chime A001 0',
      'chime A002 0',
      'A002 0',
    ]);
  });
  test('first calls go before recalls, and a recall is only a chime when anything waits', () => {
    const [a, b, c] = [call('A001', 0), call('A002', 300, 2), call('A003', 400, 2)];
    const d = call('A004', 500);
    expect(heard(madeAt([a, b, c, d]), 1)).toEqual([
      'chime A001 0',
      'chime A004 0',
      'recall A002#2',
      'recall A003#2 0',
    ]);
  });
  test('one called again before it was said keeps its turn as a first call', () => {
    const story = [
      [0, [call('A001')]],
      [100, [call('A002', 100), call('A001')]],
      [200, [call('A003', 200), call('A002', 100), call('A001')]],
      [3_000, [call('A002', 3_000, 2), call('A003', 200), call('A001')]],
    ] as const;
    expect(heard(story, 1).slice(0, 3)).toEqual(['chime A001 0', 'chime A002#2 0', 'late A003 0']);
  });
  test('what has waited more than 20 s is not said; one chime stands for all of it', () => {
    const many = Array.from({ length: 8 }, (_, i) => call(`A00${i + 1}`, i * 100));
    const said = heard(madeAt(many), 1);
    const late = ['3', '4', '5', '6'].map((n) => `late A00${n} 0`);
    expect(said).toEqual(['chime A001 0', 'chime A002 0', ...late, 'chime A007+A008']);
  });
});

describe('A4 a call nobody has answered', () => {
  const all = (story: Story, languages: number) =>
    play(story, languages, 1e9, true).map(({ at, utterance }) => `${at / 1_000} ${short(utterance)}`);
  test('is announced anew 15 and 35 seconds after it, chime and sentence', () => {
    expect(all([[0, [call('A001')]]], 1)).toEqual([
      ...['0 chime A001 0', '4.5 A001 0'],
      ...['15 recall A001 0', '35 recall A001 0'],
    ]);
  });
  test('shrinks to the chime when anything waits to be spoken, and lets first calls go before', () => {
    const story = madeAt([call('A001', 0), call('A002', 100), call('A003', 14_000), call('A004', 14_200)]);
    expect(all(story, 1).slice(0, 6)).toEqual([
      ...['0 chime A001 0', '4.5 chime A002 0', '9 A002 0', '14 chime A003 0'],
      ...['18.5 chime A004 0', '23 recall A001'],
    ]);
  });
  test('is left in peace once the visitor has come', () => {
    const story = [
      [0, [call('A001')]],
      [14_000, [call('A001', 0, 1, 'serving')]],
    ] as const;
    expect(all(story, 1)).toEqual(['0 chime A001 0', '4.5 A001 0']);
  });
  test('is not announced anew after an outage', () => {
    const live = hear(startAnnouncer([]), [call('A001')], 0);
    const stale = hear(live, [call('A001')], 7_000, false);
    expect(ringsAgainAt(live)).toBe(15_000);
    expect(ringsAgainAt(hear(stale, [call('A001')], 10_000))).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('any day', () => {
  /** A hall with as many counters as it likes: calls, recalls, arrivals, withdrawals at random. */
  const step = fc.record({
    gap: fc.integer({ min: 0, max: 12_000 }),
    act: fc.constantFrom('call', 'call', 'call', 'recall', 'arrive', 'withdraw'),
    which: fc.nat(),
  });
  const story = (steps: readonly { gap: number; act: string; which: number }[]) => {
    const moments: [number, readonly PublicCall[]][] = [];
    let now = 0;
    let calls: readonly PublicCall[] = [];
    for (const [i, { gap, act, which }] of steps.entries()) {
      now += gap;
      const chosen = calls[which % Math.max(calls.length, 1)];
      if (act === 'call' || chosen === undefined) calls = [call(`A${String(i).padStart(3, '0')}`, now), ...calls];
      else if (act === 'recall' && chosen.status === 'called')
        calls = calls.map((one) => (one === chosen ? { ...one, callNo: one.callNo + 1, calledAt: now } : one));
      else if (act === 'arrive') calls = calls.map((one) => (one === chosen ? { ...one, status: 'serving' } : one));
      else if (act === 'withdraw') calls = calls.filter((one) => one !== chosen);
      moments.push([now, calls]);
    }
    return moments;
  };
  const days = fc.array(step, { minLength: 1, maxLength: 120 });
  const boardAt = (moments: ReturnType<typeof story>, at: number) =>
    moments.findLast(([from]) => from <= at)?.[1] ?? [];

  test('A7 what is said stands on the board at that moment: the same number, counter and call', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 3 }), (steps, languages) => {
        const moments = story(steps);
        for (const { at, utterance } of play(moments, languages, 1e9, true)) {
          for (const one of utterance.calls) {
            // Taken just before a change of the same moment, it stood on the board until then.
            const boards = [boardAt(moments, at), boardAt(moments, at - 1)];
            const shown = boards.flat().filter(({ status }) => status === 'called');
            expect(shown.map(onsetKey)).toContain(onsetKey(one));
          }
        }
      }),
    );
  });

  test('nothing overlaps, nothing old is said, nothing is said twice but its one repetition', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 3 }), (steps, languages) => {
        const said = play(story(steps), languages);
        const times = new Map<string, number>();
        for (const [i, { at, utterance }] of said.entries()) {
          expect(at).toBeGreaterThanOrEqual(said[i - 1]?.until ?? 0);
          if (utterance.language === null) continue;
          const [one] = utterance.calls;
          expect(at - one.calledAt).toBeLessThanOrEqual(tooOldMs);
          const key = `${onsetKey(one)} ${utterance.language}`;
          times.set(key, (times.get(key) ?? 0) + 1);
        }
        expect(Math.max(0, ...times.values())).toBeLessThanOrEqual(2);
      }),
    );
  });

  test('no call is lost: each has its sound, unless the hall took it away or called it anew first', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 3 }), (steps, languages) => {
        const moments = story(steps);
        const sounded = new Set(
          play(moments, languages, 1e9, true).flatMap(({ utterance }) => utterance.calls.map(onsetKey)),
        );
        const [, last] = moments.at(-1) ?? [0, []];
        for (const one of last) if (one.status === 'called') expect(sounded).toContain(onsetKey(one));
      }),
    );
  });

  test('first calls that nobody takes away are said in the order of calling', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9_000 }), { minLength: 1, maxLength: 60 }), (gaps) => {
        let now = 0;
        const calls = gaps.map((gap, i) => {
          now += gap;
          return call(`A${String(i).padStart(3, '0')}`, now);
        });
        const order = play(madeAt(calls), 3).flatMap(({ utterance }) =>
          utterance.chime === null ? [] : utterance.calls.map(({ number }) => number),
        );
        expect(order).toEqual(calls.map(({ number }) => number));
      }),
    );
  });
});

describe('V4 under load', () => {
  /** Calls at random moments, so many a minute on average, for eight hours; seeded. */
  const day = (perMinute: number, seed: number) => {
    let state = seed;
    const random = () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return (state + 1) / 2 ** 32;
    };
    const calls: PublicCall[] = [];
    for (let now = 0; now < 8 * 3_600_000; ) {
      now += (-Math.log(random()) * 60_000) / perMinute;
      calls.push(call(`A${String(calls.length).padStart(4, '0')}`, Math.round(now)));
    }
    // Each visitor arrives after a minute, so that the board stays of a real size.
    const moments = calls.map((one, i) => {
      const from = calls.findIndex(({ calledAt }) => one.calledAt - calledAt < 60_000);
      return [one.calledAt, calls.slice(from, i + 1).reverse()] as const;
    });
    return { calls, said: play(moments, 3, 1e9, true) };
  };

  test.each([
    [1.7, 1, 3_000],
    [3.3, 0.9998, 4_000],
    [5, 0.9995, 4_000],
    [6, 0.998, 4_000],
    [10, 0.96, 8_000],
  ])('%f calls a minute at random, three languages: none is said after 20 s', (rate, share, meanMs) => {
    const days = [1, 2, 3].map((seed) => day(rate, seed));
    const calls = days.flatMap((one) => one.calls).length;
    const firsts = days.flatMap(({ said }) => said.filter(({ utterance }) => utterance.chime === 'chime'));
    const spoken = firsts.filter(({ utterance }) => utterance.language !== null);
    const waits = spoken.map(({ at, utterance }) => at - utterance.calls[0].calledAt);
    expect(Math.max(...waits)).toBeLessThanOrEqual(tooOldMs);
    expect(waits.reduce((sum, wait) => sum + wait) / waits.length).toBeLessThan(meanMs);
    // What is left over in the densest moments has its chime, and its number on the board.
    expect(spoken.length / calls).toBeGreaterThanOrEqual(share);
  });

  test('6 calls a minute, evenly: every one is said, within 10 s', () => {
    const calls = Array.from({ length: 60 }, (_, i) => call(`A${i}`, i * 10_000));
    const firsts = play(madeAt(calls), 3).filter(({ utterance }) => utterance.chime !== null);
    expect(firsts.map(({ utterance }) => utterance.language)).toEqual(calls.map(() => 0));
    for (const { at, utterance } of firsts) expect(at - utterance.calls[0].calledAt).toBeLessThanOrEqual(10_000);
  });
});
