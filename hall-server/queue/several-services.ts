// 一号多事: one number for everything a visitor has come for; one service after the other, here or in the next line.
import { type CommandOf, mostServices } from '../../shared/commands.ts';
import type { QueueId, ServiceId } from '../../shared/ids.ts';
import type { Rejection } from '../../shared/rejections.ts';
import { ownCounter } from './at-counter.ts';
import { type Context, type Decision, reject } from './decision.ts';
import type { ServiceFinished } from './events.ts';
import { hasEnded } from './lifecycle.ts';
import { counterLabel, type FurtherService, type HallState, type ServingTicket, type Ticket } from './state.ts';
import { queuesOfProfile } from './work-profile.ts';

export function addService(state: HallState, command: CommandOf<'addService'>, context: Context): Decision {
  const { ticketId, serviceId } = command;
  const ticket = changeable(state, ticketId, context);
  if ('rejected' in ticket) return ticket;
  const refused = cannotCarry(state, [ticket.serviceId, ...idsOf(ticket.further)], serviceId);
  return refused ?? [{ type: 'serviceAdded', at: context.now, ticketId, serviceId }];
}

export function dropService(state: HallState, command: CommandOf<'dropService'>, context: Context): Decision {
  const { ticketId, serviceId } = command;
  const ticket = changeable(state, ticketId, context);
  if ('rejected' in ticket) return ticket;
  return idsOf(ticket.further).includes(serviceId)
    ? [{ type: 'serviceDropped', at: context.now, ticketId, serviceId }]
    : reject('serviceNotToCome');
}

/** Why a visit for some services cannot be for one more; null when it can. */
function cannotCarry(state: HallState, services: readonly ServiceId[], more: ServiceId): Rejection | null {
  if (queueOf(state, more) === null) return reject('unknownService');
  if (services.includes(more)) return reject('serviceThereAlready');
  return services.length >= mostServices ? reject('tooManyServices', { most: mostServices }) : null;
}

/** Why a number cannot be taken for all of these, first to last; null when it can. */
export function cannotCarryAll(state: HallState, first: ServiceId, further: readonly ServiceId[]): Rejection | null {
  for (const [before, serviceId] of further.entries()) {
    const refused = cannotCarry(state, [first, ...further.slice(0, before)], serviceId);
    if (refused !== null) return refused;
  }
  return null;
}

/**
 * What a visit goes on with after the service at the counter; null: with nothing, it ends.
 * A line keeps the place in time of the moment the service was asked for, as if a number had been taken for it then.
 */
export function goesOnWith(
  state: HallState,
  ticket: ServingTicket,
  next: CommandOf<'finish'>['next'],
): ServiceFinished['next'] | null | Rejection {
  const [first] = ticket.further;
  if (first === undefined) return next === undefined || next === 'end' ? null : reject('noFurtherService');
  if (next === 'end') return null;
  if (next === undefined) return reject('furtherServicesLeft', { count: ticket.further.length });
  const queueId = queueOf(state, first.serviceId);
  if (queueId === null) return reject('unknownService');
  if (next === 'passOn') return { serviceId: first.serviceId, queueId, lineAt: first.since };
  return canGoOnHere(state, ticket)
    ? { serviceId: first.serviceId, queueId, lineAt: null }
    : reject('serviceNotAtCounter', { counter: counterLabel(state, ticket.counterId) });
}

/** Whether the next service of a visit is one of those its counter calls. */
export function canGoOnHere(state: HallState, { counterId, further: [next] }: ServingTicket): boolean {
  const queueId = next === undefined ? null : queueOf(state, next.serviceId);
  const duty = state.counters.get(counterId);
  const profile = state.setup.workProfiles.find(({ id }) => id === duty?.workProfileId);
  return queueId !== null && profile !== undefined && queuesOfProfile(profile).includes(queueId);
}

const idsOf = (further: readonly FurtherService[]) => further.map(({ serviceId }) => serviceId);

function queueOf({ setup }: HallState, serviceId: ServiceId): QueueId | null {
  const service = setup.services.find((one) => one.id === serviceId && one.active);
  return setup.queues.find((one) => one.id === service?.queue && one.active)?.id ?? null;
}

/** The front desk changes any visit that is not over; a clerk the one at the clerk's own counter. */
function changeable(state: HallState, ticketId: Ticket['id'], context: Context): Ticket | Rejection {
  const ticket = state.tickets.get(ticketId);
  if (ticket === undefined) return reject('unknownTicket');
  if (hasEnded(ticket.status)) return reject('ticketEnded');
  if (context.actor.kind !== 'staff' || context.actor.role !== 'clerk') return ticket;
  const own = ownCounter(state, context);
  if ('rejected' in own) return own;
  if (ticket.status !== 'called' && ticket.status !== 'serving') return reject('ticketNotServing');
  return ticket.counterId === own.counterId
    ? ticket
    : reject('ticketAtOtherCounter', { counter: counterLabel(state, ticket.counterId) });
}
