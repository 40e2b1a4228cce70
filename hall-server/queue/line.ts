// 队伍: the order in which waiting tickets would be called if nothing else happened.
import type { CounterId, QueueId, WorkProfileId } from '../../shared/ids.ts';
import { afterCall, withRound } from './evolve.ts';
import { byPlaceInTime, firstOfPool, goesAhead, isLater, type NextTicket, nextTicket } from './next-ticket.ts';
import type { HallState, WaitingTicket } from './state.ts';

/** The next tickets one counter would call, at most `limit` of them, each with its reason. */
export function lineOfCounter(
  state: HallState,
  counterId: CounterId,
  workProfileId: WorkProfileId,
  limit: number,
  now: number,
): readonly NextTicket[] {
  return lineBy(state, limit, now, counterId, (left) => nextTicket(left, counterId, workProfileId, now));
}

/** The waiting tickets of one queue in the order in which they would be called; last, those not expected yet. */
export function lineOfQueue(state: HallState, queueId: QueueId, now: number): readonly WaitingTicket[] {
  const waiting = [...state.tickets.values()]
    .filter((ticket): ticket is WaitingTicket => ticket.status === 'waiting' && ticket.queueId === queueId)
    .toSorted(byPlaceInTime);
  // Nobody goes ahead and nobody is held back: the line is as they came.
  const inLine = waiting.filter((ticket) => !isLater(ticket, now));
  const later = waiting.filter((ticket) => isLater(ticket, now));
  const asTheyCame = inLine.every((ticket) => !goesAhead(ticket, now) && ticket.blockedUntilCall === null);
  if (asTheyCame) return [...inLine, ...later];
  const line = lineBy(state, inLine.length, now, null, (left) =>
    firstOfPool(
      left,
      inLine.filter((ticket) => left.tickets.has(ticket.id)),
      now,
    ),
  );
  return [...line.map((next) => next.ticket), ...later];
}

/** Walks the law itself forward, so that the line shown is the line that will be. */
function lineBy(
  state: HallState,
  limit: number,
  now: number,
  counterId: CounterId | null,
  next: (left: HallState) => NextTicket | null,
): readonly NextTicket[] {
  const line: NextTicket[] = [];
  const tickets = new Map(state.tickets);
  let left: HallState = { ...state, tickets };
  while (line.length < limit) {
    const one = next(left);
    if (one === null) break;
    line.push(one);
    tickets.delete(one.ticket.id);
    left = { ...left, queues: afterCall(left, one.ticket, one.passes?.queueId ?? null, now) };
    if (counterId !== null) left = withRound(left, counterId, one.round);
  }
  return line;
}
