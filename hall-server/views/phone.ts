import { mostDetails } from '../../shared/rating.ts';
import type { PhoneView } from '../../shared/views.ts';
import { acceptUntil, cannotAccept } from '../queue/accept-missed.ts';
import { mayStep } from '../queue/lifecycle.ts';
import { isLater } from '../queue/next-ticket.ts';
import { nextTripOf } from '../queue/next-trip.ts';
import { periodsOnDate } from '../queue/opening-hours.ts';
import { cannotPostpone } from '../queue/postpone-ticket.ts';
import { cannotPutBack, putBackUntil } from '../queue/put-back-missed.ts';
import { isWindowOver, ratingOf } from '../queue/rate-ticket.ts';
import { boundCounter, counterLabel, type Ticket } from '../queue/state.ts';
import { hallFacts, missedRule } from './hall-facts.ts';
import { serviceName, zoneName, zoneNameOfCounter } from './names.ts';
import type { Picture } from './picture.ts';

/** One visitor's own ticket; nothing of anybody else's. */
export function phoneView(picture: Picture, ticket: Ticket): PhoneView {
  const { state, now } = picture;
  const line = picture.line(ticket.queueId);
  const turn = line.findIndex((other) => other.id === ticket.id);
  const counterId = 'counterId' in ticket ? ticket.counterId : boundCounter(state, ticket);
  const zone = state.setup.queues.find((queue) => queue.id === ticket.queueId)?.zone ?? '';
  const { remindAhead, postponeTimes, postponePlaces } = state.setup.rules.waiting;
  const canPostpone = ticket.status === 'waiting' && cannotPostpone(state, ticket) === null;
  const missed = ticket.status === 'missed' ? ticket : null;
  return {
    kind: 'phone',
    hall: hallFacts(state),
    ticketId: ticket.id,
    number: ticket.number,
    status: ticket.status,
    serviceName: serviceName(state, ticket.serviceId),
    zoneName: counterId === null ? zoneName(state, zone) : zoneNameOfCounter(state, counterId),
    issuedAt: ticket.issuedAt,
    since: ticket.since,
    ahead: ticket.status === 'waiting' && turn >= 0 && !isLater(ticket, now) ? turn : null,
    wait: ticket.status === 'waiting' ? picture.waitOfTicket(ticket.id) : null,
    counterLabel: counterId === null ? null : counterLabel(state, counterId),
    counterLabels: picture.countersOf(ticket.queueId),
    callNo: ticket.status === 'called' ? ticket.callNo : 0,
    missedRule: missedRule(state),
    acceptUntil:
      missed !== null && cannotAccept(state, missed, missed.counterId, now) === null
        ? acceptUntil(state, missed)
        : null,
    putBackUntil: missed !== null && cannotPutBack(state, missed, now) === null ? putBackUntil(state, missed) : null,
    canCancel: mayStep(ticket.status, 'cancelled'),
    postpone: canPostpone ? { places: postponePlaces, timesLeft: postponeTimes - ticket.postponedTimes } : null,
    remindAhead,
    next: nextTrips(picture, ticket),
    further: ticket.further.map(({ serviceId }) => serviceName(state, serviceId)),
    finished: ticket.finished.map(({ serviceId, outcome }) => ({ name: serviceName(state, serviceId), outcome })),
    expectedAt: ticket.status === 'held' ? ticket.returnAt : laterOnly(ticket, now),
    rating: ratingOf(state, ticket, now),
    more: moreOf(picture, ticket),
  };
}

/** Of every service finished so far; the last of them is the visit's own end. */
function nextTrips({ state }: Picture, ticket: Ticket): PhoneView['next'] {
  const ended = ticket.status === 'done' ? [...ticket.finished, ticket] : ticket.finished;
  return ended.flatMap((service) => {
    const next = nextTripOf(state, service);
    if (next === null) return [];
    const open = next.for === 'collect' ? periodsOnDate(state.setup, next.on) : null;
    return [{ ...next, serviceName: serviceName(state, service.serviceId), open }];
  });
}

function laterOnly(ticket: Ticket, now: number): number | null {
  return ticket.status === 'waiting' && isLater(ticket, now) ? ticket.notBefore : null;
}

/** Only to whoever may add something, so that a phone that waits is not sent questions again and again. */
function moreOf({ state, now }: Picture, ticket: Ticket): PhoneView['more'] {
  const details = ticket.rating?.details ?? mostDetails;
  if (details >= mostDetails || isWindowOver(state, ticket, now)) return null;
  const questions = details === 0 ? state.setup.localQuestions.filter(({ active }) => active) : [];
  return { sequence: details === 0 ? 1 : 2, questions };
}
