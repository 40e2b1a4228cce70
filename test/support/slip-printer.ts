import { createServer, type Server, type Socket } from 'node:net';
import { type Bitmap, createBitmap, cutTo } from '../../hall-server/printing/bitmap.ts';

/** How the printer behaves; changed at any time. */
export interface Behaviour {
  condition: 'ok' | 'paperLow' | 'paperOut' | 'coverOpen' | 'offline' | 'error';
  /** What it answers: the truth, nothing, or nonsense. */
  answers: 'truth' | 'nothing' | 'nonsense';
  /** ms a slip takes from its last byte to being printed. */
  printingMs: number;
  /** The line breaks after so many bytes of a connection have come. */
  diesAfterBytes: number | null;
  /** So many rows into a slip the paper ends. */
  paperEndsAfterRows: number | null;
}

export interface SlipPrinter {
  readonly port: number;
  readonly behaviour: Behaviour;
  /** Everything that came out and was cut off, as dots. */
  readonly slips: readonly Bitmap[];
  /** Dots of a slip that was begun and never cut off. */
  readonly torn: () => boolean;
  /** Bytes of the connection that brought the most. */
  readonly mostBytes: () => number;
  readonly close: () => Promise<void>;
}

const tallest = 4000;

/** A printer that speaks ESC/POS on a socket: takes the commands of a slip, answers status, and shows what it printed. */
export async function startSlipPrinter(widthDots: number, behaviour: Partial<Behaviour> = {}): Promise<SlipPrinter> {
  const now: Behaviour = {
    condition: 'ok',
    answers: 'truth',
    printingMs: 0,
    diesAfterBytes: null,
    paperEndsAfterRows: null,
    ...behaviour,
  };
  const slips: Bitmap[] = [];
  const sockets = new Set<Socket>();
  const paper = createPaper(widthDots, (slip) => slips.push(slip));
  let most = 0;

  const server = createServer((socket) => {
    sockets.add(socket);
    let received = 0;
    const parser = createParser(now, paper, (bytes) => socket.writable && socket.write(bytes));
    socket.on('data', (data) => {
      const left = now.diesAfterBytes === null ? data.length : Math.max(0, now.diesAfterBytes - received);
      received += data.length;
      most = Math.max(most, received);
      parser.take(data.subarray(0, left));
      if (now.diesAfterBytes !== null && received >= now.diesAfterBytes) socket.resetAndDestroy();
    });
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
    if (now.diesAfterBytes === 0) socket.resetAndDestroy();
  });
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
  return {
    port: portOf(server),
    behaviour: now,
    slips,
    torn: () => paper.rows() > 0,
    mostBytes: () => most,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((settle) => server.close(settle));
    },
  };
}

/** The slips in a stream of bytes, as a printer on a device file would print them. */
export function slipsIn(bytes: Uint8Array, widthDots: number): readonly Bitmap[] {
  const slips: Bitmap[] = [];
  const behaviour: Behaviour = {
    condition: 'ok',
    answers: 'nothing',
    printingMs: 0,
    diesAfterBytes: null,
    paperEndsAfterRows: null,
  };
  createParser(
    behaviour,
    createPaper(widthDots, (slip) => slips.push(slip)),
    () => {},
  ).take(bytes);
  return slips;
}

type Paper = ReturnType<typeof createPaper>;

function createPaper(width: number, onCut: (slip: Bitmap) => void) {
  let slip = createBitmap(width, tallest);
  let y = 0;
  return {
    rows: () => y,
    row: (bytes: Uint8Array) => {
      if (bytes.length !== slip.bytesPerRow) throw new Error(`a row of ${bytes.length} bytes on this paper`);
      slip.data.set(bytes, y * slip.bytesPerRow);
      y += 1;
    },
    clear: () => {
      slip = createBitmap(width, tallest);
      y = 0;
    },
    cut() {
      onCut(cutTo(slip, y));
      this.clear();
    },
  };
}

/** Works off a stream of commands, wherever its packets end. @throws at a command no slip has */
function createParser(now: Behaviour, paper: Paper, answer: (bytes: Uint8Array) => void) {
  let left: Buffer = Buffer.alloc(0);
  let picture: { readonly bytesPerRow: number; readonly rows: number } | null = null;
  /** The paper has ended: what follows is held back, questions are answered. */
  let stuck = false;

  const say = (byte: number) => {
    if (now.answers === 'truth') answer(Uint8Array.of(byte));
    if (now.answers === 'nonsense') answer(Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n'));
  };
  const printRow = (row: Uint8Array) => {
    if (now.paperEndsAfterRows !== null && paper.rows() >= now.paperEndsAfterRows) {
      stuck = true;
      now.condition = 'paperOut';
    }
    if (!stuck) paper.row(row);
  };
  const obey = (command: string, bytes: Buffer) => {
    switch (command) {
      case '1d 76':
        picture = { bytesPerRow: bytes.readUInt16LE(4), rows: bytes.readUInt16LE(6) };
        break;
      case '1d 56':
        if (!stuck) paper.cut();
        break;
      case '10 4':
        say(statusByte(now.condition, bytes.readUInt8(2)));
        break;
      case '10 14':
        paper.clear();
        break;
      case '1d 72':
        if (!stuck) setTimeout(() => say(now.condition === 'paperLow' ? 0x03 : 0x00), now.printingMs);
        break;
    }
  };

  /** How many of the bytes could be worked off; 0: more must come. */
  const step = (bytes: Buffer): number => {
    if (picture !== null) {
      const { bytesPerRow, rows } = picture;
      if (bytes.length < bytesPerRow) return 0;
      printRow(bytes.subarray(0, bytesPerRow));
      picture = rows > 1 ? { bytesPerRow, rows: rows - 1 } : null;
      return bytesPerRow;
    }
    if (bytes.length < 2) return 0;
    const command = `${bytes.readUInt8(0).toString(16)} ${bytes.readUInt8(1).toString(16)}`;
    const length = lengths[command];
    if (length === undefined) throw new Error(`no slip has the command ${command}`);
    if (bytes.length < length) return 0;
    obey(command, bytes);
    return length;
  };

  return {
    take(data: Uint8Array) {
      const all = Buffer.concat([left, data]);
      let at = 0;
      for (let worked = step(all); worked > 0; worked = step(all.subarray(at))) at += worked;
      left = all.subarray(at);
    },
  };
}

/** Bytes of each command a slip may have. */
const lengths: Readonly<Record<string, number>> = {
  '1b 40': 2,
  '1d 61': 3,
  '1d 76': 8,
  '1d 56': 4,
  '1d 72': 3,
  '10 4': 3,
  '10 14': 10,
};

/** The answer to DLE EOT n, as Epson's manuals have it. */
function statusByte(condition: Behaviour['condition'], question: number): number {
  const fixed = 0x12;
  const isOffline = condition !== 'ok' && condition !== 'paperLow';
  switch (question) {
    case 1:
      return fixed | (isOffline ? 0x08 : 0);
    case 2:
      return (
        fixed |
        (condition === 'coverOpen' ? 0x04 : 0) |
        (condition === 'paperOut' ? 0x20 : 0) |
        (condition === 'error' ? 0x40 : 0)
      );
    case 3:
      return fixed | (condition === 'error' ? 0x08 : 0);
    default:
      return fixed | (condition === 'paperOut' ? 0x6c : condition === 'paperLow' ? 0x0c : 0);
  }
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('not listening');
  return address.port;
}
