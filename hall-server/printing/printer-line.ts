import { constants } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { PrinterConnection } from '../../shared/setup.ts';

/** A line to a printer: bytes out, bytes back. */
export interface PrinterLine {
  /** Settles when the system has taken them. @throws when the line is broken, or takes nothing for `withinMs` */
  readonly write: (bytes: Uint8Array, withinMs: number) => Promise<void>;
  /** The next byte; 'silent': none within so many ms; 'lost': the line is broken and none will come. */
  readonly read: (withinMs: number) => Promise<number | 'silent' | 'lost'>;
  readonly close: () => void;
}

/** @throws when nothing answers there within `withinMs` */
export function openLine(
  connection: Exclude<PrinterConnection, { via: 'shell' }>,
  withinMs: number,
): Promise<PrinterLine> {
  return connection.via === 'network'
    ? openNetwork(connection.host, connection.port, withinMs)
    : openDeviceFile(connection.path);
}

/** Bytes that have come and somebody who waits for the next. */
function inbox() {
  const bytes: number[] = [];
  let lost = false;
  let wake: (() => void) | null = null;
  const knock = () => {
    wake?.();
    wake = null;
  };
  return {
    put: (more: Uint8Array) => {
      bytes.push(...more);
      knock();
    },
    lose: () => {
      lost = true;
      knock();
    },
    read: async (withinMs: number) => {
      if (bytes.length === 0 && !lost) {
        await new Promise<void>((settle) => {
          const timer = setTimeout(settle, withinMs);
          wake = () => {
            clearTimeout(timer);
            settle();
          };
        });
      }
      return bytes.shift() ?? (lost ? 'lost' : 'silent');
    },
  };
}

async function openNetwork(host: string, port: number, withinMs: number): Promise<PrinterLine> {
  const socket = connect({ host, port, noDelay: true });
  await new Promise<void>((settle, fail) => {
    const timer = setTimeout(() => {
      socket.destroy();
      fail(new Error('no printer answers there'));
    }, withinMs);
    socket.once('connect', () => {
      clearTimeout(timer);
      settle();
    });
    socket.once('error', (error) => {
      clearTimeout(timer);
      fail(error);
    });
  });
  const box = inbox();
  socket.on('data', box.put);
  socket.on('error', box.lose);
  socket.on('close', box.lose);
  // The other end will say no more; whether it still listens nobody can tell.
  socket.on('end', box.lose);
  return {
    read: box.read,
    write: (bytes, within) =>
      new Promise((settle, fail) => {
        const timer = setTimeout(() => fail(new Error('the printer takes nothing')), within);
        socket.write(bytes, (error) => {
          clearTimeout(timer);
          if (error) fail(error);
          else settle();
        });
      }),
    close: () => {
      // What has been written still goes out; a printer that does not take it is not waited for.
      socket.end();
      setTimeout(() => socket.destroy(), 1_000).unref();
    },
  };
}

const tryAgainMs = 20;
const isBusy = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'EAGAIN';

/** Never blocks: a printer that is switched off would hold up every other file of the server. */
async function openDeviceFile(path: string): Promise<PrinterLine> {
  // `/dev/usb/lp0`, a serial line, a named pipe. Not a file: a slip must not be written over something of the server's.
  const found = await stat(path);
  if (!found.isCharacterDevice() && !found.isFIFO()) throw new Error(`${path} is not a device`);
  const answers = found.isCharacterDevice();
  const file = await open(path, (answers ? constants.O_RDWR : constants.O_WRONLY) | (constants.O_NONBLOCK ?? 0));
  return {
    write: async (bytes, withinMs) => {
      const until = Date.now() + withinMs;
      for (let sent = 0; sent < bytes.length; ) sent += await writeSome(file, bytes.subarray(sent), until);
    },
    read: async (withinMs) => {
      const byte = Buffer.alloc(1);
      for (const until = Date.now() + withinMs; answers; await wait(tryAgainMs)) {
        try {
          if ((await file.read(byte, 0, 1, null)).bytesRead === 1) return byte.readUInt8(0);
        } catch (error) {
          if (!isBusy(error)) return 'lost';
        }
        if (Date.now() >= until) break;
      }
      return 'silent';
    },
    close: () => void file.close(),
  };
}

/** How many bytes the device has taken. @throws when it takes none until then */
async function writeSome(file: FileHandle, bytes: Uint8Array, until: number): Promise<number> {
  try {
    return (await file.write(bytes)).bytesWritten;
  } catch (error) {
    if (!isBusy(error) || Date.now() >= until) throw error;
    await wait(tryAgainMs);
    return 0;
  }
}
