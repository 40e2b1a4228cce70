import { BrowserWindow, type BrowserWindowConstructorOptions } from 'electron';
import { mayPress } from './key-policy.ts';
import { type HallOrigin, mayNavigate } from './navigation-policy.ts';
import type { Area } from './window-plan.ts';

/** What a window is made with: nothing of Node in its page, nothing around it, nothing to close it by. */
export function windowOptions(area: Area, preload: string): BrowserWindowConstructorOptions {
  return {
    ...area,
    show: false,
    frame: false,
    kiosk: true,
    alwaysOnTop: true,
    closable: false,
    minimizable: false,
    maximizable: false,
    movable: false,
    resizable: false,
    skipTaskbar: true,
    autoHideMenuBar: true,
    backgroundColor: '#ffffff',
    webPreferences: {
      preload,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      contextIsolation: true,
      sandbox: true,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      devTools: false,
      navigateOnDragDrop: false,
      disableDialogs: true,
      safeDialogs: true,
      spellcheck: false,
      plugins: false,
      enableWebSQL: false,
      // A call is heard without anybody having touched the screen first.
      autoplayPolicy: 'no-user-gesture-required',
      // A board is painted also when the system believes that nobody looks.
      backgroundThrottling: false,
    },
  };
}

/** A window on the hall that leads nowhere else. Not yet shown, and nothing is loaded in it. */
export function openHardenedWindow(area: Area, preload: string, hall: () => HallOrigin | null): BrowserWindow {
  const window = new BrowserWindow(windowOptions(area, preload));
  const { webContents } = window;

  webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
  webContents.on('will-attach-webview', (event) => event.preventDefault());
  webContents.on('will-navigate', (event) => {
    if (!mayNavigate(event.url, hall())) event.preventDefault();
  });
  webContents.on('will-redirect', (event) => {
    if (!mayNavigate(event.url, hall())) event.preventDefault();
  });
  webContents.on('will-frame-navigate', (event) => {
    // No page of ours has frames.
    if (!event.isMainFrame || !mayNavigate(event.url, hall())) event.preventDefault();
  });
  // Prevented, a page's wish to be asked before it is left is ignored.
  webContents.on('will-prevent-unload', (event) => event.preventDefault());
  webContents.on('before-input-event', (event, input) => {
    if (!mayPress(input)) event.preventDefault();
  });
  webContents.on('zoom-changed', () => webContents.setZoomLevel(0));
  webContents.on('did-finish-load', () => {
    webContents.setZoomLevel(0);
    webContents.setVisualZoomLevelLimits(1, 1);
  });
  window.removeMenu();
  window.once('ready-to-show', () => window.show());
  return window;
}
