import type { CounterId, TicketId } from '../../shared/ids.ts';
import { compareRevisions } from '../../shared/protocol.ts';
import type { CounterState, DeskView, RatingKioskView, TicketKioskView, TicketRow } from '../../shared/views.ts';
import type { Doors } from './doors.ts';
import type { HallClient } from './hall-client.ts';
import type { Pace } from './pace.ts';
import type { Visitor } from './visitor.ts';

/** Kiosks that no page is being: whoever watches the simulation keeps theirs. */
export interface Kiosks {
  readonly tickets: readonly HallClient<TicketKioskView>[];
  readonly ratings: ReadonlyMap<CounterId, HallClient<RatingKioskView>>;
}

/** Pairs with the free ticket kiosks, and the free rating kiosks of these counters. */
export async function takeFreeKiosks(
  doors: Doors,
  cookies: string,
  counters: readonly CounterState[],
): Promise<Kiosks> {
  const tickets: HallClient<TicketKioskView>[] = [];
  const ratings = new Map<CounterId, HallClient<RatingKioskView>>();
  for (const device of await doors.freeDevices(cookies)) {
    const { assignment } = device;
    if (assignment.kind === 'ticketKiosk') {
      const kiosk = await doors.pair<TicketKioskView>(device);
      // On another machine an administrator would have to approve each one: the front desk and phones do.
      if (kiosk === null) break;
      tickets.push(kiosk);
    }
    if (assignment.kind === 'ratingKiosk' && counters.some((one) => one.counterId === assignment.counter)) {
      const kiosk = await doors.pair<RatingKioskView>(device);
      if (kiosk === null) break;
      if (assignment.counter !== null) ratings.set(assignment.counter, kiosk);
    }
  }
  return { tickets, ratings };
}

export interface Places {
  readonly desk: HallClient<DeskView>;
  readonly kiosks: Kiosks;
  readonly counters: readonly CounterState[];
  readonly doors: Doors;
  readonly pace: Pace;
  readonly onRated: () => void;
}

/** What visitors do in the hall, by its pages: kiosks, the front desk, their phones. */
export function visitorsPlaces({ desk, kiosks, counters, doors, pace, onRated }: Places): Omit<Visitor, 'room'> {
  let turn = 0;
  /** Kiosks take turns; one that somebody else has become is left alone. */
  const kiosk = () => {
    const open = kiosks.tickets.filter((one) => one.refusal() === null);
    turn += 1;
    return open[turn % open.length] ?? null;
  };
  const onPhone = async (link: string, command: Parameters<HallClient<never>['send']>[0]) => {
    const phone = await doors.phone(link);
    const ack = await phone.send(command);
    phone.close();
    return ack.ok;
  };

  return {
    pace,
    ticket: ticketLookup(desk),
    async takeNumber({ serviceId, language, priorityClassId }) {
      const wish = { type: 'issueTicket', serviceId, language, priorityClassId } as const;
      const place = priorityClassId === null ? (kiosk() ?? desk) : desk;
      const ack = await place.send(wish);
      if (!ack.ok) return null;
      // The front desk's list is how a ticket is followed: it must know it first.
      await pace.until(() => (compareRevisions(desk.revision(), ack.receipt.revision) >= 0 ? true : null));
      return ack.receipt;
    },
    async putBack(ticketId) {
      return (await (kiosk() ?? desk).send({ type: 'putBackMissed', ticketId })).ok;
    },
    cancel: (ticketId, link) => onPhone(link, { type: 'cancelTicket', ticketId, reason: 'visitorLeft' }),
    async rate({ rating }, ticketId, link, counterLabel) {
      if (rating === null) return;
      await pace.sleep(rating.afterMinutes);
      if (pace.stopped()) return;
      const command = { type: 'rateTicket', ticketId, level: rating.level } as const;
      const counter = counters.find((one) => one.label === counterLabel);
      const own = counter && kiosks.ratings.get(counter.counterId);
      const asks = rating.where === 'ratingKiosk' && own?.view().ask?.ticketId === ticketId;
      const rated = asks && own !== undefined ? (await own.send(command)).ok : await onPhone(link, command);
      if (rated) onRated();
    },
  };
}

/** Finds tickets in the front desk's list, sorted out once a view. */
function ticketLookup(desk: HallClient<DeskView>): (ticketId: TicketId) => TicketRow | null {
  let of: DeskView | null = null;
  let rows = new Map<TicketId, TicketRow>();
  return (ticketId) => {
    const view = desk.view();
    if (view !== of) {
      of = view;
      rows = new Map(view.tickets.map((row) => [row.ticketId, row]));
    }
    return rows.get(ticketId) ?? null;
  };
}
