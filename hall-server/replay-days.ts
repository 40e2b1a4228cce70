import { setImmediate as letOthersGo } from 'node:timers/promises';
import type { Replayed, ReplayWish } from '../shared/replay.ts';
import type { Setup } from '../shared/setup.ts';
import { dateOfDay, dayNumber } from '../shared/working-days.ts';
import type { Hall } from './hall.ts';
import type { HallEvent } from './queue/events.ts';
import { evolveSetup } from './queue/evolve-setup.ts';
import { recordedDay } from './replay/recorded-day.ts';
import { replayDay } from './replay/replay-day.ts';
import { replayError, replayFigures } from './replay/replay-figures.ts';

/** So long at a time, in ms, a replay may keep the hall waiting. */
const sliceMs = 8;

interface ReplaysOptions {
  readonly state: Hall['state'];
  /** What happened with `at` in [since, until), in pages. */
  readonly journal: (since: number, until: number) => Iterable<readonly HallEvent[]>;
  /** UTC ms of a date's first minute in the hall's zone. */
  readonly instantOf: (date: string) => number;
}

/**
 * Plays past days under other rules; it reads much and changes nothing, so one at a time and in small slices.
 * @returns a function that answers null for a day on which nobody was called
 */
export function openReplays({
  state,
  journal,
  instantOf,
}: ReplaysOptions): (wish: ReplayWish) => Promise<Replayed | null> {
  let running: Promise<unknown> = Promise.resolve();

  async function replay({ date, maxTimesPassed, workProfiles }: ReplayWish): Promise<Replayed | null> {
    const { setup } = state();
    const capped: Setup = { ...setup, rules: { ...setup.rules, call: { ...setup.rules.call, maxTimesPassed } } };
    const changed = workProfiles.reduce((all, value) => evolveSetup(all, { kind: 'workProfile', value }), capped);
    const events: HallEvent[] = [];
    for (const page of journal(instantOf(date), instantOf(dateOfDay(dayNumber(date) + 1)))) {
      events.push(...page);
      await letOthersGo();
    }
    const day = recordedDay(events);
    if (day.calls.length === 0) return null;
    const before = await inSlices(replayDay(day, setup));
    const after = await inSlices(replayDay(day, changed));
    const truly = replayFigures(day, day.calls);
    await letOthersGo();
    const asItIs = replayFigures(day, before);
    await letOthersGo();
    return { truly, asItIs, asItWouldBe: replayFigures(day, after), errorMinutes: replayError(day.calls, before) };
  }

  return (wish) => {
    const answer = running.then(() => replay(wish));
    running = answer.catch(() => {});
    return answer;
  };
}

/** Runs a generator to its end and lets whatever else the hall has to do go first again and again. */
async function inSlices<Answer>(work: Generator<undefined, Answer>): Promise<Answer> {
  for (let begun = performance.now(); ; ) {
    const { done, value } = work.next();
    if (done) return value;
    if (performance.now() - begun < sliceMs) continue;
    await letOthersGo();
    begun = performance.now();
  }
}
