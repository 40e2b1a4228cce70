// 晚一点到: a visitor who waits and will be late lets others go first; same number, same place in time, only so often.
import type { CommandOf } from '../../shared/commands.ts';
import type { Rejection } from '../../shared/rejections.ts';
import { type Context, type Decision, reject } from './decision.ts';
import { lineOfQueue } from './line.ts';
import { type HallState, queueDay, type WaitingTicket } from './state.ts';

export function postponeTicket(
  state: HallState,
  { ticketId }: CommandOf<'postponeTicket'>,
  context: Context,
): Decision {
  const ticket = state.tickets.get(ticketId);
  if (ticket === undefined) return reject('unknownTicket');
  if (ticket.status !== 'waiting') return reject('ticketNotWaiting');
  const refused = cannotPostpone(state, ticket);
  if (refused !== null) return refused;
  // So many calls after those ahead of it now: whoever stands behind goes first.
  const ahead = lineOfQueue(state, ticket.queueId, context.now).findIndex((other) => other.id === ticketId);
  const blockedUntilCall =
    queueDay(state, ticket.queueId).calls + Math.max(0, ahead) + state.setup.rules.waiting.postponePlaces;
  return [{ type: 'ticketPostponed', at: context.now, ticketId, blockedUntilCall }];
}

/** Why a waiting ticket cannot be moved back; null when it can. */
export function cannotPostpone(state: HallState, ticket: WaitingTicket): Rejection | null {
  const { postponeTimes } = state.setup.rules.waiting;
  return ticket.postponedTimes >= postponeTimes ? reject('postponeUsedUp', { times: postponeTimes }) : null;
}
