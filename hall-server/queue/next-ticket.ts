// 下一个叫谁: who is called next, and why. A total order: same state, same counter, same answer.
//
// 1. The first level of the counter's work profile with a callable ticket is the pool.
// 2. Within the pool: first come, first served, by place in time; ties by order of issue.
// 3. Priority tickets, and appointments from the start of their slot on, go ahead, first come first served among
//    themselves, but pass the first ordinary ticket in line at most `maxTimesPassed` times. Before its slot an
//    appointment that has checked in is ordinary, with the start of its slot as its place in time.
// 4. A ticket put back or postponed waits for the agreed number of calls of its queue, or until nobody else waits there.
// 5. A ticket passed on to one counter can be called only there, stands in that counter's first level, and is passed
//    by nobody: the count of rule 3 is its queue's, which other counters begin anew while this one waits.
import type { CounterId, WorkProfileId } from '../../shared/ids.ts';
import type { CallReason } from '../../shared/views.ts';
import { type HallState, queueDay, type WaitingTicket } from './state.ts';

/** Stored with every call, so that a later reader knows which rules decided. */
export const ruleVersion = 2;

export interface NextTicket {
  readonly ticket: WaitingTicket;
  readonly reason: CallReason;
  /** The ordinary ticket first in line that this call passes; null if it passes none. */
  readonly passes: WaitingTicket | null;
}

/** The next ticket for a counter working to a profile at a moment (UTC ms), or null when nobody can be called there. */
export function nextTicket(
  state: HallState,
  counterId: CounterId,
  workProfileId: WorkProfileId,
  now: number,
): NextTicket | null {
  const profile = state.setup.workProfiles.find((one) => one.id === workProfileId);
  const levels = profile?.levels ?? [];
  for (const [depth, queueIds] of levels.entries()) {
    const pool: WaitingTicket[] = [];
    for (const ticket of state.tickets.values()) {
      if (ticket.status !== 'waiting') continue;
      const here =
        ticket.reservedFor === null
          ? queueIds.includes(ticket.queueId)
          : depth === 0 && ticket.reservedFor === counterId;
      if (here) pool.push(ticket);
    }
    const next = firstOfPool(state, pool, now);
    if (next !== null) return next;
  }
  return null;
}

/** Rules 2 to 4 over one pool of waiting tickets at a moment. */
export function firstOfPool(state: HallState, pool: readonly WaitingTicket[], now: number): NextTicket | null {
  const callable = withoutBlocked(state, pool).toSorted(byPlaceInTime);
  const ahead = callable.find((ticket) => goesAhead(ticket, now));
  const ordinary = callable.find((ticket) => !goesAhead(ticket, now));
  if (ahead === undefined)
    return ordinary === undefined ? null : { ticket: ordinary, reason: plainReason(ordinary), passes: null };
  if (ordinary === undefined) return { ticket: ahead, reason: aheadReason(ahead), passes: null };

  const cameEarlier = byPlaceInTime(ahead, ordinary) < 0;
  if (cameEarlier) return { ticket: ahead, reason: plainReason(ahead), passes: null };
  const mayPass =
    ordinary.reservedFor === null && queueDay(state, ordinary.queueId).passed < state.setup.rules.call.maxTimesPassed;
  return mayPass
    ? { ticket: ahead, reason: aheadReason(ahead), passes: ordinary }
    : { ticket: ordinary, reason: plainReason(ordinary), passes: null };
}

/** Rule 3: whether a ticket goes ahead of the ordinary ones at this moment. */
export function goesAhead({ priorityClassId, source, effectiveAt }: WaitingTicket, now: number): boolean {
  return priorityClassId !== null || (source === 'appointment' && effectiveAt <= now);
}

/** Rule 2: place in time, then order of issue. */
export function byPlaceInTime(a: WaitingTicket, b: WaitingTicket): number {
  return a.effectiveAt - b.effectiveAt || a.issueOrder - b.issueOrder;
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

function plainReason(ticket: WaitingTicket): CallReason {
  if (ticket.blockedUntilCall !== null && ticket.putBackTimes > 0) return 'putBack';
  return ticket.transferred ? 'transfer' : 'fifo';
}
