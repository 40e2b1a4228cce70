import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { chromiumPath } from '../support/browser.ts';
import { temporaryFolder } from '../support/hall.ts';

// The second runtime as it is shipped: docs/deploy's session script, window manager and policy, on a screen of its own, with
// keys pressed as a keyboard presses them.

const shipped = resolve('docs/deploy/chromium-kiosk');
const folder = temporaryFolder();
/** What the session says, for whoever must find out why it did not start. */
const sessionLog = openSync(join(folder.path, 'session.log'), 'a');
const running: ChildProcess[] = [];
const patience = { timeout: 60_000, interval: 250 };

/** Every address anybody asked for. */
const asked: string[] = [];
let hall: Server;
let elsewhere: Server;
let display: string;
let screen: ChildProcess;

/** What has been typed stands in the window's title, and a word leads to another server. */
const page = (other: string) => `<!doctype html><html lang="en"><title>kiosk:</title><body>The hall's page<script>
let typed = '';
addEventListener('keydown', ({ key }) => {
  if (key.length === 1) typed += key;
  document.title = 'kiosk:' + typed;
  if (key === 'Enter' && typed.endsWith('LEAVE')) location.href = '${other}';
});
</script></body></html>`;

async function serve(answer: () => string): Promise<Server> {
  const server = createServer(({ url, headers }, response) => {
    asked.push(`${headers.host}${url}`);
    response.setHeader('content-type', 'text/html').end(answer());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}
const addressOf = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

beforeAll(async () => {
  elsewhere = await serve(() => '<title>elsewhere</title>');
  hall = await serve(() => page(addressOf(elsewhere)));
  display = await startScreen();
  startKiosk(`${addressOf(hall)}/kiosk/?device=kiosk-1`);
  await vi
    .waitFor(() => expect(titles()).toEqual(['kiosk:']), patience)
    .catch((error) => {
      throw new Error(`no kiosk: ${readFileSync(join(folder.path, 'session.log'), 'utf8')}`, { cause: error });
    });
}, 120_000);
afterAll(async () => {
  for (const child of running.reverse()) {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) continue;
    const ended = once(child, 'exit');
    // The whole group: the session's script has children of its own, and nothing to put in order. The screen has a lock file.
    process.kill(-child.pid, child === screen ? 'SIGTERM' : 'SIGKILL');
    await ended;
  }
  hall?.close();
  elsewhere?.close();
  // Chromium's last processes may still be writing for a moment.
  rmSync(folder.path, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
});

async function startScreen(): Promise<string> {
  // Without -noreset it starts anew whenever its last client leaves, as our first looks at it do, and turns others away.
  const args = ['-displayfd', '3', '-screen', '0', '1080x1920x24', '-nolisten', 'tcp', '-noreset'];
  const xvfb = spawn('/usr/bin/Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'], detached: true });
  running.push(xvfb);
  screen = xvfb;
  const pipe = xvfb.stdio[3];
  if (!pipe) throw new Error('Xvfb was given no pipe');
  const [number] = await once(pipe, 'data');
  return `:${String(number).trim()}`;
}

/** In a mount namespace of its own, so that the policy is read from where Chromium reads it and this machine's stays as it is. */
function startKiosk(address: string) {
  const etc = join(folder.path, 'etc-chromium');
  const managed = join(etc, 'policies', 'managed');
  mkdirSync(managed, { recursive: true });
  const policy = readFileSync(join(shipped, 'policy.json'), 'utf8');
  writeFileSync(join(managed, 'clearcall.json'), policy.replace('https://hall.example', addressOf(hall)));
  const session = join(folder.path, 'kiosk-session.sh');
  copyFileSync(join(shipped, 'kiosk-session.sh'), session);
  copyFileSync(join(shipped, 'openbox-rc.xml'), join(folder.path, 'openbox-rc.xml'));
  const asRoot = process.getuid?.() === 0;
  const child = spawn(
    '/usr/bin/unshare',
    [
      '--mount',
      ...(asRoot ? [] : ['--map-root-user']),
      ...['sh', '-c', 'mount --bind "$1" /etc/chromium && exec "$2" "$3"', 'sh', etc, session, address],
    ],
    {
      env: {
        ...process.env,
        DISPLAY: display,
        HOME: folder.path,
        CHROMIUM: chromiumPath,
        // Without a sandbox because tests run as root; a kiosk's own user has one.
        CHROMIUM_FLAGS: '--no-sandbox --disable-background-networking --disable-gpu --disable-dev-shm-usage',
      },
      stdio: ['ignore', sessionLog, sessionLog],
      detached: true,
    },
  );
  running.push(child);
}

function xdotool(...args: readonly string[]): string {
  return execFileSync('/usr/bin/xdotool', args, {
    env: { ...process.env, DISPLAY: display },
    encoding: 'utf8',
    stdio: 'pipe',
    timeout: 10_000,
  });
}

/** The windows a person can see, by their titles. */
function titles(): readonly string[] {
  const windows = xdotool('search', '--onlyvisible', '--class', 'chromium').trim().split('\n');
  return windows.map((id) =>
    xdotool('getwindowname', id)
      .trim()
      .replace(/ - Chromium$/, ''),
  );
}

const escapes = [
  ...['F1', 'F3', 'F5', 'F6', 'F7', 'F10', 'F11', 'F12', 'Escape', 'shift+Escape', 'Menu', 'Super_L'],
  ...['n', 't', 'o', 'p', 'w', 's', 'u', 'h', 'j', 'l', 'd', 'f', 'r', '1', 'Tab', 'F4', 'plus', 'minus'].map(
    (key) => `ctrl+${key}`,
  ),
  ...['n', 'i', 'j', 't', 'w', 'o', 'b', 'm', 'q', 'Delete', 'Tab'].map((key) => `ctrl+shift+${key}`),
  ...['F4', 'Tab', 'space', 'Home', 'Left', 'Right', 'd', 'f', 'e'].map((key) => `alt+${key}`),
  'ctrl+alt+t',
];

describe('a kiosk in Chromium, as docs/deploy ships it', () => {
  it('fills the screen', () => {
    const [id = ''] = xdotool('search', '--onlyvisible', '--class', 'chromium').trim().split('\n');
    expect(xdotool('getwindowgeometry', id)).toMatch(/Position: 0,0 .*\n\s*Geometry: 1080x1920/);
  });

  it('hears a scanner', async () => {
    xdotool('type', 'A012');
    xdotool('key', 'Return');
    await vi.waitFor(() => expect(titles()).toEqual(['kiosk:A012']), patience);
  });

  it('stays one window on the page, whatever is pressed', async () => {
    for (const key of escapes) xdotool('key', key);
    // What comes behind all those keys arrives: the page still has the keyboard, and never lost what was typed before.
    xdotool('type', 'B7');
    await vi.waitFor(() => expect(titles()).toEqual(['kiosk:A012B7']), patience);
    // Loaded once, by itself; a window that opened late would have asked too.
    expect(asked.filter((address) => address.includes('/kiosk/'))).toHaveLength(1);
  });

  it('leads nowhere but to the hall', async () => {
    xdotool('type', 'LEAVE');
    xdotool('key', 'Return');
    // Chromium's own page says that it is blocked.
    await vi.waitFor(() => expect(titles()).toEqual([expect.not.stringMatching(/^kiosk:|elsewhere/)]), patience);
    expect(asked.filter((address) => address.startsWith(new URL(addressOf(elsewhere)).host))).toEqual([]);
  });
});
