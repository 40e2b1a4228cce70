import { io, type Socket } from 'socket.io-client';
import { v7 as uuidV7 } from 'uuid';
import type { Command } from '../commands.ts';
import { CommandId } from '../ids.ts';
import {
  type Ack,
  type ClientToHall,
  type ConnectRefusal,
  compareRevisions,
  connectRefusals,
  type HallToClient,
  type Handshake,
  lostAfterMs,
  type OrderMessage,
  type Revision,
  type ScreenReport,
  silenceCheckedEveryMs,
  staleAfterMs,
  type ViewMessage,
} from '../protocol.ts';
import type { View } from '../views.ts';

/** The hall's answer, or that it could not be reached in time. */
export type Answer = Ack | { readonly ok: false; readonly code: 'unreachable'; readonly facts?: undefined };

export interface HallState<Shown extends View> {
  /** 'connecting' until the first view; 'stale' and 'lost' keep the last view and say since when it is old. */
  readonly link: 'connecting' | 'live' | 'stale' | 'lost' | 'refused';
  readonly refusal: ConnectRefusal | null;
  readonly view: Shown | null;
  readonly revision: Revision | null;
  /** Hall time (UTC ms) at which the server was last heard. */
  readonly heardAt: number | null;
}

export interface HallConnection<Shown extends View> {
  readonly state: () => HallState<Shown>;
  readonly subscribe: (listener: () => void) => () => void;
  /** Hall time now, UTC ms: the server's clock carried on by this page's monotonic timer. */
  readonly now: () => number;
  /**
   * Sends a command and waits for the hall's answer, repeating it under the same id while the link is down.
   * Gives up as 'unreachable' after `patienceMs`; sending again with the same `id` is safe even then.
   */
  readonly send: (command: Command, id?: CommandId) => Promise<Answer>;
  /** Tells the hall that this revision is on the glass; a screen says how it is, too. */
  readonly painted: (revision: Revision, screen?: ScreenReport) => void;
  /** Hears what administration asks of this screen, besides loading anew, which is done here. */
  readonly onOrder: (listener: (message: OrderMessage) => void) => () => void;
  /** After signing in or pairing: try again. */
  readonly retry: () => void;
  readonly close: () => void;
}

const answerTimeoutMs = 3_000;
const patienceMs = 12_000;
const catchUpMs = 1_000;

/** A new id for a new wish; keep it for every repetition of the same wish. */
export function newCommandId(): CommandId {
  return CommandId.parse(uuidV7());
}

type Who = Handshake extends infer H ? (H extends Handshake ? Omit<H, 'build'> : never) : never;

