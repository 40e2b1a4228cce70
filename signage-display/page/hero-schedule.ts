import type { PublicCall } from '../../shared/views.ts';
import { calledInOrder, isSameVisit, onsetKey } from './onset.ts';
import { dueReAlerts, followUnanswered, nextReAlertAt, reAlerted, type Unanswered } from './re-alerts.ts';

/**
 * Which call stands in the board's hero. Every new call gets its own onset there, in the order of calling, and stays
 * at least five seconds; a call nobody answers gets a new onset while no first call waits; otherwise the newest call
 * rests there. Times are of one monotonic clock, in ms.
 */
export interface HeroSchedule {
  readonly shown: PublicCall | null;
  /** Since when. */
  readonly since: number;
  /** An onset pulses for five seconds: a call's first, or a call announced again. Null: it merely rests here. */
  readonly onset: 'first' | 'again' | null;
  /** From when the next onset may take this one's place. */
  readonly freeFrom: number;
  /** First onsets still to come, first called first. */
  readonly waiting: readonly PublicCall[];
  /** Every onset this board has taken up; a call known before an outage is not new after it. */
  readonly known: ReadonlySet<string>;
  readonly unanswered: readonly Unanswered[];
}

export interface Around {
  /** No onset before that: the glass must have been at rest. */
  readonly calmFrom?: number;
  /** False while the hall is not heard: who has been answered meanwhile is not known, so nobody is announced anew. */
  readonly isLive?: boolean;
}

export const heroHoldMs = 5_000;
const pulseMs = 1_000;

const emptyHero: HeroSchedule = {
  shown: null,
  since: 0,
  onset: null,
  freeFrom: 0,
  waiting: [],
  known: new Set(),
  unanswered: [],
};

/** A board that has just been switched on: only calls made within the last few seconds are still news. */
export function startHero(calls: readonly PublicCall[], hallNow: number, now: number): HeroSchedule {
  const old = calls.filter((call) => hallNow - call.calledAt >= heroHoldMs);
  return advanceHero({ ...emptyHero, known: new Set(old.map(onsetKey)) }, calls, now);
}

/** The schedule after the hall's calls have changed, or time has passed. */
export function advanceHero(
  before: HeroSchedule,
  calls: readonly PublicCall[],
  now: number,
  { calmFrom = 0, isLive = true }: Around = {},
): HeroSchedule {
  const called = calledInOrder(calls);
  const heard = called.filter((call) => !before.known.has(onsetKey(call)));
  // A call that was answered before its turn here needs no showing; one called again keeps its turn.
  const stillWaiting = before.waiting.flatMap((one) => called.find((call) => isSameVisit(call, one)) ?? []);
  const waiting = [...stillWaiting, ...heard.filter((call) => !stillWaiting.includes(call))];
  const known = new Set(calls.map(onsetKey));
  const followed = isLive ? followUnanswered(before.unanswered, calls, heard, now) : [];

  // What stands there keeps its onset; only whether the visitor has arrived follows the hall.
  const { shown: old, since } = before;
  const live = old === null ? undefined : calls.find((call) => isSameVisit(call, old));
  const shown = old === null || live === undefined ? null : { ...old, status: live.status };
  const holds = shown !== null && before.onset !== null && now - since < heroHoldMs;
  // Only one that has stood its time counts: one that a first call displaced comes again.
  const isDone = shown !== null && before.onset === 'again' && !holds;
  const unanswered = isDone ? reAlerted(followed, shown, now) : followed;
  const after = { waiting, known, unanswered };

  const [next] = waiting;
  const freeFrom = next !== undefined && before.onset === 'again' ? wholePulse(before, now) : before.freeFrom;
  if (next !== undefined && (!holds || now >= freeFrom) && now >= calmFrom) {
    return { ...begin(next, 'first', now), ...after, waiting: waiting.slice(1) };
  }
  if (holds) return { ...before, ...after, shown, freeFrom };
  if (next !== undefined && shown !== null) return { ...before, ...after, shown, onset: null };
  const [due] = next === undefined && now >= calmFrom ? dueReAlerts(unanswered, now) : [];
  if (due !== undefined) return { ...begin(due.call, 'again', now), ...after };
  const resting = called.findLast((call) => !waiting.includes(call)) ?? (next === undefined ? newest(calls) : null);
  const stays = resting !== null && shown !== null && isSameVisit(resting, shown);
  return { ...before, ...after, onset: null, shown: stays ? shown : resting, since: stays ? since : now };
}

/** When the schedule must be looked at again though nothing was called; infinite: only when the calls change. */
export function heroDueAt({ shown, since, onset, freeFrom, waiting, unanswered }: HeroSchedule, calmFrom = 0): number {
  const holds = onset !== null && shown !== null;
  if (waiting.length > 0) return Math.max(holds ? freeFrom : 0, calmFrom);
  return holds ? since + heroHoldMs : Math.max(nextReAlertAt(unanswered), calmFrom);
}

function begin(shown: PublicCall, onset: 'first' | 'again', now: number) {
  return { shown, onset, since: now, freeFrom: now + heroHoldMs };
}

/** A first call need not wait for the rest of a re-alert, but for the end of its pulse: two would be a flicker. */
function wholePulse({ since, freeFrom }: HeroSchedule, now: number): number {
  return Math.min(freeFrom, since + Math.ceil((now - since) / pulseMs) * pulseMs);
}

function newest(calls: readonly PublicCall[]): PublicCall | null {
  return calls.reduce<PublicCall | null>(
    (latest, call) => (latest === null || call.calledAt > latest.calledAt ? call : latest),
    null,
  );
}
