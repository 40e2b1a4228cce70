// 留号: a waiting number is kept for one counter or one member of staff, with a reason; or no longer.
import type { CommandOf } from '../../shared/commands.ts';
import type { Rejection } from '../../shared/rejections.ts';
import { type Context, type Decision, reject } from './decision.ts';
import { counterLabel, counterOfStaff, type HallState } from './state.ts';

export function reserveTicket(state: HallState, command: CommandOf<'reserveTicket'>, context: Context): Decision {
  const { ticketId, for: whom, reason } = command;
  const ticket = state.tickets.get(ticketId);
  if (ticket === undefined) return reject('unknownTicket');
  if (ticket.status !== 'waiting') return reject('ticketNotWaiting');
  if (whom !== null && reason === null) return reject('reasonNeeded');
  const refused = whom === null ? null : cannotCall(state, whom);
  if (refused !== null) return refused;
  const counterId = whom?.to === 'counter' ? whom.counterId : null;
  const staffId = whom?.to === 'staff' ? whom.staffId : null;
  if (counterId === ticket.reservedFor && staffId === ticket.reservedForStaff) return reject('nothingToChange');
  return [{ type: 'ticketReserved', at: context.now, ticketId, counterId, staffId, reason: whom && reason }];
}

/** Whoever is kept for a counter or a person must be able to be called there. */
export function cannotCall(state: HallState, whom: Exclude<CommandOf<'reserveTicket'>['for'], null>): Rejection | null {
  if (whom.to === 'staff') {
    return counterOfStaff(state, whom.staffId) === null ? reject('staffAtNoCounter') : null;
  }
  if (!state.setup.counters.some(({ id }) => id === whom.counterId)) return reject('unknownCounter');
  const duty = state.counters.get(whom.counterId);
  return duty === undefined || duty.status === 'closed'
    ? reject('counterClosed', { counter: counterLabel(state, whom.counterId) })
    : null;
}
