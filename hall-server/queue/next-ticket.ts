// 下一个叫谁: who is called next, and why. A total order: same state, same counter, same answer.
//
// 1. The first level of the counter's work profile with a callable ticket is the pool; a later level is helped out.
// 2. Within the pool: first come, first served, by place in time; ties by order of issue. In a level called by shares
//    the queue whose turn it is (shares.ts), and within the queue the same.
// 3. Priority tickets, and appointments from the start of their slot on, go ahead, first come first served among
//    themselves, but pass the first ordinary ticket in line at most `maxTimesPassed` times. Before its slot an
//    appointment that has checked in is ordinary, with the start of its slot as its place in time.
// 4. A ticket put back or postponed waits for the agreed number of calls of its queue, or until nobody else waits there.
// 5. A ticket passed on to or kept for one counter can be called only there, stands in that counter's first level, and is
//    passed by nobody: the count of rule 3 is its queue's, which other counters begin anew while this one waits. One kept
//    for a person is that person's counter's; when the person is at none, anybody's.
// 6. Whoever has waited longer than the profile allows his queue joins the pool from any level and goes before it. If an
//    ordinary ticket of the pool came earlier, he passes the first in line only as rule 3 lets him, with the same count.
// 7. A ticket passed on for a time is not callable before that time; from then on it stands at its place.
// 8. A quick counter calls only quick services of visits that carry no other, as long as another open counter calls the
//    queue for everybody; where there is none, it is a counter like any other.
import type { CounterId, WorkProfileId } from '../../shared/ids.ts';
import type { ProfileLevel } from '../../shared/setup.ts';
import type { CallReason } from '../../shared/views.ts';
import { takenAt } from './quick-counter.ts';
import { queueByShare, type Round, roundAfter } from './shares.ts';
import { boundCounter, type HallState, queueDay, type WaitingTicket } from './state.ts';
import { queuesOfLevel } from './work-profile.ts';

/** Stored with every call, so that a later reader knows which rules decided. */
export const ruleVersion = 4;

export interface NextTicket {
  readonly ticket: WaitingTicket;
  readonly reason: CallReason;
  /** The ordinary ticket first in line that this call passes; null if it passes none. */
  readonly passes: WaitingTicket | null;
  /** The counter's round of shares after this call; null when the call is not a turn of one. */
  readonly round: Round | null;
}

/** How a counter stands to a pool: what its profile adds to first come, first served. */
interface PoolRule {
  readonly level: ProfileLevel | null;
  /** Not the counter's first level. */
  readonly helping: boolean;
  readonly round: Round;
  /** Rule 6: those of any level who have waited too long. */
  readonly overdue: readonly WaitingTicket[];
}
const asTheyCame: PoolRule = { level: null, helping: false, round: {}, overdue: [] };

/** The next ticket for a counter working to a profile at a moment (UTC ms), or null when nobody can be called there. */
export function nextTicket(
  state: HallState,
  counterId: CounterId,
  workProfileId: WorkProfileId,
  now: number,
): NextTicket | null {
  const profile = state.setup.workProfiles.find((one) => one.id === workProfileId);
  const levels = profile?.levels ?? [];
  const takes = takenAt(state, counterId);
  const waiting = [...state.tickets.values()].filter(
    (ticket): ticket is WaitingTicket => ticket.status === 'waiting' && !isLater(ticket, now) && takes(ticket),
  );
  for (const [depth, level] of levels.entries()) {
    const queueIds = queuesOfLevel(level);
    const pool = waiting.filter((ticket) => {
      const bound = boundCounter(state, ticket);
      return bound === null ? queueIds.includes(ticket.queueId) : depth === 0 && bound === counterId;
    });
    if (pool.length === 0) continue;
    const round = state.counters.get(counterId)?.round ?? {};
    const overdue = waiting.filter((ticket) => isOverdue(state, levels, ticket, now));
    return firstOfPool(state, pool, now, { level, helping: depth > 0, round, overdue });
  }
  return null;
}

