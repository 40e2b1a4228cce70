import { createHook } from 'node:async_hooks';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { demoPassword } from '../../hall-server/demo/accounts.ts';
import { logIn, type RunningHall, request, startDemoHall, startTestHall, temporaryFolder } from '../support/hall.ts';

let folder: { path: string; remove: () => void };
let hall: RunningHall;
let now: number;

const minute = 60_000;

beforeEach(async () => {
  now = Date.parse('2026-03-10T09:00:00+08:00');
  folder = temporaryFolder();
  hall = await startDemoHall({ dataDir: folder.path, clock: () => now });
});
afterEach(async () => {
  await hall.close();
  folder.remove();
});

describe('logging in', () => {
  const wrong = (name = 'reception') => logIn(hall.address, 'desk', name, 'not the password');

  it('three wrong passwords, then a wait that grows; never locked out for good', async () => {
    for (let tries = 0; tries < 3; tries += 1) expect((await wrong()).body).toEqual({ code: 'wrongLogin' });
    expect(await wrong()).toMatchObject({ status: 429, body: { code: 'waitBeforeRetry' } });
    expect((await logIn(hall.address, 'desk', 'reception')).body).toEqual({ code: 'waitBeforeRetry' });
    now += 1_001;
    expect((await wrong()).body).toEqual({ code: 'wrongLogin' });
    now += 1_001;
    expect((await logIn(hall.address, 'desk', 'reception')).body).toEqual({ code: 'waitBeforeRetry' });
    now += 1_000;
    expect((await logIn(hall.address, 'desk', 'reception')).status).toBe(200);
    // Forgiven: the count begins anew.
    for (let tries = 0; tries < 2; tries += 1) expect((await wrong()).body).toEqual({ code: 'wrongLogin' });
    expect((await logIn(hall.address, 'desk', 'reception')).status).toBe(200);
  });

  it('the wait never passes a minute', async () => {
    for (let tries = 0; tries < 10; tries += 1) {
      expect((await wrong()).body).toEqual({ code: 'wrongLogin' });
      now += minute + 1;
    }
    expect((await logIn(hall.address, 'desk', 'reception')).status).toBe(200);
  });

  it('many guesses at the same moment do not get past the wait', async () => {
    const guesses = await Promise.all(Array.from({ length: 10 }, () => wrong()));
    const codes = guesses.map((guess) => guess.body.code);
    // Two are hashed at a time: what was under way when the wait began may still be answered.
    expect(codes.filter((code) => code === 'wrongLogin').length).toBeLessThanOrEqual(5);
    expect(codes.filter((code) => code === 'waitBeforeRetry').length).toBeGreaterThanOrEqual(5);
  });

  it('guessing names does not help either: the address waits', async () => {
    for (let tries = 0; tries < 3; tries += 1) expect((await wrong(`guess${tries}`)).body.code).toBe('wrongLogin');
    expect((await wrong('guess5')).body).toEqual({ code: 'waitBeforeRetry' });
  });

  it('an unknown name is answered like a wrong password and costs one hash as well', async () => {
    let hashes = 0;
    const hook = createHook({
      init: (_, type) => {
        if (type === 'SCRYPTREQUEST') hashes += 1;
      },
    }).enable();
    const { cookies } = await logIn(hall.address, 'admin', 'admin');
    const rows = (await request(hall.address, '/api/staff', undefined, cookies)).body;
    const row = rows.find((one: { login: string }) => one.login === 'clerk02');
    await request(hall.address, '/api/staff', { ...row, password: null, active: false }, cookies);
    const costs: Record<string, unknown> = {};
    for (const name of ['reception', 'nobody-of-that-name', 'clerk02']) {
      hashes = 0;
      const { status, body } = await wrong(name);
      costs[name] = { hashes, status, body };
    }
    hook.disable();
    const same = { hashes: 1, status: 401, body: { code: 'wrongLogin' } };
    expect(costs).toEqual({ reception: same, 'nobody-of-that-name': same, clerk02: same });
  });

  it('an empty hall has no account, and its first administrator needs the code from the console, once', async () => {
    const empty = temporaryFolder();
    const real = await startTestHall({ dataDir: empty.path, clock: () => now });
    const first = (code: string) =>
      request(real.address, '/api/setup-code', { code, login: 'wei', name: '王伟', password: 'eight-or-more' });
    expect(real.setupCode).toMatch(/^\d{8}$/);
    expect((await request(real.address, '/api/hall')).body).toMatchObject({ needsSetup: true, demoAccounts: [] });
    const enter = (login: string, password: string) =>
      request(real.address, '/api/login', { page: 'admin', login, password });
    expect((await enter('admin', demoPassword)).body).toEqual({ code: 'wrongLogin' });
    expect((await first('00000000')).body).toEqual({ code: real.setupCode === '00000000' ? undefined : 'wrongCode' });
    expect((await first(real.setupCode ?? '')).status).toBe(200);
    expect((await enter('wei', 'eight-or-more')).body).toMatchObject({ role: 'administrator' });
    expect((await first(real.setupCode ?? '')).body).toEqual({ code: 'codeOver' });
    expect((await request(real.address, '/api/hall')).body).toMatchObject({ needsSetup: false });
    await real.close();
    empty.remove();
  });
});
