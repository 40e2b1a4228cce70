// 取号: a number for a service, from its queue's own sequence; during opening hours, within the day's limit.
import type { CommandOf } from '../../shared/commands.ts';
import { makeNumber } from '../../shared/number.ts';
import { type Context, type Decision, reject } from './decision.ts';
import type { TicketIssued } from './events.ts';
import { evolve } from './evolve.ts';
import { lineOfQueue } from './line.ts';
import { intakeAt } from './opening-hours.ts';
import { printerOf } from './print-slip.ts';
import { type HallState, queueDay } from './state.ts';

export function issueTicket(state: HallState, command: CommandOf<'issueTicket'>, context: Context): Decision {
  const { setup, day } = state;
  const service = setup.services.find((one) => one.id === command.serviceId && one.active);
  const queue = setup.queues.find((one) => one.id === service?.queue && one.active);
  if (service === undefined || queue === undefined) return reject('unknownService');
  if (day === null) return reject('dayNotOpen');
  if (day.closedAt !== null) return reject('dayClosed');

  const source = context.actor.kind === 'staff' ? 'desk' : 'ticketKiosk';
  // The front desk may help somebody outside the hours; a kiosk may not.
  if (source === 'ticketKiosk') {
    const intake = intakeAt(setup, context.local);
    if (intake.status === 'notYet') return reject('hallNotOpenYet', { opensAt: intake.opensAt });
    if (intake.status === 'closed') return reject('hallClosedForToday');
  }

  const { lastSequence } = queueDay(state, queue.id);
  if (queue.dailyLimit !== null && lastSequence >= queue.dailyLimit) return reject('dailyLimitReached');

  // Only staff have seen a document; a kiosk cannot grant priority.
  const priorityClassId = source === 'desk' ? command.priorityClassId : null;
  if (priorityClassId !== null && !setup.priorityClasses.some((one) => one.id === priorityClassId && one.active)) {
    return reject('unknownPriorityClass');
  }

  const sequence = lastSequence + 1;
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
    source,
    issuedBy: context.actor.kind === 'device' ? context.actor.deviceId : null,
    language: command.language,
    priorityClassId,
    printerId: printerOf(state, context.actor),
  };
  return [{ ...issued, ...toldAtIssue(state, issued, context) }];
}

/** Told from the line with the newcomer in it: somebody with priority does not stand at its end. */
function toldAtIssue(state: HallState, issued: Omit<TicketIssued, 'toldAhead' | 'toldWait'>, context: Context) {
  const { ticketId, queueId, at } = issued;
  const joined = evolve(state, { ...issued, toldAhead: 0, toldWait: null });
  return {
    toldAhead: lineOfQueue(joined, queueId).findIndex((ticket) => ticket.id === ticketId),
    toldWait: context.forecast(joined, ticketId, at),
  };
}
