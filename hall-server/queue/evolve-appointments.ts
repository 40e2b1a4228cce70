// 预约如何改变: each fact about a booking applied to the bookings the hall remembers.
import type { AppointmentId, TicketId } from '../../shared/ids.ts';
import type { AppointmentEvent } from './events.ts';
import { type Appointment, appointmentFacts, type BusinessDay } from './state.ts';

type Appointments = ReadonlyMap<AppointmentId, Appointment>;

export function evolveAppointments(all: Appointments, event: AppointmentEvent): Appointments {
  const { at } = event;
  if (event.type === 'appointmentBooked') {
    const { type: _, at: bookedAt, appointmentId: id, ...rest } = event;
    const { source = null, reference = null, platform = null, ...booked } = rest;
    return new Map(all).set(id, { ...booked, id, bookedAt, source, reference, platform, status: 'open' });
  }
  const facts = openOne(all, event.appointmentId);
  switch (event.type) {
    case 'appointmentCancelled':
      return new Map(all).set(facts.id, { ...facts, status: 'cancelled', endedAt: at, reason: event.reason });
    case 'appointmentNotKept':
      return new Map(all).set(facts.id, { ...facts, status: 'noShow', endedAt: at });
  }
}

/** A booking that became a ticket. */
export function withCheckedIn(all: Appointments, id: AppointmentId, ticketId: TicketId, at: number): Appointments {
  return new Map(all).set(id, { ...openOne(all, id), status: 'checkedIn', endedAt: at, ticketId });
}

/** Whether a booking still holds a place of today or later; any other leaves memory, the store keeps it for ever. */
export function holdsPlace(appointment: Appointment, day: BusinessDay | null): boolean {
  if (appointment.status === 'open') return true;
  if (appointment.status !== 'checkedIn' || day === null) return false;
  return appointment.date > day.date || (appointment.date === day.date && day.closedAt === null);
}

function openOne(all: Appointments, id: AppointmentId) {
  const found = all.get(id);
  if (found?.status !== 'open') throw new Error(`the journal cannot end appointment ${id}: it is ${found?.status}`);
  return appointmentFacts(found);
}
