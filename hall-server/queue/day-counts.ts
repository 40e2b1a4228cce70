// 今天的数: how many first calls of a queue came within the target, and how many of its latest calls were missed.
import type { QueueId } from '../../shared/ids.ts';
import type { Part } from '../../shared/views.ts';
import { type HallState, queueDay, type Ticket } from './state.ts';

const minuteMs = 60_000;
/** Calls that ended longer ago say nothing of how it goes now. */
export const lateMinutes = 60;

/** First calls of a queue's numbers today, each measured by the target of its hour. */
export interface FirstCalls {
  readonly called: number;
  readonly within: number;
  /** Left without a call after more than the target. */
  readonly leftLate: number;
}

/** The calls that ended in one minute: whoever was called came, or did not. */
export interface CallsEnded {
  /** Whole minutes of UTC. */
  readonly minute: number;
  readonly came: number;
  readonly missed: number;
}

/** A number of the queue it was taken for has been called for the first time. */
export function firstCallCounted(state: HallState, ticket: Ticket, at: number): HallState {
  if (ticket.firstCalledAt !== null) return state;
  const { called, within, leftLate } = queueDay(state, ticket.issuedQueueId).firstCalls;
  const isWithin = at - ticket.effectiveAt <= targetMs(state);
  return withFirstCalls(state, ticket.issuedQueueId, {
    called: called + 1,
    within: within + Number(isWithin),
    leftLate,
  });
}

/** Somebody has left, or the day is over for them, and they were never called. */
export function leavingCounted(state: HallState, ticket: Ticket, at: number): HallState {
  if (ticket.firstCalledAt !== null || at - ticket.effectiveAt <= targetMs(state)) return state;
  const counted = queueDay(state, ticket.issuedQueueId).firstCalls;
  return withFirstCalls(state, ticket.issuedQueueId, { ...counted, leftLate: counted.leftLate + 1 });
}

/** Whoever was called has come, or has not: it counts for the queue they waited in. */
export function callEndedCounted(state: HallState, queueId: QueueId, how: 'came' | 'missed', at: number): HallState {
  const minute = Math.floor(at / minuteMs);
  const queue = queueDay(state, queueId);
  const latest = queue.callsEnded.filter((one) => one.minute > minute - lateMinutes);
  const now = latest.at(-1)?.minute === minute ? latest.pop() : undefined;
  const counted = now ?? { minute, came: 0, missed: 0 };
  const callsEnded = [...latest, { ...counted, [how]: counted[how] + 1 }];
  return { ...state, queues: new Map(state.queues).set(queueId, { ...queue, callsEnded }) };
}

/** Of today's first calls those within the target; who left uncalled after it counts as not. */
export function withinTarget(state: HallState, queueId: QueueId): Part {
  const { called, within, leftLate } = queueDay(state, queueId).firstCalls;
  return { n: within, of: called + leftLate };
}

/** Of the calls that ended in the last hour those whose number was missed. */
export function recentlyMissed(state: HallState, queueId: QueueId, now: number): Part {
  const from = Math.floor(now / minuteMs) - lateMinutes;
  const recent = queueDay(state, queueId).callsEnded.filter(({ minute }) => minute > from);
  const n = recent.reduce((sum, { missed }) => sum + missed, 0);
  return { n, of: recent.reduce((sum, { came }) => sum + came, n) };
}

function withFirstCalls(state: HallState, queueId: QueueId, firstCalls: FirstCalls): HallState {
  return { ...state, queues: new Map(state.queues).set(queueId, { ...queueDay(state, queueId), firstCalls }) };
}

const targetMs = ({ setup }: HallState) => setup.rules.call.targetWaitMinutes * minuteMs;
