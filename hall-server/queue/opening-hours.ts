// 取号时间: numbers are given from a while before opening, through breaks if so set, to a while before closing.
import { type Setup, type Weekday, weekdays } from '../../shared/setup.ts';
import type { Intake, NextOpening } from '../../shared/views.ts';
import type { LocalTime } from './decision.ts';

type Periods = readonly (readonly [string, string])[];

/** '09:30' -> 570 */
export function toMinute(time: string): number {
  const [hours = '0', minutes = '0'] = time.split(':');
  return Number(hours) * 60 + Number(minutes);
}

/** The opening periods of a date: its exception if it has one, else its weekday's. */
export function periodsOn(setup: Setup, day: Pick<LocalTime, 'date' | 'weekday'>): Periods {
  const { openingHours } = setup;
  return openingHours.exceptions.find((exception) => exception.date === day.date)?.periods ?? openingHours[day.weekday];
}

/** Whether numbers are given out at this moment, and if not, when next. */
export function intakeAt(setup: Setup, local: LocalTime): Intake {
  const { openBeforeMinutes, closeBeforeMinutes, throughBreaks } = setup.rules.issue;
  const periods = periodsOn(setup, local);
  const [first, last] = [periods[0], periods.at(-1)];
  if (first === undefined || last === undefined) return { status: 'closed', nextOpening: nextOpening(setup, local) };

  const spans: Periods = throughBreaks ? [[first[0], last[1]]] : periods;
  for (const [from, to] of spans) {
    if (local.minute < toMinute(from) - openBeforeMinutes) return { status: 'notYet', opensAt: from };
    // A hall open to midnight has no closing to stop before.
    const until = to === '24:00' ? 24 * 60 : toMinute(to) - closeBeforeMinutes;
    if (local.minute < until) return { status: 'open' };
  }
  return { status: 'closed', nextOpening: nextOpening(setup, local) };
}

/** How far ahead an opening is looked for: beyond the longest holiday. */
const daysAhead = 31;

/** The opening after today; null if none is known. */
export function nextOpening(setup: Setup, today: LocalTime): NextOpening | null {
  let day: Pick<LocalTime, 'date' | 'weekday'> = today;
  for (let ahead = 0; ahead < daysAhead; ahead += 1) {
    day = dayAfter(day);
    const [first] = periodsOn(setup, day);
    if (first !== undefined) return { date: day.date, time: first[0] };
  }
  return null;
}

/** The opening periods of any date, by its weekday or its exception. */
export function periodsOnDate(setup: Setup, date: string): Periods {
  return periodsOn(setup, { date, weekday: weekdayOf(date) });
}

/** By the calendar alone (Sakamoto's method for the Gregorian calendar). */
export function weekdayOf(date: string): Weekday {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const shifts = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
  const y = month < 3 ? year - 1 : year;
  const sunday0 =
    (y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + (shifts[month - 1] ?? 0) + day) % 7;
  return weekdays[(sunday0 + 6) % 7] ?? 'monday';
}

/** By the calendar alone: the law has no clock to ask. */
export function dayAfter({ date, weekday }: Pick<LocalTime, 'date' | 'weekday'>): Pick<LocalTime, 'date' | 'weekday'> {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const next =
    day < daysIn(year, month) ? [year, month, day + 1] : month < 12 ? [year, month + 1, 1] : [year + 1, 1, 1];
  return {
    date: next.map((part) => String(part).padStart(2, '0')).join('-'),
    weekday: weekdays[(weekdays.indexOf(weekday) + 1) % 7] ?? weekday,
  };
}

function daysIn(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  if (month === 2) return leap ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Minutes since midnight at which the last period of the day ends; null on a day without opening hours. */
export function closingMinute(setup: Setup, local: LocalTime): number | null {
  const last = periodsOn(setup, local).at(-1);
  return last === undefined ? null : toMinute(last[1]);
}
