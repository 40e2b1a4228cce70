import type { BrowserWindow, WebContents } from 'electron';
import { openHardenedWindow } from './hardened-window.ts';
import { isOwnPage, ownOrigin } from './navigation-policy.ts';
import { type OwnPage, ownPages } from './own-pages.ts';
import { type Recovery, restMs } from './relaunch-policy.ts';
import { addressOf, type PlannedWindow } from './window-plan.ts';

const tryAgainMs = 5_000;
/** Without a painted frame for so long a page is taken for hung. */
const paintsWithinMs = 15_000;
/** Chromium's own name for "another address was loaded instead". */
const aborted = -3;

export interface WindowSurroundings {
  readonly preload: string;
  /** One window of a new box asks which hall; the others wait for the answer. */
  readonly asksForHall: boolean;
  readonly hall: () => string | null;
  readonly isAnswering: (hall: string) => Promise<boolean>;
  /** Asked at each failure of the page: what now? It is written down; a relaunch is carried out by whoever is asked. */
  readonly afterFailure: (slot: string, what: string) => Recovery;
  readonly log: (line: string) => void;
}

export interface DeviceWindow {
  readonly plan: PlannedWindow;
  readonly contents: WebContents;
  /** Shows the hall's page, or the one that says why not. */
  readonly start: () => void;
  readonly showOwn: (page: OwnPage) => void;
  /** The page has painted. */
  readonly alive: () => void;
  /** A process that serves all pages has died. */
  readonly failed: (what: string) => void;
  readonly close: () => void;
}

/** One monitor's window: on the hall whenever there is one, and back on it by itself after whatever happens. */
export function openDeviceWindow(plan: PlannedWindow, around: WindowSurroundings): DeviceWindow {
  const window: BrowserWindow = openHardenedWindow(plan.area, around.preload, around.hall);
  const { webContents } = window;
  let waiting: ReturnType<typeof setTimeout> | null = null;
  let paintedAt = performance.now();
  /** A renderer we ended ourselves is not another failure. */
  let ending = false;
  let closed = false;

  const wait = (ms: number, then: () => void) => {
    if (waiting !== null) clearTimeout(waiting);
    waiting = setTimeout(() => {
      waiting = null;
      then();
    }, ms);
  };
  const load = (address: string) => {
    paintedAt = performance.now();
    // Why it failed comes with did-fail-load; the promise tells the same once more.
    webContents.loadURL(address).catch(() => {});
  };
  const showOwn = (page: OwnPage) => {
    if (waiting !== null) clearTimeout(waiting);
    waiting = null;
    load(`${ownOrigin}${ownPages[page]}`);
  };
  const start = () => {
    const hall = around.hall();
    if (hall !== null) load(addressOf(plan, hall));
    else if (around.asksForHall) showOwn('setup');
    else waitForHall();
  };
  const waitForHall = () => {
    if (webContents.getURL() !== `${ownOrigin}${ownPages.offline}`) showOwn('offline');
    wait(tryAgainMs, async () => {
      const hall = around.hall();
      const answers = hall !== null && (await around.isAnswering(hall));
      if (closed) return;
      if (answers) start();
      else waitForHall();
    });
  };

  const failed = (what: string) => {
    const answer = around.afterFailure(plan.slot, what);
    if (answer === 'reload') start();
    if (answer === 'askDesk') {
      showOwn('askDesk');
      wait(restMs, start);
    }
  };
  const hung = (what: string) => {
    ending = true;
    webContents.forcefullyCrashRenderer();
    failed(what);
  };

  webContents.on('did-fail-load', (_event, code, reason, address, isMainFrame) => {
    if (!isMainFrame || code === aborted) return;
    around.log(`${plan.slot}: not loaded: ${reason}`);
    // Our own page did not load either: nothing better is left than to try again.
    if (isOwnPage(address)) wait(tryAgainMs, start);
    else waitForHall();
  });
  webContents.on('did-navigate', (_event, address, status) => {
    // A proxy whose server is down answers too.
    if (!isOwnPage(address) && status >= 400) waitForHall();
  });
  webContents.on('render-process-gone', (_event, { reason }) => {
    if (ending || closed) {
      ending = false;
      return;
    }
    failed(`gone: ${reason}`);
  });
  webContents.on('unresponsive', () => hung('unresponsive'));
  window.on('close', (event) => {
    // Alt+F4 and the like; the shell itself destroys its windows.
    event.preventDefault();
  });

  const watch = setInterval(() => {
    if (performance.now() - paintedAt < paintsWithinMs) return;
    paintedAt = performance.now();
    hung('no paint');
  }, paintsWithinMs / 3);

  return {
    plan,
    contents: webContents,
    start,
    showOwn,
    alive: () => {
      paintedAt = performance.now();
    },
    failed,
    close: () => {
      closed = true;
      clearInterval(watch);
      if (waiting !== null) clearTimeout(waiting);
      window.destroy();
    },
  };
}
