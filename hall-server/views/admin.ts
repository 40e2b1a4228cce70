import type { CounterId } from '../../shared/ids.ts';
import type { AdminView, StaffFacts } from '../../shared/views.ts';
import { recentlyMissed, withinTarget } from '../queue/day-counts.ts';
import { helpAt } from '../queue/help.ts';
import { counterLabel, type HallState, ticketAtCounter } from '../queue/state.ts';
import { nextDue } from '../rating-cases/deadlines.ts';
import { counterStates } from './counter.ts';
import { hallFacts } from './hall-facts.ts';
import type { Picture } from './picture.ts';
import { printerStatuses } from './printers.ts';

/** Enough to see who has read what; the others are of this morning. */
const messagesShown = 20;

export function adminView(picture: Picture, me: StaffFacts): AdminView {
  const { state, local, messageText } = picture;
  const tickets = [...state.tickets.values()];
  const count = (status: string) => tickets.filter((ticket) => ticket.status === status).length;
  return {
    kind: 'admin',
    hall: hallFacts(state),
    me,
    setup: state.setup,
    cases: {
      open: state.cases.size,
      over: [...state.cases.values()].filter((one) => nextDue(state.setup, one, local)?.colour === 'over').length,
    },
    printers: printerStatuses(picture),
    messages: [...state.messages.values()]
      .slice(-messagesShown)
      .toReversed()
      .map(({ id: messageId, by, at, to }) => ({
        ...{ messageId, by, at, text: messageText(messageId) ?? '' },
        to: to.map(({ counterId, readAt }) => ({ label: counterLabel(state, counterId), readAt })),
      })),
    emergency: state.emergency,
    today: {
      day: state.day?.date ?? null,
      closed: state.day?.closedAt != null,
      issued: state.day?.issued ?? 0,
      waiting: count('waiting'),
      called: count('called'),
      serving: count('serving'),
      held: count('held'),
      missed: count('missed'),
      done: state.day?.done ?? 0,
      cancelled: state.day?.cancelled ?? 0,
      queues: state.setup.queues
        .filter((queue) => queue.active)
        .map(({ id, prefix, name }) => {
          const line = picture.line(id);
          return {
            queueId: id,
            prefix,
            name,
            waiting: line.length,
            oldestIssuedAt: line.length === 0 ? null : Math.min(...line.map((ticket) => ticket.issuedAt)),
            wait: picture.waitOfQueue(id),
            waitWithOneMore: line.length === 0 ? null : picture.waitWithOneMore(id),
            openCounters: picture.countersOf(id).length,
            withinTarget: withinTarget(state, id),
            recentlyMissed: recentlyMissed(state, id, picture.now),
          };
        }),
      counters: counterStates(state).map((counter) => {
        const ticket = ticketAtCounter(state, counter.counterId);
        return {
          ...counter,
          number: ticket?.number ?? null,
          ticketStatus: ticket?.status ?? null,
          ticketSince: ticket?.since ?? null,
          idleSince: ticket === null ? idleSince(state, counter.counterId) : null,
          help: helpAt(state, counter.counterId),
        };
      }),
    },
  };
}

/** When an open counter with nobody at it was last at work, or was opened. */
function idleSince(state: HallState, counterId: CounterId): number | null {
  const duty = state.counters.get(counterId);
  return duty?.status === 'open' ? Math.max(duty.since, duty.lastFinished?.at ?? 0) : null;
}
