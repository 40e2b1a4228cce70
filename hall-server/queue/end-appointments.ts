// 预约失效: at the close of its day a booking nobody came for is a no-show; one the hall itself cut short is not.

import { hasLapsed } from './check-in.ts';
import type { Context } from './decision.ts';
import type { HallEvent } from './events.ts';
import { periodsOnDate, toMinute } from './opening-hours.ts';
import type { Appointment, HallState } from './state.ts';

/** The day that closes takes its open bookings with it. */
export function endAppointmentsOf(date: string, state: HallState, { now: at }: Context): readonly HallEvent[] {
  return openOn(state, (day) => day === date).map((appointment): HallEvent => {
    const { id: appointmentId } = appointment;
    // A day without hours begins and ends by the calendar too: whoever could not be served has not stayed away.
    return hasLapsed(state, appointment, at) && wasOpen(state, appointment)
      ? { type: 'appointmentNotKept', at, appointmentId }
      : { type: 'appointmentCancelled', at, appointmentId, reason: 'hallClosed' };
  });
}

function wasOpen({ setup }: HallState, { date, slot }: Appointment): boolean {
  const minute = toMinute(slot);
  return periodsOnDate(setup, date).some(([from, to]) => minute >= toMinute(from) && minute < toMinute(to));
}

/** Bookings of days on which the hall never opened: nobody could come. */
export function endAppointmentsBefore(date: string, state: HallState, { now: at }: Context): readonly HallEvent[] {
  return openOn(state, (day) => day < date).map(({ id: appointmentId }) => {
    return { type: 'appointmentCancelled', at, appointmentId, reason: 'hallClosed' };
  });
}

function openOn(state: HallState, when: (date: string) => boolean) {
  return [...state.appointments.values()].filter((one) => one.status === 'open' && when(one.date));
}
