import type { LocalizedText } from '../../shared/languages.ts';
import type { WaitRange } from '../../shared/views.ts';
import { isLater } from '../queue/next-ticket.ts';
import { givenToday, type WaitingTicket } from '../queue/state.ts';
import { zoneName } from './names.ts';
import type { Picture } from './picture.ts';

export interface QueueFacts {
  readonly queueId: string;
  readonly prefix: string;
  readonly name: LocalizedText;
  readonly zoneName: LocalizedText;
  readonly waiting: number;
  /** Of whoever has waited longest of those who are waited for now; null: nobody. */
  readonly longestWaitMinutes: number | null;
  readonly wait: WaitRange | null;
  readonly counters: readonly string[];
  readonly full: boolean;
}

/** How each queue in use is: people and times, no number and nobody. */
export function queueFacts(picture: Picture): readonly QueueFacts[] {
  const { state, now } = picture;
  return state.setup.queues
    .filter((queue) => queue.active)
    .map(({ id: queueId, prefix, name, zone, dailyLimit }) => {
      const line = picture.line(queueId);
      const began = line.filter((ticket) => !isLater(ticket, now)).map(waitingSince);
      return {
        ...{ queueId, prefix, name, zoneName: zoneName(state, zone), waiting: line.length },
        longestWaitMinutes: began.length === 0 ? null : Math.floor((now - Math.min(...began)) / 60_000),
        ...{ wait: picture.waitOfQueue(queueId), counters: picture.countersOf(queueId) },
        full: dailyLimit !== null && givenToday(state, queueId) >= dailyLimit,
      };
    });
}

/** Whoever has been called before (put back, passed on) waits anew. */
function waitingSince({ firstCalledAt, issuedAt, since }: WaitingTicket): number {
  return firstCalledAt === null ? issuedAt : since;
}
