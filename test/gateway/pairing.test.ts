import { v7 as uuidV7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { usualSettings } from '../../shared/actors.ts';
import type { DeviceRow, PairingState } from '../../shared/http.ts';
import { issueLicence } from '../support/crowd.ts';
import {
  connect,
  cutOf,
  logIn,
  type RunningHall,
  refusalOf,
  request,
  startDemoHall,
  startTestHall,
  temporaryFolder,
} from '../support/hall.ts';

let folder: { path: string; remove: () => void };
let hall: RunningHall;
let now: number;
let admin: string;

const minute = 60_000;

// Not a demo hall: nothing pairs itself.
beforeAll(async () => {
  now = Date.parse('2026-03-10T09:00:00+08:00');
  folder = temporaryFolder();
  hall = await startTestHall({ dataDir: folder.path, clock: () => now });
  const account = { login: 'wei', name: '王伟', password: 'eight-or-more' };
  await request(hall.address, '/api/setup-code', { code: hall.setupCode, ...account });
  admin = (await logIn(hall.address, 'admin', 'wei', 'eight-or-more')).cookies;
});
afterAll(async () => {
  await hall.close();
  folder.remove();
});
// Whatever an earlier test left waiting is over.
beforeEach(() => {
  now += 11 * minute;
});

describe('devices', () => {
  const assignment = { kind: 'ticketKiosk', zone: null };

  type Waiting = Extract<PairingState, { state: 'waiting' }>;
  const ask = async (slot = uuidV7()) => {
    const { body, cookies } = await request(hall.address, '/api/pairing', { slot, kind: 'ticketKiosk', wants: null });
    expect(cookies).toBe('');
    return { ...(body as Waiting), slot };
  };
  const approve = (code: string, cookies = admin) =>
    request(hall.address, '/api/devices/approve', { code, name: '取号机 1', assignment }, cookies);
  const poll = (slot: string, secret: string) => request(hall.address, '/api/pairing/poll', { slot, secret });
  const devices = async (): Promise<DeviceRow[]> =>
    (await request(hall.address, '/api/devices', undefined, admin)).body.devices;
  const paired = async () => {
    const { code, slot, secret } = await ask();
    expect((await approve(code)).status).toBe(200);
    const { body, cookies } = await poll(slot, secret);
    return { slot, cookies, deviceId: body.deviceId as string };
  };

  it('shows a code, is approved, and gets its token once', async () => {
    const { state, code, slot, secret, expiresAt } = await ask();
    expect({ state, expiresAt }).toEqual({ state: 'waiting', expiresAt: now + 10 * minute });
    expect(code).toMatch(/^[2-9ACDEFGHJKLMNPRTUVWXY]{6}$/);
    expect((await poll(slot, secret)).body).toMatchObject({ state: 'waiting', code });
    const { pending } = (await request(hall.address, '/api/devices', undefined, admin)).body;
    expect(pending).toEqual([{ code, kind: 'ticketKiosk', address: '127.0.0.1', glass: null, expiresAt }]);
    // Typed as people type.
    expect((await approve(` ${code.slice(0, 3).toLowerCase()}-${code.slice(3)}`)).status).toBe(200);
    const { body, cookies } = await poll(slot, secret);
    expect(body).toMatchObject({ state: 'paired', byItself: false });
    expect(cookies).toMatch(new RegExp(`^clearcall-device-${slot}=[\\w-]{43}$`));
    expect(await poll(slot, secret)).toMatchObject({ body: { state: 'over' }, cookies: '' });
    expect((await approve(code)).body).toEqual({ code: 'codeOver' });
    const kiosk = await connect(hall.address, { audience: 'device', slot }, cookies);
    expect(kiosk.view().kind).toBe('ticketKiosk');
    kiosk.close();
  });

  it('a code is good for ten minutes', async () => {
    const early = await ask();
    now += 10 * minute;
    expect((await approve(early.code)).status).toBe(200);
    const late = await ask();
    now += 10 * minute + 1;
    expect((await approve(late.code)).body).toEqual({ code: 'codeOver' });
    expect((await poll(late.slot, late.secret)).body).toEqual({ state: 'over' });
  });

  it('who knows the code but not the secret gets nothing', async () => {
    const { code, slot } = await ask();
    expect((await approve(code)).status).toBe(200);
    for (const secret of [code.repeat(5), 'A'.repeat(43), uuidV7()]) {
      expect(await poll(slot, secret)).toMatchObject({ body: { state: 'over' }, cookies: '' });
    }
    expect(await approve(code, '')).toMatchObject({ status: 401 });
  });

  it('a wrong code and a task the page cannot do are refused', async () => {
    const before = await devices();
    const { code } = await ask();
    expect((await approve('ZZZZZZ')).body).toEqual({ code: 'codeOver' });
    const screen = {
      kind: 'hallScreen',
      panel: { diagonalInches: 55, farthestViewMetres: 10 },
      settings: usualSettings.hallScreen,
    };
    const answer = await request(
      hall.address,
      '/api/devices/approve',
      { code, name: '大厅屏', assignment: screen },
      admin,
    );
    expect(answer.body).toEqual({ code: 'malformed' });
    expect(await devices()).toEqual(before);
  });

  it('a revoked device is cut and stays out; one revoked before it came never comes in', async () => {
    const { slot, cookies, deviceId } = await paired();
    const kiosk = await connect(hall.address, { audience: 'device', slot }, cookies);
    const gone = cutOf(kiosk);
    expect((await request(hall.address, '/api/devices/revoke', { deviceId }, admin)).status).toBe(200);
    expect(await gone).toBe('io server disconnect');
    await expect(connect(hall.address, { audience: 'device', slot }, cookies)).rejects.toThrow('notPaired');

    const early = await ask();
    await approve(early.code);
    const fresh = (await devices()).at(-1);
    await request(hall.address, '/api/devices/revoke', { deviceId: fresh?.deviceId }, admin);
    expect(await poll(early.slot, early.secret)).toMatchObject({ body: { state: 'over' }, cookies: '' });
  });

  it('a device given another task starts afresh with the view of that task', async () => {
    const { slot, cookies, deviceId } = await paired();
    const device = await connect(hall.address, { audience: 'device', slot }, cookies);
    const gone = cutOf(device);
    const task = { kind: 'ratingKiosk', counter: null };
    await request(hall.address, '/api/devices/assign', { deviceId, name: '评价器', assignment: task }, admin);
    expect(await gone).toBe('io server disconnect');
    const again = await connect(hall.address, { audience: 'device', slot }, cookies);
    expect(again.view().kind).toBe('ratingKiosk');
    expect(await again.send(issueLicence)).toEqual({ ok: false, code: 'forbidden' });
    again.close();
  });

  it('no more than fifty screens may be asking at once', async () => {
    const place = temporaryFolder();
    const busy = await startTestHall({ dataDir: place.path, clock: () => now });
    const wish = async () =>
      (await request(busy.address, '/api/pairing', { slot: uuidV7(), kind: 'hallScreen', wants: null })).body.state;
    for (let asking = 0; asking < 50; asking += 1) expect(await wish()).toBe('waiting');
    expect(await wish()).toBe('over');
    now += 10 * minute + 1;
    expect(await wish()).toBe('waiting');
    await busy.close();
    place.remove();
  });

  it('only in a demo hall does a window pair itself', async () => {
    const wish = { slot: uuidV7(), kind: 'hallScreen', wants: null };
    expect((await request(hall.address, '/api/pairing', wish)).body).toMatchObject({ state: 'waiting' });
    const place = temporaryFolder();
    const demo = await startDemoHall({ dataDir: place.path });
    const { body, cookies } = await request(demo.address, '/api/pairing', wish);
    expect(body).toMatchObject({ state: 'paired', byItself: true, deviceId: 'hall-screen' });
    expect(await refusalOf(demo.address, { audience: 'device', slot: wish.slot }, cookies)).toBe('accepted');
    // A name that is none of the demo's devices is a new screen, and shows its code.
    const stranger = await request(demo.address, '/api/pairing', { ...wish, wants: 'corner' });
    expect(stranger.body).toMatchObject({ state: 'waiting' });
    await demo.close();
    place.remove();
  });

  it('a cookie of one slot does not open another', async () => {
    const { slot, cookies } = await paired();
    const other = uuidV7();
    await expect(connect(hall.address, { audience: 'device', slot: other }, cookies)).rejects.toThrow('notPaired');
    await expect(connect(hall.address, { audience: 'device', slot }, '')).rejects.toThrow('notPaired');
  });

  it('behind a proxy on this machine: whence it really comes is shown, and its cookie stays on https', async () => {
    const slot = uuidV7();
    const ask = async (path: string, body: object) => {
      const headers = {
        'content-type': 'application/json',
        origin: hall.address.replace('http:', 'https:'),
        'x-forwarded-for': '127.0.0.1, 10.0.3.41',
        'x-forwarded-proto': 'https',
      };
      return fetch(hall.address + path, { method: 'POST', headers, body: JSON.stringify(body) });
    };
    const waiting: Waiting = await (await ask('/api/pairing', { slot, kind: 'ticketKiosk', wants: null })).json();
    const { pending } = (await request(hall.address, '/api/devices', undefined, admin)).body;
    expect(pending).toMatchObject([{ code: waiting.code, address: '10.0.3.41' }]);
    expect((await approve(waiting.code)).status).toBe(200);
    const handed = await ask('/api/pairing/poll', { slot, secret: waiting.secret });
    expect(handed.headers.getSetCookie()[0]).toMatch(/; HttpOnly; Secure; SameSite=Strict$/);
  });

  describe('the code that opens a kiosk’s shell', () => {
    const make = async (deviceId: string, cookies = admin) =>
      request(hall.address, '/api/devices/staff-code', { deviceId }, cookies);
    const tokenOf = (cookies: string) => cookies.split('=')[1] ?? '';
    const use = async (cookies: string, code: string) =>
      (await request(hall.address, '/api/devices/staff-code/use', { token: tokenOf(cookies), code })).body;

    it('is right once, for its device, typed as people type', async () => {
      const [one, other] = [await paired(), await paired()];
      const { body } = await make(one.deviceId);
      expect(body).toEqual({ code: expect.stringMatching(/^\d{6}$/), expiresAt: now + 10 * minute });
      expect(await use(other.cookies, body.code)).toEqual({ code: 'wrongCode' });
      expect(await use(one.cookies, ` ${body.code.slice(0, 3)} ${body.code.slice(3)}`)).toEqual({});
      expect(await use(one.cookies, body.code)).toEqual({ code: 'wrongCode' });
    });
    it('is over after ten minutes, after five wrong ones, and when there is a newer one', async () => {
      const { cookies, deviceId } = await paired();
      const late = (await make(deviceId)).body.code;
      now += 10 * minute + 1;
      expect(await use(cookies, late)).toEqual({ code: 'wrongCode' });
      const guessed = (await make(deviceId)).body.code;
      for (let i = 0; i < 5; i++) await use(cookies, 'none');
      expect(await use(cookies, guessed)).toEqual({ code: 'wrongCode' });
      const [old, newer] = [(await make(deviceId)).body.code, (await make(deviceId)).body.code];
      if (old !== newer) expect(await use(cookies, old)).toEqual({ code: 'wrongCode' });
      expect(await use(cookies, newer)).toEqual({});
    });
    it('is made by an administrator, for a device that is paired', async () => {
      const { deviceId, cookies } = await paired();
      expect((await make(deviceId, '')).body).toEqual({ code: 'notSignedIn' });
      expect((await make('nobody')).body).toEqual({ code: 'unknownDevice' });
      const { code } = (await make(deviceId)).body;
      await request(hall.address, '/api/devices/revoke', { deviceId }, admin);
      expect((await make(deviceId)).body).toEqual({ code: 'unknownDevice' });
      expect(await use(cookies, code)).toEqual({ code: 'wrongCode' });
    });
  });
});
