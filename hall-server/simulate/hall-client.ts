import { io, type Socket } from 'socket.io-client';
import { v7 as uuidV7 } from 'uuid';
import type { Command } from '../../shared/commands.ts';
import { CommandId } from '../../shared/ids.ts';
import {
  type Ack,
  type ClientToHall,
  type ConnectRefusal,
  compareRevisions,
  connectRefusals,
  type HallToClient,
  type Handshake,
  type Revision,
  type ViewMessage,
} from '../../shared/protocol.ts';
import type { View } from '../../shared/views.ts';
import { SimulationRefused } from './refused.ts';

/** One page of the hall, without the glass. */
export interface HallClient<Shown extends View> {
  readonly view: () => Shown;
  readonly revision: () => Revision;
  /** Hall time, UTC ms. */
  readonly now: () => number;
  /** Sends within the hall's limit; once it is done, the view shows it (a phone's follows later). */
  readonly send: (command: Command) => Promise<Ack>;
  /** Why the hall no longer lets this page in; null while it does. */
  readonly refusal: () => ConnectRefusal | null;
  /** Real time for which the hall has not been reached, ms. */
  readonly lostForMs: () => number;
  readonly close: () => void;
}

/** How long a hall that does not answer is waited for. */
export const patienceMs = 30_000;
const answerTimeoutMs = 5_000;
/** A little under the hall's own limit of 5 a second, 20 at once. */
const commandsPerSecond = 4.5;
const commandsAtOnce = 16;

type Who = Handshake extends infer H ? (H extends Handshake ? Omit<H, 'build'> : never) : never;

/** Connects, and waits for the first view. `onView` is told of every view. @throws SimulationRefused */
export async function connectClient<Shown extends View>(
  address: string,
  who: Who,
  {
    cookies = '',
    build = 'simulate',
    onView = () => {},
  }: { cookies?: string; build?: string; onView?: () => void } = {},
): Promise<HallClient<Shown>> {
  const socket: Socket<HallToClient, ClientToHall> = io(address, {
    transports: ['websocket'],
    auth: { ...who, build },
    extraHeaders: { origin: address, cookie: cookies },
    reconnectionDelay: 500,
    reconnectionDelayMax: 2_000,
    forceNew: true,
  });
  let last: ViewMessage | null = null;
  let heardAt = performance.now();
  let lostSince: number | null = null;
  let refusal: ConnectRefusal | null = null;
  const take = createAllowance();

  socket.on('view', (message) => {
    if (last !== null && compareRevisions(message.revision, last.revision) < 0) return;
    last = message;
    heardAt = performance.now();
    onView();
  });
  socket.on('connect', () => {
    lostSince = null;
  });
  socket.on('disconnect', (reason) => {
    lostSince ??= performance.now();
    // The hall closes a socket whose session or pairing has ended; asking again tells why.
    if (reason === 'io server disconnect') socket.connect();
  });
  socket.on('connect_error', (error) => {
    lostSince ??= performance.now();
    const known = connectRefusals.find((one) => one === error.message);
    if (known === undefined) return;
    refusal = known;
    socket.disconnect();
    onView();
  });

  const happens = (event: 'view' | 'connect', wanted: () => boolean, withinMs: number) =>
    new Promise<boolean>((settle) => {
      const end = (is: boolean) => {
        clearTimeout(timer);
        socket.off(event, look).off('connect_error', look);
        settle(is);
      };
      const look = () => {
        if (wanted()) end(true);
        else if (refusal !== null) end(false);
      };
      const timer = setTimeout(() => end(false), withinMs);
      socket.on(event, look).on('connect_error', look);
      look();
    });

  if (!(await happens('view', () => last !== null, answerTimeoutMs))) {
    socket.disconnect();
    throw new SimulationRefused(`The hall did not let the ${who.audience} page in: ${refusal ?? 'no answer'}.`);
  }
  const message = (): ViewMessage => {
    if (last === null) throw new Error('no view yet');
    return last;
  };
  return {
    view: () => message().view as Shown,
    revision: () => message().revision,
    now: () => message().now + (performance.now() - heardAt),
    refusal: () => refusal,
    lostForMs: () => (lostSince === null || socket.connected ? 0 : performance.now() - lostSince),
    close: () => socket.disconnect(),
    async send(command) {
      const id = CommandId.parse(uuidV7());
      const giveUpAt = performance.now() + patienceMs;
      while (performance.now() < giveUpAt) {
        if (!(await happens('connect', () => socket.connected, patienceMs))) break;
        await take();
        try {
          const ack = await socket.timeout(answerTimeoutMs).emitWithAck('command', { id, command });
          if (ack.ok) {
            const { revision } = ack.receipt;
            const shows = () => compareRevisions(message().revision, revision) >= 0;
            if (who.audience !== 'phone') await happens('view', shows, answerTimeoutMs);
          }
          // Ours to slow down; the id has not been used up.
          if (ack.ok || ack.code !== 'tooManyRequests') return ack;
        } catch {
          // No answer: the link may have died under way. Same id again, so it is done once at most.
        }
      }
      if (refusal !== null) return { ok: false, code: 'notSignedIn' };
      throw new SimulationRefused(`The hall at ${address} no longer answers.`);
    },
  };
}

/** Waits until one more command may be sent. */
function createAllowance(): () => Promise<void> {
  /** When the bucket will be full again. */
  let fullAt = performance.now();
  return async () => {
    const now = performance.now();
    fullAt = Math.max(fullAt, now) + 1000 / commandsPerSecond;
    const tooEarlyMs = fullAt - now - (commandsAtOnce * 1000) / commandsPerSecond;
    if (tooEarlyMs > 0) await new Promise((settle) => setTimeout(settle, tooEarlyMs));
  };
}
