// 办理期限: days are working days, day 1 is the next one, due at its closing time. Past 80 % yellow, past the end red; never closed by itself.
import { type Setup, weekdays } from '../../shared/setup.ts';
import { addWorkingDays, dayNumber, weekdayIndex } from '../../shared/working-days.ts';
import type { CaseMoment } from '../queue/events.ts';
import { closingMinute } from '../queue/opening-hours.ts';
import type { RatingCase } from './rating-case.ts';

/** Where the hall itself is closed on a working day. */
const usualClosing = 17 * 60;

export interface Deadline extends CaseMoment {
  readonly provisional: boolean;
}

/** `count` working days after a moment, at closing time. */
export function deadlineAfter(setup: Setup, from: CaseMoment, count: number): Deadline {
  const { date, provisional } = addWorkingDays(setup.calendarYears, from.date, count);
  const weekday = weekdays[weekdayIndex(dayNumber(date))] ?? 'monday';
  const minute = closingMinute(setup, { date, weekday, minute: 0 }) ?? usualClosing;
  return { date, minute, provisional };
}

export interface NextDue {
  readonly what: 'verify' | 'rectify' | 'revisit' | 'close';
  readonly deadline: Deadline;
  /** 'late' from `warnPercent` of the time on; 'over' past the deadline. */
  readonly colour: 'inTime' | 'late' | 'over';
}

/** What a case waits for and by when; null when it has ended. */
export function nextDue(setup: Setup, one: RatingCase, now: CaseMoment): NextDue | null {
  const next = waitsFor(one);
  if (next === null) return null;
  const deadline = deadlineAfter(setup, next.from, next.days);
  const [start, end, present] = [minutes(next.from), minutes(deadline), minutes(now)];
  const late = start + ((end - start) * setup.rules.ratingCase.warnPercent) / 100;
  return { what: next.what, deadline, colour: present > end ? 'over' : present >= late ? 'late' : 'inTime' };
}

function waitsFor(one: RatingCase): { what: NextDue['what']; from: CaseMoment; days: number } | null {
  const { days, openedOn, reopenedOn, fedBackOn } = one;
  switch (one.status) {
    case 'open':
    case 'contacted':
      return { what: 'verify', from: openedOn, days: days.verify };
    case 'verified':
    case 'rectifying':
      return reopenedOn === null
        ? { what: 'rectify', from: openedOn, days: days.rectify }
        : { what: 'rectify', from: reopenedOn, days: days.revisit };
    case 'fedBack':
      return { what: 'revisit', from: fedBackOn ?? openedOn, days: days.revisit };
    case 'revisited':
      return { what: 'close', from: fedBackOn ?? openedOn, days: days.revisit };
    case 'closed':
    case 'invalid':
      return null;
  }
}

/** Whether an appeal of this side still comes in time; the rated person counts from `verified`, the rater from the answer. */
export function mayStillAppeal(setup: Setup, one: RatingCase, by: 'ratedPerson' | 'rater', now: CaseMoment): boolean {
  const from = by === 'ratedPerson' ? one.verifiedOn : one.fedBackOn;
  return from !== null && minutes(now) <= minutes(deadlineAfter(setup, from, one.days.appeal));
}

function minutes({ date, minute }: CaseMoment): number {
  return dayNumber(date) * 24 * 60 + minute;
}
