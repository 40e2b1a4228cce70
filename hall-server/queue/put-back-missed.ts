// 过号恢复: a missed ticket waits again with the same number, a few calls later, in time and only so often.
import type { CommandOf } from '../../shared/commands.ts';
import type { Rejection } from '../../shared/rejections.ts';
import { type Context, type Decision, reject } from './decision.ts';
import { type HallState, type MissedTicket, queueDay } from './state.ts';

export function putBackMissed(state: HallState, { ticketId }: CommandOf<'putBackMissed'>, context: Context): Decision {
  const ticket = state.tickets.get(ticketId);
  if (ticket === undefined) return reject('unknownTicket');
  if (ticket.status !== 'missed') return reject('ticketNotMissed');
  const refused = cannotPutBack(state, ticket, context.now);
  if (refused !== null) return refused;
  const blockedUntilCall = queueDay(state, ticket.queueId).calls + state.setup.rules.missed.putBackPlaces;
  return [{ type: 'ticketPutBack', at: context.now, ticketId, blockedUntilCall }];
}

/** Why a missed ticket cannot be put back now; null when it can. */
export function cannotPutBack(state: HallState, ticket: MissedTicket, now: number): Rejection | null {
  const { putBackTimes, putBackWithinMinutes } = state.setup.rules.missed;
  if (ticket.putBackTimes >= putBackTimes) return reject('putBackUsedUp', { times: putBackTimes });
  if (now > putBackUntil(state, ticket)) return reject('putBackTooLate', { minutes: putBackWithinMinutes });
  return null;
}

/** UTC ms until which the rule allows putting back. */
export function putBackUntil(state: HallState, ticket: MissedTicket): number {
  return ticket.since + state.setup.rules.missed.putBackWithinMinutes * 60_000;
}
