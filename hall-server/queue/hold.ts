// 挂起、恢复: the visitor steps aside, until a time if one is agreed; the counter is free meanwhile. Resumed at any free counter. One whose papers were
// being prepared (备件) is called to it like anybody called: the pick-up screens show where to.
import type { CommandOf } from '../../shared/commands.ts';
import { freeCounter, ticketAtOwnCounter } from './at-counter.ts';
import { type Context, type Decision, reject } from './decision.ts';
import { type HallState, mayPickUp } from './state.ts';

export function hold(state: HallState, command: CommandOf<'hold'>, context: Context): Decision {
  const { ticketId, reason, returnInMinutes } = command;
  const found = ticketAtOwnCounter(state, context, ticketId, 'serving');
  if ('rejected' in found) return found;
  if (reason === 'preparingPapers' && !mayPickUp(state, found.ticket)) return reject('serviceNotForPickUp');
  const agreed = returnInMinutes === undefined ? {} : { returnAt: context.now + returnInMinutes * 60_000 };
  return [{ type: 'ticketHeld', at: context.now, ticketId, reason, ...agreed }];
}

export function resume(state: HallState, { ticketId }: CommandOf<'resume'>, context: Context): Decision {
  const own = freeCounter(state, context);
  if ('rejected' in own) return own;
  const ticket = state.tickets.get(ticketId);
  if (ticket === undefined) return reject('unknownTicket');
  if (ticket.status !== 'held') return reject('ticketNotHeld');
  return [{ type: 'ticketResumed', at: context.now, ticketId, counterId: own.counterId, staffId: own.staffId }];
}
