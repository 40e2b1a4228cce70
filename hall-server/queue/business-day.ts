// 营业日: when a day opens and closes, and what happens to those still in the hall.
import { type Context, type Decision, type LocalTime, reject } from './decision.ts';
import { endAppointmentsBefore, endAppointmentsOf } from './end-appointments.ts';
import type { HallEvent } from './events.ts';
import { evolve } from './evolve.ts';
import { hasEnded } from './lifecycle.ts';
import { closingMinute } from './opening-hours.ts';
import type { HallState } from './state.ts';

/**
 * What must happen before any command of this moment: a new local date closes the old day and opens its own.
 * A clock that has fallen back opens nothing: days only ever go forward.
 */
export function rollDay(state: HallState, context: Context): readonly HallEvent[] {
  const { date } = context.local;
  if (state.day !== null && date <= state.day.date) return [];
  const ending = endOfDay(state, context);
  const ended = ending.reduce(evolve, state);
  return [...ending, ...endAppointmentsBefore(date, ended, context), { type: 'dayOpened', at: context.now, date }];
}

export function openDay(state: HallState, context: Context): Decision {
  return state.day?.date === context.local.date ? reject('dayAlreadyOpen') : rollDay(state, context);
}

/** By the clock half an hour (a setting) after closing time, or by the manager's hand. */
export function closeDay(state: HallState, context: Context): Decision {
  if (state.day === null) return reject('dayNotOpen');
  if (state.day.closedAt !== null) return reject('dayClosed');
  return endOfDay(state, context);
}

/** Everyone still open expires, so do the day's bookings, every counter closes, the day closes. Nothing if it is closed already. */
function endOfDay(state: HallState, context: Context): readonly HallEvent[] {
  const { now: at } = context;
  if (state.day === null || state.day.closedAt !== null) return [];
  const events: HallEvent[] = [];
  for (const ticket of state.tickets.values()) {
    if (!hasEnded(ticket.status)) events.push({ type: 'ticketExpired', at, ticketId: ticket.id });
  }
  events.push(...endAppointmentsOf(state.day.date, state, context));
  for (const [counterId, duty] of state.counters) {
    if (duty.status !== 'closed') events.push({ type: 'counterClosed', at, counterId });
  }
  events.push({ type: 'dayClosed', at, date: state.day.date });
  return events;
}

/** Whether the clock should close the day now: closing time and the minutes after it have passed. */
export function dayIsOver(state: HallState, local: LocalTime): boolean {
  if (state.day === null || state.day.closedAt !== null || state.day.date !== local.date) return false;
  const closing = closingMinute(state.setup, local);
  return closing !== null && local.minute >= closing + state.setup.rules.dayClose.afterClosingMinutes;
}
