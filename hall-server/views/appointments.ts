import type { OfferedSlots } from '../../shared/http.ts';
import type { ServiceId } from '../../shared/ids.ts';
import type { AppointmentRow } from '../../shared/views.ts';
import { offeredSlots } from '../queue/appointment-slots.ts';
import { cancelUntil } from '../queue/cancel-appointment.ts';
import { checkInFrom, hasLapsed } from '../queue/check-in.ts';
import type { Context } from '../queue/decision.ts';
import type { Appointment, HallState } from '../queue/state.ts';
import { serviceName } from './names.ts';
import type { Picture } from './picture.ts';

/** The open bookings of the business day, in the order of their slots. */
export function appointmentsOfToday(state: HallState, now: number): readonly AppointmentRow[] {
  return [...state.appointments.values()]
    .filter(({ status, date }) => status === 'open' && date === state.day?.date)
    .toSorted((a, b) => a.startsAt - b.startsAt || a.bookedAt - b.bookedAt)
    .map((appointment) => appointmentRow(state, appointment, now));
}

/** What can be booked of a service; null when there is no such service. */
export function slotsOf(
  { state, now, local }: Picture,
  serviceId: ServiceId,
  instantOf: Context['instantOf'],
  byPhone = false,
): OfferedSlots | null {
  const service = state.setup.services.find((one) => one.id === serviceId && one.active);
  return service === undefined ? null : offeredSlots(state, service, { now, local, instantOf }, byPhone);
}

/** One booking as the front desk sees it; never its code, which the hall does not keep. */
export function appointmentRow(state: HallState, appointment: Appointment, now: number): AppointmentRow {
  const { id, serviceId, date, slot, startsAt, status } = appointment;
  const open = status === 'open';
  const today = open && date === state.day?.date && state.day.closedAt === null;
  return {
    appointmentId: id,
    serviceId,
    serviceName: serviceName(state, serviceId),
    date,
    slot,
    startsAt,
    status,
    number: status === 'checkedIn' ? (state.tickets.get(appointment.ticketId)?.number ?? null) : null,
    checkInFrom: checkInFrom(state, appointment),
    canCheckIn: today && now >= checkInFrom(state, appointment),
    lapsed: open && hasLapsed(state, appointment, now),
    canCancel: open && now <= cancelUntil(state, appointment),
  };
}
