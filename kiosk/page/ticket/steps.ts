import type { Answer } from '../../../shared/browser/hall-connection.ts';
import type { Command } from '../../../shared/commands.ts';
import type { ShownSlip } from '../../../shared/http.ts';
import type { ServiceGroupId, TicketId } from '../../../shared/ids.ts';
import type { Language } from '../../../shared/languages.ts';
import type { IssuedTicket } from '../../../shared/protocol.ts';
import type { GroupChoice, ServiceChoice } from '../../../shared/views.ts';

/** What the kiosk shows; each step asks one question or gives one answer. */
export type Step =
  | { readonly at: 'groups'; readonly page: number }
  | { readonly at: 'services'; readonly groupId: ServiceGroupId; readonly page: number }
  /** The hall may close before the number's turn: does the visitor want it all the same? */
  | { readonly at: 'mayNotBeReached'; readonly by: string; readonly wish: NumberWish }
  /** Everything that one number is to be for, before it is taken. */
  | { readonly at: 'several' }
  | {
      readonly at: 'issued';
      readonly ticket: TakenTicket;
      readonly issued: IssuedTicket;
      /** How many things the number is for besides its service. */
      readonly further: number;
    }
  | { readonly at: 'undone'; readonly number: string }
  | { readonly at: 'missed'; readonly page: number }
  | { readonly at: 'isThisYours'; readonly ticketId: TicketId; readonly number: string }
  | { readonly at: 'putBack'; readonly number: string }
  | { readonly at: 'checkIn'; readonly typed: string }
  /** A slip has been held before the scanner: of a visit that is over, of a number that waits, or of nobody. */
  | { readonly at: 'slipShown'; readonly slip: ShownSlip }
  | { readonly at: 'noSuchSlip'; readonly unreachable: boolean }
  | { readonly at: 'priority' }
  | { readonly at: 'help' }
  | {
      readonly at: 'refused';
      readonly code: (Answer & { ok: false })['code'];
      readonly facts?: (Answer & { ok: false })['facts'];
      readonly wish: Wish;
    };

export const firstStep: Step = { at: 'groups', page: 0 };

/** What a visitor wants done; sent as one command however often it has to be repeated. */
export type Wish = NumberWish | PlaceWish | UndoWish | CheckInWish;
export interface TakenTicket {
  readonly ticketId: TicketId;
  readonly number: string;
}
export interface NumberWish {
  readonly for: 'number';
  readonly service: ServiceChoice;
  readonly group: GroupChoice;
  /** The visit whose errand this one goes on with; null: a new errand, or none was shown. */
  readonly earlier: ShownSlip | null;
  /** What else the number is to be for, in order. */
  readonly further: readonly ServiceChoice[];
}
export interface PlaceWish extends TakenTicket {
  readonly for: 'place';
}
/** A booking becomes a number: by the eight digits of its code. */
export interface CheckInWish {
  readonly for: 'checkIn';
  readonly code: string;
}
/** The number just given is not wanted after all. */
export interface UndoWish extends TakenTicket {
  readonly for: 'undo';
}

export function commandOf(wish: Wish, language: Language): Command {
  switch (wish.for) {
    case 'number': {
      const again = wish.earlier === null ? {} : { earlierTicketId: wish.earlier.ticketId };
      const more = wish.further.length === 0 ? {} : { further: wish.further.map(({ serviceId }) => serviceId) };
      const { serviceId } = wish.service;
      return { type: 'issueTicket', serviceId, language, priorityClassId: null, ...again, ...more };
    }
    case 'place':
      return { type: 'putBackMissed', ticketId: wish.ticketId };
    case 'checkIn':
      return { type: 'checkIn', appointment: { code: wish.code }, language };
    case 'undo':
      return { type: 'cancelTicket', ticketId: wish.ticketId, reason: 'takenByMistake' };
  }
}

export function isSameWish(a: Wish, b: Wish): boolean {
  if (a.for === 'number') {
    return b.for === 'number' && wanted(a) === wanted(b) && a.earlier?.ticketId === b.earlier?.ticketId;
  }
  if (a.for === 'checkIn') return b.for === 'checkIn' && a.code === b.code;
  return (b.for === 'place' || b.for === 'undo') && b.for === a.for && b.ticketId === a.ticketId;
}

const wanted = ({ service, further }: NumberWish) => [service, ...further].map(({ serviceId }) => serviceId).join();

/** The step that says what the hall answered. */
export function stepAfter(wish: Wish, answer: Answer): Step {
  if (!answer.ok) return { at: 'refused', code: answer.code, facts: answer.facts, wish };
  const { ticket, issued } = answer.receipt;
  if (wish.for === 'place') return { at: 'putBack', number: ticket?.number ?? wish.number };
  if (wish.for === 'undo') return { at: 'undone', number: wish.number };
  if (ticket === undefined || issued === undefined) return { at: 'refused', code: 'internal', wish };
  const further = wish.for === 'number' ? wish.further.length : 0;
  return { at: 'issued', ticket, issued, further };
}

/** Whether a refusal may be over by itself: only then is trying again worth a visitor's time. */
export function mayPass(code: (Answer & { ok: false })['code']): boolean {
  return code === 'unreachable' || code === 'tooManyRequests';
}

/** Names a step, so that the frame knows when another one is on the glass. */
export function stepName(step: Step): string {
  return 'page' in step ? `${step.at} ${step.page}` : step.at;
}

/** At most this many choices at once, one of them 'more' where there are more. */
export const choicesAtOnce = { usual: 6, larger: 4 } as const;

/** The choices of one page, and whether a 'more' card follows them. */
export function pageOf<Choice>(
  choices: readonly Choice[],
  page: number,
  atOnce: number,
): { shown: readonly Choice[]; more: boolean } {
  // Pages grow when the type becomes smaller again: the last one there is, then.
  const last = Math.max(0, Math.ceil((choices.length - atOnce) / (atOnce - 1)));
  const from = Math.min(page, last) * (atOnce - 1);
  const rest = choices.slice(from);
  return rest.length <= atOnce ? { shown: rest, more: false } : { shown: rest.slice(0, atOnce - 1), more: true };
}
