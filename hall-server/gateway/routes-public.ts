import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import {
  FirstAdministrator,
  type HallCard,
  type Health,
  Login,
  PairingPoll,
  PairingRequest,
  StaffPage,
  UseStaffCode,
} from '../../shared/http.ts';
import { demoAccounts } from '../demo/accounts.ts';
import { counterLabel, type HallState } from '../queue/state.ts';
import type { Device } from '../store/accounts.ts';
import { hallFacts } from '../views/hall-facts.ts';
import { zoneName } from '../views/names.ts';
import { isLoopback } from './origin.ts';
import type { Parts } from './parts.ts';
import { parsed, Refused } from './refused.ts';
import { setCookie } from './set-cookie.ts';
import { deviceCookie, hashToken, sessionCookie } from './tokens.ts';

const yearSeconds = 365 * 24 * 3600;

/** What anybody may ask: how the hall is, to be signed in, to be paired. */
export function publicRoutes(app: FastifyInstance, parts: Parts) {
  const { hall, accounts, staff, devices, presence } = parts;

  app.get('/health', async (): Promise<Health> => {
    const storage = hall.failing() ? 'failing' : 'ok';
    return {
      status: storage,
      version: parts.version,
      build: parts.build,
      uptimeSeconds: Math.floor((Date.now() - parts.startedAt) / 1000),
      day: hall.state().day?.date ?? null,
      sequence: hall.revision().sequence,
      storage,
      latestBackupAt: parts.backups?.state().latestAt ?? null,
      connected: presence.count(),
    };
  });

  app.get('/api/hall', async (): Promise<HallCard> => {
    const facts = hallFacts(hall.state());
    return {
      hall: facts,
      version: parts.version,
      needsSetup: parts.setupCode() !== null,
      demoAccounts: facts.demo ? demoAccounts.map(({ login, password, role }) => ({ login, password, role })) : [],
      demoDevices: facts.demo ? accounts.devices().map((device) => demoDevice(device, hall.state())) : [],
    };
  });

  app.post('/api/login', async (request, reply) => {
    const result = await staff.login(parsed(Login, request.body), request.ip);
    if (!result.ok) throw new Refused(result.code);
    const { page } = parsed(Login, request.body);
    setCookie(request, reply, sessionCookie(page), result.value.token, 12 * 3600);
    return result.value.me;
  });

  app.post('/api/logout', async (request, reply) => {
    const { page } = parsed(z.strictObject({ page: StaffPage }), request.body);
    const token = request.cookies[sessionCookie(page)];
    if (token !== undefined) {
      staff.logout(token);
      presence.cut({ tokenHash: hashToken(token) });
    }
    reply.clearCookie(sessionCookie(page), { path: '/' });
    return {};
  });

  app.get('/api/me', async (request) => {
    const { page } = parsed(z.object({ page: StaffPage }), request.query);
    const signedIn = staff.signedIn(request.cookies[sessionCookie(page)] ?? null, page);
    if (signedIn === null) throw new Refused('notSignedIn');
    return signedIn.me;
  });

  app.post('/api/setup-code', { config: { rateLimit: { max: 10, timeWindow: 60_000 } } }, async (request) => {
    const { code, login, name, password } = parsed(FirstAdministrator, request.body);
    const wanted = parts.setupCode();
    if (wanted === null) throw new Refused('codeOver');
    if (code.normalize('NFKC').toUpperCase().replaceAll(/[\s-]/g, '') !== wanted) throw new Refused('wrongCode');
    const saved = await staff.save({ staffId: null, login, name, role: 'administrator', active: true, password }, null);
    if (!saved.ok) throw new Refused(saved.code);
    return {};
  });

  app.post('/api/pairing', { config: { rateLimit: { max: 60, timeWindow: 60_000 } } }, async (request, reply) => {
    const wish = parsed(PairingRequest, request.body);
    const from = { address: request.ip, sameMachine: isLoopback(request.ip) };
    const { state, token } = devices.request(wish, from, hall.state().setup.hall.demo);
    if (token !== null) setCookie(request, reply, deviceCookie(wish.slot), token, yearSeconds);
    return state;
  });

  const fewTries = { config: { rateLimit: { max: 20, timeWindow: 60_000 } } };
  app.post('/api/devices/staff-code/use', fewTries, async (request) => {
    const { token, code } = parsed(UseStaffCode, request.body);
    const device = devices.deviceOf(token);
    const right = device !== null && parts.staffCodes.use(device.id, code);
    if (device !== null) {
      const result = right ? 'ok' : 'wrongCode';
      accounts.audit({ at: hall.now(), actor: device.id, action: 'openShell', subject: device.id, result });
    }
    if (!right) throw new Refused('wrongCode');
    return {};
  });

  app.post('/api/pairing/poll', async (request, reply) => {
    const { slot, secret } = parsed(PairingPoll, request.body);
    const { state, token } = devices.poll(secret);
    if (token !== null) setCookie(request, reply, deviceCookie(slot), token, yearSeconds);
    return state;
  });
}

/** A device of the demo hall, named by where it stands. */
function demoDevice({ id, assignment }: Device, state: HallState): HallCard['demoDevices'][number] {
  const counter = 'counter' in assignment ? assignment.counter : null;
  const zone = 'zone' in assignment ? assignment.zone : null;
  return {
    deviceId: id,
    assignment,
    counterLabel: counter === null ? null : counterLabel(state, counter),
    zoneName: zone === null ? null : zoneName(state, zone),
  };
}
