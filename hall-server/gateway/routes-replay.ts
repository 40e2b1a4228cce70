import type { FastifyInstance } from 'fastify';
import { type Replayed, ReplayWish } from '../../shared/replay.ts';
import type { Parts } from './parts.ts';
import { parsed, Refused } from './refused.ts';
import { sessionCookie } from './tokens.ts';

/** A past day under another rule. */
export function replayRoutes(app: FastifyInstance, { staff, replay }: Parts) {
  app.post('/api/replay', async (request): Promise<Replayed> => {
    const found = staff.signedIn(request.cookies[sessionCookie('admin')] ?? null, 'admin');
    if (found === null) throw new Refused('notSignedIn');
    if (!['manager', 'administrator'].includes(found.me.role)) throw new Refused('forbidden');
    const replayed = await replay(parsed(ReplayWish, request.body));
    if (replayed === null) throw new Refused('notFound');
    return replayed;
  });
}
