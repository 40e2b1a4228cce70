import {
  type CounterUse,
  type Figures,
  type FiguresQuery,
  type FiguresStep,
  leastServed,
} from '../../shared/figures.ts';
import { dateOfDay, dayNumber, weekdayIndex } from '../../shared/working-days.ts';
import type { DayFacts } from './day-facts.ts';
import { type Counted, counter, nothingCounted, spreadOf, told } from './tally.ts';

/** A business day and its visits. */
export interface FactsOfDay {
  readonly day: string;
  readonly facts: DayFacts;
}

/** Everything that is asked about a period, from the visits of its days one after the other. */
export function figuresOf(query: FiguresQuery, days: Iterable<FactsOfDay>, targetMinutes: number): Figures {
  const targetMs = targetMinutes * 60_000;
  const groups = new Map<string, Counted>();
  /** Of no group: without a counter or a clerk is whoever was never served. */
  const rest = nothingCounted();
  const series = new Map<string, { arrivals: number; readonly waiting: number[] }>();
  const hours = Array.from({ length: 7 }, () => ({ days: 0, arrivals: new Array<number>(24).fill(0) }));
  const counters = new Map<string, { open: number; paused: number; serving: number }>();
  const countedOf = (key: string) => {
    const known = groups.get(key) ?? nothingCounted();
    groups.set(key, known);
    return known;
  };
  const countersUse = (counterId: string) => {
    const known = counters.get(counterId) ?? { open: 0, paused: 0, serving: 0 };
    counters.set(counterId, known);
    return known;
  };
  let counted = 0;
  for (const { day, facts } of days) {
    if (facts.visits === 0) continue;
    counted += 1;
    const isOf = membership(query, facts);
    const step = firstDayOf(query.step, day);
    const ofStep = series.get(step) ?? { arrivals: 0, waiting: [] };
    series.set(step, ofStep);
    const count = counter(facts, targetMs);
    const ofWeekday = hours[weekdayOf(day)];
    if (ofWeekday !== undefined) ofWeekday.days += 1;
    const keys = facts.dimensions[query.by];
    const names = facts.names[query.by];
    const parts = names.map(countedOf);
    const without = query.by === 'priority' ? countedOf('') : rest;
    const counterNames = facts.names.counter;
    for (let at = 0; at < facts.visits; at += 1) {
      if (!isOf(at)) continue;
      ofStep.arrivals += 1;
      count(parts[keys[at] ?? -1] ?? without, at);
      const waited = facts.measures.waiting[at] ?? -1;
      if (waited >= 0) ofStep.waiting.push(waited);
      const hour = facts.measures.hour[at] ?? 0;
      if (ofWeekday !== undefined) ofWeekday.arrivals[hour] = (ofWeekday.arrivals[hour] ?? 0) + 1;
      const counterName = counterNames[facts.dimensions.counter[at] ?? -1];
      if (counterName !== undefined) countersUse(counterName).serving += Math.max(0, facts.measures.serving[at] ?? 0);
    }
    for (const { counterId, open, paused } of query.of === undefined ? facts.counters : []) {
      const use = countersUse(counterId);
      use.open += open;
      use.paused += paused;
    }
  }
  const found = [...groups].filter(([, part]) => part.arrivals > 0).map(([key, part]) => ({ key, ...told(part) }));
  // A person is not to be told from others by one or two visits.
  const shown = query.by === 'staff' ? found.filter(({ served }) => served >= leastServed) : found;
  const all = told(...groups.values(), rest);
  // Of one person as little is told as in a list of persons.
  if (query.of === 'staff' && all.arrivals > 0 && all.served < leastServed) return figuresOf(query, [], targetMinutes);
  return {
    ...{ query, days: counted, targetMinutes, all },
    groups: shown.toSorted((a, b) => b.arrivals - a.arrivals || (a.key < b.key ? -1 : 1)),
    hidden: found.length - shown.length,
    series: [...series]
      .map(([key, { arrivals, waiting }]) => ({ key, arrivals, waiting: spreadOf(waiting) }))
      .toSorted((a, b) => (a.key < b.key ? -1 : 1)),
    hours: hours.map(({ days: n, arrivals }) => (n === 0 ? null : arrivals.map((count) => count / n))),
    counters: (query.of === undefined ? [...counters] : [])
      .map(([counterId, use]): CounterUse => ({ counterId, ...use }))
      .toSorted((a, b) => (a.counterId < b.counterId ? -1 : 1)),
  };
}

/** Whether a visit of the day belongs to the group that is asked for. */
function membership({ of, key }: FiguresQuery, facts: DayFacts): (at: number) => boolean {
  if (of === undefined) return () => true;
  const keys = facts.dimensions[of];
  const place = facts.names[of].indexOf(key ?? '');
  // Whoever has no priority class stands at no place.
  if (place < 0 && !(of === 'priority' && key === '')) return () => false;
  return (at) => keys[at] === place;
}

const weekdayOf = (day: string) => weekdayIndex(dayNumber(day));

/** Weeks begin on Monday. */
function firstDayOf(step: FiguresStep, day: string): string {
  switch (step) {
    case 'day':
      return day;
    case 'week':
      return dateOfDay(dayNumber(day) - weekdayOf(day));
    case 'month':
      return `${day.slice(0, 7)}-01`;
  }
}
