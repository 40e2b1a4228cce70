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
  /** How many wrong codes came before it, until it was shown. */
  readonly wrongCodes: (device: DeviceId) => number;
}

export interface TicketFinder {
  readonly byLink: (linkHash: string) => Ticket | null;
  /** Tickets of the present business day. */
  readonly byNumber: (number: string) => readonly Ticket[];
}

/** `now`: UTC ms. */
export function createRatingProofs(links: TicketLinks, find: TicketFinder, now: () => number): RatingProofs {
  const shownAt = new Map<DeviceId, { ticketId: TicketId; until: number; wrongCodes: number }>();
  /** `count` begins anew after each lock-out; `total` only when a slip has been shown, or nobody has tried for a while. */
  const wrong = new Map<DeviceId, { count: number; total: number; at: number; until: number }>();

  const visit = (shown: FindVisit): Ticket | null => {
    if ('link' in shown) return find.byLink(links.hashOf(shown.link));
    const number = parseNumber(shown.number);
    if (number === null) return null;
    return find.byNumber(number).find((ticket) => links.codeOf(ticket.id) === shown.code) ?? null;
  };

  /** The tries of the one who stands there: after the time of a proof it is somebody else. */
  const totalOf = (tries: { total: number; at: number } | undefined) =>
    tries !== undefined && now() - tries.at < proofLastsMs ? tries.total : 0;

  return {
    wrongCodes: (device) => shownAt.get(device)?.wrongCodes ?? 0,
    show(device, shown) {
      const tries = wrong.get(device);
      if (tries !== undefined && tries.until > now()) return 'waitBeforeRetry';
      const ticket = visit(shown);
      if (ticket === null) {
        const count = (tries?.count ?? 0) + 1;
        const total = totalOf(tries) + 1;
        const locked = count >= freeTries;
        wrong.set(device, { count: locked ? 0 : count, total, at: now(), until: locked ? now() + lockedMs : 0 });
        return 'wrongCode';
      }
      wrong.delete(device);
      shownAt.set(device, { ticketId: ticket.id, until: now() + proofLastsMs, wrongCodes: totalOf(tries) });
      return ticket;
    },
    proven(device) {
      const shown = shownAt.get(device);
      return shown !== undefined && shown.until > now() ? shown.ticketId : null;
    },
  };
}
