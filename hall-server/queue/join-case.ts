// 同一件事: this visit and an earlier one are about the same errand; a case is named by its first ticket.
import type { CommandOf } from '../../shared/commands.ts';
import type { TicketId } from '../../shared/ids.ts';
import type { Rejection } from '../../shared/rejections.ts';
import { ownCounter } from './at-counter.ts';
import { type Context, type Decision, reject } from './decision.ts';
import type { HallEvent } from './events.ts';
import { hasEnded } from './lifecycle.ts';
import { type CaseId, counterLabel, type HallState, type Ticket } from './state.ts';

export function joinCase(state: HallState, command: CommandOf<'joinCase'>, context: Context): Decision {
  const ticket = state.tickets.get(command.ticketId);
  const earlier = state.tickets.get(command.earlierTicketId);
  if (ticket === undefined || earlier === undefined) return reject('unknownTicket');
  if (earlier.id === ticket.id || !wasServed(earlier)) return reject('earlierVisitNotServed');
  if (hasEnded(ticket.status)) return reject('ticketEnded');
  return atOtherCounter(state, ticket, context) ?? joined(ticket.id, earlier, context.now);
}

/** The two visits as one errand from now on (`at`: UTC ms). */
export function joined(ticketId: TicketId, earlier: Ticket, at: number): readonly HallEvent[] {
  const caseId = earlier.caseId ?? earlier.id;
  const toCase = (id: TicketId): HallEvent => ({ type: 'caseJoined', at, ticketId: id, caseId });
  // The earlier visit may have been thought to be no case: a question that has become one.
  return earlier.caseId === null ? [toCase(ticketId), toCase(earlier.id)] : [toCase(ticketId)];
}

/** A clerk speaks for who stands at the clerk's own counter; the front desk for anybody. */
function atOtherCounter(state: HallState, ticket: Ticket, context: Context): Rejection | null {
  if (context.actor.kind !== 'staff' || context.actor.role !== 'clerk') return null;
  const own = ownCounter(state, context);
  if ('rejected' in own) return own;
  if (ticket.status !== 'called' && ticket.status !== 'serving') return reject('ticketNotServing');
  return ticket.counterId === own.counterId
    ? null
    : reject('ticketAtOtherCounter', { counter: counterLabel(state, ticket.counterId) });
}

/** Whether somebody was served on a visit that is over: only then can another visit follow it. */
export function wasServed(ticket: Ticket): boolean {
  return ticket.status === 'done' || (ticket.status === 'expired' && ticket.from === 'serving');
}

const opensCase = ['accepted', 'instant', 'collected', 'incomplete'] as const satisfies readonly string[];

/**
 * The case a finished service belongs to: the one it was joined to, the one of that number, or its own if there is work
 * to follow or a result. Null: a question answered, a wrong number drawn. `freshId` names the case of a second service of
 * the same visit.
 */
export function caseOfVisit(
  state: HallState,
  ticket: Ticket,
  { outcome, externalCaseNo }: Pick<CommandOf<'finish'>, 'outcome' | 'externalCaseNo'>,
  freshId: CaseId,
): CaseId | null | Rejection {
  const ofNumber = externalCaseNo === null ? null : (state.errands.get(externalCaseNo) ?? null);
  if (ticket.caseId !== null && ofNumber !== null && ofNumber !== ticket.caseId) {
    return reject('caseNoOfOther', { caseNo: externalCaseNo ?? '' });
  }
  const known = ticket.caseId ?? ofNumber;
  if (known !== null) return known;
  if (externalCaseNo === null && !(opensCase as readonly string[]).includes(outcome)) return null;
  return ticket.finished.some(({ caseId }) => caseId === ticket.id) ? freshId : ticket.id;
}
