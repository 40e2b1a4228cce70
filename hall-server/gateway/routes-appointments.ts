import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { AppointmentCode } from '../../shared/appointment-code.ts';
import type { FoundAppointment, OfferedSlots } from '../../shared/http.ts';
import { ServiceId } from '../../shared/ids.ts';
import { appointmentRow, slotsOf } from '../views/appointments.ts';
import type { Parts } from './parts.ts';
import { parsed, Refused } from './refused.ts';
import { sessionCookie } from './tokens.ts';

/** What the front desk asks before it books, and when somebody shows a code. */
export function appointmentRoutes(app: FastifyInstance, { hall, store, staff, links, picture }: Parts) {
  const atDesk = (request: FastifyRequest) => {
    const found = staff.signedIn(request.cookies[sessionCookie('desk')] ?? null, 'desk');
    if (found === null) throw new Refused('notSignedIn');
    if (found.me.role !== 'reception' && found.me.role !== 'manager') throw new Refused('forbidden');
  };

  app.get('/api/appointments/slots', async (request): Promise<OfferedSlots> => {
    atDesk(request);
    const { service: id } = parsed(z.object({ service: ServiceId }), request.query);
    const slots = slotsOf(picture(), id, hall.instantOf);
    if (slots === null) throw new Refused('notFound');
    return slots;
  });

  // In the body, not the address: a code must not stand in a log or a browser's history.
  app.post('/api/appointments/find', async (request): Promise<FoundAppointment> => {
    atDesk(request);
    const { code } = parsed(z.strictObject({ code: AppointmentCode }), request.body);
    const found = store.appointmentByCode(links.hashOfAppointmentCode(code));
    return { appointment: found && appointmentRow(hall.state(), found, hall.now()) };
  });
}
