import type { TicketId } from '../../shared/ids.ts';
import type { Receipt } from '../../shared/protocol.ts';
import type { TicketRow } from '../../shared/views.ts';
import type { Pace } from './pace.ts';
import type { Room } from './room.ts';
import type { Visit } from './visits.ts';

/** So long somebody who was missed stands at the counter, hoping to be served between two others. */
const patientMinutes = 120;

/** How a visit ended; `stopped`: the simulation did. */
export type VisitEnd = 'done' | 'missed' | 'cancelled' | 'turnedAway' | 'stopped';

/** What a visitor can do in the hall. */
export interface Visitor {
  readonly takeNumber: (visit: Visit) => Promise<Receipt | null>;
  /** What the hall says of a ticket now; null once the visit has ended. */
  readonly ticket: (ticketId: TicketId) => TicketRow | null;
  readonly putBack: (ticketId: TicketId) => Promise<boolean>;
  readonly cancel: (ticketId: TicketId, link: string) => Promise<boolean>;
  readonly rate: (visit: Visit, ticketId: TicketId, link: string, counterLabel: string) => Promise<void>;
  readonly room: Room;
  readonly pace: Pace;
}

/** From taking a number to going home. */
export async function goThroughVisit(visit: Visit, visitor: Visitor): Promise<VisitEnd> {
  const receipt = await visitor.takeNumber(visit);
  if (receipt?.ticket === undefined || receipt.issued === undefined) return 'turnedAway';
  const { ticketId } = receipt.ticket;
  visitor.room.enter(ticketId, visit);
  const { link } = receipt.issued;
  const { end, counterLabel } = await followTicket(visit, ticketId, link, visitor);
  if (end === 'done' && counterLabel !== null) await visitor.rate(visit, ticketId, link, counterLabel);
  return end;
}

/** Does what the ticket's state asks of its holder, until the visit has ended. A stranger's `link` is null. */
export async function followTicket(
  visit: Visit,
  ticketId: TicketId,
  link: string | null,
  visitor: Pick<Visitor, 'ticket' | 'putBack' | 'cancel' | 'room' | 'pace'>,
): Promise<{ end: VisitEnd; counterLabel: string | null }> {
  const { room, pace } = visitor;
  const { course } = visit;
  let counterLabel: string | null = null;
  let last: TicketRow['status'] = 'waiting';
  let missedBefore = false;

  while (!pace.stopped()) {
    const row = visitor.ticket(ticketId);
    if (row === null) {
      // Whoever was being served has been; from anywhere else somebody has cancelled the ticket.
      room.stepAway(ticketId);
      return { end: last === 'serving' ? 'done' : 'cancelled', counterLabel };
    }
    const changed = (withinMinutes?: number) =>
      pace.until(() => {
        const present = visitor.ticket(ticketId);
        return present?.status === row.status && present.since === row.since ? null : true;
      }, withinMinutes);
    const goTo = (label: string | null) => {
      if (label !== null) room.stand(ticketId, label);
    };

    last = row.status;
    counterLabel = row.status === 'waiting' ? counterLabel : row.counterLabel;
    switch (row.status) {
      case 'called': {
        const absent = course.kind === 'noShow' && !missedBefore;
        if (!absent && !(await changed(visit.walkMinutes))) goTo(row.counterLabel);
        await changed();
        break;
      }
      case 'held':
        room.stepAway(ticketId);
        if (!(await changed(visit.aside?.minutes ?? 5))) goTo(row.counterLabel);
        await changed();
        break;
      case 'missed': {
        missedBefore = true;
        room.stepAway(ticketId);
        if (course.kind !== 'noShow' || course.afterwards === 'neverComes') return { end: 'missed', counterLabel };
        if (await changed(course.afterMinutes)) break;
        if (course.afterwards === 'isPutBack') {
          if (!(await visitor.putBack(ticketId))) return { end: 'missed', counterLabel };
        } else {
          goTo(row.counterLabel);
          const letIn = await changed(patientMinutes);
          if (!letIn) return { end: pace.stopped() ? 'stopped' : 'missed', counterLabel };
        }
        break;
      }
      case 'waiting': {
        room.stepAway(ticketId);
        const patience = course.kind === 'leaves' && link !== null ? course.afterMinutes : undefined;
        const called = await changed(patience);
        if (called || pace.stopped() || link === null) break;
        if (await visitor.cancel(ticketId, link)) return { end: 'cancelled', counterLabel };
        break;
      }
      default:
        await changed();
    }
  }
  return { end: 'stopped', counterLabel };
}
