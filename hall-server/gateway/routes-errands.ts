import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { FindEarlier, type FoundEarlier, type StaffPage, type TripsRow } from '../../shared/http.ts';
import { parseNumber } from '../../shared/number.ts';
import type { Ticket } from '../queue/state.ts';
import { serviceName } from '../views/names.ts';
import type { Parts } from './parts.ts';
import { parsed, Refused } from './refused.ts';
import { mayUse } from './staff-access.ts';
import { sessionCookie } from './tokens.ts';

/** Errands over days: the earlier visit that a slip names, and how many trips they took. */
export function errandRoutes(app: FastifyInstance, { hall, store, staff, links }: Parts) {
  const signedIn = (request: FastifyRequest, page: StaffPage) => {
    const found = staff.signedIn(request.cookies[sessionCookie(page)] ?? null, page);
    if (found === null) throw new Refused('notSignedIn');
    if (!mayUse(found.me.role, page)) throw new Refused('forbidden');
  };

  // In the body, not the address: a link must not stand in a log or a browser's history.
  app.post('/api/errands/find', async (request): Promise<FoundEarlier> => {
    signedIn(request, 'counter');
    const ticket = earlier(parsed(FindEarlier, request.body));
    if (ticket === null) throw new Refused('notFound');
    const { id: ticketId, number, day: date } = ticket;
    const outcome = ticket.status === 'done' ? ticket.outcome : null;
    return { ticketId, number, date, serviceName: serviceName(hall.state(), ticket.serviceId), outcome };
  });

  const earlier = (shown: FindEarlier): Ticket | null => {
    if ('link' in shown) return store.ticketByLink(links.hashOf(shown.link));
    const number = parseNumber(shown.number);
    return number === null ? null : (store.ticketsByNumber(shown.date, number)[0] ?? null);
  };

  app.get('/api/trips', async (request): Promise<readonly TripsRow[]> => {
    signedIn(request, 'admin');
    return store.trips(parsed(z.strictObject({ from: z.iso.date(), to: z.iso.date() }), request.query));
  });
}
