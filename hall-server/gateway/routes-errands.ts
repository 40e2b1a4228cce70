import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import {
  FindEarlier,
  type FoundEarlier,
  type Notice,
  type ShownSlip,
  ShowSlip,
  type StaffPage,
  type TripsRow,
} from '../../shared/http.ts';
import { TicketId } from '../../shared/ids.ts';
import { parseNumber } from '../../shared/number.ts';
import { DeviceSlot } from '../../shared/protocol.ts';
import type { Ticket } from '../queue/state.ts';
import { serviceName } from '../views/names.ts';
import { phoneView } from '../views/phone.ts';
import { shownSlip } from '../views/shown-slip.ts';
import type { Parts } from './parts.ts';
import { parsed, Refused } from './refused.ts';
import { mayUse } from './staff-access.ts';
import { deviceCookie, sessionCookie } from './tokens.ts';

/** Errands over days: the earlier visit that a slip names, and how many trips they took. */
export function errandRoutes(app: FastifyInstance, { hall, store, staff, devices, links, picture, figures }: Parts) {
  const signedIn = (request: FastifyRequest, page: StaffPage) => {
    const found = staff.signedIn(request.cookies[sessionCookie(page)] ?? null, page);
    if (found === null) throw new Refused('notSignedIn');
    if (!mayUse(found.me.role, page)) throw new Refused('forbidden');
    return found.me;
  };

  // In the body, not the address: a link must not stand in a log or a browser's history.
  app.post('/api/errands/find', async (request): Promise<FoundEarlier> => {
    signedIn(request, parsed(z.object({ page: z.enum(['counter', 'desk']) }), request.query).page);
    const ticket = earlier(parsed(FindEarlier, request.body));
    if (ticket === null) throw new Refused('notFound');
    const { id: ticketId, number, day: date } = ticket;
    const outcome = ticket.status === 'done' ? ticket.outcome : null;
    return { ticketId, number, date, serviceName: serviceName(hall.state(), ticket.serviceId), outcome };
  });

  app.post('/api/errands/shown', async (request): Promise<ShownSlip> => {
    const { slot } = parsed(z.object({ slot: DeviceSlot }), request.query);
    const device = devices.deviceOf(request.cookies[deviceCookie(slot)] ?? null);
    if (device === null) throw new Refused('notSignedIn');
    if (device.assignment.kind !== 'ticketKiosk') throw new Refused('forbidden');
    const ticket = earlier(parsed(ShowSlip, request.body));
    if (ticket === null) throw new Refused('notFound');
    return shownSlip(picture(), ticket);
  });

  const earlier = (shown: FindEarlier): Ticket | null => {
    if ('link' in shown) return store.ticketByLink(links.hashOf(shown.link));
    const number = parseNumber(shown.number);
    return number === null ? null : (store.ticketsByNumber(shown.date, number)[0] ?? null);
  };

  // The visitor's link is not in it: paper that a clerk prints must not open the visitor's page to the clerk.
  app.get('/api/errands/notice', async (request): Promise<Notice> => {
    const me = signedIn(request, 'counter');
    const { ticketId } = parsed(z.object({ ticketId: TicketId }), request.query);
    const ticket = hall.ticket(ticketId);
    if (ticket === null || !ticket.servedBy.includes(me.staffId)) throw new Refused('notFound');
    const { number, zoneName, next } = phoneView(picture(), ticket);
    if (next.length === 0) throw new Refused('notFound');
    const { name: hallName, hotline } = hall.state().setup.hall;
    return { language: ticket.language, hallName, hotline, date: ticket.day, number, zoneName, next };
  });

  app.get('/api/trips', async (request): Promise<readonly TripsRow[]> => {
    signedIn(request, 'admin');
    return figures.trips(parsed(z.strictObject({ from: z.iso.date(), to: z.iso.date() }), request.query));
  });
}
