// 撤回叫号: called by mistake; the ticket waits again at its old place, and it is not a miss.
import type { CommandOf } from '../../shared/commands.ts';
import { ticketAtOwnCounter } from './at-counter.ts';
import type { Context, Decision } from './decision.ts';
import type { HallState } from './state.ts';

export function withdrawCall(state: HallState, command: CommandOf<'withdrawCall'>, context: Context): Decision {
  const found = ticketAtOwnCounter(state, context, command.ticketId, 'called');
  if ('rejected' in found) return found;
  return [{ type: 'callWithdrawn', at: context.now, ticketId: command.ticketId, reason: command.reason }];
}
