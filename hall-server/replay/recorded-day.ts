// 一天的记录: what a day's journal says about who came, who worked, and how long each visit took; nothing of the order.
import type { CounterId, TicketId } from '../../shared/ids.ts';
import type { CallReason } from '../../shared/views.ts';
import type { CounterEvent, DayOpened, HallEvent, PriorityGranted, TicketIssued } from '../queue/events.ts';

/** What happens in a replay whatever the rule. */
export type GivenEvent = DayOpened | CounterEvent | TicketIssued | PriorityGranted | Left;
/** Left while waiting. */
export interface Left {
  readonly type: 'left';
  readonly at: number;
  readonly ticketId: TicketId;
}

export interface TrueCall {
  readonly ticketId: TicketId;
  readonly at: number;
  readonly reason: CallReason;
}

export interface RecordedDay {
  readonly given: readonly GivenEvent[];
  /** First calls, in their order. */
  readonly calls: readonly TrueCall[];
  /** How long a ticket kept counters, over all its turns, in ms; not there for whoever was never called. */
  readonly busyMs: ReadonlyMap<TicketId, number>;
  /** Median time from one visitor's leaving to the next one's call while somebody waited, in ms. */
  readonly betweenMs: number;
}

const isGiven = (event: HallEvent): event is Exclude<GivenEvent, Left> =>
  event.type === 'dayOpened' ||
  event.type === 'ticketIssued' ||
  event.type === 'priorityGranted' ||
  event.type === 'counterOpened' ||
  event.type === 'counterTakenOver' ||
  event.type === 'counterPaused' ||
  event.type === 'counterResumed' ||
  event.type === 'counterProfileChanged' ||
  event.type === 'counterClosed';

/** @param journal the events of one day in their order */
export function recordedDay(journal: Iterable<HallEvent>): RecordedDay {
  const given: GivenEvent[] = [];
  const calls: TrueCall[] = [];
  const busyMs = new Map<TicketId, number>();
  const came = new Map<TicketId, number>();
  const present = new Map<TicketId, { readonly counterId: CounterId; readonly since: number }>();
  const leftAt = new Map<CounterId, number>();
  const gaps: number[] = [];
  for (const event of journal) {
    if (isGiven(event)) given.push(event);
    switch (event.type) {
      case 'ticketIssued':
        came.set(event.ticketId, event.at);
        break;
      case 'ticketCalled':
      case 'ticketResumed':
      case 'missedAccepted': {
        const { ticketId, counterId, at } = event;
        const freed = leftAt.get(counterId);
        if (event.type === 'ticketCalled' && freed !== undefined && (came.get(ticketId) ?? at) < freed) {
          gaps.push(at - freed);
        }
        if (event.type === 'ticketCalled' && !busyMs.has(ticketId)) calls.push({ ticketId, at, reason: event.reason });
        if (!busyMs.has(ticketId)) busyMs.set(ticketId, 0);
        present.set(ticketId, { counterId, since: at });
        break;
      }
      case 'ticketFinished':
      case 'ticketMissed':
      case 'ticketHeld':
      case 'ticketTransferred':
      case 'serviceFinished':
      case 'callWithdrawn':
      case 'ticketCancelled':
      case 'ticketExpired': {
        const turn = present.get(event.ticketId);
        // Goes on at the same counter: its turn is not over.
        if (event.type === 'serviceFinished' && event.next.lineAt === null) break;
        if (turn !== undefined) {
          busyMs.set(event.ticketId, (busyMs.get(event.ticketId) ?? 0) + event.at - turn.since);
          leftAt.set(turn.counterId, event.at);
          present.delete(event.ticketId);
        } else if (event.type === 'ticketCancelled' && !busyMs.has(event.ticketId)) {
          given.push({ type: 'left', at: event.at, ticketId: event.ticketId });
        }
        break;
      }
    }
  }
  return { given, calls, busyMs, betweenMs: gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0 };
}
