import type { ShownSlip } from '../../shared/http.ts';
import { wasServed } from '../queue/join-case.ts';
import { hasEnded } from '../queue/lifecycle.ts';
import { cannotPutBack } from '../queue/put-back-missed.ts';
import type { Ticket } from '../queue/state.ts';
import { serviceName } from './names.ts';
import type { Picture } from './picture.ts';

/** What a ticket kiosk is told of the slip that a visitor holds before its scanner. */
export function shownSlip({ state, now }: Picture, ticket: Ticket): ShownSlip {
  const { id: ticketId, number, day: date, serviceId } = ticket;
  const is = (): ShownSlip['is'] => {
    if (wasServed(ticket)) return 'served';
    if (hasEnded(ticket.status)) return 'over';
    if (ticket.status !== 'missed') return 'live';
    return cannotPutBack(state, ticket, now) === null ? 'missed' : 'over';
  };
  return { ticketId, number, date, serviceId, serviceName: serviceName(state, serviceId), is: is() };
}
