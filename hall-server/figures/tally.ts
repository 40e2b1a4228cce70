import type { Spread, VisitFigures } from '../../shared/figures.ts';
import type { DayFacts, Measure } from './day-facts.ts';

const spreads = { waiting: 'waiting', walking: 'walking', service: 'serving', total: 'total' } as const;
const counts = ['called', 'served', 'missed', 'putBack', 'transferred'] as const satisfies readonly Measure[];

/** Some visits being counted; `targetMs`: within which they should be called. */
export function newTally(targetMs: number) {
  let arrivals = 0;
  const counted = { called: 0, served: 0, missed: 0, putBack: 0, transferred: 0 };
  const ends = [0, 0, 0, 0];
  const promises = [0, 0, 0];
  let noShow = 0;
  let within = 0;
  let leftLate = 0;
  const times = { waiting: [] as number[], walking: [] as number[], service: [] as number[], total: [] as number[] };

  return {
    /** Counts the visit at a place of a day. */
    add({ measures: told }: DayFacts, at: number) {
      const value = (measure: Measure) => told[measure][at] ?? -1;
      arrivals += 1;
      for (const name of counts) counted[name] += value(name);
      const end = value('end');
      ends[end] = (ends[end] ?? 0) + 1;
      if (value('called') === 1 && value('served') === 0) noShow += 1;
      const first = value('firstCall');
      if (first >= 0 && first <= targetMs) within += 1;
      if (value('leftAfter') > targetMs) leftLate += 1;
      const promise = value('promise');
      if (promise >= 0) promises[promise] = (promises[promise] ?? 0) + 1;
      for (const [name, measure] of Object.entries(spreads)) {
        const time = value(measure);
        if (time >= 0) times[name as keyof typeof spreads].push(time);
      }
    },
    result(): VisitFigures {
      const [open = 0, done = 0, cancelled = 0, expired = 0] = ends;
      const [kept = 0, later = 0, sooner = 0] = promises;
      return {
        ...{ arrivals, ...counted, done, cancelled, noShow, unserved: open + expired },
        waiting: spreadOf(times.waiting),
        walking: spreadOf(times.walking),
        service: spreadOf(times.service),
        total: spreadOf(times.total),
        withinTarget: { n: within, of: counted.called + leftLate },
        promise: { kept, later, sooner },
      };
    },
  };
}
export type Tally = ReturnType<typeof newTally>;

/** Mean and, by nearest rank, median and 90th percentile; each over all visits, never a mean of means. */
export function spreadOf(times: readonly number[]): Spread {
  const n = times.length;
  if (n === 0) return { n, mean: null, median: null, p90: null };
  const sorted = Int32Array.from(times).sort();
  const rank = (share: number) => sorted[Math.ceil(n * share) - 1] ?? null;
  return { n, mean: times.reduce((sum, one) => sum + one, 0) / n, median: rank(0.5), p90: rank(0.9) };
}
