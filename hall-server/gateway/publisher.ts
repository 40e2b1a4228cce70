import type { Actor } from '../../shared/actors.ts';
import type { TicketId } from '../../shared/ids.ts';
import type { ViewMessage } from '../../shared/protocol.ts';
import type { Audience, View } from '../../shared/views.ts';
import type { Change } from '../hall.ts';
import { hasEnded } from '../queue/lifecycle.ts';
import type { Ticket } from '../queue/state.ts';
import type { Parts } from './parts.ts';
import { viewFor } from './view-for.ts';

export interface Reader {
  readonly audience: Audience;
  readonly caller: Actor;
  /** To this reader alone. */
  readonly send: (message: ViewMessage) => void;
}

export interface Publisher {
  /**
   * Sends the first view at once; returns how to stop. `room`: readers of one room are shown the same.
   * @throws when there is no view for this reader
   */
  readonly add: (reader: Reader, room: string) => () => void;
  readonly changed: (change: Change) => void;
  readonly close: () => void;
}

/** Waits drift while nothing happens: everybody is shown the hall anew so often. */
const refreshEveryMs = 15_000;
/** Staff and screens first; phones at most once a second, so many at a time. */
const phonesEveryMs = 1_000;
const phonesAtOnce = 200;

interface PhoneReader extends Reader {
  readonly ticketId: TicketId;
  /** An ended visit is fetched from the disk only when something happens to it. */
  ended: Ticket | null;
  last: string;
}

/** Tells every page what the hall looks like: whole views, worked out once a change and a room. */
export function createPublisher(
  parts: Pick<Parts, 'hall' | 'picture' | 'build' | 'log' | 'presence'>,
  /** To all readers of a room: written out once, however many they are. */
  sendToRoom: (room: string, message: ViewMessage) => void,
): Publisher {
  const { hall, build, log } = parts;
  const rooms = new Map<string, Set<Reader>>();
  const phones = new Set<PhoneReader>();
  /** Readers of the poster's page, all of one room: told at the phones' pace, and only when something has changed. */
  const crowd = new Set<Reader>();
  let lastToCrowd = '';
  let scheduled = false;
  let phonesDue = false;
  let phonesTimer: NodeJS.Timeout | null = null;

  const message = (view: View): ViewMessage => ({ revision: hall.revision(), now: hall.now(), build, view });

  /** A view that cannot be drawn is a bug; it must not take the others' views with it. */
  const safely = ({ audience }: Reader, show: () => void) => {
    try {
      show();
    } catch (err) {
      log.error({ err, audience }, 'a view could not be shown');
    }
  };

  const publish = () => {
    scheduled = false;
    const picture = parts.picture();
    // An emergency message for chosen devices divides a room: each device in it is shown its own.
    const isDivided = picture.state.emergency?.devices != null;
    for (const [room, readers] of rooms) {
      for (const reader of readers) {
        const show = isDivided && reader.caller.kind === 'device' ? reader.send : sendTo(room);
        safely(reader, () => show(message(viewFor(reader.audience, reader.caller, picture))));
        if (show !== reader.send) break;
      }
    }
    parts.presence.shown(hall.revision(), hall.now());
  };
  const sendTo = (room: string) => (shown: ViewMessage) => sendToRoom(room, shown);

  const sendPhone = (phone: PhoneReader) => {
    const ticket = hall.state().tickets.get(phone.ticketId) ?? phone.ended ?? hall.ticket(phone.ticketId);
    if (ticket === null) return;
    phone.ended = hasEnded(ticket.status) ? ticket : null;
    const view = viewFor('phone', phone.caller, parts.picture(), ticket);
    const text = JSON.stringify(view);
    if (text === phone.last) return;
    phone.last = text;
    phone.send(message(view));
  };

  const sendCrowd = (room: string) => {
    const [reader] = crowd;
    if (reader === undefined) return;
    const view = viewFor(reader.audience, reader.caller, parts.picture());
    const text = JSON.stringify(view);
    if (text === lastToCrowd) return;
    lastToCrowd = text;
    sendToRoom(room, message(view));
  };

  const sendPhones = (left: readonly PhoneReader[]) => {
    for (const phone of left.slice(0, phonesAtOnce)) if (phones.has(phone)) safely(phone, () => sendPhone(phone));
    const rest = left.slice(phonesAtOnce);
    if (rest.length > 0) setImmediate(sendPhones, rest);
  };

  const schedulePhones = () => {
    if (phonesTimer !== null) {
      phonesDue = true;
      return;
    }
    setImmediate(() => sendPhones([...phones]));
    const [reader] = crowd;
    if (reader !== undefined)
      setImmediate(() => safely(reader, () => sendCrowd(roomOf(reader.audience, reader.caller))));
    phonesTimer = setTimeout(() => {
      phonesTimer = null;
      if (!phonesDue) return;
      phonesDue = false;
      schedulePhones();
    }, phonesEveryMs);
  };

  const refresh = setInterval(() => {
    publish();
    schedulePhones();
  }, refreshEveryMs);

  return {
    add(reader, room) {
      if (reader.caller.kind === 'phone') {
        const phone: PhoneReader = { ...reader, ticketId: reader.caller.ticketId, ended: null, last: '' };
        sendPhone(phone);
        phones.add(phone);
        return () => phones.delete(phone);
      }
      reader.send(message(viewFor(reader.audience, reader.caller, parts.picture())));
      if (reader.caller.kind === 'public') {
        crowd.add(reader);
        return () => crowd.delete(reader);
      }
      const readers = rooms.get(room) ?? new Set<Reader>();
      rooms.set(room, readers.add(reader));
      return () => {
        readers.delete(reader);
        if (readers.size === 0) rooms.delete(room);
      };
    },
    changed({ ticketIds }) {
      for (const phone of phones) if (ticketIds.has(phone.ticketId)) phone.ended = null;
      // Changes of one turn of the loop are shown together.
      if (!scheduled) {
        scheduled = true;
        setImmediate(publish);
      }
      schedulePhones();
    },
    close() {
      clearInterval(refresh);
      if (phonesTimer !== null) clearTimeout(phonesTimer);
    },
  };
}

/** The room of all readers who are shown the same: screens of one task, pages of one clerk; a ticket kiosk knows what it issued. */
export function roomOf(audience: Audience, caller: Actor): string {
  const shown =
    caller.kind === 'device'
      ? [caller.assignment, caller.assignment.kind === 'ticketKiosk' ? caller.deviceId : null]
      : caller.kind === 'staff'
        ? [caller.staffId, caller.role]
        : caller;
  return JSON.stringify([audience, shown]);
}
