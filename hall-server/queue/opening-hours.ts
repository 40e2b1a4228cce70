// 取号时间: numbers are given from a while before opening, through breaks if so set, to a while before closing.
import { type Setup, weekdays } from '../../shared/setup.ts';
import type { Intake } from '../../shared/views.ts';
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

/** 'HH:MM' at which the next of the coming six days opens that has opening hours; null if none is known. */
function nextOpening(setup: Setup, local: LocalTime): string | null {
  const today = weekdays.indexOf(local.weekday);
  for (let ahead = 1; ahead < 7; ahead += 1) {
    const weekday = weekdays[(today + ahead) % 7];
    const first = weekday && setup.openingHours[weekday][0];
    if (first !== undefined) return first[0];
  }
  return null;
}

/** Minutes since midnight at which the last period of the day ends; null on a day without opening hours. */
export function closingMinute(setup: Setup, local: LocalTime): number | null {
  const last = periodsOn(setup, local).at(-1);
  return last === undefined ? null : toMinute(last[1]);
}
