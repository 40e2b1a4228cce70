import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import {
  type Me,
  type SetupChanged,
  type SetupFile,
  type SetupPreview,
  type SetupVersionRow,
  SetupWish,
  setupFileFormat,
} from '../../shared/http.ts';
import { CommandId } from '../../shared/ids.ts';
import { setupEntries, setupPreview } from '../views/setup-preview.ts';
import type { Parts } from './parts.ts';
import { parsed, Refused } from './refused.ts';
import { sessionCookie } from './tokens.ts';

const versionsAtOnce = 20;
/** A large hall's set-up is some hundred kilobytes. */
const mostBytes = 4 * 1024 * 1024;

/** The set-up as a whole: its history, back to an earlier version, out into a file and in again. */
export function setupRoutes(app: FastifyInstance, { hall, accounts, staff, setupVersions, localDateTime }: Parts) {
  const signedIn = (request: FastifyRequest) => {
    const found = staff.signedIn(request.cookies[sessionCookie('admin')] ?? null, 'admin');
    if (found === null) throw new Refused('notSignedIn');
    return found;
  };
  const administrator = (request: FastifyRequest) => {
    const found = signedIn(request);
    if (found.me.role !== 'administrator') throw new Refused('forbidden');
    return found;
  };
  const audit = (me: Me, action: string, subject: string | null) =>
    accounts.audit({ at: hall.now(), actor: me.staffId, action, subject, result: 'ok' });
  const entriesOf = (wish: SetupWish) => ('entries' in wish ? wish.entries : setupVersions.asOf(wish.asOf));

  app.get('/api/setup/versions', async (request): Promise<readonly SetupVersionRow[]> => {
    signedIn(request);
    const { before } = parsed(z.object({ before: z.coerce.number().int().min(1).optional() }), request.query);
    return setupVersions.list(before ?? Number.MAX_SAFE_INTEGER, versionsAtOnce).map(({ staffId, ...version }) => ({
      ...version,
      staffName: staffId === null ? null : (accounts.staffById(staffId)?.name ?? staffId),
    }));
  });

  app.get('/api/setup/file', async (request, reply): Promise<SetupFile> => {
    const { me } = administrator(request);
    audit(me, 'exportSetup', null);
    const at = localDateTime(hall.now());
    reply.header('content-disposition', `attachment; filename="clearcall-setup-${at.slice(0, 10)}.json"`);
    return { format: setupFileFormat, savedAt: at, entries: setupEntries(hall.state()) };
  });

  app.post('/api/setup/preview', { bodyLimit: mostBytes }, async (request): Promise<SetupPreview> => {
    administrator(request);
    const wish = parsed(SetupWish, request.body);
    return setupPreview(hall.state(), { entries: entriesOf(wish), others: wish.others }, hall.now());
  });

  /** `id` as with any command: asked twice, it is done once. */
  app.post('/api/setup', { bodyLimit: mostBytes }, async (request): Promise<SetupChanged> => {
    const { actor, me } = administrator(request);
    const { id, wish } = parsed(z.strictObject({ id: CommandId, wish: SetupWish }), request.body);
    const command = {
      type: 'saveSetups',
      entries: entriesOf(wish),
      others: wish.others,
      bookings: wish.bookings,
    } as const;
    const outcome = await hall.execute(command, actor, id);
    audit(me, 'saveSetups', 'asOf' in wish ? String(wish.asOf) : null);
    return outcome.ok ? { ok: true } : { ok: false, code: outcome.code, facts: outcome.facts ?? {} };
  });
}
