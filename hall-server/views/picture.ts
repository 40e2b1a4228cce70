import type { AppointmentId, CounterId, MessageId, PrinterId, QueueId, ServiceId, TicketId } from '../../shared/ids.ts';
import type { PrinterCondition } from '../../shared/printing.ts';
import type { WaitRange } from '../../shared/views.ts';
import { expectedRestMs, expectedServiceMs } from '../forecast/service-time.ts';
import { type ExpectedCall, type InLine, type ServingCounter, simulateLine } from '../forecast/simulate-line.ts';
import { waitRange } from '../forecast/wait-range.ts';
import type { LocalTime } from '../queue/decision.ts';
import { lineOfQueue } from '../queue/line.ts';
import { goesAhead, isBooked, isLater } from '../queue/next-ticket.ts';
import { isQuick, quickOnly } from '../queue/quick-counter.ts';
import { boundCounter, type HallState, queueDay, ticketAtCounter, type WaitingTicket } from '../queue/state.ts';
import { queuesOfLevel, queuesOfProfile } from '../queue/work-profile.ts';

/** A moment of the hall, from which all views of that moment are made; what several need is worked out once. */
export interface Picture {
  readonly state: HallState;
  /** UTC ms. */
  readonly now: number;
  readonly local: LocalTime;
  /** Those waiting in a queue, in the order of their turns. */
  readonly line: (queueId: QueueId) => readonly WaitingTicket[];
  /** The wait of somebody who takes a number of this queue now. */
  readonly waitOfQueue: (queueId: QueueId) => WaitRange | null;
  /** The same wait if one more counter, for this queue alone, opened now; null when every counter is open already. */
  readonly waitWithOneMore: (queueId: QueueId) => WaitRange | null;
  /** What is left of a waiting ticket's wait. */
  readonly waitOfTicket: (ticketId: TicketId) => WaitRange | null;
  /** Whether every open counter that serves a queue has somebody of another queue to call before its newcomer. */
  readonly othersFirst: (queueId: QueueId) => boolean;
  /** Labels of the open counters that serve a queue, in the hall's order. */
  readonly countersOf: (queueId: QueueId) => readonly string[];
  /** How printers were found last; one that is not there has not been asked yet. */
  readonly printers: PrinterHealth;
  /** The words of a manager's message; they are kept apart from the state. */
  readonly messageText: (id: MessageId) => string | null;
}

export type PrinterHealth = ReadonlyMap<PrinterId, { readonly condition: PrinterCondition; readonly since: number }>;

type LineKey = TicketId | QueueId | AppointmentId;

export function takePicture(
  state: HallState,
  now: number,
  local: LocalTime,
  printers: PrinterHealth = new Map(),
  messageText: Picture['messageText'] = () => null,
): Picture {
  const lines = new Map<QueueId, readonly WaitingTicket[]>();
  const line = (queueId: QueueId) => {
    const known = lines.get(queueId) ?? lineOfQueue(state, queueId, now);
    lines.set(queueId, known);
    return known;
  };
  const forecastWith = (more: readonly ServingCounter[]) =>
    simulateLine(
      wholeLine(state, line, now),
      [...servingCounters(state, now), ...more],
      state.setup.rules.call.maxTimesPassed,
    );
  const rangeOf = (call: ExpectedCall | undefined) => (call === undefined ? null : waitRange(call));
  let forecast: ReadonlyMap<LineKey, ExpectedCall> | null = null;
  const expected = (key: TicketId | QueueId): WaitRange | null => {
    forecast ??= forecastWith([]);
    return rangeOf(forecast.get(key));
  };
  return {
    state,
    now,
    local,
    line,
    waitOfQueue: expected,
    waitWithOneMore: (queueId) => {
      const spare = state.setup.counters.find(({ id, active }) => active && openLevels(state, id) === null);
      if (spare === undefined) return null;
      const levels = [{ order: 'time', queues: [{ queue: queueId, share: 1, firstAfterMinutes: null }] }] as const;
      return rangeOf(forecastWith([{ counterId: spare.id, levels, round: {}, freeInMs: 0 }]).get(queueId));
    },
    waitOfTicket: expected,
    othersFirst: (queueId) => {
      const serving = state.setup.counters.flatMap(({ id }) => {
        const levels = openLevels(state, id);
        const depth = levels?.findIndex((level) => queuesOfLevel(level).includes(queueId)) ?? -1;
        return levels === null || depth < 0 ? [] : [queuesOfProfile({ levels: levels.slice(0, depth + 1) })];
      });
      return (
        serving.length > 0 &&
        serving.every((queues) => queues.some((other) => other !== queueId && line(other).length > 0))
      );
    },
    countersOf: (queueId) =>
      state.setup.counters
        .filter((counter) => openLevels(state, counter.id)?.some((level) => queuesOfLevel(level).includes(queueId)))
        .map((counter) => counter.label),
    printers,
    messageText,
  };
}