/** Rules 2 to 6 over one pool of waiting tickets at a moment; null only for an empty one. */
export function firstOfPool(
  state: HallState,
  pool: readonly WaitingTicket[],
  now: number,
  rule: PoolRule = asTheyCame,
): NextTicket | null {
  const callable = withoutBlocked(state, pool).toSorted(byPlaceInTime);
  const overdue = rule.overdue.toSorted(byPlaceInTime);
  const ahead = earlier(
    callable.find((ticket) => goesAhead(ticket, now)),
    overdue.find((ticket) => goesAhead(ticket, now)),
  );
  const ordinary = callable.filter((ticket) => !goesAhead(ticket, now));
  const turn = turnOf(ordinary, rule);
  const late = overdue.find((ticket) => !goesAhead(ticket, now));
  // Came before everybody who waits in the pool: by time it is his turn whatever the shares.
  const firstByTime = earlier(ordinary[0], late);
  const first = firstByTime === late ? late : turn?.ticket;

  if (first === undefined) return ahead === undefined ? null : besides(ahead, aheadReason(ahead), null);
  if (ahead !== undefined && earlier(firstByTime, ahead) === ahead) {
    return besides(ahead, callable.includes(ahead) ? plainReason(ahead, rule) : 'longWait', null);
  }
  const mayPass =
    boundCounter(state, first) === null &&
    queueDay(state, first.queueId).passed < state.setup.rules.call.maxTimesPassed;
  if (ahead !== undefined && mayPass) return besides(ahead, aheadReason(ahead), first);
  if (late !== undefined && late !== turn?.ticket && (late === first || mayPass)) {
    return besides(late, 'longWait', late === first ? null : first);
  }
  return turn;
}

/** Rule 2: whose turn it is among the ordinary tickets that may be called, given in order of time. */
function turnOf(ordinary: readonly WaitingTicket[], rule: PoolRule): NextTicket | null {
  const { level, round } = rule;
  const [earliest] = ordinary;
  if (earliest === undefined) return null;
  if (level?.order !== 'share') return besides(earliest, plainReason(earliest, rule), null);
  const queueId = queueByShare(level, round, [...new Set(ordinary.map((ticket) => ticket.queueId))]);
  const ticket = ordinary.find((one) => one.queueId === queueId) ?? earliest;
  const reason = ticket === earliest ? plainReason(ticket, rule) : 'share';
  return { ticket, reason, passes: null, round: roundAfter(level, round, ticket.queueId) };
}

function besides(ticket: WaitingTicket, reason: CallReason, passes: WaitingTicket | null): NextTicket {
  return { ticket, reason, passes, round: null };
}

function earlier(one: WaitingTicket | undefined, other: WaitingTicket | undefined): WaitingTicket | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return byPlaceInTime(other, one) < 0 ? other : one;
}

/** Rule 6: whether a ticket has waited so long that this profile calls it first. */
function isOverdue(state: HallState, levels: readonly ProfileLevel[], ticket: WaitingTicket, now: number): boolean {
  if (boundCounter(state, ticket) !== null || callsToGo(state, ticket) > 0) return false;
  return levels.some(({ queues }) =>
    queues.some(
      ({ queue, firstAfterMinutes }) =>
        queue === ticket.queueId && firstAfterMinutes !== null && now - ticket.lineAt >= firstAfterMinutes * 60_000,
    ),
  );
}

/** Rule 3: whether a ticket goes ahead of the ordinary ones at this moment. */
export function goesAhead(ticket: WaitingTicket, now: number): boolean {
  return ticket.priorityClassId !== null || (isBooked(ticket) && ticket.effectiveAt <= now);
}

/** Whether it stands in line for what was booked: a booking is for one service, not for those done after it. */
export function isBooked({ source, finished }: WaitingTicket): boolean {
  return source === 'appointment' && finished.length === 0;
}

/** Rule 7: whether a ticket is not expected before a later moment. */
export function isLater({ notBefore }: WaitingTicket, now: number): boolean {
  return notBefore !== null && now < notBefore;
}

/** Rule 2: place in time, then order of issue. */
export function byPlaceInTime(a: WaitingTicket, b: WaitingTicket): number {
  return a.lineAt - b.lineAt || a.issueOrder - b.issueOrder;
}

/** Rule 4: how many calls of its queue a ticket still has to wait for; 0 when it may be called. */
export function callsToGo(state: HallState, ticket: WaitingTicket): number {
  return ticket.blockedUntilCall === null
    ? 0
    : Math.max(0, ticket.blockedUntilCall - queueDay(state, ticket.queueId).calls);
}

function withoutBlocked(state: HallState, pool: readonly WaitingTicket[]): readonly WaitingTicket[] {
  const free = pool.filter((ticket) => callsToGo(state, ticket) === 0);
  const queuesWithOthers = new Set(free.map((ticket) => ticket.queueId));
  const nobodyElse = pool.filter((ticket) => callsToGo(state, ticket) > 0 && !queuesWithOthers.has(ticket.queueId));
  return [...free, ...nobodyElse];
}

function aheadReason({ priorityClassId }: WaitingTicket): CallReason {
  return priorityClassId === null ? 'appointment' : 'priority';
}

function plainReason(ticket: WaitingTicket, { helping }: PoolRule): CallReason {
  if (ticket.blockedUntilCall !== null && ticket.putBackTimes > 0) return 'putBack';
  if (ticket.transferred) return 'transfer';
  return helping ? 'helpsOut' : 'fifo';
}
