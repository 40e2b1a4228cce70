// 优先: the front desk has seen the document and grants a waiting ticket its class; no copy is kept.
import type { CommandOf } from '../../shared/commands.ts';
import { type Context, type Decision, reject } from './decision.ts';
import type { HallState } from './state.ts';

export function grantPriority(state: HallState, command: CommandOf<'grantPriority'>, context: Context): Decision {
  const { ticketId, priorityClassId } = command;
  const ticket = state.tickets.get(ticketId);
  if (ticket === undefined) return reject('unknownTicket');
  if (ticket.status !== 'waiting' && ticket.status !== 'missed') return reject('priorityNotGrantableNow');
  if (!state.setup.priorityClasses.some((one) => one.id === priorityClassId && one.active)) {
    return reject('unknownPriorityClass');
  }
  return [{ type: 'priorityGranted', at: context.now, ticketId, priorityClassId }];
}
