import type { TicketId } from '../../shared/ids.ts';
import type { Visit } from './visits.ts';

/** What no message tells: who is in the hall, what they came for, and at which counter they stand. */
export interface Room {
  readonly enter: (ticketId: TicketId, visit: Visit) => void;
  readonly visitOf: (ticketId: TicketId) => Visit | null;
  readonly stand: (ticketId: TicketId, counterLabel: string) => void;
  readonly stepAway: (ticketId: TicketId) => void;
  readonly standsAt: (ticketId: TicketId, counterLabel: string) => boolean;
  /** Says once for each ticket that this part of the visit is to happen now. */
  readonly once: (ticketId: TicketId, part: 'aside' | 'transfer') => boolean;
}

export function createRoom(changed: () => void): Room {
  const visits = new Map<TicketId, Visit>();
  const places = new Map<TicketId, string>();
  const happened = new Set<string>();
  return {
    enter: (ticketId, visit) => visits.set(ticketId, visit),
    visitOf: (ticketId) => visits.get(ticketId) ?? null,
    stand(ticketId, counterLabel) {
      places.set(ticketId, counterLabel);
      changed();
    },
    stepAway: (ticketId) => places.delete(ticketId),
    standsAt: (ticketId, counterLabel) => places.get(ticketId) === counterLabel,
    once(ticketId, part) {
      const key = `${ticketId} ${part}`;
      const first = !happened.has(key);
      happened.add(key);
      return first;
    },
  };
}
