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
  /** An appointment: from then on it goes ahead of the line. Until then it stands in it, or is not in the hall yet. */
  readonly appointment?: { readonly fromMs: number; readonly inHall: boolean };
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
 * Plays the line forward: whenever a counter is free it takes the first it can serve; an appointment whose time has come
 * first, but at most `maxTimesPassed` in a row past somebody of the same queue. Whoever is booked is taken to come in time.
 * @returns when each of the line would be called; whoever no counter serves is not in it.
 */
export function simulateLine<Key>(
  line: readonly InLine<Key>[],
  counters: readonly ServingCounter[],
  maxTimesPassed = 1,
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
  /** How often in a row appointments have gone ahead of a queue's first in line. */
  const passed = new Map<QueueId, number>();
  const working = [...servers];
  while (working.length > 0 && left.length > 0) {
    const server = working.reduce((first, other) => (other.freeAt < first.freeAt ? other : first));
    const turn = turnAt(server.counter, server.freeAt, left);
    const mayPass = turn.first === null || (passed.get(turn.first.queueId) ?? 0) < maxTimesPassed;
    const person = turn.due !== null && mayPass ? turn.due : turn.first;
    if (person === null) {
      // Nobody left whom this counter could ever serve.
      working.splice(working.indexOf(server), 1);
      continue;
    }
    left.splice(left.indexOf(person), 1);
    if (person === turn.first) passed.set(person.queueId, 0);
    else if (turn.first !== null) passed.set(turn.first.queueId, (passed.get(turn.first.queueId) ?? 0) + 1);
    const fellows = servers.filter((one) => serves(one.counter, person));
    const variance = fellows.reduce((sum, one) => sum + one.variance, 0);
    // A visit only just begun ahead makes a turn no earlier than that of whoever stands before.
    const before = earliest.get(person.queueId) ?? -Infinity;
    const spreadMs = Math.min(Math.sqrt(variance) / fellows.length, server.freeAt - before);
    if (person.reservedFor === null && person === turn.first) earliest.set(person.queueId, server.freeAt - spreadMs);
    expected.set(person.key, { inMs: server.freeAt, spreadMs });
    server.freeAt += person.serviceMs;
    server.variance += (scatter * person.serviceMs) ** 2;
  }
  return expected;
}

/** Whom a counter may take at a time: the first appointment that is due, and the first in line. */
function turnAt<Key>(
  counter: ServingCounter,
  at: number,
  line: readonly InLine<Key>[],
): { due: InLine<Key> | null; first: InLine<Key> | null } {
  for (const [depth, queueIds] of counter.levels.entries()) {
    let due: InLine<Key> | null = null;
    for (const person of line) {
      const here =
        person.reservedFor === null
          ? queueIds.includes(person.queueId)
          : depth === 0 && person.reservedFor === counter.counterId;
      if (!here) continue;
      const { appointment } = person;
      const isDue = appointment !== undefined && appointment.fromMs <= at;
      if (isDue) due ??= person;
      else if (appointment === undefined || appointment.inHall) return { due, first: person };
    }
    if (due !== null) return { due, first: null };
  }
  return { due: null, first: null };
}

function serves<Key>(counter: ServingCounter, person: InLine<Key>): boolean {
  return person.reservedFor === null
    ? counter.levels.some((queueIds) => queueIds.includes(person.queueId))
    : person.reservedFor === counter.counterId;
}
