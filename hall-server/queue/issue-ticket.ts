// 取号: a number for a service, from its queue's own sequence; during opening hours, within the day's limit.
import type { CommandOf } from '../../shared/commands.ts';
import type { AppointmentId, PriorityClassId, ServiceId } from '../../shared/ids.ts';
import type { Language } from '../../shared/languages.ts';
import { makeNumber } from '../../shared/number.ts';
import type { Rejection } from '../../shared/rejections.ts';
import type { Queue, Service } from '../../shared/setup.ts';
import type { TicketSource } from '../../shared/views.ts';
import { type Context, type Decision, isRejection, reject } from './decision.ts';
import type { TicketIssued } from './events.ts';
import { evolve } from './evolve.ts';
import { joined, wasServed } from './join-case.ts';
import { lineOfQueue } from './line.ts';
import { intakeAt } from './opening-hours.ts';
import { printerOf } from './print-slip.ts';
import { isServed, nextServed } from './service-hours.ts';
import { cannotCarryAll } from './several-services.ts';
import { givenToday, type HallState, queueDay } from './state.ts';

export function issueTicket(state: HallState, command: CommandOf<'issueTicket'>, context: Context): Decision {
  const { setup } = state;
  const service = setup.services.find((one) => one.id === command.serviceId && one.active);
  const queue = setup.queues.find((one) => one.id === service?.queue && one.active);
  if (service === undefined || queue === undefined) return reject('unknownService');
  const { kind } = context.actor;
  const source = kind === 'staff' ? 'desk' : kind === 'platform' ? 'platform' : 'ticketKiosk';
  const refused = walkInRefused(state, service, queue, source, context);
  if (refused !== null) return refused;

  // Only staff have seen a document; a kiosk cannot grant priority.
  const priorityClassId = source === 'desk' ? command.priorityClassId : null;
  if (priorityClassId !== null && !setup.priorityClasses.some((one) => one.id === priorityClassId && one.active)) {
    return reject('unknownPriorityClass');
  }
  const { language, earlierTicketId, further = [] } = command;
  const tooMuch = cannotCarryAll(state, service.id, further);
  if (tooMuch !== null) return tooMuch;
  const earlier = earlierTicketId === undefined ? null : state.tickets.get(earlierTicketId);
  if (earlier === undefined) return reject('unknownTicket');
  if (earlier !== null && !wasServed(earlier)) return reject('earlierVisitNotServed');
  const effectiveAt = context.now;
  const given = giveNumber(
    state,
    { service, queue, further, source, language, priorityClassId, effectiveAt, appointmentId: null },
    context,
  );
  if (isRejection(given) || earlier === null) return given;
  return [...given, ...joined(context.fresh.ticketId, earlier, context.now)];
}

/** Why nobody without an appointment gets a number of this queue now; null when anybody does. */
export function walkInRefused(
  state: HallState,
  service: Service,
  queue: Queue,
  source: TicketSource,
  { local }: Context,
): Rejection | null {
  const { setup, day } = state;
  if (day === null) return reject('dayNotOpen');
  if (day.closedAt !== null) return reject('dayClosed');
  // The front desk may help somebody outside the hours; a kiosk or a platform may not.
  if (source === 'ticketKiosk' || source === 'platform') {
    const intake = intakeAt(setup, local);
    if (intake.status === 'notYet') return reject('hallNotOpenYet', { opensAt: intake.opensAt });
    if (intake.status === 'closed') return reject('hallClosedForToday');
    if (!isServed(setup, service, local)) return reject('serviceNotNow', { ...nextServed(setup, service, local) });
  }
  return queue.dailyLimit !== null && givenToday(state, queue.id) >= queue.dailyLimit
    ? reject('dailyLimitReached')
    : null;
}

interface Wish {
  readonly service: Service;
  readonly queue: Queue;
  readonly further?: readonly ServiceId[];
  readonly source: TicketSource;
  readonly language: Language;
  readonly priorityClassId: PriorityClassId | null;
  readonly effectiveAt: number;
  readonly appointmentId: AppointmentId | null;
}

/** The next number of the queue, for whoever is owed one, and what is told with it. */
export function giveNumber(state: HallState, wish: Wish, context: Context): Decision {
  const { day } = state;
  if (day === null) return reject('dayNotOpen');
  const { service, queue, further = [], ...rest } = wish;
  const sequence = queueDay(state, queue.id).lastSequence + 1;
  const issued: Omit<TicketIssued, 'toldAhead' | 'toldWait'> = {
    type: 'ticketIssued',
    at: context.now,
    ticketId: context.fresh.ticketId,
    linkHash: context.fresh.linkHash,
    day: day.date,
    number: makeNumber(queue.prefix, sequence),
    queueId: queue.id,
    sequence,
    issueOrder: day.issued + 1,
    serviceId: service.id,
    ...(further.length > 0 && { further }),
    issuedBy: context.actor.kind === 'device' ? context.actor.deviceId : null,
    ...(context.actor.kind === 'platform' && { platform: context.actor.tokenId }),
    printerId: printerOf(state, context.actor),
    ...rest,
  };
  return [{ ...issued, ...toldAtIssue(state, issued, context) }];
}

/** Told from the line with the newcomer in it: somebody with priority does not stand at its end. */
function toldAtIssue(state: HallState, issued: Omit<TicketIssued, 'toldAhead' | 'toldWait'>, context: Context) {
  const { ticketId, queueId, at } = issued;
  const joined = evolve(state, { ...issued, toldAhead: 0, toldWait: null });
  return {
    toldAhead: lineOfQueue(joined, queueId, at).findIndex((ticket) => ticket.id === ticketId),
    toldWait: context.forecast(joined, ticketId, at),
  };
}
