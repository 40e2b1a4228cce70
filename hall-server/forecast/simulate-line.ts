import type { CounterId, QueueId } from '../../shared/ids.ts';
import type { ProfileLevel } from '../../shared/setup.ts';
import { queueByShare, type Round, roundAfter } from '../queue/shares.ts';

/** One counter that is calling people now. Times are ms from now. */
export interface ServingCounter {
  readonly counterId: CounterId;
  /** Queues it serves, best first: the first level with somebody waiting is served. */
  readonly levels: readonly ProfileLevel[];
  /** Where it stands in its round of shares. */
  readonly round: Round;
  /** Of these queues it takes quick visits only. */
  readonly quickOnly?: ReadonlySet<QueueId>;
  /** Expected time until whoever is there has gone; 0 when free. */
  readonly freeInMs: number;
}

/** Somebody in line, in the order of the line. */
export interface InLine<Key> {
  readonly key: Key;
  readonly queueId: QueueId;
  readonly reservedFor: CounterId | null;
  /** Place in time, ms from now: negative for whoever waits already. */
  readonly sinceMs: number;
  /** Expected service time; 0 for somebody who only asks how long it would take. */
  readonly serviceMs: number;
  /** A short visit, which a quick counter may take. */
  readonly quick?: boolean;
  /** An appointment, or somebody passed on for a time: from then on it goes ahead of the line. Until then it stands in it, or is not in the hall yet. */
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
 * first, but at most `maxTimesPassed` in a row past somebody of the same queue; so does whoever has waited
 * too long by the counter's profile. Whoever is booked is taken to come in time.
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
    round: counter.round,
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
    const turn = turnAt(server.counter, server.round, server.freeAt, left);
    const first = turn?.first ?? null;
    const mayPass = first === null || (passed.get(first.queueId) ?? 0) < maxTimesPassed;
    const person = (mayPass ? (turn?.due ?? turn?.late) : null) ?? first;
    if (turn === null || person === null) {
      // Nobody in the hall whom this counter could serve: it waits for the next to come, or has nobody to wait for.
      const comesAt = Math.min(...left.flatMap((one) => (serves(server.counter, one) ? [comesIn(one)] : [])));
      if (comesAt === Infinity) working.splice(working.indexOf(server), 1);
      else server.freeAt = Math.max(server.freeAt, comesAt);
      continue;
    }
    left.splice(left.indexOf(person), 1);
    if (person === turn.plain && turn.level.order === 'share') {
      server.round = roundAfter(turn.level, server.round, person.queueId);
    }
    if (person !== turn.due) passed.set(person.queueId, 0);
    if (person !== first && first !== null) passed.set(first.queueId, (passed.get(first.queueId) ?? 0) + 1);
    const fellows = servers.filter((one) => serves(one.counter, person));
    const variance = fellows.reduce((sum, one) => sum + one.variance, 0);
    // A visit only just begun ahead makes a turn no earlier than that of whoever stands before.
    const before = earliest.get(person.queueId) ?? -Infinity;
    const spreadMs = Math.min(Math.sqrt(variance) / fellows.length, server.freeAt - before);
    if (person.reservedFor === null && person === first) earliest.set(person.queueId, server.freeAt - spreadMs);
    expected.set(person.key, { inMs: server.freeAt, spreadMs });
    server.freeAt += person.serviceMs;
    server.variance += (scatter * person.serviceMs) ** 2;
  }
  return expected;
}

interface Turn<Key> {
  readonly level: ProfileLevel;
  /** The first appointment that is due. */
  readonly due: InLine<Key> | null;
  /** Whose turn it is in the level. */
  readonly plain: InLine<Key> | null;
  /** Whoever has waited too long. */
  readonly late: InLine<Key> | null;
  /** Who may be passed only so often: whose turn it is, or whoever has waited too long and came before all of the level. */
  readonly first: InLine<Key> | null;
}

/** Whom a counter may take at a time. */
function turnAt<Key>(
  counter: ServingCounter,
  round: Round,
  at: number,
  line: readonly InLine<Key>[],
): Turn<Key> | null {
  for (const [depth, level] of counter.levels.entries()) {
    let due: InLine<Key> | null = null;
    const firsts = new Map<QueueId, InLine<Key>>();
    for (const person of line) {
      const here =
        person.reservedFor === null
          ? level.queues.some((one) => one.queue === person.queueId) && takes(counter, person)
          : depth === 0 && person.reservedFor === counter.counterId;
      if (!here) continue;
      const { appointment } = person;
      const isDue = appointment !== undefined && appointment.fromMs <= at;
      if (isDue) due ??= person;
      else if ((appointment === undefined || appointment.inHall) && !firsts.has(person.queueId)) {
        firsts.set(person.queueId, person);
        if (level.order === 'time' || firsts.size === level.queues.length) break;
      }
    }
    const [earliest] = firsts.values();
    if (earliest === undefined && due === null) continue;
    const queueId = level.order === 'share' ? queueByShare(level, round, [...firsts.keys()]) : earliest?.queueId;
    const plain = (queueId && firsts.get(queueId)) ?? null;
    const late = firstLate(counter, line, at);
    const first =
      late !== null && (earliest === undefined || line.indexOf(late) < line.indexOf(earliest)) ? late : plain;
    return { level, due, plain, late, first };
  }
  return null;
}

function firstLate<Key>(counter: ServingCounter, line: readonly InLine<Key>[], at: number): InLine<Key> | null {
  const limits = counter.levels.flatMap(({ queues }) =>
    queues.flatMap(({ queue, firstAfterMinutes }) =>
      firstAfterMinutes === null ? [] : [{ queue, firstAfterMinutes }],
    ),
  );
  if (limits.length === 0) return null;
  const isLate = (person: InLine<Key>) =>
    person.reservedFor === null &&
    person.appointment === undefined &&
    takes(counter, person) &&
    limits.some((one) => one.queue === person.queueId && at - person.sinceMs >= one.firstAfterMinutes * 60_000);
  return line.find(isLate) ?? null;
}

/** When somebody who is not in the hall will be, ms from now; Infinity for whoever is. */
function comesIn<Key>({ appointment }: InLine<Key>): number {
  return appointment === undefined || appointment.inHall ? Infinity : appointment.fromMs;
}

function takes<Key>({ quickOnly }: ServingCounter, { queueId, quick }: InLine<Key>): boolean {
  return quick === true || quickOnly === undefined || !quickOnly.has(queueId);
}

function serves<Key>(counter: ServingCounter, person: InLine<Key>): boolean {
  return person.reservedFor === null
    ? counter.levels.some(({ queues }) => queues.some((one) => one.queue === person.queueId)) && takes(counter, person)
    : person.reservedFor === counter.counterId;
}
