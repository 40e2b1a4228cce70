import { z } from 'zod';

/** A day that is not what its weekday says: off on a weekday, or worked on a weekend (调休). */
const SpecialDay = z
  .strictObject({ date: z.iso.date(), kind: z.enum(['off', 'work']), name: z.string().trim().min(1).max(40) })
  .readonly();
export type SpecialDay = z.infer<typeof SpecialDay>;

/** One announced year of national working days. A year without an entry is not known yet: its deadlines are provisional. */
export const CalendarYear = z
  .strictObject({
    id: z.string().regex(/^20\d{2}$/),
    /** Who announced it, or where it was copied from. */
    source: z.string().trim().min(1).max(200),
    days: z.array(SpecialDay).max(120).readonly(),
  })
  .refine(({ id, days }) => days.every(({ date }) => date.startsWith(id)), { error: 'a day of another year' })
  .refine(({ days }) => new Set(days.map(({ date }) => date)).size === days.length, { error: 'a day twice' })
  .readonly();
export type CalendarYear = z.infer<typeof CalendarYear>;

/** Days since 1970-01-01 of a calendar date 'YYYY-MM-DD': dates become numbers without a clock or a time zone. */
export function dayNumber(date: string): number {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  // Years that begin in March, so that the leap day is the last of its year (days_from_civil, H. Hinnant).
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return (
    era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
  );
}

/** The date of a day number. */
export function dateOfDay(number: number): string {
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)}`;
}

/** 0 Monday ... 6 Sunday. 1970-01-01 was a Thursday. */
export function weekdayIndex(number: number): number {
  return (((number + 3) % 7) + 7) % 7;
}

export type WorkingCalendar = readonly CalendarYear[];

/** Whether people work on that day, and whether that is only supposed because its year has not been announced. */
export function workingDay(calendar: WorkingCalendar, number: number): { works: boolean; provisional: boolean } {
  const date = dateOfDay(number);
  const year = calendar.find(({ id }) => id === date.slice(0, 4));
  const special = year?.days.find((day) => day.date === date);
  const works = special === undefined ? weekdayIndex(number) < 5 : special.kind === 'work';
  return { works, provisional: year === undefined };
}

export interface WorkingDayDeadline {
  /** 'YYYY-MM-DD' */
  readonly date: string;
  /** Counted over a year that has not been announced: Monday to Friday is only supposed. */
  readonly provisional: boolean;
}

/** The n-th working day after a date; day 1 is the next working day. */
export function addWorkingDays(calendar: WorkingCalendar, from: string, count: number): WorkingDayDeadline {
  let number = dayNumber(from);
  let provisional = false;
  for (let left = count; left > 0; ) {
    number += 1;
    const day = workingDay(calendar, number);
    provisional ||= day.provisional;
    if (day.works) left -= 1;
  }
  return { date: dateOfDay(number), provisional };
}
