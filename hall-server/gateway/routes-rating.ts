import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { FindVisit, type FoundVisit } from '../../shared/http.ts';
import { DeviceSlot } from '../../shared/protocol.ts';
import { ratingOf } from '../queue/rate-ticket.ts';
import type { Parts } from './parts.ts';
import { parsed, Refused } from './refused.ts';
import { deviceCookie } from './tokens.ts';

/** A rating kiosk shows the hall a slip and learns whether its visit may be rated. */
export function ratingRoutes(app: FastifyInstance, { hall, devices, proofs }: Parts) {
  app.post('/api/rating/find', async (request): Promise<FoundVisit> => {
    const { slot } = parsed(z.object({ slot: DeviceSlot }), request.query);
    const device = devices.deviceOf(request.cookies[deviceCookie(slot)] ?? null);
    if (device === null) throw new Refused('notSignedIn');
    if (device.assignment.kind !== 'ratingKiosk') throw new Refused('forbidden');
    const found = proofs.show(device.id, parsed(FindVisit, request.body));
    if (typeof found === 'string') throw new Refused(found);
    return { ticketId: found.id, number: found.number, rating: ratingOf(hall.state(), found, hall.now()) };
  });
}
