import type { Server as HttpServer } from 'node:http';
import { Server, type Socket } from 'socket.io';
import { type Command, maySend } from '../../shared/commands.ts';
import { AppointmentId, DeviceId, TicketId } from '../../shared/ids.ts';
import {
  type Ack,
  beatEveryMs,
  type ClientToHall,
  CommandMessage,
  type ConnectRefusal,
  type HallToClient,
  Handshake,
  Painted,
} from '../../shared/protocol.ts';
import type { Outcome } from '../hall.ts';
import { type Caller, callerOf } from './caller.ts';
import { isOwnOrigin } from './origin.ts';
import type { Parts } from './parts.ts';
import { createPublisher, roomOf } from './publisher.ts';
import { createRateLimit } from './rate-limit.ts';
import { mayUse } from './staff-access.ts';

const mostBytes = 16 * 1024;
/** A socket that will not read for so long is cut; its page connects again and gets the newest view. */
const slowReaderMs = 30_000;
const seenEveryMs = 60_000;
/** So long, when the hall stops, what is being asked has to be answered. */
const lastAnswersMs = 1_000;

type HallSocket = Socket<ClientToHall, HallToClient, Record<string, never>, { caller: Caller; handshake: Handshake }>;

/** The live door: commands come in, whole views go out. Returns how to shut it. */
export function openSockets(http: HttpServer, parts: Parts): { close: () => Promise<void> } {
  const { hall, links, presence, accounts, staff, printing, log } = parts;
  const io = new Server<ClientToHall, HallToClient, Record<string, never>, HallSocket['data']>(http, {
    transports: ['websocket'],
    serveClient: false,
    maxHttpBufferSize: mostBytes,
    perMessageDeflate: false,
    httpCompression: false,
    connectTimeout: 5_000,
    pingInterval: 10_000,
    pingTimeout: slowReaderMs,
    // CORS does not cover web sockets: another site's page must not speak for a signed-in clerk.
    allowRequest: (request, decide) => decide(null, isOwnOrigin(request.headers)),
  });
  const publisher = createPublisher(parts, (room, message) => io.to(room).emit('view', message));

  /** Broken storage or a bug: this page is cut and comes again; nobody else notices. */
  const guarded = (socket: HallSocket, work: () => void) => {
    try {
      work();
    } catch (err) {
      log.error({ err }, 'a connection failed');
      socket.conn.close();
    }
  };

  io.use((socket, next) => guarded(socket, () => identify(socket, next)));
  io.on('connection', (socket: HallSocket) => guarded(socket, () => serve(socket)));

  function identify(socket: HallSocket, next: (refusal?: Error) => void) {
    const handshake = Handshake.safeParse(socket.handshake.auth);
    const caller = handshake.success ? callerOf(handshake.data, socket.handshake.headers.cookie, parts) : 'malformed';
    if (typeof caller === 'string' || !handshake.success) {
      log.warn({ refused: caller, audience: handshake.data?.audience ?? null }, 'connection refused');
      next(new Error(caller as ConnectRefusal));
      return;
    }
    socket.data = { caller, handshake: handshake.data };
    next();
  }

  function serve(socket: HallSocket) {
    const { caller, handshake } = socket.data;
    const { audience } = handshake;
    const here = presence.enter({
      audience,
      who: caller.who,
      mirrors: handshake.audience === 'mirror' ? handshake.deviceId : null,
      tokenHash: caller.tokenHash,
      build: handshake.build,
      order: (message) => socket.emit('order', message),
      cut: () => socket.disconnect(true),
    });
    socket.on('disconnect', here.leave);
    const room = roomOf(audience, caller.shown);
    socket.join(room);
    const stop = publisher.add(
      { audience, caller: caller.shown, send: (message) => socket.emit('view', message) },
      room,
    );
    socket.on('disconnect', stop);
    here.shown(hall.revision(), hall.now());
    const limit = createRateLimit({ perSecond: 5, burst: 20 });
    /** Codes that were nobody's: eight digits must not be tried through. */
    const wrongCodes = createRateLimit({ perSecond: 1 / 6, burst: 10 });
    let seenAt = 0;

    socket.on('command', async (message, ack) => {
      if (typeof ack !== 'function') return;
      const answer = await answerTo(message).catch((err): Ack => {
        log.error({ err }, 'a command failed at the door');
        return { ok: false, code: 'internal' };
      });
      ack(answer);
      if (!answer.ok) log.info({ refused: answer.code, audience }, 'command refused');
    });
    socket.on('painted', (message) => {
      const painted = Painted.safeParse(message);
      if (!painted.success || caller.actor.kind !== 'device') return;
      here.painted(painted.data.revision, painted.data.screen ?? null);
      if (Date.now() - seenAt < seenEveryMs) return;
      seenAt = Date.now();
      try {
        accounts.seeDevice(DeviceId.parse(caller.who), seenAt);
      } catch (err) {
        log.error({ err }, 'a device was seen but not written down');
      }
    });
    async function answerTo(message: unknown): Promise<Ack> {
      if (!limit.allows()) return { ok: false, code: 'tooManyRequests' };
      const parsed = CommandMessage.safeParse(message);
      if (!parsed.success) return { ok: false, code: 'malformed' };
      // Asked anew for each command: a session may have ended, a device may have been revoked.
      const present = callerOf(handshake, socket.handshake.headers.cookie, parts);
      if (typeof present === 'string') {
        setImmediate(() => socket.disconnect(true));
        return { ok: false, code: 'notSignedIn' };
      }
      const { id, command } = parsed.data;
      if (audience === 'mirror') return { ok: false, code: 'forbidden' };
      if (!maySend(present.actor, command.type) || !ownTicketOnly(present, command)) {
        return { ok: false, code: 'forbidden' };
      }
      if (!isOpenedForStaff(command, accounts)) return { ok: false, code: 'unknownStaff' };
      if (command.type === 'checkIn' && !wrongCodes.has()) return { ok: false, code: 'tooManyRequests' };
      const outcome = await hall.execute(command, present.actor, id);
      if (!outcome.ok && outcome.code === 'unknownAppointment') wrongCodes.allows();
      return ackOf(outcome);
    }
  }

  /** A page left open is shown nothing more once its session has run out. */
  function cutIfOver(socket: HallSocket) {
    const { actor, tokenHash } = socket.data.caller;
    if (actor.kind !== 'staff' || tokenHash === null) return;
    guarded(socket, () => {
      if (!staff.lasts(tokenHash)) socket.disconnect(true);
    });
  }

  /** What leaves the door: the outcome, and for a new ticket the secrets of its slip. */
  function ackOf(outcome: Outcome): Ack {
    if (!outcome.ok) return outcome;
    const { revision, ticket, issued, booked, invited } = outcome;
    if (booked !== undefined) {
      const code = links.appointmentCodeOf(AppointmentId.parse(booked.appointmentId));
      return { ok: true, receipt: { revision, booked: { ...booked, code } } };
    }
    if (invited !== undefined) {
      const { officerNo, linkNo } = invited;
      return { ok: true, receipt: { revision, invited: { officerNo, link: links.officerLinkOf(officerNo, linkNo) } } };
    }
    if (ticket === undefined) return { ok: true, receipt: { revision } };
    if (issued === undefined) return { ok: true, receipt: { revision, ticket } };
    const id = TicketId.parse(ticket.ticketId);
    return {
      ok: true,
      receipt: { revision, ticket, issued: { ...issued, link: links.linkOf(id), code: links.codeOf(id) } },
    };
  }

  hall.onChange((change) => publisher.changed(change));
  printing.onHealthChange(() => publisher.changed({ revision: hall.revision(), ticketIds: new Set() }));
  const beat = setInterval(() => {
    io.emit('beat', { revision: hall.revision(), now: hall.now() });
    for (const socket of io.sockets.sockets.values()) cutIfOver(socket);
  }, beatEveryMs);
  return {
    close: async () => {
      clearInterval(beat);
      publisher.close();
      const closed = io.close();
      // A connection on which nothing was ever asked, as browsers open ahead, would keep it open for a minute.
      const cut = setTimeout(() => http.closeAllConnections(), lastAnswersMs);
      await closed;
      clearTimeout(cut);
    },
  };
}

/** A counter is opened for somebody who can sign in there: whom the law does not know. */
function isOpenedForStaff(command: Command, accounts: Parts['accounts']): boolean {
  if (command.type !== 'directCounter' || command.order.to !== 'open') return true;
  const account = accounts.staffById(command.order.staffId);
  return account?.active === true && mayUse(account.role, 'counter');
}

/** A phone speaks for its own ticket and no other. */
function ownTicketOnly({ actor }: Caller, command: Command): boolean {
  return actor.kind !== 'phone' || ('ticketId' in command && command.ticketId === actor.ticketId);
}
