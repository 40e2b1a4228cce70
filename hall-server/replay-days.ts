import { setImmediate as letOthersGo } from 'node:timers/promises';
import type { Replayed, ReplayWish } from '../shared/replay.ts';
import type { Setup } from '../shared/setup.ts';
import { dateOfDay, dayNumber } from '../shared/working-days.ts';
import type { Hall } from './hall.ts';
import type { HallEvent } from './queue/events.ts';
import { evolveSetup } from './queue/evolve-setup.ts';
import { recordedDay } from './replay/recorded-day.ts';
import { replayDay, replaySteps } from './replay/replay-day.ts';
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

/** How one replay is driven by whoever asked for it. */
export interface ReplayDrive {
  /** Nobody waits for the outcome any more. */
  readonly stop: AbortSignal;
  /** Steps gone of all there will be, over both ways of playing the day. */
  readonly tell: (progress: { readonly done: number; readonly total: number }) => void;
}

/** Answers null for a day on which nobody was called, and when it was stopped. */
export type Replaying = (wish: ReplayWish, drive: ReplayDrive) => Promise<Replayed | null>;

/** Plays past days under other rules; it reads much and changes nothing, so one at a time and in small slices. */
export function openReplays({ state, journal, instantOf }: ReplaysOptions): Replaying {
  let running: Promise<unknown> = Promise.resolve();

  async function replay(
    { date, maxTimesPassed, workProfiles }: ReplayWish,
    { stop, tell }: ReplayDrive,
  ): Promise<Replayed | null> {
    // Stopped while others were before it.
    if (stop.aborted) return null;
    const { setup } = state();
    const capped: Setup = { ...setup, rules: { ...setup.rules, call: { ...setup.rules.call, maxTimesPassed } } };
    const changed = workProfiles.reduce((all, value) => evolveSetup(all, { kind: 'workProfile', value }), capped);
    const events: HallEvent[] = [];
    for (const page of journal(instantOf(date), instantOf(dateOfDay(dayNumber(date) + 1)))) {
      events.push(...page);
      await letOthersGo();
      if (stop.aborted) return null;
    }
    const day = recordedDay(events);
    if (day.calls.length === 0) return null;
    const steps = replaySteps(day);
    const play = (rules: Setup, gone: number) =>
      inSlices(replayDay(day, rules), stop, (step) => tell({ done: gone + Math.min(step, steps), total: 2 * steps }));
    const before = await play(setup, 0);
    const after = before && (await play(changed, steps));
    if (before === null || after === null) return null;
    const truly = replayFigures(day, day.calls);
    await letOthersGo();
    const asItIs = replayFigures(day, before);
    await letOthersGo();
    return { truly, asItIs, asItWouldBe: replayFigures(day, after), errorMinutes: replayError(day.calls, before) };
  }

  return (wish, drive) => {
    const answer = running.then(() => replay(wish, drive));
    running = answer.catch(() => {});
    return answer;
  };
}

/**
 * Runs a generator to its end and lets whatever else the hall has to do go first again and again.
 * @returns null when it was stopped
 */
async function inSlices<Answer>(
  work: Generator<number, Answer>,
  stop: AbortSignal,
  tell: (step: number) => void,
): Promise<Answer | null> {
  for (let begun = performance.now(); ; ) {
    const { done, value } = work.next();
    if (done) return value;
    if (performance.now() - begun < sliceMs) continue;
    tell(value);
    await letOthersGo();
    if (stop.aborted) return null;
    begun = performance.now();
  }
}
