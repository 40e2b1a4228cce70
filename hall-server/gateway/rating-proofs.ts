import type { FindVisit } from '../../shared/http.ts';
import type { DeviceId, TicketId } from '../../shared/ids.ts';
import { parseNumber } from '../../shared/number.ts';
import type { Ticket } from '../queue/state.ts';
import type { TicketLinks } from '../ticket-links.ts';

const proofLastsMs = 3 * 60_000;
const freeTries = 5;
const lockedMs = 60_000;

export interface RatingProofs {
  /** The visit whose slip is shown, and remembered for this kiosk; a wrong code counts against the kiosk. */
  readonly show: (device: DeviceId, shown: FindVisit) => Ticket | 'wrongCode' | 'waitBeforeRetry';
  /** What was shown to this kiosk last and is still fresh. */
  readonly proven: (device: DeviceId) => TicketId | null;
}

export interface TicketFinder {
  readonly byLink: (linkHash: string) => Ticket | null;
  /** Tickets of the present business day. */
  readonly byNumber: (number: string) => readonly Ticket[];
}

/** `now`: UTC ms. */
export function createRatingProofs(links: TicketLinks, find: TicketFinder, now: () => number): RatingProofs {
  const shownAt = new Map<DeviceId, { ticketId: TicketId; until: number }>();
  const wrong = new Map<DeviceId, { count: number; until: number }>();

  const visit = (shown: FindVisit): Ticket | null => {
    if ('link' in shown) return find.byLink(links.hashOf(shown.link));
    const number = parseNumber(shown.number);
    if (number === null) return null;
    return find.byNumber(number).find((ticket) => links.codeOf(ticket.id) === shown.code) ?? null;
  };

  return {
    show(device, shown) {
      const tries = wrong.get(device);
      if (tries !== undefined && tries.until > now()) return 'waitBeforeRetry';
      const ticket = visit(shown);
      if (ticket === null) {
        const count = (tries?.count ?? 0) + 1;
        const locked = count >= freeTries;
        wrong.set(device, locked ? { count: 0, until: now() + lockedMs } : { count, until: 0 });
        return 'wrongCode';
      }
      wrong.delete(device);
      shownAt.set(device, { ticketId: ticket.id, until: now() + proofLastsMs });
      return ticket;
    },
    proven(device) {
      const shown = shownAt.get(device);
      return shown !== undefined && shown.until > now() ? shown.ticketId : null;
    },
  };
}
