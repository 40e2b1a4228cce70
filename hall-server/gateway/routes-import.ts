import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import {
  type ImportResult,
  ImportRow,
  type ImportVerdict,
  importedAtOnce,
  mostImported,
} from '../../shared/appointment-import.ts';
import { AppointmentId, CommandId } from '../../shared/ids.ts';
import { importPreview } from '../views/import-preview.ts';
import type { Parts } from './parts.ts';
import { parsed, Refused } from './refused.ts';
import { mayUse } from './staff-access.ts';
import { sessionCookie } from './tokens.ts';

const previewBytes = 2 * 1024 * 1024;
const importBytes = 64 * 1024;

/** Bookings of another system, from a file that the administration has read: looked at first, then written in parts. */
export function importRoutes(app: FastifyInstance, { hall, store, links, staff, accounts }: Parts) {
  const signedIn = (request: FastifyRequest) => {
    const found = staff.signedIn(request.cookies[sessionCookie('admin')] ?? null, 'admin');
    if (found === null) throw new Refused('notSignedIn');
    if (!mayUse(found.me.role, 'admin')) throw new Refused('forbidden');
    return found;
  };

  app.post(
    '/api/appointments/import/preview',
    { bodyLimit: previewBytes },
    async (request): Promise<readonly ImportVerdict[]> => {
      signedIn(request);
      const { rows } = parsed(z.strictObject({ rows: z.array(ImportRow).min(1).max(mostImported) }), request.body);
      const known = store.appointmentsByReference(rows.flatMap(({ reference }) => reference ?? []));
      return importPreview(hall.state(), rows, known, { now: hall.now(), instantOf: hall.instantOf });
    },
  );

  /** `id` as with any command: the same rows sent again are answered with the same bookings and codes. */
  app.post(
    '/api/appointments/import',
    { bodyLimit: importBytes },
    async (request): Promise<readonly ImportResult[]> => {
      const { actor, me } = signedIn(request);
      const { id, rows } = parsed(
        z.strictObject({ id: CommandId, rows: z.array(ImportRow).min(1).max(importedAtOnce) }),
        request.body,
      );
      const outcome = await hall.execute({ type: 'importAppointments', rows }, actor, id);
      accounts.audit({
        ...{ at: hall.now(), actor: me.staffId, action: 'importAppointments', subject: String(rows.length) },
        result: outcome.ok ? 'ok' : outcome.code,
      });
      if (!outcome.ok) throw new Refused(outcome.code === 'storageFailing' ? 'storageFailing' : 'malformed');
      return (outcome.imported ?? []).map((result) =>
        result.is === 'refused'
          ? result
          : { is: result.is, code: links.appointmentCodeOf(AppointmentId.parse(result.appointmentId)) },
      );
    },
  );
}
