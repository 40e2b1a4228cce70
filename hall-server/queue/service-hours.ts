// 事项的办理时间: a service may have hours of its own, within those of the hall.
import type { Service, Setup, Weekday } from '../../shared/setup.ts';
import type { NextOpening } from '../../shared/views.ts';
import type { LocalTime } from './decision.ts';
import { dayAfter, periodsOn, toMinute } from './opening-hours.ts';

type Periods = readonly (readonly [string, string])[];
type Day = Pick<LocalTime, 'date' | 'weekday'>;

/** Whether numbers for a service are given at a moment: as early before its hours, and as long before their end, as the hall's. */
export function isServed({ rules }: Setup, { hours }: Service, { weekday, minute }: LocalTime): boolean {
  if (hours === null) return true;
  const { openBeforeMinutes, closeBeforeMinutes } = rules.issue;
  return (
    hours.weekdays.includes(weekday) &&
    minute >= toMinute(hours.from) - openBeforeMinutes &&
    minute < toMinute(hours.until) - closeBeforeMinutes
  );
}

/** What of the hall's periods of a day is within a service's own hours. */
export function servedPeriods({ hours }: Pick<Service, 'hours'>, weekday: Weekday, periods: Periods): Periods {
  if (hours === null) return periods;
  if (!hours.weekdays.includes(weekday)) return [];
  return periods.flatMap(([from, until]): Periods => {
    const [first, last] = [from > hours.from ? from : hours.from, until < hours.until ? until : hours.until];
    return first < last ? [[first, last]] : [];
  });
}

/** So far ahead a service's next hour is looked for: beyond the longest holiday. */
const daysAhead = 31;

/** When a service that is not given now is given next; null if that is not known. */
export function nextServed(setup: Setup, { hours }: Service, local: LocalTime): NextOpening | null {
  if (hours === null) return null;
  const isDay = (day: Day) => hours.weekdays.includes(day.weekday) && periodsOn(setup, day).length > 0;
  if (isDay(local) && local.minute < toMinute(hours.from)) return { date: local.date, time: hours.from };
  let day: Day = local;
  for (let ahead = 0; ahead < daysAhead; ahead += 1) {
    day = dayAfter(day);
    if (isDay(day)) return { date: day.date, time: hours.from };
  }
  return null;
}
