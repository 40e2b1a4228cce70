import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { isScreen, type Role } from '../../shared/actors.ts';
import {
  ApproveDevice,
  AssignDevice,
  type Colleague,
  type DeviceList,
  type FoundTickets,
  OrderDevice,
  SaveStaff,
  type StaffCode,
  type StaffPage,
  type StaffRow,
} from '../../shared/http.ts';
import { TicketId } from '../../shared/ids.ts';
import { parseNumber } from '../../shared/number.ts';
import type { WhyNotYet } from '../../shared/views.ts';
import { ticketRow, whyTicketWaits } from '../views/desk.ts';
import type { Parts } from './parts.ts';
import { parsed, Refused } from './refused.ts';
import { sessionCookie } from './tokens.ts';

/** What staff may ask and administrators may change: accounts, devices, tickets of the day. */
export function accountRoutes(app: FastifyInstance, parts: Parts) {
  const { hall, accounts, staff, devices, presence } = parts;

  /** Who asks, signed in on that page with one of these roles. */
  const signedIn = (request: FastifyRequest, page: StaffPage, roles: readonly Role[]) => {
    const found = staff.signedIn(request.cookies[sessionCookie(page)] ?? null, page);
    if (found === null) throw new Refused('notSignedIn');
    if (!roles.includes(found.me.role)) throw new Refused('forbidden');
    return found.me;
  };
  const administrator = (request: FastifyRequest) => signedIn(request, 'admin', ['administrator']).staffId;

  app.get('/api/staff', async (request): Promise<readonly StaffRow[]> => {
    signedIn(request, 'admin', ['manager', 'administrator']);
    return accounts
      .staff()
      .map(({ id: staffId, login, name, role, active }) => ({ staffId, login, name, role, active }));
  });

  app.get('/api/colleagues', async (request): Promise<readonly Colleague[]> => {
    signedIn(request, 'counter', ['clerk', 'manager']);
    return accounts.staff().map(({ id: staffId, name }) => ({ staffId, name }));
  });

  app.post('/api/staff', async (request) => {
    const by = administrator(request);
    const saved = await staff.save(parsed(SaveStaff, request.body), by);
    if (!saved.ok) throw new Refused(saved.code);
    return { staffId: saved.value };
  });

  app.get('/api/devices', async (request): Promise<DeviceList> => {
    signedIn(request, 'admin', ['manager', 'administrator']);
    return {
      devices: accounts.devices().map(({ id, name, assignment, paired, lastSeenAt }) => ({
        deviceId: id,
        name,
        assignment,
        paired,
        online: presence.isOnline(id),
        lastSeenAt,
        health: presence.health(id, parts.build, hall.now()),
        glass: presence.lastReport(id)?.glass ?? null,
      })),
      pending: devices.pending(),
    };
  });

  app.post('/api/devices/approve', async (request) => {
    const by = administrator(request);
    return done(devices.approve(parsed(ApproveDevice, request.body), by));
  });

  app.post('/api/devices/assign', async (request) => {
    const by = administrator(request);
    const { deviceId, name, assignment } = parsed(AssignDevice, request.body);
    return done(devices.assign(deviceId, name, assignment, by));
  });

  app.post('/api/devices/order', async (request) => {
    const by = signedIn(request, 'admin', ['manager', 'administrator']).staffId;
    const { deviceId, order } = parsed(OrderDevice, request.body);
    const device = devices.device(deviceId);
    if (device === null) throw new Refused('unknownDevice');
    if (!isScreen(device.assignment)) throw new Refused('malformed');
    if (!presence.order(device.id, { order, name: device.name })) throw new Refused('deviceOffline');
    accounts.audit({ at: hall.now(), actor: by, action: order, subject: device.id, result: 'ok' });
    return {};
  });

  app.post('/api/devices/revoke', async (request) => {
    const by = administrator(request);
    const { deviceId } = parsed(z.strictObject({ deviceId: z.string().max(64) }), request.body);
    return done(devices.revoke(deviceId, by));
  });

  app.post('/api/devices/staff-code', async (request): Promise<StaffCode> => {
    const by = administrator(request);
    const { deviceId } = parsed(z.strictObject({ deviceId: z.string().max(64) }), request.body);
    const device = accounts.devices().find(({ id, paired }) => id === deviceId && paired);
    if (device === undefined) throw new Refused('unknownDevice');
    accounts.audit({ at: hall.now(), actor: by, action: 'makeStaffCode', subject: device.id, result: 'ok' });
    return parts.staffCodes.make(device.id);
  });

  app.get('/api/tickets', async (request): Promise<FoundTickets> => {
    signedIn(request, 'desk', ['reception', 'manager']);
    const number = parseNumber(parsed(z.object({ number: z.string().max(12) }), request.query).number);
    const state = hall.state();
    if (number === null || state.day === null) return [];
    return parts.store.ticketsByNumber(state.day.date, number).map((ticket) => ticketRow(state, ticket, hall.now()));
  });

  app.get('/api/tickets/why', async (request): Promise<WhyNotYet> => {
    signedIn(request, 'desk', ['reception', 'manager']);
    const why = whyTicketWaits(parts.picture(), parsed(z.object({ ticketId: TicketId }), request.query).ticketId);
    if (why === null) throw new Refused('notFound');
    return why;
  });
}

function done(refusal: ConstructorParameters<typeof Refused>[0] | null): object {
  if (refusal !== null) throw new Refused(refusal);
  return {};
}
