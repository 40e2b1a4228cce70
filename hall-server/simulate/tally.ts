import type { DeskView } from '../../shared/views.ts';
import { minutesLeft, type Progress } from './progress.ts';
import type { VisitEnd } from './visitor.ts';
import type { Visit } from './visits.ts';

/** Counts who has come and how they went. */
export interface Tally {
  readonly came: () => void;
  readonly rated: () => void;
  readonly ended: (visit: Visit, end: VisitEnd) => void;
  readonly endOf: (visit: Visit) => VisitEnd;
  /** Everybody who was to come has gone. */
  readonly isOver: () => boolean;
  /** @param minutes since the doors opened */
  readonly progress: (minutes: number, desk: DeskView) => Progress;
}

export function createTally(
  visits: readonly Visit[],
  facts: { readonly speed: number; readonly counters: number; readonly minutesPerVisit: number },
): Tally {
  const ends = new Map<Visit, VisitEnd>();
  let came = 0;
  let rated = 0;
  return {
    came: () => {
      came += 1;
    },
    rated: () => {
      rated += 1;
    },
    ended: (visit, end) => ends.set(visit, end),
    endOf: (visit) => ends.get(visit) ?? 'stopped',
    isOver: () => ends.size === visits.length,
    progress(minutes, { tickets }) {
      const inHall = (status: string) => tickets.filter((row) => row.status === status).length;
      const gone = (end: VisitEnd) => [...ends.values()].filter((one) => one === end).length;
      return {
        visitors: visits.length,
        came,
        waiting: inHall('waiting'),
        called: inHall('called'),
        serving: inHall('serving'),
        served: gone('done'),
        missed: gone('missed'),
        cancelled: gone('cancelled'),
        turnedAway: gone('turnedAway'),
        rated,
        speed: facts.speed,
        minutes,
        minutesLeft: minutesLeft({
          ...facts,
          now: minutes,
          lastArrivesAt: visits.at(-1)?.arrivesAt ?? 0,
          open: visits.length - ends.size,
        }),
      };
    },
  };
}
