// 过号直接办理: a visitor who comes soon to the counter that called is served there, if among the queue's last missed.
import type { CommandOf } from '../../shared/commands.ts';
import type { CounterId } from '../../shared/ids.ts';
import type { Rejection } from '../../shared/rejections.ts';
import { freeCounter } from './at-counter.ts';
import { type Context, type Decision, reject } from './decision.ts';
import { counterLabel, type HallState, type MissedTicket } from './state.ts';

export function acceptMissed(state: HallState, { ticketId }: CommandOf<'acceptMissed'>, context: Context): Decision {
  const own = freeCounter(state, context);
  if ('rejected' in own) return own;
  const ticket = state.tickets.get(ticketId);
  if (ticket === undefined) return reject('unknownTicket');
  if (ticket.status !== 'missed') return reject('ticketNotMissed');
  const refused = cannotAccept(state, ticket, own.counterId, context.now);
  if (refused !== null) return refused;
  return [
    {
      type: 'missedAccepted',
      at: context.now,
      ticketId,
      counterId: own.counterId,
      staffId: own.staffId,
      minutesSinceMissed: Math.floor((context.now - ticket.since) / 60_000),
    },
  ];
}

/** Why a missed ticket cannot be served at this counter now; null when it can. */
export function cannotAccept(
  state: HallState,
  ticket: MissedTicket,
  counterId: CounterId,
  now: number,
): Rejection | null {
  const { acceptAmongLast, acceptWithinMinutes } = state.setup.rules.missed;
  if (ticket.counterId !== counterId) {
    return reject('missedAtOtherCounter', { counter: counterLabel(state, ticket.counterId) });
  }
  if (now > acceptUntil(state, ticket)) return reject('acceptTooLate', { minutes: acceptWithinMinutes });
  const missedLater = [...state.tickets.values()].filter(
    (other) =>
      other.status === 'missed' &&
      other.queueId === ticket.queueId &&
      (other.since > ticket.since || (other.since === ticket.since && other.issueOrder > ticket.issueOrder)),
  );
  return missedLater.length >= acceptAmongLast ? reject('notAmongLastMissed', { last: acceptAmongLast }) : null;
}

/** UTC ms until which the rule allows direct acceptance. */
export function acceptUntil(state: HallState, ticket: MissedTicket): number {
  return ticket.since + state.setup.rules.missed.acceptWithinMinutes * 60_000;
}
