import type { PublicCall } from '../../../shared/views.ts';
import { calledInOrder, isSameVisit, onsetKey } from '../onset.ts';
import { dueReAlerts, followUnanswered, nextReAlertAt, reAlerted, type Unanswered } from '../re-alerts.ts';

/**
 * What is said next. Calls wait in one line, first calls before repeated ones (whether staff repeat them, or nobody has
 * come), and are taken from it one sentence at a time: after each the load is looked at anew, so that nothing need ever be cut off. What is said comes from the call
 * that was taken. Times are hall time, UTC ms.
 */
export interface AnnouncerQueue {
  /** Every onset this screen has heard of; one known before an outage is not news after it. */
  readonly known: ReadonlySet<string>;
  readonly waiting: readonly Waiting[];
  /** What is being said, as long as there may be more to say of it. */
  readonly current: (Waiting & { readonly sentences: number }) | null;
  readonly unanswered: readonly Unanswered[];
}

interface Waiting {
  readonly call: PublicCall;
  /** Said before, so it gives way to numbers that have not been. */
  readonly isRecall: boolean;
  /** Since when it is to be said. */
  readonly since: number;
}

/** One chime, or one sentence with or without a chime before it. */
export interface Utterance {
  /** The call it is for; several only where one chime stands for calls that can no longer be said in time. */
  readonly calls: readonly [PublicCall, ...PublicCall[]];
  readonly chime: 'chime' | 'recall' | null;
  /** Which of the hall's languages speaks; null: no sentence. */
  readonly language: number | null;
  /** The sentence is said without its chime, if it can be said: others have just sounded, and the next is said the sooner. */
  readonly isLate?: true;
}

/** What there is to speak with, and how long that takes. */
export interface Speech {
  readonly languages: number;
  /** A whole sentence, with its chime if it has one, and the pause after it. */
  readonly ms: (call: PublicCall, language: number, hasChime: boolean) => number;
}

/** Nobody walks to a counter on a call so old: its number is on the board. */
export const tooOldMs = 20_000;
const mostWaitingForMoreLanguages = 2;
const mostUnansweredForSentences = 4;
/** No number waits longer than this for another one's further languages; one that has is late. */
const patienceMs = 8_000;

/** What was called before this screen was switched on has been said by others, or not at all. */
export function startAnnouncer(calls: readonly PublicCall[]): AnnouncerQueue {
  return { known: new Set(calls.map(onsetKey)), waiting: [], current: null, unanswered: [] };
}

/**
 * The line after the hall's calls have changed: new onsets join it, calls answered or taken back leave it. While the
 * hall is not heard (`isLive` false) nobody knows who has come, and no old call is announced anew after it.
 */
export function hear(before: AnnouncerQueue, calls: readonly PublicCall[], now: number, isLive = true): AnnouncerQueue {
  const called = calledInOrder(calls);
  const heard = called.filter((call) => !before.known.has(onsetKey(call)));
  // One called again while it waits keeps its turn, and is still a first call if it was one.
  const stayed = before.waiting.flatMap((one) => {
    const call = called.find((other) => isSameVisit(other, one.call));
    return call === undefined ? [] : [{ ...one, call, since: Math.max(one.since, call.calledAt) }];
  });
  const fresh = heard
    .filter((call) => !stayed.some((one) => one.call === call))
    .map((call) => ({ call, isRecall: call.callNo > 1, since: call.calledAt }))
    .filter((one) => !isOld(one, now));
  const { current } = before;
  const isCurrent = current !== null && called.some((call) => onsetKey(call) === onsetKey(current.call));
  return {
    known: new Set(calls.map(onsetKey)),
    waiting: [...stayed, ...fresh],
    current: isCurrent ? current : null,
    unanswered: isLive ? followUnanswered(before.unanswered, calls, heard, now) : [],
  };
}

/** The line after time has passed: calls nobody has answered join it once more, unless they still wait in it. */
export function ringAgain(before: AnnouncerQueue, now: number): AnnouncerQueue {
  const due = dueReAlerts(before.unanswered, now).map(({ call }) => call);
  const joining = due.filter((call) => !before.waiting.some((one) => isSameVisit(one.call, call)));
  return {
    ...before,
    waiting: [...before.waiting, ...joining.map((call) => ({ call, isRecall: true, since: now }))],
    unanswered: due.reduce((left, call) => reAlerted(left, call, now), before.unanswered),
  };
}

/** Hall time at which `ringAgain` has something to do; infinite: not before the hall calls again. */
export function ringsAgainAt({ unanswered }: AnnouncerQueue): number {
  return nextReAlertAt(unanswered);
}

/** What to say now that nothing is being said; null: nothing, until the hall calls again. */
export function take(before: AnnouncerQueue, now: number, speech: Speech): [Utterance | null, AnnouncerQueue] {
  const { waiting, current } = before;
  if (current !== null && mayGoOn(current, waiting, now, speech)) {
    const language = current.sentences % speech.languages;
    const next = { ...current, sentences: current.sentences + 1 };
    return [
      { calls: [current.call], chime: null, language },
      { ...before, current: next },
    ];
  }

  const [old, ...others] = waiting.filter((one) => isOld(one, now));
  if (old !== undefined) {
    const calls = [old.call, ...others.map(({ call }) => call)] as const;
    const left = waiting.filter((one) => !isOld(one, now));
    const chime = [old, ...others].every(({ isRecall }) => isRecall) ? 'recall' : 'chime';
    return [
      { calls, chime, language: null },
      { ...before, waiting: left, current: null },
    ];
  }

  const next = waiting.find(({ isRecall }) => !isRecall) ?? waiting[0];
  if (next === undefined) return [null, { ...before, current: null }];
  const left = waiting.filter((one) => one !== next);
  // With many unanswered the next first call is not far: it should not have to wait for a sentence said before.
  const isBusy = left.length > 0 || before.unanswered.length > mostUnansweredForSentences;
  const isChimeOnly = speech.languages === 0 || (next.isRecall && isBusy);
  const chime = next.isRecall ? 'recall' : 'chime';
  const isLate = chime === 'chime' && !isChimeOnly && now - next.since > patienceMs;
  return [
    { calls: [next.call], chime, language: isChimeOnly ? null : 0, ...(isLate && { isLate }) },
    { ...before, waiting: left, current: isChimeOnly ? null : { ...next, sentences: 1 } },
  ];
}

/** Further languages while few wait and none of them waits long by it; all once more only while nobody waits. */
function mayGoOn(
  current: Waiting & { readonly sentences: number },
  waiting: readonly Waiting[],
  now: number,
  speech: Speech,
): boolean {
  const { call, isRecall, sentences } = current;
  const rounds = isRecall ? 1 : 2;
  if (sentences >= speech.languages * rounds || isOld(current, now)) return false;
  if (sentences >= speech.languages) return waiting.length === 0;
  if (waiting.length > mostWaitingForMoreLanguages) return false;
  let starts = now + speech.ms(call, sentences, false);
  return waiting.every((one) => {
    const isSoonEnough = starts - one.since <= patienceMs;
    starts += speech.ms(one.call, 0, true);
    return isSoonEnough;
  });
}

function isOld({ since }: Waiting, now: number): boolean {
  return now - since > tooOldMs;
}
