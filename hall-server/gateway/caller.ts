import { type Actor, isScreen } from '../../shared/actors.ts';
import type { StaffPage } from '../../shared/http.ts';
import type { ConnectRefusal, Handshake } from '../../shared/protocol.ts';
import type { Ticket } from '../queue/state.ts';
import type { Parts } from './parts.ts';
import { mayUse, type StaffAccess } from './staff-access.ts';
import { cookieValue, deviceCookie, hashToken, sessionCookie } from './tokens.ts';

/** Who is at the other end of a socket. */
export interface Caller {
  readonly actor: Actor;
  /** Whose view is shown: the actor's own, but in a mirror that of the device. */
  readonly shown: Actor;
  /** Device, staff or ticket id. */
  readonly who: string;
  readonly tokenHash: string | null;
}

const dayMs = 24 * 3_600_000;

/** UTC ms until which a slip's link opens its ticket: while it may be rated, and until what it names can be collected. */
function linkEndsAt(ticket: Ticket, linkDays: number): number {
  const rated = ticket.issuedAt + (linkDays + 1) * dayMs;
  const days = [ticket, ...ticket.finished].flatMap((one) => ('collectOn' in one ? (one.collectOn ?? []) : []));
  if (ticket.status !== 'done' || days.length === 0) return rated;
  // Two days on, that date is over in every time zone.
  return Math.max(rated, ...days.map((day) => Date.parse(`${day}T00:00:00Z`) + 2 * dayMs));
}

/** Known by the cookie (staff, device) or the link (phone); never by what a message claims. */
export function callerOf(
  handshake: Handshake,
  cookies: string | undefined,
  {
    hall,
    store,
    links,
    staff,
    devices,
    proofs,
  }: Pick<Parts, 'hall' | 'store' | 'links' | 'staff' | 'devices' | 'proofs'>,
): Caller | ConnectRefusal {
  switch (handshake.audience) {
    case 'device': {
      const token = cookieValue(cookies, deviceCookie(handshake.slot));
      const device = devices.deviceOf(token);
      if (device === null || token === null) return 'notPaired';
      const { id, assignment } = device;
      const provenTicketId = assignment.kind === 'ratingKiosk' ? proofs.proven(id) : null;
      const wrongCodes = provenTicketId === null ? {} : { wrongCodes: proofs.wrongCodes(id) };
      const actor = { kind: 'device', deviceId: id, assignment, provenTicketId, ...wrongCodes } as const;
      return { actor, shown: actor, who: id, tokenHash: hashToken(token) };
    }
    case 'mirror': {
      const looking = staffCaller('admin', cookies, staff);
      if (typeof looking === 'string') return looking;
      const device = devices.device(handshake.deviceId);
      if (device === null || !isScreen(device.assignment)) return 'forbidden';
      const { id: deviceId, assignment } = device;
      return { ...looking, shown: { kind: 'device', deviceId, assignment, provenTicketId: null } };
    }
    case 'phone': {
      const ticket = store.ticketByLink(links.hashOf(handshake.link));
      if (ticket === null) return 'unknownTicket';
      if (hall.now() > linkEndsAt(ticket, hall.state().setup.rules.rating.linkDays)) return 'unknownTicket';
      const actor = { kind: 'phone', ticketId: ticket.id } as const;
      return { actor, shown: actor, who: ticket.id, tokenHash: null };
    }
    case 'public':
      return { actor: { kind: 'public' }, shown: { kind: 'public' }, who: 'public', tokenHash: null };
    default:
      return staffCaller(handshake.audience, cookies, staff);
  }
}

function staffCaller(page: StaffPage, cookies: string | undefined, staff: StaffAccess): Caller | ConnectRefusal {
  const token = cookieValue(cookies, sessionCookie(page));
  const signedIn = staff.signedIn(token, page);
  if (signedIn === null || token === null) return 'notSignedIn';
  const { actor, me } = signedIn;
  if (!mayUse(me.role, page)) return 'forbidden';
  return { actor, shown: actor, who: me.staffId, tokenHash: hashToken(token) };
}
