import type { Actor } from '../../shared/actors.ts';
import type { TicketKioskView } from '../../shared/views.ts';
import { intakeAt, nextOpening } from '../queue/opening-hours.ts';
import { cannotPutBack } from '../queue/put-back-missed.ts';
import { groupChoices } from './group-choices.ts';
import { hallFacts, missedRule, takesAppointments } from './hall-facts.ts';
import type { Picture } from './picture.ts';
import { kioskPrinting } from './printers.ts';

export function ticketKioskView(picture: Picture, kiosk: Extract<Actor, { kind: 'device' }>): TicketKioskView {
  const { state, now, local } = picture;
  const { hall, rules, priorityClasses } = state.setup;
  const groups = groupChoices(picture);
  const services = groups.flatMap((group) => group.services);
  return {
    kind: 'ticketKiosk',
    hall: hallFacts(state),
    intake: intakeAt(state.setup, local),
    nextOpening: nextOpening(state.setup, local),
    groups,
    // Only what can be chosen is offered.
    generalServiceId: services.find(({ serviceId }) => serviceId === hall.generalService)?.serviceId ?? null,
    priorityClasses: priorityClasses.filter(({ active }) => active).map(({ name, evidence }) => ({ name, evidence })),
    undoSeconds: rules.issue.undoSeconds,
    missedRule: missedRule(state),
    takesAppointments: takesAppointments(state),
    missed: [...state.tickets.values()].flatMap((ticket) =>
      ticket.status === 'missed' && cannotPutBack(state, ticket, now) === null
        ? [{ ticketId: ticket.id, number: ticket.number }]
        : [],
    ),
    ...kioskPrinting(picture, kiosk),
  };
}
