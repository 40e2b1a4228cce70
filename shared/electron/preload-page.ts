import { contextBridge, ipcRenderer } from 'electron';
import type { OwnPageShell } from './first-start.ts';
import { channels } from './ipc-policy.ts';
import { ownScheme } from './navigation-policy.ts';

/** Well within the time after which the shell takes a page for hung. */
const aliveEveryMs = 3_000;
const cornerPx = 96;
const cornerTaps = 5;
const cornerWithinMs = 4_000;

/** What every window's preload does: gives the page its few calls, says that it lives, and watches the staff's corner. */
export function preparePage(forHall: object | null): void {
  if (location.protocol === `${ownScheme}:`) contextBridge.exposeInMainWorld('clearcallOwn', ownPageShell);
  else if (forHall !== null) contextBridge.exposeInMainWorld('clearcallShell', forHall);

  // Asked for a frame, so that a page which runs but no longer paints is noticed too.
  setInterval(() => requestAnimationFrame(() => ipcRenderer.send(channels.alive.name)), aliveEveryMs);
  watchCorner(() => ipcRenderer.send(channels.corner.name));
  for (const kind of ['dragover', 'drop']) {
    addEventListener(kind, (event) => event.preventDefault(), { capture: true });
  }
  addEventListener('wheel', (event) => event.ctrlKey && event.preventDefault(), { capture: true, passive: false });
}

const ownPageShell: OwnPageShell = {
  firstStart: () => ipcRenderer.invoke(channels.firstStart.name),
  tryHall: (typed) => ipcRenderer.invoke(channels.tryHall.name, typed),
  takeHall: (page) => ipcRenderer.invoke(channels.takeHall.name, page),
  staffCode: (code) => ipcRenderer.invoke(channels.staffCode.name, code),
  back: () => ipcRenderer.send(channels.back.name),
  leave: () => ipcRenderer.send(channels.leave.name),
};

/** Some quick taps in the upper left corner, where no page has a button. A visitor who happens on it meets a keypad. */
function watchCorner(onTapped: () => void) {
  let taps: number[] = [];
  addEventListener(
    'pointerdown',
    ({ clientX, clientY, timeStamp }) => {
      if (clientX > cornerPx || clientY > cornerPx) return;
      taps = [...taps.filter((at) => timeStamp - at < cornerWithinMs), timeStamp];
      if (taps.length < cornerTaps) return;
      taps = [];
      onTapped();
    },
    { capture: true },
  );
}
