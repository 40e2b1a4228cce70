import type { Spread, VisitFigures } from '../../shared/figures.ts';
import type { DayFacts } from './day-facts.ts';

const timed = ['waiting', 'walking', 'service', 'total'] as const;

/** Some visits, counted. */
export interface Counted {
  arrivals: number;
  called: number;
  served: number;
  done: number;
  cancelled: number;
  noShow: number;
  missed: number;
  putBack: number;
  transferred: number;
  unserved: number;
  within: number;
  leftLate: number;
  kept: number;
  later: number;
  sooner: number;
  /** ms, of each visit that has such a time. */
  readonly times: Readonly<Record<(typeof timed)[number], number[]>>;
}

const counts = [
  ...(['arrivals', 'called', 'served', 'done', 'cancelled', 'noShow', 'missed', 'putBack', 'transferred'] as const),
  ...(['unserved', 'within', 'leftLate', 'kept', 'later', 'sooner'] as const),
] as const satisfies readonly (keyof Counted)[];

export function nothingCounted(): Counted {
  const none = Object.fromEntries(counts.map((name) => [name, 0])) as Record<(typeof counts)[number], number>;
  return { ...none, times: { waiting: [], walking: [], service: [], total: [] } };
}

/** How the visits of a day are counted, one by one; `targetMs`: within which they should be called. */
export function counter({ measures: told }: DayFacts, targetMs: number): (into: Counted, at: number) => void {
  const { end, called, served, missed, putBack, transferred, firstCall, leftAfter, promise } = told;
  const { waiting, walking, serving, total } = told;
  return (into, at) => {
    const wasCalled = called[at] === 1;
    const wasServed = served[at] === 1;
    into.arrivals += 1;
    if (wasCalled) into.called += 1;
    if (wasServed) into.served += 1;
    if (wasCalled && !wasServed) into.noShow += 1;
    if (end[at] === 1) into.done += 1;
    else if (end[at] === 2) into.cancelled += 1;
    else into.unserved += 1;
    into.missed += missed[at] ?? 0;
    into.putBack += putBack[at] ?? 0;
    into.transferred += transferred[at] ?? 0;
    const first = firstCall[at] ?? -1;
    if (first >= 0 && first <= targetMs) into.within += 1;
    if ((leftAfter[at] ?? -1) > targetMs) into.leftLate += 1;
    if (promise[at] === 0) into.kept += 1;
    else if (promise[at] === 1) into.later += 1;
    else if (promise[at] === 2) into.sooner += 1;
    const { times } = into;
    add(times.waiting, waiting[at]);
    add(times.walking, walking[at]);
    add(times.service, serving[at]);
    add(times.total, total[at]);
  };
}

const add = (times: number[], time = -1) => {
  if (time >= 0) times.push(time);
};

/** What is told of the visits of some parts that share none. */
export function told(...parts: readonly Counted[]): VisitFigures {
  const sum = (name: (typeof counts)[number]) => parts.reduce((all, part) => all + part[name], 0);
  const sums = Object.fromEntries(counts.map((name) => [name, sum(name)])) as Record<(typeof counts)[number], number>;
  const { within, leftLate, kept, later, sooner, ...plain } = sums;
  const spread = (name: (typeof timed)[number]) => spreadOf(...parts.map((part) => part.times[name]));
  return {
    ...plain,
    waiting: spread('waiting'),
    walking: spread('walking'),
    service: spread('service'),
    total: spread('total'),
    withinTarget: { n: within, of: plain.called + leftLate },
    promise: { kept, later, sooner },
  };
}

/** Mean and, by nearest rank, median and 90th percentile; each over all visits, never a mean of means. */
export function spreadOf(...lists: readonly (readonly number[])[]): Spread {
  const n = lists.reduce((all, times) => all + times.length, 0);
  if (n === 0) return { n, mean: null, median: null, p90: null };
  let sum = 0;
  for (const times of lists) for (const time of times) sum += time;
  const [median, p90] = ranked(lists, [Math.ceil(n * 0.5), Math.ceil(n * 0.9)]);
  return { n, mean: sum / n, median: median ?? null, p90: p90 ?? null };
}

/** Times whose leading bits are the same stand together: 8.2 s of ms. */
const bucketBits = 13;

/** The values at these ranks (1 the smallest), exact, without sorting all: only those near a rank are put in order. */
function ranked(lists: readonly (readonly number[])[], ranks: readonly number[]): readonly (number | undefined)[] {
  const largest = lists.reduce((most, times) => times.reduce((own, time) => (time > own ? time : own), most), 0);
  const buckets = new Uint32Array((largest >>> bucketBits) + 1);
  for (const times of lists) {
    for (const time of times) buckets[time >>> bucketBits] = (buckets[time >>> bucketBits] ?? 0) + 1;
  }
  return ranks.map((rank) => {
    let before = 0;
    const wanted = buckets.findIndex((count) => {
      if (before + count >= rank) return true;
      before += count;
      return false;
    });
    const near = lists.flatMap((times) => times.filter((time) => time >>> bucketBits === wanted));
    return near.sort((a, b) => a - b)[rank - before - 1];
  });
}
