import type { Answer } from '../../../shared/browser/hall-connection.ts';
import type { Command } from '../../../shared/commands.ts';
import type { ServiceGroupId, TicketId } from '../../../shared/ids.ts';
import type { Language } from '../../../shared/languages.ts';
import type { IssuedTicket } from '../../../shared/protocol.ts';
import type { GroupChoice, ServiceChoice } from '../../../shared/views.ts';

/** What the kiosk shows; each step asks one question or gives one answer. */
export type Step =
  | { readonly at: 'groups'; readonly page: number }
  | { readonly at: 'services'; readonly groupId: ServiceGroupId; readonly page: number }
  | { readonly at: 'issued'; readonly number: string; readonly issued: IssuedTicket; readonly wish: NumberWish }
  | { readonly at: 'missed'; readonly page: number }
  | { readonly at: 'isThisYours'; readonly ticketId: TicketId; readonly number: string }
  | { readonly at: 'putBack'; readonly number: string }
  | { readonly at: 'priority' }
  | { readonly at: 'help' }
  | { readonly at: 'refused'; readonly code: (Answer & { ok: false })['code']; readonly wish: Wish };

export const firstStep: Step = { at: 'groups', page: 0 };

/** What a visitor wants done; sent as one command however often it has to be repeated. */
export type Wish = NumberWish | PlaceWish;
export interface NumberWish {
  readonly for: 'number';
  readonly service: ServiceChoice;
  readonly group: GroupChoice;
}
export interface PlaceWish {
  readonly for: 'place';
  readonly ticketId: TicketId;
  readonly number: string;
}

export function commandOf(wish: Wish, language: Language): Command {
  switch (wish.for) {
    case 'number':
      return { type: 'issueTicket', serviceId: wish.service.serviceId, language, priorityClassId: null };
    case 'place':
      return { type: 'putBackMissed', ticketId: wish.ticketId };
  }
}

export function isSameWish(a: Wish, b: Wish): boolean {
  return a.for === 'number'
    ? b.for === 'number' && a.service.serviceId === b.service.serviceId
    : b.for === 'place' && a.ticketId === b.ticketId;
}

/** The step that says what the hall answered. */
export function stepAfter(wish: Wish, answer: Answer): Step {
  if (!answer.ok) return { at: 'refused', code: answer.code, wish };
  const { ticket, issued } = answer.receipt;
  if (wish.for === 'place') return { at: 'putBack', number: ticket?.number ?? wish.number };
  if (ticket === undefined || issued === undefined) return { at: 'refused', code: 'internal', wish };
  return { at: 'issued', number: ticket.number, issued, wish };
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
export const choicesAtOnce = 6;

/** The choices of one page, and whether a 'more' card follows them. */
export function pageOf<Choice>(choices: readonly Choice[], page: number): { shown: readonly Choice[]; more: boolean } {
  const from = page * (choicesAtOnce - 1);
  const rest = choices.slice(from);
  return rest.length <= choicesAtOnce
    ? { shown: rest, more: false }
    : { shown: rest.slice(0, choicesAtOnce - 1), more: true };
}
