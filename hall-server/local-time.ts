import { weekdays } from '../shared/setup.ts';
import type { LocalTime } from './queue/decision.ts';

const minuteMs = 60_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/** The hall's own date, weekday and minute at a moment (UTC ms), whatever zone the machine is set to. */
export function localTime(now: number, timeZone: string): LocalTime {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    formats.set(timeZone, format);
  }
  const parts = Object.fromEntries(format.formatToParts(now).map((part) => [part.type, part.value]));
  const date = `${parts.year}-${parts.month}-${parts.day}`;
  // Monday first, as in `weekdays`.
  const weekday = weekdays[(new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7] ?? 'monday';
  return { date, weekday, minute: Number(parts.hour) * 60 + Number(parts.minute) };
}

/** UTC ms of a minute of a date ('YYYY-MM-DD') in a zone; a minute that a change of clocks skips is the one after it. */
export function instantOf(date: string, minute: number, timeZone: string): number {
  const wanted = Date.parse(`${date}T00:00:00Z`) + minute * minuteMs;
  const shownAt = (instant: number) => {
    const local = localTime(instant, timeZone);
    return Date.parse(`${local.date}T00:00:00Z`) + local.minute * minuteMs;
  };
  // The offset is that of the moment itself: a first guess finds it, a second is right across a change of clocks too.
  const guess = wanted - (shownAt(wanted) - wanted);
  return guess + (wanted - shownAt(guess));
}

/** 'yyyy-MM-dd HH:mm:ss' of a moment (UTC ms) in a zone. */
export function localDateTime(at: number, timeZone: string): string {
  const { date, minute } = localTime(at, timeZone);
  const two = (value: number) => String(value).padStart(2, '0');
  const second = Math.floor((((at % minuteMs) + minuteMs) % minuteMs) / 1000);
  return `${date} ${two(Math.floor(minute / 60))}:${two(minute % 60)}:${two(second)}`;
}
