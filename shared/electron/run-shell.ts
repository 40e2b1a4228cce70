import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { app, Menu, powerSaveBlocker, protocol, screen, session, type WebContents } from 'electron';
import { setAutostart } from './autostart.ts';
import { type DeviceWindow, openDeviceWindow } from './device-window.ts';
import { openFailureBook } from './failure-book.ts';
import { addressesToTry } from './hall-address.ts';
import { isAnswering } from './hall-probe.ts';
import { hardenSession } from './hardened-session.ts';
import { ownScheme } from './navigation-policy.ts';
import { untilNext } from './night-restart.ts';
import { ownFile, ownHeaders } from './own-pages.ts';
import { setUpByStaff } from './set-up-box.ts';
import { openIpc, type ShellIpc } from './shell-ipc.ts';
import { readJson, ShellSettings, writeJson } from './shell-settings.ts';
import { type DevicePage, planWindows } from './window-plan.ts';

/** What differs between a kiosk's shell and a screen's. */
export interface ShellProduct {
  /** What the box may be used as; the first is the usual. */
  readonly choices: readonly [DevicePage, ...DevicePage[]];
  /** One window on each monitor, or one only. */
  readonly windows: 'one' | 'everyMonitor';
  /** Where the build has put preload.cjs, own-pages.js and own-pages.css. */
  readonly folder: string;
  /** What only this product answers its pages. */
  readonly listen: (ipc: ShellIpc, settings: () => ShellSettings) => void;
}

const log = (line: string) => console.log(line);

/** Runs a shell until it is told to stop. Nothing before `ready` may wait: schemes and the sandbox are settled by then. */
export function runShell(product: ShellProduct): void {
  if (!app.requestSingleInstanceLock()) {
    app.exit(0);
    return;
  }
  app.enableSandbox();
  protocol.registerSchemesAsPrivileged([
    { scheme: ownScheme, privileges: { standard: true, secure: true, supportFetchAPI: false } },
  ]);
  // Somebody plugs a keyboard in and closes a window: the shell stays.
  app.on('window-all-closed', () => {});
  app.on('web-contents-created', (_event, contents) => contents.setWindowOpenHandler(() => ({ action: 'deny' })));
  app.on('select-client-certificate', (event, _contents, _url, _list, choose) => {
    event.preventDefault();
    choose();
  });
  // Nobody is there to be asked for a name and password.
  app.on('login', (event, _contents, _details, _auth, answer) => {
    event.preventDefault();
    answer();
  });
  app
    .whenReady()
    .then(() => startShell(product))
    .catch((error) => {
      console.error(error);
      app.exit(1);
    });
}

function startShell(product: ShellProduct): void {
  const folder = app.getPath('userData');
  const settingsFile = join(folder, 'settings.json');
  const read = readJson(settingsFile, ShellSettings, {});
  if (read.broken !== null) log(`settings.json was unreadable and has been put aside: ${read.broken}`);
  let settings = withCommandLine(read.value);

  const hall = () => settings.hall;
  const remember = openFailureBook(join(folder, 'failures.json'), log);
  const windows = new Map<string, DeviceWindow>();
  const windowOf = (contents: WebContents) => [...windows.values()].find((one) => one.contents === contents) ?? null;

  Menu.setApplicationMenu(null);
  powerSaveBlocker.start('prevent-display-sleep');
  hardenSession(session.defaultSession, { origin: hall, pinned: () => settings.certificate });
  protocol.handle(ownScheme, ({ url }) => serveOwn(url, product.folder));

  const afterFailure = (slot: string, what: string) => {
    const answer = remember(slot, Date.now());
    log(`${slot}: ${what}: ${answer}`);
    if (answer === 'relaunch') relaunch();
    return answer;
  };
  const pagesFor = (monitors: number): readonly DevicePage[] =>
    settings.pages ?? Array.from({ length: product.windows === 'one' ? 1 : monitors }, () => product.choices[0]);
  /** Windows for the monitors there are; one that stays where it is is left alone. */
  const arrange = () => {
    const areas = screen.getAllDisplays().map(({ bounds }) => bounds);
    const planned = planWindows(areas, pagesFor(areas.length));
    for (const [slot, { plan, close }] of windows) {
      const same = planned.some((one) => JSON.stringify(one) === JSON.stringify(plan));
      if (same) continue;
      close();
      windows.delete(slot);
    }
    for (const [i, plan] of planned.entries()) {
      if (windows.has(plan.slot)) continue;
      const preload = join(product.folder, 'preload.cjs');
      const asksForHall = i === 0;
      const window = openDeviceWindow(plan, { preload, asksForHall, hall, isAnswering, afterFailure, log });
      windows.set(plan.slot, window);
      window.start();
    }
  };

  const ipc = openIpc(hall);
  ipc.hear('alive', (from) => windowOf(from)?.alive());
  product.listen(ipc, () => settings);
  setUpByStaff(product.choices, ipc, {
    hall,
    windowOf,
    use: (chosen, address, certificate) => {
      settings = { ...settings, hall: address, certificate, pages: product.windows === 'one' ? [chosen] : null };
      writeJson(settingsFile, settings);
      for (const [slot, { close }] of windows) {
        close();
        windows.delete(slot);
      }
      arrange();
    },
  });

  app.on('child-process-gone', (_event, { type, reason }) => {
    if (reason === 'clean-exit') return;
    for (const { failed } of windows.values()) failed(`${type} gone: ${reason}`);
  });
  screen.on('display-added', arrange);
  screen.on('display-removed', arrange);
  screen.on('display-metrics-changed', arrange);
  if (settings.restartAt !== null) setTimeout(relaunch, untilNext(settings.restartAt, new Date()));
  setAutostart(settings.autostart);
  arrange();
}

/** `--hall=https://hall.example` for boxes that are set up by a program, `--reset` to be asked again. Not written down. */
function withCommandLine(settings: ShellSettings): ShellSettings {
  if (app.commandLine.hasSwitch('reset')) return { ...settings, hall: null, certificate: null };
  const [hall] = addressesToTry(app.commandLine.getSwitchValue('hall'));
  return hall === undefined ? settings : { ...settings, hall };
}

async function serveOwn(address: string, folder: string): Promise<Response> {
  const file = ownFile(address);
  if (file === null) return new Response('', { status: 404, headers: ownHeaders });
  if (file.kind === 'page') {
    return new Response(file.html, { headers: { ...ownHeaders, 'content-type': 'text/html; charset=utf-8' } });
  }
  const type = file.name.endsWith('.css') ? 'text/css; charset=utf-8' : 'text/javascript; charset=utf-8';
  return new Response(await readFile(join(folder, file.name)), { headers: { ...ownHeaders, 'content-type': type } });
}

/** An AppImage's own path is gone once it has ended; the file it came from is not. */
function relaunch(): void {
  const image = process.env.APPIMAGE;
  app.relaunch(image === undefined ? {} : { execPath: image });
  app.exit(0);
}
