// 重演一天: the same arrivals, counters and service times under the law with some set-up; who is called when, and why.
import type { CounterId, TicketId } from '../../shared/ids.ts';
import type { Setup } from '../../shared/setup.ts';
import type { CallReason } from '../../shared/views.ts';
import { afterCall, evolve, withRound } from '../queue/evolve.ts';
import { nextTicket } from '../queue/next-ticket.ts';
import { emptyHall, type HallState } from '../queue/state.ts';
import type { GivenEvent, RecordedDay } from './recorded-day.ts';

export interface ReplayedCall {
  readonly ticketId: TicketId;
  readonly at: number;
  readonly reason: CallReason;
}

/** About how many steps a replay will take: it may call a few more or fewer than were called in truth. */
export function replaySteps(day: RecordedDay): number {
  return day.given.length + day.calls.length;
}

/**
 * Plays a recorded day under a set-up. Each visitor is called once and keeps the counter as long as all the visit's turns
 * took in truth; whoever left while waiting leaves at the same moment, unless called before.
 * Yields after each moment of the day how many steps are gone, so that whoever drives it can let others go first.
 */
export function* replayDay(day: RecordedDay, setup: Setup): Generator<number, readonly ReplayedCall[]> {
  const usualMs = day.busyMs.size === 0 ? 0 : [...day.busyMs.values()].reduce((a, b) => a + b, 0) / day.busyMs.size;
  const calls: ReplayedCall[] = [];
  const busyUntil = new Map<CounterId, number>();
  let state = emptyHall(setup);
  let next = 0;
  while (true) {
    const given = day.given[next];
    const now = Math.min(given?.at ?? Infinity, ...busyUntil.values());
    if (now === Infinity) return calls;
    for (let event = day.given[next]; event !== undefined && event.at <= now; event = day.given[next]) {
      state = happened(state, event);
      next += 1;
    }
    for (const [counterId, until] of busyUntil) if (until <= now) busyUntil.delete(counterId);
    for (const { id: counterId } of setup.counters) {
      const duty = state.counters.get(counterId);
      if (duty?.status !== 'open' || busyUntil.has(counterId)) continue;
      const call = nextTicket(state, counterId, duty.workProfileId, now);
      if (call === null) continue;
      const { ticket, reason, passes, round } = call;
      calls.push({ ticketId: ticket.id, at: now, reason });
      busyUntil.set(counterId, now + Math.max(1, (day.busyMs.get(ticket.id) ?? usualMs) + day.betweenMs));
      const queues = afterCall(state, ticket, passes?.queueId ?? null, now);
      state = withRound({ ...without(state, ticket.id), queues }, counterId, round);
    }
    yield next + calls.length;
  }
}

function happened(state: HallState, event: GivenEvent): HallState {
  if (event.type === 'left') return without(state, event.ticketId);
  // Called already in this replay.
  if (event.type === 'priorityGranted' && !state.tickets.has(event.ticketId)) return state;
  const duty = 'counterId' in event ? state.counters.get(event.counterId) : undefined;
  const needsDuty = 'counterId' in event && event.type !== 'counterOpened';
  // A counter that had been open since the day before.
  if (needsDuty && (duty === undefined || duty.status === 'closed')) return state;
  return evolve(state, event);
}

function without(state: HallState, ticketId: TicketId): HallState {
  const tickets = new Map(state.tickets);
  tickets.delete(ticketId);
  return { ...state, tickets };
}
