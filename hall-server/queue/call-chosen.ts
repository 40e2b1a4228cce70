// 指定叫号: a manager has one waiting ticket called out of turn to a free open counter, and says why.
import type { CommandOf } from '../../shared/commands.ts';
import { type Context, type Decision, reject } from './decision.ts';
import { ruleVersion } from './next-ticket.ts';
import { boundCounter, counterLabel, type HallState, ticketAtCounter } from './state.ts';

export function callChosen(state: HallState, command: CommandOf<'callChosen'>, context: Context): Decision {
  const { ticketId, counterId, reason } = command;
  const ticket = state.tickets.get(ticketId);
  if (ticket === undefined) return reject('unknownTicket');
  if (ticket.status !== 'waiting') return reject('ticketNotWaiting');
  const bound = boundCounter(state, ticket);
  if (bound !== null && bound !== counterId) {
    return reject('ticketReservedElsewhere', { counter: counterLabel(state, bound) });
  }
  const duty = state.counters.get(counterId);
  if (duty === undefined || duty.status === 'closed') return reject('counterClosed');
  if (duty.status === 'paused') return reject('counterPaused');
  const present = ticketAtCounter(state, counterId);
  if (present !== null) return reject('counterBusy', { number: present.number });
  return [
    {
      type: 'ticketCalled',
      at: context.now,
      ticketId,
      counterId,
      reason: 'chosen',
      chooseReason: reason,
      passed: null,
      ruleVersion,
    },
  ];
}
