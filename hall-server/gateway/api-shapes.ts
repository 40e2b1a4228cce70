import { z } from 'zod';
import { AppointmentCode } from '../../shared/appointment-code.ts';
import { mostServices, RatingLevel } from '../../shared/commands.ts';
import { ServiceId } from '../../shared/ids.ts';
import { webhookEvents } from '../../shared/interfaces.ts';
import { Language, LocalizedText } from '../../shared/languages.ts';
import { TicketLink } from '../../shared/protocol.ts';
import { ClockTime } from '../../shared/setup.ts';
import { ticketStatuses } from '../../shared/views.ts';

// What goes into the HTTP API and comes out. What a field means is said in texts/api-fields.ts under its name, or under what it is
// described as here, where the same name means something else.

const ms = z.int();
const date = z.iso.date();
const count = z.int().min(0);
const Wait = z.strictObject({ lowMinutes: count, highMinutes: count }).nullable();
const NextOpening = z.strictObject({ date, time: ClockTime }).nullable();
const intake = <Status extends string>(status: Status) => z.literal(status).describe('intakeStatus');
const Intake = z.discriminatedUnion('status', [
  z.strictObject({ status: intake('open') }),
  z.strictObject({ status: intake('notYet'), opensAt: ClockTime }),
  z.strictObject({ status: intake('closed'), nextOpening: NextOpening }),
]);

export const HallNow = z.strictObject({
  name: LocalizedText,
  timeZone: z.string(),
  intake: Intake,
  groups: z.array(
    z.strictObject({
      groupId: z.string(),
      name: LocalizedText,
      zoneName: LocalizedText,
      services: z.array(
        z.strictObject({
          ...{ serviceId: z.string(), name: LocalizedText, queueId: z.string(), waiting: count, wait: Wait },
          ...{ counters: z.array(z.string()), bookable: z.boolean(), full: z.boolean() },
        }),
      ),
    }),
  ),
  queues: z.array(
    z.strictObject({
      ...{ queueId: z.string(), prefix: z.string(), name: LocalizedText, zoneName: LocalizedText, waiting: count },
      ...{ longestWaitMinutes: count.nullable(), wait: Wait, counters: z.array(z.string()), full: z.boolean() },
    }),
  ),
});
export const NumberWish = z.strictObject({
  serviceId: ServiceId,
  further: z
    .array(ServiceId)
    .max(mostServices - 1)
    .optional(),
  language: Language,
});
export const Issued = z.strictObject({
  ...{
    ticketId: z.string().describe('ownTicketId'),
    number: z.string(),
    link: TicketLink,
    zoneName: LocalizedText,
    ahead: count,
    wait: Wait,
    issuedAt: ms,
  },
});
export const TicketNow = z.strictObject({
  ...{
    ticketId: z.string().describe('ownTicketId'),
    number: z.string(),
    status: z.enum(ticketStatuses),
    serviceName: LocalizedText,
    zoneName: LocalizedText,
  },
  ...{ issuedAt: ms, ahead: count.nullable(), wait: Wait, counterLabel: z.string().nullable(), canCancel: z.boolean() },
});
export const OfService = z.strictObject({ serviceId: ServiceId });
export const Slots = z.strictObject({
  slots: z.array(z.strictObject({ date, slot: ClockTime, startsAt: ms, left: count, tooSoon: z.boolean() })),
});
export const BookingWish = z.strictObject({ serviceId: ServiceId, date, slot: ClockTime });
export const Booked = z.strictObject({
  ...{
    appointmentId: z.string().describe('ownAppointmentId'),
    code: AppointmentCode,
    date,
    slot: ClockTime,
    startsAt: ms,
  },
});
export const Booking = z.strictObject({
  appointmentId: z.string().describe('ownAppointmentId'),
  ...{ serviceId: z.string(), serviceName: LocalizedText, date, slot: ClockTime, startsAt: ms },
  status: z.enum(['open', 'checkedIn', 'cancelled', 'noShow']).describe('bookingStatus'),
  ...{ number: z.string().nullable().describe('bookedNumber'), canCancel: z.boolean() },
});
export const Done = z.strictObject({ done: z.literal(true) });
export const Nothing = z.strictObject({});
export const ByLink = z.strictObject({ link: TicketLink });
export const ByCode = z.strictObject({ code: AppointmentCode });
export const ErrorBody = z.strictObject({ code: z.string().describe('errorCode'), message: z.string() });

/** What is sent out of an event; a field that an event has nothing to say for is left out. */
export const EventSent = z.strictObject({
  ...{ id: z.string(), type: z.enum(webhookEvents), at: z.iso.datetime(), ticketId: z.string().nullable() },
  number: z.string().nullable().describe('number'),
  ...{ serviceId: z.string().optional(), queueId: z.string().optional(), source: z.string().optional() },
  ...{ counterId: z.string().optional(), callNo: count.optional(), reason: z.string().optional() },
  ...{ outcome: z.string().optional(), collectOn: date.nullable().optional(), level: RatingLevel.optional() },
  ...{ channel: z.string().optional(), appointmentId: z.string().nullable().optional() },
  ...{ date: date.optional(), slot: ClockTime.optional() },
});
