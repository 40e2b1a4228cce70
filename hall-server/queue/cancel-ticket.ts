// 取消: a ticket that waits, is held or was missed is given up; its number is never used again that day.
import type { CommandOf } from '../../shared/commands.ts';
import { type Context, type Decision, reject } from './decision.ts';
import { mayStep } from './lifecycle.ts';
import type { HallState } from './state.ts';

export function cancelTicket(state: HallState, command: CommandOf<'cancelTicket'>, context: Context): Decision {
  const ticket = state.tickets.get(command.ticketId);
  if (ticket === undefined) return reject('unknownTicket');
  if (!mayStep(ticket.status, 'cancelled')) return reject('ticketNotCancellable');
  return [{ type: 'ticketCancelled', at: context.now, ticketId: ticket.id, reason: command.reason }];
}
