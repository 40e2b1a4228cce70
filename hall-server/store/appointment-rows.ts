import { z } from 'zod';
import { appointmentCancelReasons } from '../../shared/commands.ts';
import { AppointmentId, ServiceId, TicketId } from '../../shared/ids.ts';
import { type Appointment, appointmentFacts, appointmentSources } from '../queue/state.ts';

const columns = {
  id: AppointmentId,
  code_hash: z.string(),
  service_id: ServiceId,
  date: z.string(),
  slot: z.string(),
  starts_at: z.number(),
  place: z.number(),
  quota: z.number(),
  booked_at: z.number(),
  source: z.enum(appointmentSources).nullable(),
  reference: z.string().nullable(),
  platform: z.string().nullable(),
};
const AppointmentRow = z.discriminatedUnion('status', [
  z.object({ ...columns, status: z.literal('open') }),
  z.object({ ...columns, status: z.literal('checkedIn'), ended_at: z.number(), ticket_id: TicketId }),
  z.object({
    ...columns,
    status: z.literal('cancelled'),
    ended_at: z.number(),
    reason: z.enum([...appointmentCancelReasons, 'hallClosed']),
  }),
  z.object({ ...columns, status: z.literal('noShow'), ended_at: z.number() }),
]);

/** @throws ZodError when the row cannot be a booking's */
export function appointmentFromRow(found: unknown): Appointment {
  const row = AppointmentRow.parse(found);
  const facts = appointmentFacts({
    id: row.id,
    codeHash: row.code_hash,
    serviceId: row.service_id,
    date: row.date,
    slot: row.slot,
    startsAt: row.starts_at,
    place: row.place,
    quota: row.quota,
    bookedAt: row.booked_at,
    source: row.source,
    reference: row.reference,
    platform: row.platform,
  });
  switch (row.status) {
    case 'open':
      return { ...facts, status: 'open' };
    case 'checkedIn':
      return { ...facts, status: 'checkedIn', endedAt: row.ended_at, ticketId: row.ticket_id };
    case 'cancelled':
      return { ...facts, status: 'cancelled', endedAt: row.ended_at, reason: row.reason };
    case 'noShow':
      return { ...facts, status: 'noShow', endedAt: row.ended_at };
  }
}

/** The booking as named parameters of the statement that saves it. */
export function rowFromAppointment(appointment: Appointment): Record<string, string | number | null> {
  return {
    id: appointment.id,
    code_hash: appointment.codeHash,
    service_id: appointment.serviceId,
    date: appointment.date,
    slot: appointment.slot,
    starts_at: appointment.startsAt,
    place: appointment.place,
    quota: appointment.quota,
    booked_at: appointment.bookedAt,
    source: appointment.source,
    reference: appointment.reference,
    platform: appointment.platform,
    status: appointment.status,
    ended_at: appointment.status === 'open' ? null : appointment.endedAt,
    reason: appointment.status === 'cancelled' ? appointment.reason : null,
    ticket_id: appointment.status === 'checkedIn' ? appointment.ticketId : null,
  };
}

export const saveAppointmentSql = `
  INSERT INTO appointments (id, code_hash, service_id, date, slot, starts_at, place, quota, booked_at, source, reference, platform, status, ended_at, reason, ticket_id)
  VALUES (:id, :code_hash, :service_id, :date, :slot, :starts_at, :place, :quota, :booked_at, :source, :reference, :platform, :status, :ended_at, :reason, :ticket_id)
  ON CONFLICT (id) DO UPDATE SET status = :status, ended_at = :ended_at, reason = :reason, ticket_id = :ticket_id`;
