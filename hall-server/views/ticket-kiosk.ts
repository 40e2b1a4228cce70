import type { TicketKioskView } from '../../shared/views.ts';
import { intakeAt } from '../queue/opening-hours.ts';
import { cannotPutBack } from '../queue/put-back-missed.ts';
import { groupChoices } from './group-choices.ts';
import { hallFacts, missedRule } from './hall-facts.ts';
import type { Picture } from './picture.ts';

export function ticketKioskView(picture: Picture): TicketKioskView {
  const { state, now, local } = picture;
  return {
    kind: 'ticketKiosk',
    hall: hallFacts(state),
    intake: intakeAt(state.setup, local),
    groups: groupChoices(picture),
    missedRule: missedRule(state),
    missed: [...state.tickets.values()].flatMap((ticket) =>
      ticket.status === 'missed' && cannotPutBack(state, ticket, now) === null
        ? [{ ticketId: ticket.id, number: ticket.number }]
        : [],
    ),
  };
}
