import type { DeviceAssignment } from '../../shared/actors.ts';
import type { CounterId } from '../../shared/ids.ts';
import type { BoardView, PublicCall } from '../../shared/views.ts';
import { type CalledTicket, counterLabel, type HallState, type ServingTicket } from '../queue/state.ts';
import { groupChoices } from './group-choices.ts';
import { missedRule, screenFacts } from './hall-facts.ts';
import { zoneName } from './names.ts';
import type { Picture } from './picture.ts';

type Board = Extract<DeviceAssignment, { kind: 'hallScreen' | 'zoneScreen' }>;

/** A hall screen shows every zone, a zone screen its own. */
export function boardView(picture: Picture, assignment: Board): BoardView {
  const { state, now } = picture;
  const zone = assignment.kind === 'zoneScreen' ? assignment.zone : null;
  const inZone = (counterId: CounterId) =>
    zone === null || state.setup.counters.some((counter) => counter.id === counterId && counter.zone === zone);
  const tickets = [...state.tickets.values()];
  const shownUntil = state.setup.rules.missed.putBackWithinMinutes * 60_000;
  return {
    kind: 'board',
    ...screenFacts(state, assignment),
    screen: assignment.kind,
    zoneName: zone === null ? null : zoneName(state, zone),
    calls: tickets
      .flatMap((ticket) =>
        (ticket.status === 'called' || ticket.status === 'serving') && inZone(ticket.counterId)
          ? [publicCall(state, ticket)]
          : [],
      )
      .toSorted((a, b) => Number(a.status === 'serving') - Number(b.status === 'serving') || b.calledAt - a.calledAt),
    groups: groupChoices(picture)
      .filter((group) => zone === null || group.zoneId === zone)
      .map(({ groupId, name, services, waiting, wait }) => ({
        groupId,
        name,
        prefixes: [...new Set(services.map((service) => service.prefix))],
        waiting,
        wait,
      })),
    missed: tickets
      .flatMap((ticket) =>
        ticket.status === 'missed' && inZone(ticket.counterId) && now < ticket.since + shownUntil
          ? [{ number: ticket.number, counterLabel: counterLabel(state, ticket.counterId), since: ticket.since }]
          : [],
      )
      .toSorted((a, b) => b.since - a.since)
      .map(({ number, counterLabel: label }) => ({ number, counterLabel: label })),
    preparing: [],
    missedRule: missedRule(state),
  };
}

/** A call as the public may see it: number and counter, nothing that says who. */
export function publicCall(state: HallState, ticket: CalledTicket | ServingTicket): PublicCall {
  return {
    number: ticket.number,
    counterLabel: counterLabel(state, ticket.counterId),
    status: ticket.status,
    callNo: ticket.status === 'called' ? ticket.callNo : 0,
    calledAt: ticket.status === 'called' ? ticket.lastCalledAt : ticket.since,
  };
}
