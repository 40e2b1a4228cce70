import type { Asked } from '../../../shared/browser/ask.ts';
import type { Answer } from '../../../shared/browser/hall-connection.ts';
import type { RatingLevel } from '../../../shared/commands.ts';
import type { FindVisit, FoundVisit } from '../../../shared/http.ts';
import type { CommandId, TicketId } from '../../../shared/ids.ts';
import type { RatingNotice } from '../../../shared/texts/rating.ts';

export interface Visit {
  readonly ticketId: TicketId;
  readonly number: string;
}

/** One rating as one wish: repeated, it is the same command. */
export interface Rating {
  /** Null: no visit but the hall itself, an opinion of somebody without a ticket. */
  readonly visit: Visit | null;
  readonly level: RatingLevel;
  readonly id: CommandId;
  /** On the question within 15 s, this one too. */
  readonly touches: number;
}

export type RatingStep =
  | { readonly at: 'start' }
  | { readonly at: 'number'; readonly typed: string }
  | { readonly at: 'code'; readonly number: string; readonly typed: string }
  | { readonly at: 'question'; readonly visit: Visit | null }
  /** Stored; what follows is offered at every level alike. */
  | { readonly at: 'more'; readonly visit: Visit; readonly level: RatingLevel }
  | { readonly at: 'thanks' }
  /** `again`: what was asked in vain and may be asked again. */
  | { readonly at: 'notice'; readonly why: RatingNotice; readonly again?: FindVisit | Rating };

export const start: RatingStep = { at: 'start' };

/** The step after the hall was shown a slip. */
export function stepAfterFinding(shown: FindVisit, asked: Asked<FoundVisit>): RatingStep {
  if (asked.ok) {
    const { ticketId, number, rating } = asked.answer;
    return rating === 'open' ? { at: 'question', visit: { ticketId, number } } : { at: 'notice', why: rating };
  }
  switch (asked.code) {
    case 'wrongCode':
    case 'notFound':
    case 'malformed':
      return { at: 'notice', why: 'wrongCode' };
    case 'waitBeforeRetry':
    case 'tooManyRequests':
      return { at: 'notice', why: 'waitBeforeRetry' };
    case 'unreachable':
      return { at: 'notice', why: 'unreachable', again: shown };
    default:
      return { at: 'notice', why: 'refused' };
  }
}

/** The step after a level was sent. */
export function stepAfterRating(rating: Rating, answer: Answer): RatingStep {
  const { visit, level } = rating;
  if (answer.ok) return visit === null ? { at: 'thanks' } : { at: 'more', visit, level };
  switch (answer.code) {
    case 'alreadyRated':
      return { at: 'notice', why: 'given' };
    case 'ratingTooLate':
      return { at: 'notice', why: 'over' };
    case 'notRatable':
      return { at: 'notice', why: 'notOpen' };
    case 'kioskResting':
      return { at: 'notice', why: 'resting', again: rating };
    case 'unreachable':
      return { at: 'notice', why: 'unreachable', again: rating };
    default:
      return { at: 'notice', why: 'refused' };
  }
}
