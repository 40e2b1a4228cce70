// 过号: only by hand, only after enough calls and enough time for the visitor to come.
import type { CommandOf } from '../../shared/commands.ts';
import { ticketAtOwnCounter } from './at-counter.ts';
import { type Context, type Decision, reject } from './decision.ts';
import type { CalledTicket, HallState } from './state.ts';

export function markMissed(state: HallState, { ticketId }: CommandOf<'markMissed'>, context: Context): Decision {
  const found = ticketAtOwnCounter(state, context, ticketId, 'called');
  if ('rejected' in found) return found;
  const { afterCalls, afterSeconds } = state.setup.rules.missed;
  const from = missableFrom(state, found.ticket);
  if (from === null || context.now < from)
    return reject('missedTooEarly', { calls: afterCalls, seconds: afterSeconds });
  return [{ type: 'ticketMissed', at: context.now, ticketId }];
}

/** UTC ms from which a called ticket may be marked missed; null while more calls are needed first. */
export function missableFrom(state: HallState, ticket: CalledTicket): number | null {
  const { afterCalls, afterSeconds } = state.setup.rules.missed;
  return ticket.callNo < afterCalls ? null : ticket.since + afterSeconds * 1000;
}
