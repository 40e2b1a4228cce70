// 按比例轮叫: within a level called by shares, whose turn it is. A round gives each queue its share of turns.
import type { QueueId } from '../../shared/ids.ts';
import type { ProfileLevel } from '../../shared/setup.ts';

/** The turns each queue has had at one counter since its round began. */
export type Round = Readonly<Record<string, number>>;

/**
 * The queue whose turn it is: of those that still have turns in this round the one that has had the least part of its
 * share; when none has any left, a new round begins. Equal ones by who came first.
 * @param waiting the queues with somebody to call, in the order of those who came first in each
 */
export function queueByShare(level: ProfileLevel, round: Round, waiting: readonly QueueId[]): QueueId | null {
  const due = waiting.filter((queueId) => turnsHad(round, queueId) < shareOf(level, queueId));
  const had = (queueId: QueueId) => (due.length === 0 ? 0 : turnsHad(round, queueId) / shareOf(level, queueId));
  const [first, ...others] = due.length === 0 ? waiting : due;
  return first === undefined ? null : others.reduce((best, other) => (had(other) < had(best) ? other : best), first);
}

/** The round after a queue has had its turn: a turn beyond its share is the first of a new round. */
export function roundAfter(level: ProfileLevel, round: Round, called: QueueId): Round {
  const had = turnsHad(round, called);
  return had < shareOf(level, called) ? { ...round, [called]: had + 1 } : { [called]: 1 };
}

function turnsHad(round: Round, queueId: QueueId): number {
  return round[queueId] ?? 0;
}

/** A ticket passed on to this counter from a queue that the level does not have counts as a share of one. */
function shareOf({ queues }: ProfileLevel, queueId: QueueId): number {
  return queues.find((one) => one.queue === queueId)?.share ?? 1;
}
