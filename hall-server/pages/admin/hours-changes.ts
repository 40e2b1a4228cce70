import { type OpeningHours, weekdays } from '../../../shared/setup.ts';
import type { AdminTexts } from '../../../shared/texts/admin.ts';
import { sameValue } from './draft.ts';
import type { Change } from './field.ts';

type Periods = readonly (readonly [string, string])[];

const showPeriods = (periods: Periods | undefined, texts: AdminTexts) =>
  periods === undefined || periods.length === 0
    ? texts.closedAllDay
    : periods.map(([from, to]) => `${from}–${to}`).join('  ');

/** Which weekdays and dates have other hours. */
export function changesOfHours(before: OpeningHours, after: OpeningHours, texts: AdminTexts): readonly Change[] {
  const days = weekdays
    .filter((weekday) => !sameValue(before[weekday], after[weekday]))
    .map((weekday) => ({
      label: texts.weekdays[weekday],
      before: showPeriods(before[weekday], texts),
      after: showPeriods(after[weekday], texts),
    }));
  const on = (hours: OpeningHours, date: string) => hours.exceptions.find((one) => one.date === date)?.periods;
  const dates = [...new Set([...before.exceptions, ...after.exceptions].map(({ date }) => date))]
    .filter((date) => !sameValue(on(before, date), on(after, date)))
    .map((date) => ({
      label: date === '' ? texts.date : date,
      before: on(before, date) === undefined ? texts.weekly : showPeriods(on(before, date), texts),
      after: on(after, date) === undefined ? texts.weekly : showPeriods(on(after, date), texts),
    }));
  return [...days, ...dates];
}
