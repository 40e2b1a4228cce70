// 评价: one rating a visit, only for a visit that was served, within its window, never by staff.
import type { CommandOf } from '../../shared/commands.ts';
import { openCase } from '../rating-cases/open-case.ts';
import { type Context, type Decision, reject } from './decision.ts';
import { earlierOfRun, misuseOf } from './misuse.ts';
import type { SeenRating } from './rating-watch.ts';
import type { HallState, Ticket } from './state.ts';

export function rateTicket(
  state: HallState,
  { ticketId, level, touches = 0 }: CommandOf<'rateTicket'>,
  context: Context,
): Decision {
  const { now, actor } = context;
  const ticket = state.tickets.get(ticketId);
  if (ticket === undefined) return reject('unknownTicket');
  const rating = ratingOf(state, ticket, now);
  if (rating === 'notOpen') return reject('notRatable');
  if (rating === 'given') return reject('alreadyRated');
  if (rating === 'over') return reject('ratingTooLate', { days: state.setup.rules.rating.linkDays });
  const channel = actor.kind === 'phone' ? 'slipQr' : 'ratingKiosk';
  if (channel === 'ratingKiosk' && !mayRateHere(state, ticket, context)) return reject('ratingNotOpenHere');

  const deviceId = actor.kind === 'device' ? actor.deviceId : null;
  const counterId = ticket.status === 'done' ? ticket.counterId : null;
  const afterMs = now - ticket.since;
  const seen: SeenRating = { at: now, level, deviceId, visit: { ticketId, counterId, afterMs } };
  const flags = misuseOf(state, seen, { touches, wrongCodes: wrongCodesOf(context) });
  return [
    { type: 'ticketRated', at: now, ticketId, level, channel, deviceId, counterId, afterMs, flags },
    ...earlierOfRun(state, seen),
    ...openCase(state, ticket, level, flags, context),
  ];
}

/** Whether a visit can be rated: done, or still being served when the day closed (a clerk who never finishes gains nothing). */
export function ratingOf(state: HallState, ticket: Ticket, now: number): 'notOpen' | 'open' | 'given' | 'over' {
  if (ticket.rating !== null) return 'given';
  const served = ticket.status === 'done' || (ticket.status === 'expired' && ticket.from === 'serving');
  if (!served) return 'notOpen';
  return isWindowOver(state, ticket, now) ? 'over' : 'open';
}

/** Ratings and what is added to them: so many days from the end of the visit. */
export function isWindowOver(state: HallState, ticket: Ticket, now: number): boolean {
  return now > ticket.since + state.setup.rules.rating.linkDays * 24 * 3_600_000;
}

/** At a kiosk: the slip has been shown there, or it is the visit just finished at the kiosk's own counter. */
function mayRateHere(state: HallState, ticket: Ticket, { actor, now }: Context): boolean {
  if (actor.kind !== 'device' || actor.assignment.kind !== 'ratingKiosk') return false;
  if (actor.provenTicketId === ticket.id) return true;
  const { counter } = actor.assignment;
  const duty = counter === null ? undefined : state.counters.get(counter);
  const lastFinished = duty?.lastFinished ?? null;
  if (lastFinished === null) return false;
  return lastFinished.ticketId === ticket.id && now <= lastFinished.at + state.setup.rules.rating.kioskSeconds * 1000;
}

function wrongCodesOf({ actor }: Context): number {
  return actor.kind === 'device' ? (actor.wrongCodes ?? 0) : 0;
}
