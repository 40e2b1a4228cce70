import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Figures, FiguresQuery, longestPeriod } from '../../shared/figures.ts';
import { dayNumber } from '../../shared/working-days.ts';
import { contentTypes, FileFormat, rowFile } from '../export/row-file.ts';
import { figuresTable } from './figures-rows.ts';
import type { Parts } from './parts.ts';
import { parsed, Refused } from './refused.ts';
import { sessionCookie } from './tokens.ts';

/** What a period came to; of single members of staff only where the hall's rules allow it. */
export function figuresRoutes(app: FastifyInstance, { hall, staff, accounts, figures }: Parts) {
  const read = (request: FastifyRequest): Promise<Figures> => {
    if (staff.signedIn(request.cookies[sessionCookie('admin')] ?? null, 'admin') === null)
      throw new Refused('notSignedIn');
    const query = parsed(FiguresQuery, request.query);
    const length = dayNumber(query.to) - dayNumber(query.from) + 1;
    if (length < 1 || length > longestPeriod) throw new Refused('malformed');
    const { rules } = hall.state().setup;
    if ((query.by === 'staff' || query.of === 'staff') && !rules.figures.byStaff) throw new Refused('forbidden');
    return figures.figures({ query, targetMinutes: rules.call.targetWaitMinutes, now: hall.now() });
  };

  app.get('/api/figures', read);

  app.get('/api/figures/file', async (request, reply) => {
    const { format } = parsed(z.object({ format: FileFormat }), request.query);
    const found = await read(request);
    const { from, to, by, of, key = '' } = found.query;
    const about = of === undefined ? '' : `-${of}-${key.replaceAll(/[^A-Za-z0-9-]/g, '')}`;
    return reply
      .type(contentTypes[format])
      .header('content-disposition', `attachment; filename="figures-${by}${about}-${from}-${to}.${format}"`)
      .send(Readable.from(rowFile(figuresTable(found, nameOf(by)), format)));
  });

  /** As the hall calls it, in its own first language; an id that nothing has any more says itself. */
  const nameOf = (by: FiguresQuery['by']) => (key: string) => {
    const { services, queues, counters, priorityClasses } = hall.state().setup;
    switch (by) {
      case 'service':
        return services.find(({ id }) => id === key)?.name.zhHans ?? key;
      case 'queue':
        return queues.find(({ id }) => id === key)?.name.zhHans ?? key;
      case 'counter':
        return counters.find(({ id }) => id === key)?.label ?? key;
      case 'staff':
        return accounts.staff().find(({ id }) => id === key)?.name ?? key;
      case 'priority':
        return priorityClasses.find(({ id }) => id === key)?.name.zhHans ?? key;
      case 'source':
        return key;
    }
  };
}
