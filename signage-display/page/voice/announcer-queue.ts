import type { PublicCall } from '../../../shared/views.ts';
import { onsetKey } from '../hero-schedule.ts';

/**
 * What is said next. Calls wait in one line, first calls before repeated ones, and are taken from it one sentence at a
 * time: after each the load is looked at anew, so that nothing need ever be cut off. What is said comes from the call
 * that was taken. Times are hall time, UTC ms.
 */
export interface AnnouncerQueue {
  /** Every onset this screen has heard of; one known before an outage is not news after it. */
  readonly known: ReadonlySet<string>;
  readonly waiting: readonly Waiting[];
  /** What is being said, as long as there may be more to say of it. */
  readonly current: (Waiting & { readonly sentences: number }) | null;
}

interface Waiting {
  readonly call: PublicCall;
  /** Said before, so it gives way to numbers that have not been. */
  readonly isRecall: boolean;
}

/** One chime, or one sentence with or without a chime before it. */
export interface Utterance {
  /** The call it is for; several only where one chime stands for calls that can no longer be said in time. */
  readonly calls: readonly [PublicCall, ...PublicCall[]];
  readonly chime: 'chime' | 'recall' | null;
  /** Which of the hall's languages speaks; null: no sentence. */
  readonly language: number | null;
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
/** No number waits longer than this for another one's further languages. */
const patienceMs = 8_000;

/** What was called before this screen was switched on has been said by others, or not at all. */
export function startAnnouncer(calls: readonly PublicCall[]): AnnouncerQueue {
  return { known: new Set(calls.map(onsetKey)), waiting: [], current: null };
}

/** The line after the hall's calls have changed: new onsets join it, calls answered or taken back leave it. */
export function hear(before: AnnouncerQueue, calls: readonly PublicCall[], now: number): AnnouncerQueue {
  const called = calls.filter((call) => call.status === 'called').sort((a, b) => a.calledAt - b.calledAt);
  // One called again while it waits keeps its turn, and is still a first call if it was one.
  const stayed = before.waiting.flatMap(({ call: old, isRecall }) => {
    const call = called.find((one) => isSame(one, old));
    return call === undefined ? [] : [{ call, isRecall }];
  });
  const fresh = called
    .filter((call) => !before.known.has(onsetKey(call)) && !stayed.some((one) => one.call === call))
    .filter((call) => !isOld(call, now))
    .map((call) => ({ call, isRecall: call.callNo > 1 }));
  const { current } = before;
  const isCurrent = current !== null && called.some((call) => onsetKey(call) === onsetKey(current.call));
  return {
    known: new Set(calls.map(onsetKey)),
    waiting: [...stayed, ...fresh],
    current: isCurrent ? current : null,
  };
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

  const [old, ...others] = waiting.filter(({ call }) => isOld(call, now));
  if (old !== undefined) {
    const calls = [old.call, ...others.map(({ call }) => call)] as const;
    const left = waiting.filter(({ call }) => !isOld(call, now));
    const chime = [old, ...others].every(({ isRecall }) => isRecall) ? 'recall' : 'chime';
    return [
      { calls, chime, language: null },
      { ...before, waiting: left, current: null },
    ];
  }

  const next = waiting.find(({ isRecall }) => !isRecall) ?? waiting[0];
  if (next === undefined) return [null, { ...before, current: null }];
  const left = waiting.filter((one) => one !== next);
  const isChimeOnly = speech.languages === 0 || (next.isRecall && left.length > 0);
  return [
    { calls: [next.call], chime: next.isRecall ? 'recall' : 'chime', language: isChimeOnly ? null : 0 },
    { ...before, waiting: left, current: isChimeOnly ? null : { ...next, sentences: 1 } },
  ];
}

/** Further languages while few wait and none of them waits long by it; all once more only while nobody waits. */
function mayGoOn(
  { call, isRecall, sentences }: Waiting & { readonly sentences: number },
  waiting: readonly Waiting[],
  now: number,
  speech: Speech,
): boolean {
  const rounds = isRecall ? 1 : 2;
  if (sentences >= speech.languages * rounds || isOld(call, now)) return false;
  if (sentences >= speech.languages) return waiting.length === 0;
  if (waiting.length > mostWaitingForMoreLanguages) return false;
  let starts = now + speech.ms(call, sentences, false);
  return waiting.every((one) => {
    const isSoonEnough = starts - one.call.calledAt <= patienceMs;
    starts += speech.ms(one.call, 0, true);
    return isSoonEnough;
  });
}

function isOld(call: PublicCall, now: number): boolean {
  return now - call.calledAt > tooOldMs;
}

function isSame(a: PublicCall, b: PublicCall): boolean {
  return a.number === b.number && a.counterLabel === b.counterLabel;
}
