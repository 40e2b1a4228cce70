import type { PublicCall } from '../../shared/views.ts';
import { onsetKey } from './onset.ts';

/**
 * A call that nobody has answered is announced anew, as if it were new: people notice a new thing soon after it appears
 * or not at all, so the onset is repeated rather than prolonged. Pure; all times are of one clock, in ms.
 */
export interface Unanswered {
  readonly call: PublicCall;
  /** When this screen first heard of the call. */
  readonly since: number;
  /** How many of `reAlertAfterMs` are behind it. */
  readonly times: number;
}

/** After the call. Our own choice; where it is not enough, staff call again. */
export const reAlertAfterMs: readonly number[] = [15_000, 35_000];

/** Those of before that are still called; who has come, or was called again, is followed no longer. `fresh` join them. */
export function followUnanswered(
  before: readonly Unanswered[],
  calls: readonly PublicCall[],
  fresh: readonly PublicCall[],
  now: number,
): readonly Unanswered[] {
  const called = new Set(calls.filter(({ status }) => status === 'called').map(onsetKey));
  const stayed = before.filter(({ call }) => called.has(onsetKey(call)));
  return [...stayed, ...fresh.map((call) => ({ call, since: now, times: 0 }))];
}

/** Calls whose time has come, the one that is due for longest first. */
export function dueReAlerts(unanswered: readonly Unanswered[], now: number): readonly Unanswered[] {
  return unanswered.filter((one) => dueAt(one) <= now).toSorted((a, b) => dueAt(a) - dueAt(b));
}

/** When the next is due; infinite: never. */
export function nextReAlertAt(unanswered: readonly Unanswered[]): number {
  return Math.min(Number.POSITIVE_INFINITY, ...unanswered.map(dueAt));
}

/** This call has been announced anew; what came due in the meantime is done with it. */
export function reAlerted(unanswered: readonly Unanswered[], call: PublicCall, now: number): readonly Unanswered[] {
  return unanswered.map((one) =>
    onsetKey(one.call) === onsetKey(call)
      ? { ...one, times: reAlertAfterMs.filter((after) => one.since + after <= now).length }
      : one,
  );
}

function dueAt({ since, times }: Unanswered): number {
  return since + (reAlertAfterMs[times] ?? Number.POSITIVE_INFINITY);
}
