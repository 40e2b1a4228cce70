import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ExportState } from '../../shared/http.ts';
import type { Parts } from './parts.ts';
import { Refused } from './refused.ts';
import { sessionCookie } from './tokens.ts';

/** How the sending of ratings to a platform goes; `off` where the hall sends none. */
export function exporterRoutes(app: FastifyInstance, { staff, exporting, accounts, hall }: Parts) {
  const signedIn = (request: FastifyRequest) => {
    const found = staff.signedIn(request.cookies[sessionCookie('admin')] ?? null, 'admin');
    if (found === null) throw new Refused('notSignedIn');
    if (!['manager', 'administrator'].includes(found.me.role)) throw new Refused('forbidden');
    return found.me;
  };

  app.get('/api/exporter', async (request): Promise<ExportState | { readonly target: null }> => {
    signedIn(request);
    return exporting?.state() ?? { target: null };
  });

  app.post('/api/exporter', async (request): Promise<ExportState> => {
    const { staffId } = signedIn(request);
    if (exporting === null) throw new Refused('notFound');
    accounts.audit({ at: hall.now(), actor: staffId, action: 'exportNow', subject: null, result: 'ok' });
    exporting.tryNow();
    return exporting.state();
  });
}
