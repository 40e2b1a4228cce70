import type { FastifyInstance } from 'fastify';
import { type Figures, FiguresQuery, longestPeriod } from '../../shared/figures.ts';
import { dayNumber } from '../../shared/working-days.ts';
import type { Parts } from './parts.ts';
import { parsed, Refused } from './refused.ts';
import { sessionCookie } from './tokens.ts';

/** What a period came to; of single members of staff only where the hall's rules allow it. */
export function figuresRoutes(app: FastifyInstance, { hall, staff, figures }: Parts) {
  app.get('/api/figures', async (request): Promise<Figures> => {
    if (staff.signedIn(request.cookies[sessionCookie('admin')] ?? null, 'admin') === null)
      throw new Refused('notSignedIn');
    const query = parsed(FiguresQuery, request.query);
    const length = dayNumber(query.to) - dayNumber(query.from) + 1;
    if (length < 1 || length > longestPeriod) throw new Refused('malformed');
    const { rules } = hall.state().setup;
    if (query.by === 'staff' && !rules.figures.byStaff) throw new Refused('forbidden');
    return figures({ query, targetMinutes: rules.call.targetWaitMinutes, now: hall.now() });
  });
}
