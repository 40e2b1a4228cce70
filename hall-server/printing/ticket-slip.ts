import type { Ticket } from '../queue/state.ts';
import type { TicketLinks } from '../ticket-links.ts';
import { missedRule } from '../views/hall-facts.ts';
import { serviceName, zoneName } from '../views/names.ts';
import type { Picture } from '../views/picture.ts';
import { phoneAddress, type SlipFacts } from './slip.ts';

/** The slip of a ticket as it would be printed now. `origin`: where phones reach the hall. */
export function slipOfTicket(picture: Picture, ticket: Ticket, links: TicketLinks, origin: string): SlipFacts {
  const { state } = picture;
  // Where it waits now: a ticket that was passed on is printed again with its new place.
  const zoneId = state.setup.queues.find((queue) => queue.id === ticket.queueId)?.zone ?? '';
  return {
    language: ticket.language,
    hall: state.setup.hall,
    number: ticket.number,
    service: serviceName(state, ticket.serviceId),
    further: ticket.further.map(({ serviceId }) => serviceName(state, serviceId)),
    issuedAt: ticket.issuedAt,
    ahead: ticket.toldAhead,
    wait: ticket.toldWait,
    zone: zoneName(state, zoneId),
    way: state.setup.zones.find((zone) => zone.id === zoneId)?.way ?? null,
    counters: picture.countersOf(ticket.queueId),
    missedRule: missedRule(state),
    address: phoneAddress(origin, links.linkOf(ticket.id)),
    code: links.codeOf(ticket.id),
    kind: (ticket.slip?.printNo ?? 1) > 1 ? 'again' : 'first',
  };
}

/** A slip of nobody: with this hall's words, for the administrator's eye and the test page. */
export function sampleSlip(picture: Picture, language: SlipFacts['language'], origin: string): SlipFacts {
  const { setup } = picture.state;
  const service = setup.services.find((one) => one.active);
  const queue = setup.queues.find((one) => one.id === service?.queue) ?? setup.queues[0];
  const zone = setup.zones.find((one) => one.id === queue?.zone);
  const nothing = { zhHans: '—', zhHant: '—', en: '—' };
  return {
    language,
    hall: setup.hall,
    number: `${queue?.prefix ?? 'A'}012`,
    service: service?.name ?? nothing,
    further: [],
    issuedAt: picture.now,
    ahead: 12,
    wait: { lowMinutes: 25, highMinutes: 35 },
    zone: zone?.name ?? nothing,
    way: zone?.way ?? null,
    counters: setup.counters.filter((one) => one.active && one.zone === zone?.id).map((one) => one.label),
    missedRule: missedRule(picture.state),
    // No ticket has it: scanned, it says so.
    address: phoneAddress(origin, '0'.repeat(26)),
    code: '0000',
    kind: 'test',
  };
}
