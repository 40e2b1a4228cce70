import { EventEmitter } from 'node:events';
import { vi } from 'vitest';

// Stands in for the `electron` module, whose binary no test may need. It only remembers what it was told, so that a test
// can call the handlers a shell has left with it, as Electron would.

/** An event as Electron gives it to a handler that may refuse. */
export function refusable<More extends object>(more: More = {} as More) {
  return {
    ...more,
    prevented: false,
    preventDefault() {
      this.prevented = true;
    },
  };
}

class FakeContents extends EventEmitter {
  address = '';
  readonly loaded: string[] = [];
  /** Addresses that do not load, as when a server is down. */
  static unreachable: (address: string) => boolean = () => false;
  windowOpenHandler: (() => { action: string }) | null = null;
  readonly setZoomLevel = vi.fn();
  readonly setVisualZoomLevelLimits = vi.fn();
  readonly forcefullyCrashRenderer = vi.fn(() => this.emit('render-process-gone', {}, { reason: 'crashed' }));
  readonly print = vi.fn((_options: object, told: (accepted: boolean, reason: string) => void) => told(true, ''));
  setWindowOpenHandler(handler: () => { action: string }) {
    this.windowOpenHandler = handler;
  }
  getURL() {
    return this.address;
  }
  async getPrintersAsync() {
    return FakeContents.printers;
  }
  static printers: { name: string; displayName: string; description: string; options: object }[] = [];
  async loadURL(address: string) {
    this.loaded.push(address);
    await Promise.resolve();
    if (FakeContents.unreachable(address)) {
      this.emit('did-fail-load', {}, -102, 'ERR_CONNECTION_REFUSED', address, true);
      throw new Error('ERR_CONNECTION_REFUSED');
    }
    this.address = address;
    this.emit('did-navigate', {}, address, 200);
    this.emit('did-finish-load');
  }
}

class FakeWindow extends EventEmitter {
  static readonly all: FakeWindow[] = [];
  readonly webContents = new FakeContents();
  readonly removeMenu = vi.fn();
  readonly show = vi.fn();
  readonly options: Record<string, unknown>;
  destroyed = false;
  constructor(options: Record<string, unknown>) {
    super();
    this.options = options;
    FakeWindow.all.push(this);
  }
  async loadURL(address: string) {
    await this.webContents.loadURL(address);
  }
  destroy() {
    this.destroyed = true;
  }
}

class FakeSession extends EventEmitter {
  readonly handlers: Record<string, unknown> = {};
  readonly setSpellCheckerEnabled = vi.fn();
  readonly webRequest = { onBeforeRequest: (handler: unknown) => this.remember('beforeRequest', handler) };
  readonly cookies = { get: vi.fn(async (): Promise<{ value: string }[]> => []) };
  readonly fetch = vi.fn(async (..._asked: unknown[]): Promise<Response> => {
    throw new Error('nobody answers');
  });
  private remember(name: string, handler: unknown) {
    this.handlers[name] = handler;
  }
  setPermissionRequestHandler = (handler: unknown) => this.remember('permissionRequest', handler);
  setPermissionCheckHandler = (handler: unknown) => this.remember('permissionCheck', handler);
  setDevicePermissionHandler = (handler: unknown) => this.remember('devicePermission', handler);
  setUSBProtectedClassesHandler = (handler: unknown) => this.remember('usbProtectedClasses', handler);
  setBluetoothPairingHandler = (handler: unknown) => this.remember('bluetoothPairing', handler);
  setDisplayMediaRequestHandler = (handler: unknown) => this.remember('displayMedia', handler);
  setCertificateVerifyProc = (handler: unknown) => this.remember('certificateVerify', handler);
}

class FakeApp extends EventEmitter {
  userData = '';
  isPackaged = false;
  readonly switches = new Map<string, string>();
  readonly commandLine = {
    hasSwitch: (name: string) => this.switches.has(name),
    getSwitchValue: (name: string) => this.switches.get(name) ?? '',
  };
  readonly requestSingleInstanceLock = vi.fn(() => true);
  readonly enableSandbox = vi.fn();
  readonly exit = vi.fn();
  readonly relaunch = vi.fn();
  readonly setLoginItemSettings = vi.fn();
  whenReady = () => Promise.resolve();
  getName = () => 'clearcall-kiosk';
  getPath = (_name: string) => this.userData;
}

class FakeIpc extends EventEmitter {
  readonly answers = new Map<string, (event: unknown, asked: unknown) => unknown>();
  handle(channel: string, answer: (event: unknown, asked: unknown) => unknown) {
    this.answers.set(channel, answer);
  }
}

class FakeScreen extends EventEmitter {
  displays = [{ bounds: { x: 0, y: 0, width: 1080, height: 1920 } }];
  getAllDisplays = () => this.displays;
}

/** A fresh `electron`: `vi.mock('electron', () => fakeElectron())`, then `import … from 'electron'` gives it to everybody. */
export function fakeElectron() {
  FakeWindow.all.length = 0;
  FakeContents.unreachable = () => false;
  FakeContents.printers = [];
  const partitions = new Map<string, FakeSession>();
  return {
    app: new FakeApp(),
    BrowserWindow: FakeWindow,
    FakeContents,
    ipcMain: new FakeIpc(),
    Menu: { setApplicationMenu: vi.fn() },
    powerSaveBlocker: { start: vi.fn() },
    protocol: { registerSchemesAsPrivileged: vi.fn(), handle: vi.fn() },
    screen: new FakeScreen(),
    session: {
      defaultSession: new FakeSession(),
      partitions,
      fromPartition: (name: string) => {
        const made = new FakeSession();
        partitions.set(name, made);
        return made;
      },
    },
    contextBridge: { exposeInMainWorld: vi.fn() },
    ipcRenderer: { send: vi.fn(), invoke: vi.fn() },
  };
}
export type FakeElectron = ReturnType<typeof fakeElectron>;
