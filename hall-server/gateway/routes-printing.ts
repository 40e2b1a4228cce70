import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Role } from '../../shared/actors.ts';
import { SlipSample, TestPrint, type TestPrinted } from '../../shared/http.ts';
import { TicketId } from '../../shared/ids.ts';
import { DeviceSlot } from '../../shared/protocol.ts';
import type { ShellSlip } from '../../shared/shell.ts';
import { pngOf } from '../printing/png.ts';
import type { Parts } from './parts.ts';
import { parsed, Refused } from './refused.ts';
import { deviceCookie, sessionCookie } from './tokens.ts';

/** Slips as pictures: for the shell that prints them, and for the administrator's eye. */
export function printingRoutes(app: FastifyInstance, { hall, accounts, staff, devices, printing }: Parts) {
  app.get('/api/slip', async (request): Promise<ShellSlip> => {
    const wish = z.object({ slot: DeviceSlot, ticket: TicketId, print: z.coerce.number().int() });
    const { slot, ticket: ticketId, print } = parsed(wish, request.query);
    const device = devices.deviceOf(request.cookies[deviceCookie(slot)] ?? null);
    if (device === null) throw new Refused('notSignedIn');
    const ticket = hall.ticket(ticketId);
    // A slip holds the way to a visit: only where the number was given.
    if (ticket === null || ticket.issuedBy !== device.id) throw new Refused('forbidden');
    const picture = ticket.slip?.printNo === print ? await printing.slipOf(ticket) : null;
    if (picture === null) throw new Refused('notFound');
    return {
      job: `${ticketId}-${print}`,
      png: pngOf(picture).toString('base64'),
      widthDots: picture.width,
      heightDots: picture.height,
    };
  });

  app.get('/api/slip-sample', async (request, reply) => {
    signedIn(request, ['administrator', 'manager']);
    const { paper, language } = parsed(SlipSample, request.query);
    return reply.type('image/png').send(pngOf(await printing.sample(paper, language)));
  });

  app.post('/api/printers/test', async (request): Promise<TestPrinted> => {
    const by = signedIn(request, ['administrator']);
    const { printerId, language } = parsed(TestPrint, request.body);
    const printed = await printing.test(printerId, language);
    accounts.audit({
      at: hall.now(),
      actor: by,
      action: 'testPrint',
      subject: printerId,
      result: printed?.state ?? 'notFound',
    });
    if (printed === null) throw new Refused('notFound');
    return { state: printed.state, fault: printed.fault };
  });

  /** Who asks, signed in to the administration with one of these roles. */
  function signedIn(request: FastifyRequest, roles: readonly Role[]) {
    const found = staff.signedIn(request.cookies[sessionCookie('admin')] ?? null, 'admin');
    if (found === null) throw new Refused('notSignedIn');
    if (!roles.includes(found.me.role)) throw new Refused('forbidden');
    return found.me.staffId;
  }
}
