import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { io, type Socket } from 'socket.io-client';
import { v7 as uuidV7 } from 'uuid';
import { demoPassword } from '../../hall-server/demo/accounts.ts';
import { pageFiles, templates } from '../../hall-server/gateway/page-files.ts';
import { type RunningHall, type StartOptions, startHall } from '../../hall-server/start.ts';
import type { Command } from '../../shared/commands.ts';
import type { StaffPage } from '../../shared/http.ts';
import type { Ack, ClientToHall, HallToClient, Handshake, Revision, ViewMessage } from '../../shared/protocol.ts';
import type { View } from '../../shared/views.ts';

/** The pages as built: for tests that look at them in a browser. */
export const pagesFolder = resolve('dist/pages');

/** A folder that is gone when the test is. */
export function temporaryFolder(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'clearcall-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

export const silent = { info: () => {}, warn: () => {}, error: () => {} };

/** Pages with nothing on them, for tests of the doors only. */
export function stubPages(folder: string): string {
  for (const file of [...Object.values(pageFiles), ...Object.values(templates)]) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(
      join(folder, file),
      `<!doctype html><html><head><title>${file}</title></head><body><!--page--></body></html>`,
    );
  }
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'assets', 'page-1a2b3c.js'), 'export {};');
  return folder;
}

export interface TestHallOptions {
  readonly dataDir: string;
  readonly demo?: boolean;
  readonly clock?: () => number;
  readonly log?: StartOptions['log'];
  readonly patience?: StartOptions['patience'];
  readonly backups?: StartOptions['backups'];
  readonly exporter?: StartOptions['exporter'];
  readonly port?: number;
  /** Stub pages if not told otherwise. */
  readonly pagesFolder?: string;
}

/** A hall on a free port, in this process, on a real database. */
export function startTestHall(options: TestHallOptions): Promise<RunningHall> {
  return startHall({
    port: options.port ?? 0,
    host: '127.0.0.1',
    dataDir: options.dataDir,
    demo: options.demo ?? false,
    announce: 'no',
    pagesFolder: options.pagesFolder ?? stubPages(join(options.dataDir, 'pages')),
    log: options.log ?? silent,
    version: 'test',
    build: 'test',
    ...(options.clock && { clock: options.clock }),
    ...(options.patience && { patience: options.patience }),
    ...(options.backups && { backups: options.backups }),
    ...(options.exporter && { exporter: options.exporter }),
  });
}

/** The same with the demonstration's set-up, accounts and devices. */
export function startDemoHall(options: Omit<TestHallOptions, 'demo'>): Promise<RunningHall> {
  return startTestHall({ ...options, demo: true });
}

/** What one POST or GET answered. */
export interface Answered {
  readonly status: number;
  readonly cookies: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into whatever JSON came back
  readonly body: any;
}

/** A request as a page of the hall would make it. */
export async function request(address: string, path: string, body?: object, cookies = ''): Promise<Answered> {
  const response = await fetch(address + path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { origin: address, cookie: cookies, ...(body && { 'content-type': 'application/json' }) },
    body: body === undefined ? null : JSON.stringify(body),
  });
  const set = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
  return { status: response.status, cookies: set.join('; '), body: await response.json() };
}

/** A real client over the network. */
export interface Client<Shown extends View = View> {
  readonly socket: Socket<HallToClient, ClientToHall>;
  readonly send: (command: Command, id?: string) => Promise<Ack>;
  readonly view: () => Shown;
  /** Of the latest view. */
  readonly revision: () => Revision;
  /** The first view, present or coming, that is as wanted. */
  readonly until: (wanted: (view: Shown) => boolean) => Promise<Shown>;
  readonly close: () => void;
}

type Who = Handshake extends infer H ? (H extends Handshake ? Omit<H, 'build'> : never) : never;

export async function connect<Shown extends View>(
  address: string,
  who: Who,
  cookies = '',
  build = 'test',
): Promise<Client<Shown>> {
  const socket: Socket<HallToClient, ClientToHall> = io(address, {
    transports: ['websocket'],
    auth: { ...who, build },
    extraHeaders: { origin: address, cookie: cookies },
    reconnectionDelay: 50,
    reconnectionDelayMax: 200,
    forceNew: true,
  });
  let last: ViewMessage | null = null;
  const watchers = new Set<() => void>();
  socket.on('view', (message) => {
    last = message;
    for (const watcher of [...watchers]) watcher();
  });
  await new Promise<void>((settle, fail) => {
    const refused = (error: Error) => {
      socket.disconnect();
      fail(error);
    };
    socket.once('connect_error', refused);
    socket.once('view', () => {
      // From here on a lost connection is taken up again.
      socket.off('connect_error', refused);
      settle();
    });
  });
  const message = () => {
    if (last === null) throw new Error('no view yet');
    return last;
  };
  const view = () => message().view as Shown;
  return {
    socket,
    view,
    revision: () => message().revision,
    send: (command, id = uuidV7()) => socket.timeout(10_000).emitWithAck('command', { id, command } as never),
    until: (wanted) =>
      new Promise((settle) => {
        const look = () => {
          if (!wanted(view())) return;
          watchers.delete(look);
          settle(view());
        };
        watchers.add(look);
        look();
      }),
    close: () => socket.disconnect(),
  };
}

/** Why a connection is refused, or 'accepted'. */
export async function refusalOf(address: string, who: Who, cookies = ''): Promise<string> {
  try {
    (await connect(address, who, cookies)).close();
    return 'accepted';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Why the link of a client is cut, once it is. */
export function cutOf({ socket }: Client): Promise<string> {
  return new Promise((settle) => socket.once('disconnect', settle));
}

/** Signs in as the login form of a staff page does; a demo account unless another password is given. */
export function logIn(address: string, page: StaffPage, login: string, password = demoPassword): Promise<Answered> {
  return request(address, '/api/login', { page, login, password });
}

/** Signs a demo account in on a staff page and connects. */
export async function connectStaff<Shown extends View>(address: string, page: StaffPage, login: string) {
  const { cookies, status } = await logIn(address, page, login);
  if (status !== 200) throw new Error(`login as ${login}: ${status}`);
  const client = await connect<Shown>(address, { audience: page }, cookies);
  return Object.assign(client, { cookies });
}

/** Pairs a device of the demo hall (it pairs itself on this machine) and connects. */
export async function connectDevice<Shown extends View>(address: string, kind: string, wants: string | null = null) {
  const slot = uuidV7();
  const { cookies, status } = await request(address, '/api/pairing', { slot, kind, wants });
  if (status !== 200) throw new Error(`pairing as ${kind}: ${status}`);
  const client = await connect<Shown>(address, { audience: 'device', slot }, cookies);
  return Object.assign(client, { slot, cookies });
}

export type { RunningHall };
