import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Replayed, ReplayWish } from '../../shared/replay.ts';
import type { Parts } from './parts.ts';
import { parsed, Refused } from './refused.ts';
import { sessionCookie } from './tokens.ts';
import { createWorkProgress, type Progress } from './work-progress.ts';

const Named = z.object({ id: z.uuid() });

/** A past day under another rule; how far it is can be asked, and it ends when whoever asked goes away. */
export function replayRoutes(app: FastifyInstance, { staff, replay }: Parts) {
  const progress = createWorkProgress();

  const mayAsk = (request: FastifyRequest) => {
    const found = staff.signedIn(request.cookies[sessionCookie('admin')] ?? null, 'admin');
    if (found === null) throw new Refused('notSignedIn');
    if (!['manager', 'administrator'].includes(found.me.role)) throw new Refused('forbidden');
  };

  app.post('/api/replay', async (request, reply): Promise<Replayed> => {
    mayAsk(request);
    const work = progress.begin(parsed(Named, request.query).id);
    try {
      const replayed = await replay(parsed(ReplayWish, request.body), { stop: gone(reply), tell: work.at });
      // Nothing to tell of the day, or nobody any more whom to tell.
      if (replayed === null) throw new Refused('notFound');
      return replayed;
    } finally {
      work.end();
    }
  });

  app.get('/api/replay/progress', async (request): Promise<Progress> => {
    mayAsk(request);
    const found = progress.of(parsed(Named, request.query).id);
    if (found === null) throw new Refused('notFound');
    return found;
  });
}

/** That the connection over which the answer would go is no more; a request's own signal ends with its body. */
function gone({ raw }: FastifyReply): AbortSignal {
  const leaving = new AbortController();
  raw.once('close', () => leaving.abort());
  return leaving.signal;
}
