import type { CaseRow } from '../../shared/rating-ledger.ts';
import type { CaseMoment } from '../queue/events.ts';
import type { HallState, Ticket } from '../queue/state.ts';
import { nextDue } from '../rating-cases/deadlines.ts';
import { openAppeal, type RatingCase } from '../rating-cases/rating-case.ts';
import { serviceName } from './names.ts';

/** One case as the ledger lists it, with what is due at this moment of the hall's own clock. */
export function caseRow(state: HallState, one: RatingCase, ticket: Ticket, now: CaseMoment): CaseRow {
  const due = nextDue(state.setup, one, now);
  return {
    ticketId: one.ticketId,
    number: ticket.number,
    day: ticket.day,
    serviceName: serviceName(state, ticket.serviceId),
    level: one.level,
    flags: one.flags,
    status: one.status,
    openedAt: one.openedAt,
    due: due === null ? null : { what: due.what, ...due.deadline, colour: due.colour },
    mayCallBack: one.mayCallBack,
    proposal: one.proposal?.what ?? null,
    appeal: openAppeal(one),
    declaredInvalid: one.declaredInvalid,
  };
}