/** What the law tells a visitor at issue; the same forecast that every page shows. */
export function forecastForIssue(state: HallState, ticketId: TicketId, now: number): WaitRange | null {
  return takePicture(state, now, { date: '', weekday: 'monday', minute: 0 }).waitOfTicket(ticketId);
}

/** Everybody waiting, merged over the queues, and after them one newcomer a queue who only asks. */
function wholeLine(state: HallState, line: Picture['line'], now: number): readonly InLine<LineKey>[] {
  const places: { at: number; person: InLine<LineKey> }[] = [...stillToCome(state, now)];
  for (const { id: queueId } of state.setup.queues) {
    const waiting = line(queueId);
    // A queue's turns may differ from its places in time (priority, put back): the n-th turn takes the n-th place.
    const times = waiting.map((ticket) => ticket.lineAt).toSorted((a, b) => a - b);
    for (const [turn, ticket] of waiting.entries()) {
      const { id: key, serviceId, notBefore } = ticket;
      const serviceMs = serviceTime(state, serviceId, queueId);
      const reservedFor = boundCounter(state, ticket);
      const quick = isQuick(state, ticket);
      const person = { key, queueId, reservedFor, serviceMs, quick, sinceMs: ticket.lineAt - now };
      const appointment =
        notBefore !== null && isLater(ticket, now)
          ? { fromMs: notBefore - now, inHall: false }
          : isBooked(ticket) && !goesAhead(ticket, now)
            ? { fromMs: ticket.effectiveAt - now, inHall: true }
            : null;
      places.push({ at: times[turn] ?? 0, person: appointment === null ? person : { ...person, appointment } });
    }
    places.push({ at: Infinity, person: { key: queueId, queueId, reservedFor: null, serviceMs: 0, sinceMs: 0 } });
  }
  return places.toSorted((a, b) => (a.at === b.at ? 0 : a.at - b.at)).map((place) => place.person);
}

/**
 * Bookings whose slot is still ahead will go before whoever waits then. Somebody late may come or not: he is counted once
 * he is there.
 */
function stillToCome(state: HallState, now: number): { at: number; person: InLine<LineKey> }[] {
  return [...state.appointments.values()].flatMap(({ id, status, serviceId, startsAt }) => {
    const service = state.setup.services.find((one) => one.id === serviceId);
    if (status !== 'open' || startsAt <= now || service === undefined) return [];
    const serviceMs = serviceTime(state, serviceId, service.queue);
    const appointment = { fromMs: startsAt - now, inHall: false };
    const { queue: queueId } = service;
    const sinceMs = startsAt - now;
    return [{ at: startsAt, person: { key: id, queueId, reservedFor: null, serviceMs, sinceMs, appointment } }];
  });
}

function servingCounters(state: HallState, now: number): readonly ServingCounter[] {
  return state.setup.counters.flatMap(({ id: counterId }) => {
    const levels = openLevels(state, counterId);
    if (levels === null) return [];
    const ticket = ticketAtCounter(state, counterId);
    const round = state.counters.get(counterId)?.round ?? {};
    const quickOf = quickOnly(state, counterId);
    const counter = { counterId, levels, round, ...(quickOf.size > 0 && { quickOnly: quickOf }) };
    if (ticket === null) return [{ ...counter, freeInMs: 0 }];
    const serviceMs = serviceTime(state, ticket.serviceId, ticket.queueId);
    const elapsed = ticket.status === 'serving' ? now - ticket.since : 0;
    return [{ ...counter, freeInMs: expectedRestMs(serviceMs, elapsed) }];
  });
}

function openLevels(state: HallState, counterId: CounterId) {
  const duty = state.counters.get(counterId);
  if (duty?.status !== 'open') return null;
  return state.setup.workProfiles.find((profile) => profile.id === duty.workProfileId)?.levels ?? null;
}

function serviceTime(state: HallState, serviceId: ServiceId, queueId: QueueId): number {
  const usual = state.setup.services.find((service) => service.id === serviceId)?.typicalMinutes ?? 10;
  return expectedServiceMs(usual * 60_000, queueDay(state, queueId).recentServiceMs);
}
