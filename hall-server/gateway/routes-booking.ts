import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import {
  BookByPhone,
  type Booked,
  type BookingOffer,
  CancelByPhone,
  type CheckedIn,
  CheckInByPhone,
  FindByPhone,
  type FoundBooking,
} from '../../shared/booking.ts';
import type { OfferedSlots } from '../../shared/http.ts';
import { AppointmentId, ServiceId } from '../../shared/ids.ts';
import type { RefusalCode } from '../../shared/rejections.ts';
import type { Outcome } from '../hall.ts';
import { hasEnded } from '../queue/lifecycle.ts';
import type { Appointment } from '../queue/state.ts';
import { slotsOf } from '../views/appointments.ts';
import { bookingOffer, phoneBooking } from '../views/booking.ts';
import { bookingsCookie, createAddressLimit, createBookingsCookie, networkOf } from './booking-limits.ts';
import { createCodeTries } from './code-tries.ts';
import type { Parts } from './parts.ts';
import { createRateLimit } from './rate-limit.ts';
import { parsed, Refused } from './refused.ts';
import { setCookie } from './set-cookie.ts';

const visitor = { kind: 'visitor' } as const;
/** Longer than the farthest slot that can be booked. */
const cookieSeconds = 120 * 24 * 3600;

/** Booking by the visitors' own phones: nobody signs in, so what one phone and one network may do is bounded here. */
export function bookingRoutes(app: FastifyInstance, { hall, store, links, picture }: Parts) {
  const cookie = createBookingsCookie(links.signatureOf);
  const addresses = createAddressLimit(hall.now);
  const tries = createCodeTries<string>(hall.now);
  /** Wrong codes of all addresses together: who has thousands of them must not be faster. */
  const allTries = createRateLimit({ perSecond: 1, burst: 120 });
  const limited = (max: number) => ({ config: { rateLimit: { max, timeWindow: 60_000 } } });

  app.get('/api/booking', async (): Promise<BookingOffer> => bookingOffer(hall.state()));

  app.get('/api/booking/slots', limited(120), async (request): Promise<OfferedSlots> => {
    const { service } = parsed(z.object({ service: ServiceId }), request.query);
    const slots = hall.state().setup.rules.appointment.phone.offered
      ? slotsOf(picture(), service, hall.instantOf, true)
      : null;
    if (slots === null) throw new Refused('notFound');
    return slots;
  });

  app.post('/api/booking', limited(60), async (request, reply): Promise<Booked> => {
    const { id, ...wish } = parsed(BookByPhone, request.body);
    const { openPerBrowser, perAddressHour } = hall.state().setup.rules.appointment.phone;
    const own = cookie.read(request.cookies[bookingsCookie]).filter(isOpen);
    // A wish that is only repeated takes nothing more.
    const isRepeated = store.outcomeOf(id) !== null;
    if (!isRepeated && own.length >= openPerBrowser) return refused('openBookingsReached', { limit: openPerBrowser });
    const giveBack = isRepeated ? () => {} : addresses.take(networkOf(request.ip), perAddressHour);
    if (giveBack === null) return refused('addressBookingsReached');
    const outcome = await hall.execute({ type: 'bookAppointment', ...wish }, visitor, id);
    if (!outcome.ok || outcome.booked === undefined) {
      giveBack();
      return refusedBy(outcome);
    }
    const { appointmentId, ...booked } = outcome.booked;
    const ids = [...new Set([...own, appointmentId])];
    setCookie(request, reply, bookingsCookie, cookie.write(ids), cookieSeconds);
    return { ok: true, booked: { ...booked, code: links.appointmentCodeOf(AppointmentId.parse(appointmentId)) } };
  });

  app.post('/api/booking/find', limited(60), async (request): Promise<FoundBooking> => {
    const found = named(request, parsed(FindByPhone, request.body).code);
    return 'ok' in found ? found : shown(found);
  });

  app.post('/api/booking/cancel', limited(60), async (request): Promise<FoundBooking> => {
    const { id, code } = parsed(CancelByPhone, request.body);
    const found = named(request, code);
    if ('ok' in found) return found;
    const outcome = await hall.execute(
      { type: 'cancelAppointment', appointmentId: found.id, reason: 'visitorAsked' },
      visitor,
      id,
    );
    if (!outcome.ok) return refusedBy(outcome);
    return shown(store.appointmentByCode(links.hashOfAppointmentCode(code)) ?? found);
  });

  app.post('/api/booking/check-in', limited(60), async (request): Promise<CheckedIn> => {
    const { id, code, language } = parsed(CheckInByPhone, request.body);
    const found = named(request, code);
    if ('ok' in found) return found;
    const outcome = await hall.execute({ type: 'checkIn', appointment: { code }, language }, visitor, id);
    if (!outcome.ok || outcome.ticket === undefined) return refusedBy(outcome);
    const { ticketId, number } = outcome.ticket;
    return { ok: true, number, link: links.linkOf(ticketId) };
  });

  const isOpen = (id: AppointmentId) => hall.state().appointments.get(id)?.status === 'open';

  /** The booking of a code; wrong ones count against the network that tries them. */
  function named(request: FastifyRequest, code: string): Appointment | ReturnType<typeof refused> {
    const network = networkOf(request.ip);
    if (!tries.allowed(network) || !allTries.has()) return refused('tooManyRequests');
    const found = store.appointmentByCode(links.hashOfAppointmentCode(code));
    if (found !== null) return found;
    // A right one clears nothing: whoever holds a booking could try through the others.
    tries.count(network, false);
    allTries.allows();
    return refused('unknownAppointment');
  }

  /** Whoever holds the code is the visitor: while the ticket is in the hall it is theirs to open. */
  function shown(appointment: Appointment): FoundBooking {
    const ticket = appointment.status === 'checkedIn' ? hall.ticket(appointment.ticketId) : null;
    const link = ticket === null || hasEnded(ticket.status) ? null : links.linkOf(ticket.id);
    return { ok: true, booking: phoneBooking(hall.state(), appointment, hall.now(), link) };
  }
}

function refused(code: RefusalCode, facts: Readonly<Record<string, string | number>> = {}) {
  return { ok: false, code, facts } as const;
}

const refusedBy = (outcome: Outcome) => (outcome.ok ? refused('internal') : refused(outcome.code, outcome.facts));
