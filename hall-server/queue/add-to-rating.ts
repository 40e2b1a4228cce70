// 追评: what is said after the tap. First the details of the rating, once; later one addition, kept beside it and not scored.
import type { CommandOf } from '../../shared/commands.ts';
import { isIndicatorOf } from '../../shared/indicators.ts';
import { type LocalAnswer, mostDetails } from '../../shared/rating.ts';
import { type Context, type Decision, reject } from './decision.ts';
import { isWindowOver } from './rate-ticket.ts';
import type { HallState, Ticket } from './state.ts';

/** While the visitor still stands at the kiosk that took the level. */
const kioskDetailMs = 5 * 60_000;

export function addToRating(
  state: HallState,
  { ticketId, indicators, answers, text }: CommandOf<'addToRating'>,
  context: Context,
): Decision {
  const ticket = state.tickets.get(ticketId);
  if (ticket === undefined) return reject('unknownTicket');
  const { rating } = ticket;
  if (rating === null) return reject('notRatedYet');
  if (rating.details >= mostDetails) return reject('ratingComplete');
  if (isWindowOver(state, ticket, context.now)) {
    return reject('ratingTooLate', { days: state.setup.rules.rating.linkDays });
  }
  if (!mayAddHere(rating, text !== null, context)) return reject('ratingNotOpenHere');
  const strange = indicators.find((code) => !isIndicatorOf(rating.level, code));
  if (strange !== undefined) return reject('notAnIndicatorOfLevel');
  if (!answers.every((answer) => isAsked(state, answer))) return reject('unknownQuestion');
  return [
    {
      type: 'ratingDetailed',
      at: context.now,
      ticketId,
      sequence: rating.details === 0 ? 1 : 2,
      indicators: [...new Set(indicators)],
      answers,
      hasText: text !== null,
    },
  ];
}

/** The visitor's phone; or the kiosk that took the level, a moment ago. It takes no text: others look over the shoulder. */
function mayAddHere(rating: NonNullable<Ticket['rating']>, hasText: boolean, { actor, now }: Context): boolean {
  if (actor.kind === 'phone') return true;
  if (hasText) return false;
  return actor.kind === 'device' && actor.deviceId === rating.deviceId && now <= rating.at + kioskDetailMs;
}

function isAsked({ setup }: HallState, { question, answer }: LocalAnswer): boolean {
  const asked = setup.localQuestions.find(({ id, active }) => id === question && active);
  return asked?.answers.some(({ id }) => id === answer) ?? false;
}
