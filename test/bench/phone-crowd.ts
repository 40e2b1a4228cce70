import type { Socket } from 'node:net';
import { io } from 'socket.io-client';
import type { PhoneView } from '../../shared/views.ts';

// A process of its own full of phones, so that reading a thousand of them is not on the account of whoever measures.
// stdin: {address, links}. stdout: 'ready', then at the end of stdin the report.

export interface PhonesReport {
  /** TCP payload that came to the phones since 'ready', and since when in ms. */
  readonly bytes: number;
  readonly ms: number;
  /** Of each phone whose number was called: when it said so, UTC ms. */
  readonly called: readonly { readonly number: string; readonly at: number }[];
}

const lines = async function* () {
  let text = '';
  for await (const part of process.stdin) {
    text += part;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n')) {
      yield text.slice(0, end);
      text = text.slice(end + 1);
    }
  }
};

const input = lines();
const { address, links } = JSON.parse((await input.next()).value ?? '{}') as { address: string; links: string[] };
const called: { number: string; at: number }[] = [];

const phones = await Promise.all(
  links.map(async (link) => {
    const socket = io(address, {
      transports: ['websocket'],
      auth: { audience: 'phone', link, build: 'bench' },
      extraHeaders: { origin: address },
      forceNew: true,
    });
    let status = '';
    socket.on('view', ({ view }: { view: PhoneView }) => {
      if (view.status === 'called' && status !== 'called') called.push({ number: view.number, at: Date.now() });
      status = view.status;
    });
    await new Promise((settle, fail) => {
      socket.once('view', settle);
      socket.once('connect_error', fail);
    });
    return socket;
  }),
);
const bytes = () =>
  phones.reduce((sum, { io: manager }) => {
    // Where Node's client keeps its connection: the only place that has counted every byte.
    const { ws } = manager.engine.transport as unknown as { ws: { _socket: Socket } };
    return sum + ws._socket.bytesRead;
  }, 0);

const before = { bytes: bytes(), at: performance.now() };
console.log('ready');
await input.next();
const report: PhonesReport = { bytes: bytes() - before.bytes, ms: performance.now() - before.at, called };
console.log(JSON.stringify(report));
process.exit(0);
