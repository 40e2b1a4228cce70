// 窗口的规矩: a clerk acts at the counter he or she has opened, on the ticket that is there.
import type { CounterId, StaffId, TicketId } from '../../shared/ids.ts';
import type { Rejection } from '../../shared/rejections.ts';
import { type Context, reject } from './decision.ts';
import {
  type CalledTicket,
  counterLabel,
  counterOfStaff,
  type HallState,
  type MannedDuty,
  type ServingTicket,
  ticketAtCounter,
} from './state.ts';

export interface OwnCounter {
  readonly counterId: CounterId;
  readonly staffId: StaffId;
  readonly duty: MannedDuty;
}

/** The counter of whoever asks, or why there is none. */
export function ownCounter(state: HallState, { actor }: Context): OwnCounter | Rejection {
  if (actor.kind !== 'staff') return reject('noCounter');
  const own = counterOfStaff(state, actor.staffId);
  return own === null ? reject('noCounter') : { ...own, staffId: actor.staffId };
}

/** The asker's counter, open and with nobody called or served: ready for somebody. */
export function freeCounter(state: HallState, context: Context): OwnCounter | Rejection {
  const own = ownCounter(state, context);
  if ('rejected' in own) return own;
  if (own.duty.status === 'paused') return reject('counterPaused');
  const present = ticketAtCounter(state, own.counterId);
  return present === null ? own : reject('counterBusy', { number: present.number });
}

/** The named ticket, called to or served at the asker's counter. */
export function ticketAtOwnCounter<Status extends 'called' | 'serving'>(
  state: HallState,
  context: Context,
  ticketId: TicketId,
  status: Status,
): { own: OwnCounter; ticket: Extract<CalledTicket | ServingTicket, { status: Status }> } | Rejection {
  const own = ownCounter(state, context);
  if ('rejected' in own) return own;
  const ticket = state.tickets.get(ticketId);
  if (ticket === undefined) return reject('unknownTicket');
  if (ticket.status !== status) return reject(status === 'called' ? 'ticketNotCalled' : 'ticketNotServing');
  const here = ticket as Extract<CalledTicket | ServingTicket, { status: Status }>;
  if (here.counterId !== own.counterId) {
    return reject('ticketAtOtherCounter', { counter: counterLabel(state, here.counterId) });
  }
  return { own, ticket: here };
}
