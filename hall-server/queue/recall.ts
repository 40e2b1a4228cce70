// 重呼: the visitor has not come; call the same number again, a limited number of times.
import type { CommandOf } from '../../shared/commands.ts';
import { ticketAtOwnCounter } from './at-counter.ts';
import { type Context, type Decision, reject } from './decision.ts';
import type { HallState } from './state.ts';

export function recall(state: HallState, { ticketId }: CommandOf<'recall'>, context: Context): Decision {
  const found = ticketAtOwnCounter(state, context, ticketId, 'called');
  if ('rejected' in found) return found;
  const callNo = found.ticket.callNo + 1;
  const { maxRecalls } = state.setup.rules.call;
  if (callNo > 1 + maxRecalls) return reject('noMoreRecalls', { recalls: maxRecalls });
  return [{ type: 'ticketRecalled', at: context.now, ticketId, callNo }];
}
