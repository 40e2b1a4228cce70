import type { CounterId, QueueId } from '../../shared/ids.ts';

/** One counter that is calling people now. Times are ms from now. */
export interface ServingCounter {
  readonly counterId: CounterId;
  /** Queues it serves, best first: the first level with somebody waiting is served. */
  readonly levels: readonly (readonly QueueId[])[];
  /** Expected time until whoever is there has gone; 0 when free. */
  readonly freeInMs: number;
}

/** Somebody in line, in the order of the line. */
export interface InLine<Key> {
  readonly key: Key;
  readonly queueId: QueueId;
  readonly reservedFor: CounterId | null;
  /** Expected service time; 0 for somebody who only asks how long it would take. */
  readonly serviceMs: number;
}

export interface ExpectedCall {
  /** ms from now. */
  readonly inMs: number;
  /** Standard deviation of it, ms. */
  readonly spreadMs: number;
}

/**
 * Service times scatter: a standard deviation of half the mean is usual at service counters (our choice until a hall's
 * own record says better).
 */
const scatter = 0.5;

/**
 * Plays the line forward: whenever a counter is free it takes the first it can serve.
 * @returns when each of the line would be called; whoever no counter serves is not in it.
 */
export function simulateLine<Key>(
  line: readonly InLine<Key>[],
  counters: readonly ServingCounter[],
): ReadonlyMap<Key, ExpectedCall> {
  const expected = new Map<Key, ExpectedCall>();
  const servers = counters.map((counter) => ({
    counter,
    freeAt: counter.freeInMs,
    variance: (scatter * counter.freeInMs) ** 2,
  }));
  const left = [...line];
  /** Of each queue, the earliest that whoever stands last so far can expect. */
  const earliest = new Map<QueueId, number>();
  const working = [...servers];
  while (working.length > 0 && left.length > 0) {
    const server = working.reduce((first, other) => (other.freeAt < first.freeAt ? other : first));
    const index = firstFor(server.counter, left);
    if (index < 0) {
      // Nobody left whom this counter could ever serve.
      working.splice(working.indexOf(server), 1);
      continue;
    }
    const [person] = left.splice(index, 1);
    if (person === undefined) break;
    const fellows = servers.filter((one) => serves(one.counter, person));
    const variance = fellows.reduce((sum, one) => sum + one.variance, 0);
    // A visit only just begun ahead makes a turn no earlier than that of whoever stands before.
    const before = earliest.get(person.queueId) ?? -Infinity;
    const spreadMs = Math.min(Math.sqrt(variance) / fellows.length, server.freeAt - before);
    if (person.reservedFor === null) earliest.set(person.queueId, server.freeAt - spreadMs);
    expected.set(person.key, { inMs: server.freeAt, spreadMs });
    server.freeAt += person.serviceMs;
    server.variance += (scatter * person.serviceMs) ** 2;
  }
  return expected;
}

function firstFor<Key>(counter: ServingCounter, line: readonly InLine<Key>[]): number {
  for (const [depth, queueIds] of counter.levels.entries()) {
    const index = line.findIndex((person) =>
      person.reservedFor === null
        ? queueIds.includes(person.queueId)
        : depth === 0 && person.reservedFor === counter.counterId,
    );
    if (index >= 0) return index;
  }
  return -1;
}

function serves<Key>(counter: ServingCounter, person: InLine<Key>): boolean {
  return person.reservedFor === null
    ? counter.levels.some((queueIds) => queueIds.includes(person.queueId))
    : person.reservedFor === counter.counterId;
}
