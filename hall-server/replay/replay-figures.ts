// 重演的结果: waits and overtakings of one way the day went, and of both beside each other.
import { type ReplayFigure, type ReplayFigures, type VisitClass, visitClasses } from '../../shared/replay.ts';
import type { CallReason } from '../../shared/views.ts';
import type { TicketIssued } from '../queue/events.ts';
import type { RecordedDay } from './recorded-day.ts';
import type { ReplayedCall } from './replay-day.ts';

const minute = 60_000;

interface Visit {
  readonly issued: TicketIssued;
  readonly visitClass: VisitClass;
  readonly waitMinutes: number;
  readonly overtaken: number;
}

/** Waits are counted from the place in time: an appointment that came early has not waited before its slot. */
export function replayFigures(day: RecordedDay, calls: readonly ReplayedCall[]): ReplayFigures {
  const issued = new Map(
    day.given.flatMap((event) => (event.type === 'ticketIssued' ? [[event.ticketId, event]] : [])),
  );
  const granted = new Set(day.given.flatMap((event) => (event.type === 'priorityGranted' ? [event.ticketId] : [])));
  const visits: Visit[] = [];
  const calledPlaces = new Map<string, number[]>();
  const reasons: Partial<Record<CallReason, number>> = {};
  for (const { ticketId, at, reason } of calls) {
    reasons[reason] = (reasons[reason] ?? 0) + 1;
    const ticket = issued.get(ticketId);
    if (ticket === undefined) continue;
    const before = calledPlaces.get(ticket.queueId) ?? [];
    const priority = ticket.priorityClassId !== null || granted.has(ticketId);
    visits.push({
      issued: ticket,
      visitClass: priority ? 'priority' : ticket.source === 'appointment' ? 'appointment' : 'ordinary',
      waitMinutes: Math.max(0, at - ticket.effectiveAt) / minute,
      overtaken: before.filter((order) => order > ticket.issueOrder).length,
    });
    before.push(ticket.issueOrder);
    calledPlaces.set(ticket.queueId, before);
  }
  const queueIds = [...new Set(visits.map((visit) => visit.issued.queueId))].toSorted();
  const left = day.given.filter((event) => event.type === 'left').length;
  return {
    all: figure(visits),
    byQueue: queueIds.map((queueId) => ({
      queueId,
      ...figure(visits.filter((one) => one.issued.queueId === queueId)),
    })),
    byClass: visitClasses.flatMap((visitClass) => {
      const some = visits.filter((one) => one.visitClass === visitClass);
      return some.length === 0 ? [] : [{ visitClass, ...figure(some) }];
    }),
    reasons,
    neverCalled: Math.max(0, issued.size - visits.length - left),
  };
}

/** Mean absolute difference of the waits of those called in both, in minutes. */
export function replayError(one: readonly ReplayedCall[], other: readonly ReplayedCall[]): number {
  const at = new Map(one.map((call) => [call.ticketId, call.at]));
  const differences = other.flatMap((call) => {
    const before = at.get(call.ticketId);
    return before === undefined ? [] : [Math.abs(call.at - before) / minute];
  });
  return mean(differences);
}

function figure(visits: readonly Visit[]): ReplayFigure {
  const waits = visits.map((visit) => visit.waitMinutes).toSorted((a, b) => a - b);
  // Nearest rank: the smallest value that so large a part does not exceed.
  const rank = (part: number) => waits[Math.max(0, Math.ceil(part * waits.length) - 1)] ?? 0;
  return {
    visits: visits.length,
    mean: mean(waits),
    median: rank(0.5),
    p90: rank(0.9),
    overtaken: mean(visits.map((visit) => visit.overtaken)),
    overtakenMost: visits.reduce((most, visit) => Math.max(most, visit.overtaken), 0),
  };
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
