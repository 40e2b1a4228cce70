import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blankSetup } from '../../hall-server/blank-setup.ts';
import { demoPassword } from '../../hall-server/demo/accounts.ts';
import type { CounterView, DeskView } from '../../shared/views.ts';
import { accepted, issueLicence } from '../support/crowd.ts';
import {
  connectDevice,
  connectStaff,
  cutOf,
  logIn,
  type RunningHall,
  refusalOf,
  request,
  startDemoHall,
  temporaryFolder,
} from '../support/hall.ts';

let folder: { path: string; remove: () => void };
let hall: RunningHall;
let now: number;

const minute = 60_000;
const hour = 60 * minute;

beforeAll(async () => {
  now = Date.parse('2026-03-10T09:00:00+08:00');
  folder = temporaryFolder();
  hall = await startDemoHall({ dataDir: folder.path, clock: () => now });
});
afterAll(async () => {
  await hall.close();
  folder.remove();
});

describe('sessions', () => {
  it('signing out is refused at once and cuts the page, only that one', async () => {
    const desk = await connectStaff<DeskView>(hall.address, 'desk', 'reception');
    const other = await connectStaff<DeskView>(hall.address, 'desk', 'reception');
    const gone = cutOf(desk);
    expect((await request(hall.address, '/api/logout', { page: 'desk' }, desk.cookies)).status).toBe(200);
    expect(await gone).toBe('io server disconnect');
    expect(await refusalOf(hall.address, { audience: 'desk' }, desk.cookies)).toBe('notSignedIn');
    expect((await request(hall.address, '/api/me?page=desk', undefined, desk.cookies)).status).toBe(401);
    accepted(await other.send(issueLicence));
    other.close();
  });

  it('two hours without use end a session; use keeps it for twelve hours and no longer', async () => {
    const desk = await connectStaff<DeskView>(hall.address, 'desk', 'reception');
    const me = () => request(hall.address, '/api/me?page=desk', undefined, desk.cookies);
    const signedInAt = now;
    while (now + 2 * hour <= signedInAt + 12 * hour) {
      now += 2 * hour;
      expect((await me()).status).toBe(200);
    }
    now = signedInAt + 12 * hour + 1;
    expect((await me()).status).toBe(401);
    expect(await refusalOf(hall.address, { audience: 'desk' }, desk.cookies)).toBe('notSignedIn');

    const idle = await logIn(hall.address, 'desk', 'reception');
    now += 2 * hour + 1;
    expect((await request(hall.address, '/api/me?page=desk', undefined, idle.cookies)).status).toBe(401);
    now -= hour;
    // Once over, over: a clock put back does not revive it.
    expect((await request(hall.address, '/api/me?page=desk', undefined, idle.cookies)).status).toBe(401);
  });

  it('an open page of an ended session is cut by itself, without a command being sent', async () => {
    const desk = await connectStaff<DeskView>(hall.address, 'desk', 'reception');
    const gone = cutOf(desk);
    now += 2 * hour + 1;
    expect(await gone).toBe('io server disconnect');
    desk.close();
  });

  it('looking on does not count as use, a command does', async () => {
    const desk = await connectStaff<DeskView>(hall.address, 'desk', 'reception');
    now += 2 * hour - minute;
    await new Promise((beat) => desk.socket.once('beat', beat));
    await new Promise((beat) => desk.socket.once('beat', beat));
    accepted(await desk.send(issueLicence));
    now += 2 * hour - minute;
    accepted(await desk.send(issueLicence));
    now += 2 * hour + 1;
    expect(await desk.send(issueLicence)).toEqual({ ok: false, code: 'notSignedIn' });
    desk.close();
  });

  it('a dismissed, demoted or newly passworded member of staff is out at once', async () => {
    const { cookies } = await logIn(hall.address, 'admin', 'admin');
    const staff = async () => (await request(hall.address, '/api/staff', undefined, cookies)).body;
    const changes = [{ active: false }, { role: 'reception' }, { password: 'another-pass-phrase' }];
    for (const [index, change] of changes.entries()) {
      const name = `clerk0${index + 1}`;
      const clerk = await connectStaff<CounterView>(hall.address, 'counter', name);
      const row = (await staff()).find((one: { login: string }) => one.login === name);
      const gone = cutOf(clerk);
      expect((await request(hall.address, '/api/staff', { ...row, password: null, ...change }, cookies)).status).toBe(
        200,
      );
      expect(await gone).toBe('io server disconnect');
      expect(await refusalOf(hall.address, { audience: 'counter' }, clerk.cookies)).toBe('notSignedIn');
    }
    expect((await logIn(hall.address, 'counter', 'clerk01')).body).toEqual({ code: 'wrongLogin' });
    expect((await logIn(hall.address, 'counter', 'clerk02')).body).toEqual({ code: 'forbidden' });
    expect((await logIn(hall.address, 'counter', 'clerk03', 'another-pass-phrase')).status).toBe(200);
  });

  it('the last administrator stays', async () => {
    const { cookies } = await logIn(hall.address, 'admin', 'admin');
    const rows = (await request(hall.address, '/api/staff', undefined, cookies)).body;
    const row = rows.find((one: { login: string }) => one.login === 'admin');
    for (const change of [{ active: false }, { role: 'clerk' }]) {
      const answer = await request(hall.address, '/api/staff', { ...row, password: null, ...change }, cookies);
      expect(answer).toMatchObject({ status: 409, body: { code: 'lastAdministrator' } });
    }
  });

  it('the link of a slip opens its ticket while the visit may be rated, then like one that never was', async () => {
    const kiosk = await connectDevice(hall.address, 'ticketKiosk');
    const link = accepted(await kiosk.send(issueLicence)).issued?.link ?? '';
    const { linkDays } = blankSetup.rules.rating;
    now += (linkDays + 1) * 24 * hour;
    expect(await refusalOf(hall.address, { audience: 'phone', link })).toBe('accepted');
    now += 1;
    expect(await refusalOf(hall.address, { audience: 'phone', link })).toBe('unknownTicket');
    expect(await refusalOf(hall.address, { audience: 'phone', link: '0'.repeat(26) })).toBe('unknownTicket');
    kiosk.close();
  });

  it('a cookie says nothing to scripts or other sites', async () => {
    const response = await fetch(`${hall.address}/api/login`, {
      method: 'POST',
      headers: { origin: hall.address, 'content-type': 'application/json' },
      body: JSON.stringify({ page: 'desk', login: 'reception', password: demoPassword }),
    });
    const cookie = response.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^clearcall-session-desk=[\w-]{43}; /);
    for (const word of ['HttpOnly', 'SameSite=Strict', 'Path=/']) expect(cookie).toContain(word);
    // Over plain http a browser would drop a Secure cookie without a word.
    expect(cookie).not.toContain('Secure');
    expect(await response.text()).not.toContain(/=([\w-]{43})/.exec(cookie)?.[1]);
  });
});
