import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { BackupState } from '../../shared/http.ts';
import type { Parts } from './parts.ts';
import { Refused } from './refused.ts';
import { sessionCookie } from './tokens.ts';

/** How the copies of the database are; and one more, at once. */
export function backupRoutes(app: FastifyInstance, { staff, backups, accounts, hall }: Parts) {
  const kept = (request: FastifyRequest) => {
    const found = staff.signedIn(request.cookies[sessionCookie('admin')] ?? null, 'admin');
    if (found === null) throw new Refused('notSignedIn');
    if (!['manager', 'administrator'].includes(found.me.role)) throw new Refused('forbidden');
    if (backups === null) throw new Refused('notFound');
    return { backups, me: found.me };
  };

  app.get('/api/backups', async (request): Promise<BackupState> => kept(request).backups.state());

  // Answered while it is being made: the page asks how far it is.
  app.post('/api/backups', async (request): Promise<BackupState> => {
    const { backups: all, me } = kept(request);
    accounts.audit({ at: hall.now(), actor: me.staffId, action: 'makeBackup', subject: null, result: 'ok' });
    void all.make();
    return all.state();
  });
}