/** Connects a page to the hall. One per page; close it when the page is done. */
export function connectHall<Shown extends View>(who: Who): HallConnection<Shown> {
  const socket: Socket<HallToClient, ClientToHall> = io({
    transports: ['websocket'],
    auth: { ...who, build: __BUILD__ },
    reconnectionDelay: 500,
    // No page in the hall may wait so long that it is not right again within 2 s of the hall's return.
    reconnectionDelayMax: who.audience === 'phone' ? 10_000 : 1_200,
    randomizationFactor: 0.5,
  });

  let state: HallState<Shown> = { link: 'connecting', refusal: null, view: null, revision: null, heardAt: null };
  let heardTimer = performance.now();
  let heardClock = Date.now();
  let clock = { hall: Date.now(), timer: performance.now() };
  let behindSince: number | null = null;
  const listeners = new Set<() => void>();
  const orderListeners = new Set<(message: OrderMessage) => void>();

  const change = (next: Partial<HallState<Shown>>) => {
    state = { ...state, ...next };
    for (const listener of listeners) listener();
  };
  const heard = (now: number) => {
    heardTimer = performance.now();
    heardClock = Date.now();
    clock = { hall: now, timer: heardTimer };
  };

  socket.on('view', (message: ViewMessage) => {
    if (state.revision !== null && compareRevisions(message.revision, state.revision) < 0) return;
    heard(message.now);
    behindSince = null;
    reloadIfOutdated(message.build);
    change({
      link: 'live',
      refusal: null,
      view: message.view as Shown,
      revision: message.revision,
      heardAt: message.now,
    });
  });
  socket.on('beat', ({ revision, now }) => {
    heard(now);
    if (state.revision !== null && compareRevisions(revision, state.revision) > 0) {
      behindSince ??= performance.now();
      // Views are pushed, so a beat ahead of the view means one was lost: fetch the whole again.
      if (performance.now() - behindSince > catchUpMs) socket.disconnect().connect();
    } else {
      behindSince = null;
    }
    if (state.view !== null) change({ link: 'live', heardAt: now });
  });
  socket.on('order', (message) => {
    if (message.order === 'reload') location.reload();
    for (const listener of orderListeners) listener(message);
  });
  socket.on('connect_error', (error) => {
    const refusal = connectRefusals.find((known) => known === error.message);
    if (refusal !== undefined) change({ link: 'refused', refusal });
  });
  socket.on('disconnect', (reason) => {
    // The server closes a socket when a session or pairing ends; asking again tells why.
    if (reason === 'io server disconnect') socket.connect();
  });

  /** ms without a word from the hall. On some machines one of the two clocks stands still while they sleep. */
  const silentMs = () => Math.max(performance.now() - heardTimer, Date.now() - heardClock);
  const showAge = () => {
    if (state.view === null || state.link === 'refused') return;
    const silent = silentMs();
    const link = silent > lostAfterMs ? 'lost' : silent > staleAfterMs ? 'stale' : 'live';
    if (link !== state.link) change({ link });
  };
  const age = setInterval(showAge, silenceCheckedEveryMs);
  // Looked at again, or on the network again: what is old says so at once, and a fresh view is fetched without waiting.
  const onBack = () => {
    if (document.hidden || state.link === 'refused') return;
    showAge();
    if (!socket.connected || silentMs() > staleAfterMs) socket.disconnect().connect();
  };
  document.addEventListener('visibilitychange', onBack);
  addEventListener('online', onBack);

  const connected = (withinMs: number) =>
    new Promise<boolean>((settle) => {
      if (socket.connected) return settle(true);
      const done = (is: boolean) => {
        clearTimeout(timer);
        socket.off('connect', yes);
        settle(is);
      };
      const yes = () => done(true);
      const timer = setTimeout(() => done(false), withinMs);
      socket.on('connect', yes);
    });

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    now: () => clock.hall + (performance.now() - clock.timer),
    async send(command, id = newCommandId()) {
      const deadline = performance.now() + patienceMs;
      for (;;) {
        const left = deadline - performance.now();
        if (left <= 0 || !(await connected(left))) return { ok: false, code: 'unreachable' };
        try {
          return await socket.timeout(answerTimeoutMs).emitWithAck('command', { id, command });
        } catch {
          // No answer: the link may have died under way. Same id again, so it is done once at most.
        }
      }
    },
    painted: (revision, screen) => {
      if (socket.connected) socket.emit('painted', { revision, ...(screen && { screen }) });
    },
    onOrder(listener) {
      orderListeners.add(listener);
      return () => orderListeners.delete(listener);
    },
    retry: () => {
      change({ link: 'connecting', refusal: null });
      socket.disconnect().connect();
    },
    close: () => {
      clearInterval(age);
      document.removeEventListener('visibilitychange', onBack);
      removeEventListener('online', onBack);
      listeners.clear();
      socket.disconnect();
    },
  };
}

/** A page of another build than the server's loads itself anew, once for each build, when nobody is typing or touching. */
function reloadIfOutdated(build: string) {
  if (build === __BUILD__ || import.meta.env.DEV) return;
  if (sessionStorage.getItem('reloaded-for') === build) return;
  const reload = () => {
    sessionStorage.setItem('reloaded-for', build);
    location.reload();
  };
  const idleMs = 5_000;
  let timer = setTimeout(reload, idleMs);
  for (const busy of ['pointerdown', 'keydown'] as const) {
    addEventListener(busy, () => {
      clearTimeout(timer);
      timer = setTimeout(reload, idleMs * 4);
    });
  }
}
