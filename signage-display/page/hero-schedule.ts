import type { PublicCall } from '../../shared/views.ts';

/**
 * Which call stands in the board's hero. Every new call gets its own onset there, in the order of calling, and stays
 * at least five seconds; when none waits, the newest call rests there. Times are of one monotonic clock, in ms.
 */
export interface HeroSchedule {
  readonly shown: PublicCall | null;
  /** Since when; an onset pulses, a call that merely rests here does not. */
  readonly since: number;
  readonly isOnset: boolean;
  /** Onsets still to come, first called first. */
  readonly waiting: readonly PublicCall[];
  /** Every onset this board has taken up; a call known before an outage is not new after it. */
  readonly known: ReadonlySet<string>;
}

export const heroHoldMs = 5_000;

/** One onset: the same number called again, or put back and called later, is another. */
export function onsetKey(call: PublicCall): string {
  return `${call.number}/${call.counterLabel}/${call.callNo}/${call.calledAt}`;
}

const emptyHero: HeroSchedule = { shown: null, since: 0, isOnset: false, waiting: [], known: new Set() };

/** A board that has just been switched on: only calls made within the last few seconds are still news. */
export function startHero(calls: readonly PublicCall[], hallNow: number, now: number): HeroSchedule {
  const old = calls.filter((call) => hallNow - call.calledAt >= heroHoldMs);
  return advanceHero({ ...emptyHero, known: new Set(old.map(onsetKey)) }, calls, now);
}

/** The schedule after the hall's calls have changed, or time has passed. `calmFrom`: no onset before that. */
export function advanceHero(
  before: HeroSchedule,
  calls: readonly PublicCall[],
  now: number,
  calmFrom = 0,
): HeroSchedule {
  const called = calls.filter((call) => call.status === 'called').sort((a, b) => a.calledAt - b.calledAt);
  // A call that was answered before its turn here needs no showing; one called again keeps its turn.
  const stillWaiting = before.waiting.flatMap((one) => called.find((call) => isSame(call, one)) ?? []);
  const fresh = called.filter((call) => !before.known.has(onsetKey(call)) && !stillWaiting.includes(call));
  const waiting = [...stillWaiting, ...fresh];
  const known = new Set(calls.map(onsetKey));

  // What stands there keeps its onset; only whether the visitor has arrived follows the hall.
  const { shown: old } = before;
  const live = old === null ? undefined : calls.find((call) => isSame(call, old));
  const shown = old === null || live === undefined ? null : { ...old, status: live.status };
  const holds = shown !== null && before.isOnset && now - before.since < heroHoldMs;
  const [next] = waiting;
  if (next !== undefined && !holds && now >= calmFrom) {
    return { shown: next, since: now, isOnset: true, waiting: waiting.slice(1), known };
  }
  if (holds || (next !== undefined && shown !== null)) return { ...before, shown, waiting, known };
  const resting = called.findLast((call) => !waiting.includes(call)) ?? (next === undefined ? newest(calls) : null);
  if (resting !== null && shown !== null && isSame(resting, shown)) return { ...before, shown, waiting, known };
  return { shown: resting, since: now, isOnset: false, waiting, known };
}

/** When the schedule must be looked at again though nothing was called; null: only when the calls change. */
export function heroDueAt(schedule: HeroSchedule, calmFrom = 0): number | null {
  if (schedule.waiting.length === 0) return null;
  return Math.max(schedule.isOnset && schedule.shown !== null ? schedule.since + heroHoldMs : 0, calmFrom);
}

function newest(calls: readonly PublicCall[]): PublicCall | null {
  return calls.reduce<PublicCall | null>(
    (latest, call) => (latest === null || call.calledAt > latest.calledAt ? call : latest),
    null,
  );
}

function isSame(a: PublicCall, b: PublicCall): boolean {
  return a.number === b.number && a.counterLabel === b.counterLabel;
}
