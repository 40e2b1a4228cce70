import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import * as pem from './certificates.ts';

vi.mock('electron', async () => (await import('../support/fake-electron.ts')).fakeElectron());

import { session } from 'electron';
import { hardenSession } from '../../shared/electron/hardened-session.ts';
import { openHardenedWindow, windowOptions } from '../../shared/electron/hardened-window.ts';
import { ownHeaders } from '../../shared/electron/own-pages.ts';
import { refusable } from '../support/fake-electron.ts';

const hall = 'https://hall.example';
const area = { x: 0, y: 0, width: 1080, height: 1920 };

/** The handlers a hardened window has left with Electron, called as Electron would. */
function openWindow() {
  // biome-ignore lint/suspicious/noExplicitAny: the fake stands where Electron's own types are
  const window = openHardenedWindow(area, '/app/preload.cjs', () => hall) as any;
  const { webContents } = window;
  return {
    window,
    webContents,
    /** Whether the shell prevented it. */
    refuses: (name: string, event: object = {}, ...more: unknown[]): boolean => {
      const asked = refusable(event);
      webContents.emit(name, asked, ...more);
      return asked.prevented;
    },
  };
}

// biome-ignore lint/suspicious/noExplicitAny: see above
const handlers = (session.defaultSession as any).handlers;
let pinned: string | null = null;
hardenSession(session.defaultSession, { origin: () => hall, pinned: () => pinned });
/** What a handler with a callback answers. */
const answerOf = (name: string, ...asked: unknown[]): Promise<unknown> =>
  new Promise((answered) => handlers[name](...asked, answered));

/** Each item of the list in the design of the lock-down, and how it is seen. */
const window = openWindow();
const page = windowOptions(area, '/app/preload.cjs').webPreferences ?? {};
const key = (name: string, held: object = {}) => ({ key: name, control: false, alt: false, meta: false, ...held });
const list: readonly (readonly [string, () => unknown, unknown])[] = [
  ['no Node in the page', () => page.nodeIntegration, false],
  ['no Node in its workers', () => page.nodeIntegrationInWorker, false],
  ['no Node in its frames', () => page.nodeIntegrationInSubFrames, false],
  ['context isolation', () => page.contextIsolation, true],
  ['sandbox', () => page.sandbox, true],
  ['web security', () => page.webSecurity, true],
  ['no insecure content', () => page.allowRunningInsecureContent, false],
  ['no experimental features', () => page.experimentalFeatures, false],
  ['no Blink features', () => ['enableBlinkFeatures' in page, 'disableBlinkFeatures' in page], [false, false]],
  ['no webview tag', () => page.webviewTag, false],
  ['no webview by another way', () => window.refuses('will-attach-webview'), true],
  ['no plugins', () => page.plugins, false],
  ['no developer tools', () => page.devTools, false],
  ['no page dropped into the window', () => page.navigateOnDragDrop, false],
  ['no dialogues', () => page.disableDialogs, true],
  ['no spelling service', () => page.spellcheck, false],
  ['speech without a touch', () => page.autoplayPolicy, 'no-user-gesture-required'],
  [
    'fullscreen, no frame, no closing',
    () => window.window.options,
    expect.objectContaining({ kiosk: true, frame: false, closable: false, minimizable: false }),
  ],
  ['no menu', () => window.window.removeMenu.mock.calls.length, 1],
  ['navigation inside the hall', () => window.refuses('will-navigate', { url: `${hall}/kiosk/` }), false],
  [
    'no navigation elsewhere',
    () => window.refuses('will-navigate', { url: 'https://hall.example.evil.example/kiosk/' }),
    true,
  ],
  ['no navigation to staff pages', () => window.refuses('will-navigate', { url: `${hall}/admin/` }), true],
  [
    'no navigation to our own pages by a page',
    () => window.refuses('will-navigate', { url: 'clearcall://shell/setup.html' }),
    true,
  ],
  ['no redirect elsewhere', () => window.refuses('will-redirect', { url: 'https://evil.example/kiosk/' }), true],
  [
    'no frame, not even of the hall',
    () => window.refuses('will-frame-navigate', { url: `${hall}/kiosk/`, isMainFrame: false }),
    true,
  ],
  [
    'the main frame as above',
    () => window.refuses('will-frame-navigate', { url: `${hall}/kiosk/`, isMainFrame: true }),
    false,
  ],
  ['no window', () => window.webContents.windowOpenHandler(), { action: 'deny' }],
  ['no question before a page is left', () => window.refuses('will-prevent-unload'), true],
  ['a scanner’s key', () => window.refuses('before-input-event', {}, key('H')), false],
  ['no Ctrl+N', () => window.refuses('before-input-event', {}, key('n', { control: true })), true],
  ['no Alt+F4', () => window.refuses('before-input-event', {}, key('F4', { alt: true })), true],
  ['no permission when asked', () => answerOf('permissionRequest', {}, 'media'), false],
  ['no permission when checked', () => handlers.permissionCheck({}, 'clipboard-read', hall, {}), false],
  ['no device', () => handlers.devicePermission({ deviceType: 'usb' }), false],
  [
    'all protected USB classes stay so',
    () => handlers.usbProtectedClasses({ protectedClasses: ['hid', 'audio'] }),
    ['hid', 'audio'],
  ],
  ['no Bluetooth pairing', () => answerOf('bluetoothPairing', {}), { confirmed: false }],
  ['no screen capture', () => answerOf('displayMedia', {}), null],
  ['requests to the hall', () => answerOf('beforeRequest', { url: `${hall}/assets/a.js` }), { cancel: false }],
  ['no request elsewhere', () => answerOf('beforeRequest', { url: 'https://evil.example/' }), { cancel: true }],
  ['no file', () => answerOf('beforeRequest', { url: 'file:///etc/passwd' }), { cancel: true }],
  [
    'our pages may load and send nothing else',
    () => ownHeaders['content-security-policy'],
    expect.stringContaining("default-src 'none'"),
  ],
  ['Electron’s version is pinned', () => packageJson.devDependencies.electron, '45.4.1'],
];

