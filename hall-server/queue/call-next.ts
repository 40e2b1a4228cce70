// 叫号: the next ticket by the rule of the line is called to the clerk's free counter.
import { freeCounter } from './at-counter.ts';
import { type Context, type Decision, reject } from './decision.ts';
import { nextTicket, ruleVersion } from './next-ticket.ts';
import type { HallState } from './state.ts';

export function callNext(state: HallState, context: Context): Decision {
  const own = freeCounter(state, context);
  if ('rejected' in own) return own;
  const next = nextTicket(state, own.counterId, own.duty.workProfileId, context.now);
  if (next === null) return reject('nobodyWaiting');
  const { ticket, reason, passes, round } = next;
  return [
    {
      type: 'ticketCalled',
      at: context.now,
      ticketId: ticket.id,
      counterId: own.counterId,
      reason,
      chooseReason: null,
      passed: passes && { ticketId: passes.id, queueId: passes.queueId, number: passes.number },
      ...(round === null ? {} : { round }),
      ruleVersion,
    },
  ];
}
