import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type FakeElectron, fakeElectron, refusable } from '../support/fake-electron.ts';
import * as pem from './certificates.ts';

// A whole shell, started as main.ts starts it, on an Electron that only remembers. Each test has one of its own.

const hall = 'https://hall.example';
const kiosk = `${hall}/kiosk/?device=ticketKiosk`;
const own = (page: string) => `clearcall://shell/${page}.html`;
const minute = 60_000;

let electron: FakeElectron;
let folder: string;

beforeEach(() => {
  vi.resetModules();
  vi.useFakeTimers({ now: Date.parse('2026-09-22T09:00:00') });
  vi.spyOn(console, 'log').mockImplementation(() => {});
  folder = mkdtempSync(join(tmpdir(), 'clearcall-'));
  electron = fakeElectron();
  vi.doMock('electron', () => electron);
  electron.app.userData = folder;
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

/** Starts the shell as its main.ts does, on a box that knows `settings`. */
async function start(settings: object | null, product: 'kiosk' | 'screen' = 'kiosk') {
  if (settings !== null) writeFileSync(join(folder, 'settings.json'), JSON.stringify(settings));
  await import(product === 'kiosk' ? '../../kiosk/shell/main.ts' : '../../signage-display/shell/main.ts');
  await vi.advanceTimersByTimeAsync(0);
}

const windows = () => electron.BrowserWindow.all.filter((one) => !one.destroyed);
function onlyWindow() {
  const [window, another] = windows();
  if (window === undefined || another !== undefined) throw new Error(`${windows().length} windows`);
  return window;
}
const shown = () => onlyWindow().webContents.address;
const loaded = () => onlyWindow().webContents.loaded;
const savedSettings = () => JSON.parse(readFileSync(join(folder, 'settings.json'), 'utf8'));
const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms);

/** The hall answers on /health, or nobody does. */
function serverIs(up: boolean, by = electron.session.defaultSession) {
  electron.FakeContents.unreachable = (address) => address.startsWith('http') && !up;
  by.fetch.mockImplementation(async () => {
    if (!up) throw new Error('refused');
    return Response.json({ status: 'ok', version: '1', build: 'b', uptimeSeconds: 1 });
  });
}

/** A message as the window's own page would send it, or another page in it. */
const from = (url: string, isTop = true, sender = onlyWindow().webContents) => ({
  sender,
  senderFrame: { url, parent: isTop ? null : {} },
});
const tell = (channel: string, event: object) => electron.ipcMain.emit(`clearcall:${channel}`, event);
async function ask(channel: string, event: object, asked?: unknown): Promise<unknown> {
  return electron.ipcMain.answers.get(`clearcall:${channel}`)?.(event, asked);
}
/** The page paints, as its preload reports, until the test says otherwise. */
function painting() {
  const timer = setInterval(() => {
    for (const { webContents } of windows()) tell('alive', from(webContents.address || kiosk, true, webContents));
  }, 3_000);
  return () => clearInterval(timer);
}

describe('a box that knows its hall', () => {
  it('shows it, alone, awake, with no menu', async () => {
    serverIs(true);
    await start({ hall });
    expect(shown()).toBe(kiosk);
    expect(electron.app.requestSingleInstanceLock).toHaveBeenCalledOnce();
    expect(electron.app.enableSandbox).toHaveBeenCalledOnce();
    expect(electron.Menu.setApplicationMenu).toHaveBeenCalledWith(null);
    expect(electron.powerSaveBlocker.start).toHaveBeenCalledWith('prevent-display-sleep');
    expect(electron.session.defaultSession.handlers).toHaveProperty('permissionRequest');
    expect(onlyWindow().options).toMatchObject({
      kiosk: true,
      webPreferences: { preload: expect.stringMatching(/preload\.cjs$/), sandbox: true },
    });
  });
  it('a second start ends at once', async () => {
    electron.app.requestSingleInstanceLock.mockReturnValue(false);
    await start({ hall });
    expect(electron.app.exit).toHaveBeenCalledWith(0);
    expect(windows()).toEqual([]);
  });
  it('cannot be closed', async () => {
    await start({ hall });
    const asked = refusable();
    onlyWindow().emit('close', asked);
    expect(asked.prevented).toBe(true);
  });
  it('no name, password or certificate is asked of a visitor, and no window opened by any page', async () => {
    await start({ hall });
    for (const [name, more] of [
      ['login', [{}, {}, {}]],
      ['select-client-certificate', [{}, '', []]],
    ] as const) {
      const asked = refusable();
      const answered = vi.fn();
      electron.app.emit(name, asked, ...more, answered);
      expect([asked.prevented, answered.mock.calls]).toEqual([true, [[]]]);
    }
    const other = new electron.FakeContents();
    electron.app.emit('web-contents-created', {}, other);
    expect(other.windowOpenHandler?.()).toEqual({ action: 'deny' });
  });
  it('starts anew in the night', async () => {
    serverIs(true);
    await start({ hall, restartAt: '03:30' });
    painting();
    await wait(18 * 60 * minute);
    expect(electron.app.relaunch).not.toHaveBeenCalled();
    await wait(31 * minute);
    expect(electron.app.relaunch).toHaveBeenCalledOnce();
  });
  it('unreadable settings: asks again instead of not starting', async () => {
    writeFileSync(join(folder, 'settings.json'), '{"hall":');
    await start(null);
    expect(shown()).toBe(own('setup'));
  });
});

describe('a hall that does not answer', () => {
  it('the page of our own until it does, then the hall by itself', async () => {
    serverIs(false);
    await start({ hall });
    painting();
    expect(shown()).toBe(own('offline'));
    await wait(2 * minute);
    expect(shown()).toBe(own('offline'));
    // Shown once and left alone: it must not flicker.
    expect(loaded().filter((one) => one === own('offline'))).toHaveLength(1);
    serverIs(true);
    await wait(5_000);
    expect(shown()).toBe(kiosk);
  });
  it('a proxy that answers for a dead server is no hall', async () => {
    serverIs(true);
    await start({ hall });
    painting();
    serverIs(false);
    onlyWindow().webContents.emit('did-navigate', {}, kiosk, 502);
    await wait(0);
    expect(shown()).toBe(own('offline'));
  });
  it('an answer of something else on that address is none', async () => {
    serverIs(false);
    electron.session.defaultSession.fetch.mockImplementation(async () => Response.json({ status: 'ok' }));
    await start({ hall });
    painting();
    await wait(minute);
    expect(shown()).toBe(own('offline'));
  });
  it('another address loaded instead is not a failure', async () => {
    serverIs(true);
    await start({ hall });
    onlyWindow().webContents.emit('did-fail-load', {}, -3, 'ERR_ABORTED', kiosk, true);
    onlyWindow().webContents.emit('did-fail-load', {}, -102, 'ERR', `${hall}/a.png`, false);
    await wait(minute / 10);
    expect(shown()).toBe(kiosk);
  });
});

describe('a page that fails', () => {
  beforeEach(async () => {
    serverIs(true);
    await start({ hall });
  });
  const dies = async () => {
    onlyWindow().webContents.emit('render-process-gone', {}, { reason: 'crashed' });
    await wait(0);
  };

  it('dead: loaded again; after three in five minutes the shell starts anew; then people are sent to the front desk', async () => {
    painting();
    for (const times of [2, 3, 4]) {
      await dies();
      expect(loaded()).toEqual(Array.from({ length: times }, () => kiosk));
    }
    await dies();
    expect(electron.app.relaunch).toHaveBeenCalledOnce();
    expect(electron.app.exit).toHaveBeenCalledWith(0);
    await dies();
    expect(shown()).toBe(own('ask-desk'));
    await wait(5 * minute);
    expect(shown()).toBe(kiosk);
  });
  it('hung: ended, and loaded again once', async () => {
    painting();
    onlyWindow().webContents.emit('unresponsive');
    await wait(0);
    expect(onlyWindow().webContents.forcefullyCrashRenderer).toHaveBeenCalledOnce();
    expect(loaded()).toEqual([kiosk, kiosk]);
  });
  it('no paint for 15 s: the same', async () => {
    const stop = painting();
    await wait(minute);
    expect(loaded()).toEqual([kiosk]);
    stop();
    await wait(21_000);
    expect(onlyWindow().webContents.forcefullyCrashRenderer).toHaveBeenCalledOnce();
    expect(loaded()).toEqual([kiosk, kiosk]);
  });
  it('a stranger’s message is no sign of life', async () => {
    setInterval(() => tell('alive', from('https://evil.example/kiosk/')), 3_000);
    await wait(21_000);
    expect(onlyWindow().webContents.forcefullyCrashRenderer).toHaveBeenCalledOnce();
  });
  it('the process that draws for all: every page is loaded again; one that ended by itself: nothing', async () => {
    electron.app.emit('child-process-gone', {}, { type: 'Utility', reason: 'clean-exit' });
    expect(loaded()).toEqual([kiosk]);
    electron.app.emit('child-process-gone', {}, { type: 'GPU', reason: 'crashed' });
    await wait(0);
    expect(loaded()).toEqual([kiosk, kiosk]);
  });
});

describe('several monitors on one box', () => {
  const monitor = (x: number) => ({ bounds: { x, y: 0, width: 1920, height: 1080 } });
  const addresses = () => windows().map(({ webContents }) => webContents.address);

  it('a window and a device for each, also for one that is plugged in later', async () => {
    serverIs(true);
    electron.screen.displays = [monitor(0), monitor(1920)];
    await start({ hall }, 'screen');
    expect(addresses()).toEqual([`${hall}/screen/?device=screen`, `${hall}/screen/?device=screen-2`]);
    expect(windows().map(({ options }) => options.x)).toEqual([0, 1920]);

    const [first] = windows();
    electron.screen.displays = [monitor(0), monitor(1920), monitor(3840)];
    electron.screen.emit('display-added');
    await wait(0);
    expect(addresses()).toHaveLength(3);
    expect(windows()[0]).toBe(first);

    electron.screen.displays = [monitor(0)];
    electron.screen.emit('display-removed');
    await wait(0);
    expect(addresses()).toEqual([`${hall}/screen/?device=screen`]);
    expect(windows()[0]).toBe(first);
  });
  it('a kiosk has one', async () => {
    electron.screen.displays = [monitor(0), monitor(1920)];
    await start({ hall });
    expect(windows()).toHaveLength(1);
  });
  it('unless its settings say more', async () => {
    serverIs(true);
    electron.screen.displays = [monitor(0), monitor(1920)];
    await start({ hall, pages: ['ratingKiosk', 'screen'] });
    expect(addresses()).toEqual([`${hall}/rating/?device=ratingKiosk`, `${hall}/screen/?device=screen-2`]);
  });
});

describe('the first start', () => {
  const setup = () => from(own('setup'));
  /** What the next attempt to reach a hall meets. */
  const meets = (what: 'hall' | 'unknown certificate' | 'nobody') => {
    electron.session.fromPartition = (name: string) => {
      const made = new (
        electron.session.defaultSession.constructor as new () => typeof electron.session.defaultSession
      )();
      electron.session.partitions.set(name, made);
      made.fetch.mockImplementation(async () => {
        if (what === 'hall') return Response.json({ status: 'ok', version: '1', build: 'b' });
        if (what === 'unknown certificate') {
          const root = { data: pem.hallCa, issuerCert: {} };
          root.issuerCert = root;
          const verify = made.handlers.certificateVerify as (request: object, answer: (code: number) => void) => void;
          verify(
            { certificate: { data: pem.server, issuerCert: root }, verificationResult: 'CERT_AUTHORITY_INVALID' },
            () => {},
          );
        }
        throw new Error('refused');
      });
      return made;
    };
  };

  it('asks which hall, tries it, takes it, remembers it and shows it', async () => {
    serverIs(true);
    await start(null);
    expect(shown()).toBe(own('setup'));
    meets('hall');
    expect(await ask('try-hall', setup(), 'hall.example')).toEqual({ outcome: 'hall', address: hall, encrypted: true });
    await ask('take-hall', setup(), 'ratingKiosk');
    await wait(0);
    expect(savedSettings()).toMatchObject({ hall, certificate: null, pages: ['ratingKiosk'] });
    expect(shown()).toBe(`${hall}/rating/?device=ratingKiosk`);
  });
  it('a certificate nobody vouches for is shown by its fingerprint, and pinned when it is taken', async () => {
    serverIs(true);
    vi.setSystemTime(Date.parse('2027-03-01'));
    await start(null);
    meets('unknown certificate');
    const tried = await ask('try-hall', setup(), 'https://hall.example');
    expect(tried).toEqual({
      outcome: 'unknownCertificate',
      address: hall,
      fingerprint: expect.stringMatching(/^[0-9A-F:]{95}$/),
    });
    await ask('take-hall', setup(), 'ticketKiosk');
    expect(savedSettings()).toMatchObject({ hall, certificate: pem.hallCa });
  });
  it('one for another name is not offered', async () => {
    vi.setSystemTime(Date.parse('2027-03-01'));
    await start(null);
    meets('unknown certificate');
    expect(await ask('try-hall', setup(), 'https://other.example')).toMatchObject({ outcome: 'wrongCertificate' });
    await expect(ask('take-hall', setup(), 'ticketKiosk')).rejects.toThrow('no hall has been tried');
  });
  it('nobody there, and nothing that was not tried is taken', async () => {
    await start(null);
    meets('nobody');
    expect(await ask('try-hall', setup(), 'hall.example')).toEqual({ outcome: 'noHall' });
    expect([...electron.session.partitions.keys()]).toHaveLength(3);
    await expect(ask('take-hall', setup(), 'ticketKiosk')).rejects.toThrow('no hall has been tried');
    await expect(ask('take-hall', setup(), 'screen')).rejects.toThrow('no hall has been tried');
    await expect(ask('take-hall', setup(), { page: 'admin' })).rejects.toThrow();
  });
  it('only our own page is answered', async () => {
    await start(null);
    for (const event of [from('https://evil.example/'), from(own('setup'), false), { sender: {}, senderFrame: null }]) {
      await expect(ask('try-hall', event, 'hall.example')).rejects.toThrow('not for this page');
    }
  });
  it('a page that hangs is asked for again', async () => {
    await start(null);
    onlyWindow().webContents.emit('unresponsive');
    await wait(0);
    expect(loaded()).toEqual([own('setup'), own('setup')]);
  });
  it('on several monitors one asks and the others wait', async () => {
    serverIs(true);
    electron.screen.displays = [0, 1920].map((x) => ({ bounds: { x, y: 0, width: 1920, height: 1080 } }));
    await start(null, 'screen');
    expect(windows().map(({ webContents }) => webContents.address)).toEqual([own('setup'), own('offline')]);
  });
  it('a box can be told by its command line', async () => {
    serverIs(true);
    electron.app.switches.set('hall', 'https://hall.example/');
    await start(null);
    expect(shown()).toBe(kiosk);
  });
  it('and be made to ask again', async () => {
    electron.app.switches.set('reset', '');
    await start({ hall });
    expect(shown()).toBe(own('setup'));
  });
});

describe('staff at a box', () => {
  const setup = () => from(own('setup'));
  const staff = () => from(own('staff'));
  /** What the hall says to a code. */
  const hallSays = (status: number, code: string) =>
    electron.session.defaultSession.fetch.mockImplementation(async () => Response.json({ code }, { status }));

  beforeEach(async () => {
    serverIs(true);
    await start({ hall });
    electron.session.defaultSession.cookies.get.mockResolvedValue([{ value: 'the-device-token' }]);
    tell('corner', from(kiosk));
    await wait(0);
  });

  it('the corner leads to a keypad, and back to the hall', async () => {
    expect(shown()).toBe(own('staff'));
    tell('back', staff());
    await wait(0);
    expect(shown()).toBe(kiosk);
  });
  it('without a right code nothing is changed and nothing ends', async () => {
    hallSays(403, 'wrongCode');
    expect(await ask('staff-code', staff(), '123456')).toBe('wrong');
    hallSays(429, 'tooManyRequests');
    expect(await ask('staff-code', staff(), '123456')).toBe('unreachable');
    expect(await ask('staff-code', staff(), '123456')).toBe('unreachable');
    tell('leave', setup());
    expect(electron.app.exit).not.toHaveBeenCalled();
    await expect(ask('try-hall', setup(), 'evil.example')).rejects.toThrow('staff only');
    await expect(ask('first-start', setup())).rejects.toThrow('staff only');
  });
  it('a right code, asked of the hall in this device’s name, opens the set-up and may end the shell', async () => {
    hallSays(200, '');
    expect(await ask('staff-code', staff(), '123456')).toBe('right');
    const [address, asked] = electron.session.defaultSession.fetch.mock.lastCall ?? [];
    expect(address).toBe(`${hall}/api/devices/staff-code/use`);
    expect(JSON.parse((asked as { body: string }).body)).toEqual({ token: 'the-device-token', code: '123456' });
    await wait(0);
    expect(shown()).toBe(own('setup'));
    expect(await ask('first-start', setup())).toMatchObject({ byStaff: true, choices: ['ticketKiosk', 'ratingKiosk'] });
    tell('leave', setup());
    expect(electron.app.exit).toHaveBeenCalledWith(10);
  });
  it('the code’s welcome ends: after ten minutes, and when they go back', async () => {
    hallSays(200, '');
    await ask('staff-code', staff(), '123456');
    tell('back', setup());
    tell('leave', setup());
    await ask('staff-code', staff(), '123456');
    await wait(11 * minute);
    tell('leave', setup());
    expect(electron.app.exit).not.toHaveBeenCalledWith(10);
  });
  it('a box without a device is nobody’s', async () => {
    electron.session.defaultSession.cookies.get.mockResolvedValue([]);
    expect(await ask('staff-code', staff(), '123456')).toBe('wrong');
  });
});

describe('our own pages', () => {
  it('come from the shell’s own protocol, with their policy, and nothing else does', async () => {
    await start(null);
    const [scheme, serve] = electron.protocol.handle.mock.lastCall as [
      string,
      (asked: { url: string }) => Promise<Response>,
    ];
    expect(scheme).toBe('clearcall');
    const page = await serve({ url: own('offline') });
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await page.text()).toContain('正在连接大厅服务器');
    expect((await serve({ url: 'clearcall://shell/../settings.json' })).status).toBe(404);
    expect(electron.protocol.registerSchemesAsPrivileged).toHaveBeenCalledWith([
      { scheme: 'clearcall', privileges: { standard: true, secure: true, supportFetchAPI: false } },
    ]);
  });
});
