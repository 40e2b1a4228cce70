import type { Actor } from '../../shared/actors.ts';
import type { ConnectRefusal, Handshake } from '../../shared/protocol.ts';
import type { Parts } from './parts.ts';
import { mayUse } from './staff-access.ts';
import { cookieValue, deviceCookie, hashToken, sessionCookie } from './tokens.ts';

/** Who is at the other end of a socket. */
export interface Caller {
  readonly actor: Actor;
  /** Device, staff or ticket id. */
  readonly who: string;
  readonly tokenHash: string | null;
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
      return {
        actor: { kind: 'device', deviceId: id, assignment, provenTicketId },
        who: id,
        tokenHash: hashToken(token),
      };
    }
    case 'phone': {
      const ticket = store.ticketByLink(links.hashOf(handshake.link));
      if (ticket === null) return 'unknownTicket';
      const { linkDays } = hall.state().setup.rules.rating;
      const expired = hall.now() > ticket.issuedAt + (linkDays + 1) * 24 * 3_600_000;
      if (expired) return 'unknownTicket';
      return { actor: { kind: 'phone', ticketId: ticket.id }, who: ticket.id, tokenHash: null };
    }
    case 'public':
      return { actor: { kind: 'public' }, who: 'public', tokenHash: null };
    default: {
      const token = cookieValue(cookies, sessionCookie(handshake.audience));
      const signedIn = staff.signedIn(token, handshake.audience);
      if (signedIn === null || token === null) return 'notSignedIn';
      if (!mayUse(signedIn.me.role, handshake.audience)) return 'forbidden';
      return { actor: signedIn.actor, who: signedIn.me.staffId, tokenHash: hashToken(token) };
    }
  }
}