describe('the lock-down, item by item', () => {
  it.each(list)('%s', async (_, seen, expected) => expect(await seen()).toEqual(expected));

  it('no download', () => {
    const asked = refusable();
    session.defaultSession.emit('will-download', asked);
    expect(asked.prevented).toBe(true);
  });
  it.each([
    ['select-hid-device', [{}]],
    ['select-usb-device', [{}]],
    ['select-serial-port', [[], {}]],
  ])('%s: none is chosen', async (name, between) => {
    const asked = refusable();
    const chosen = await new Promise((answered) => session.defaultSession.emit(name, asked, ...between, answered));
    expect([asked.prevented, chosen || null]).toEqual([true, null]);
  });
  it('zoom stays as it is', () => {
    window.webContents.emit('zoom-changed');
    window.webContents.emit('did-finish-load');
    expect(window.webContents.setZoomLevel.mock.calls).toEqual([[0], [0]]);
    expect(window.webContents.setVisualZoomLevelLimits).toHaveBeenCalledWith(1, 1);
  });
  it('the window comes when there is something to see', () => {
    expect(window.window.options.show).toBe(false);
    expect(window.window.show).not.toHaveBeenCalled();
    window.window.emit('ready-to-show');
    expect(window.window.show).toHaveBeenCalledOnce();
  });
  it('the Electron that is installed is the one that is named', () => {
    expect(JSON.parse(readFileSync('node_modules/electron/package.json', 'utf8')).version).toBe('45.4.1');
  });
});

describe('certificates', () => {
  /** As Electron hands a chain over: each certificate with its issuer, the root with itself. */
  const certificate = (...chain: string[]): object => {
    const made = chain.map((data) => ({ data, issuerCert: {} as object }));
    for (const [i, one] of made.entries()) one.issuerCert = made[i + 1] ?? one;
    return made[0] ?? {};
  };
  const verdict = (chain: readonly string[], verificationResult: string, hostname = 'hall.example') =>
    answerOf('certificateVerify', { hostname, certificate: certificate(...chain), verificationResult });

  it('without a pin Chromium’s own word stands for the hall', async () => {
    pinned = null;
    expect(await verdict([pem.server], 'OK')).toBe(-3);
    expect(await verdict([pem.server], 'CERT_AUTHORITY_INVALID')).toBe(-2);
    expect(await verdict([pem.server], 'OK', 'other.example')).toBe(-2);
  });
  it('with the hall’s authority pinned, only what it signed', async () => {
    pinned = pem.hallCa;
    expect(await verdict([pem.server, pem.hallCa], 'CERT_AUTHORITY_INVALID')).toBe(0);
    expect(await verdict([pem.forged, pem.hallCa], 'OK')).toBe(-2);
  });
});
