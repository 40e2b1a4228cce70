import { describe, expect, test } from 'vitest';
import { blankSetup } from '../../hall-server/blank-setup.ts';
import { demoSetup } from '../../hall-server/demo/demo-hall.ts';
import { linesOf, yearFromLines } from '../../hall-server/pages/admin/calendar-lines.ts';
import { deadlineAfter, nextDue } from '../../hall-server/rating-cases/deadlines.ts';
import { addWorkingDays, CalendarYear, dateOfDay, dayNumber, weekdayIndex } from '../../shared/working-days.ts';
import { at, clock, givenIn, handler, kiosk, openCounters, phone, type Story, servedNext } from '../support/given.ts';

// The demonstration hall never closes; a deadline needs a hall that does.
const setup = { ...demoSetup, openingHours: blankSetup.openingHours };
const { calendarYears } = setup;
const workingDays = (date: string, days: number) => addWorkingDays(calendarYears, date, days);
const certain = (date: string) => ({ date, provisional: false });

describe('working days', () => {
  test('a Friday in September: the 20th, a Sunday, works; the Mid-autumn and National Day holidays do not', () => {
    expect(workingDays('2026-09-18', 1)).toEqual(certain('2026-09-20'));
    expect(workingDays('2026-09-18', 3)).toEqual(certain('2026-09-22'));
    expect(workingDays('2026-09-18', 10)).toEqual(certain('2026-10-09'));
  });

  test('the National Day week, and the Saturday that pays for it', () => {
    expect(workingDays('2026-09-30', 1)).toEqual(certain('2026-10-08'));
    expect(workingDays('2026-10-08', 2)).toEqual(certain('2026-10-10'));
    expect(workingDays('2026-10-10', 1)).toEqual(certain('2026-10-12'));
  });

  test('the Spring Festival: from the working Saturday before it to the Tuesday after it', () => {
    expect(workingDays('2026-02-13', 1)).toEqual(certain('2026-02-14'));
    expect(workingDays('2026-02-14', 1)).toEqual(certain('2026-02-24'));
  });

  test('past the announced years it is Monday to Friday, and says that it only supposes so', () => {
    expect(workingDays('2026-12-30', 1)).toEqual(certain('2026-12-31'));
    expect(workingDays('2026-12-30', 2)).toEqual({ date: '2027-01-01', provisional: true });
    expect(workingDays('2026-12-30', 3)).toEqual({ date: '2027-01-04', provisional: true });
    const announced = CalendarYear.parse({
      ...{ id: '2027', source: 'a test' },
      days: [{ date: '2027-01-01', kind: 'off', name: '元旦' }],
    });
    expect(addWorkingDays([...calendarYears, announced], '2026-12-30', 2)).toEqual(certain('2027-01-04'));
  });

  test('dates and day numbers are the same thing, over four centuries', () => {
    expect(dayNumber('1970-01-01')).toBe(0);
    expect(dayNumber('2026-09-18')).toBe(Date.UTC(2026, 8, 18) / 86_400_000);
    for (let day = dayNumber('1900-01-01'); day < dayNumber('2301-01-01'); day += 13) {
      const date = new Date(day * 86_400_000);
      expect(dateOfDay(day)).toBe(date.toISOString().slice(0, 10));
      expect(dayNumber(dateOfDay(day))).toBe(day);
      expect(weekdayIndex(day)).toBe((date.getUTCDay() + 6) % 7);
    }
  });

  test('a year refuses a day of another year, a day twice, and a day that is none', () => {
    const year = (...dates: string[]) => ({
      ...{ id: '2027', source: 'a test' },
      days: dates.map((date) => ({ date, kind: 'off', name: '假' })),
    });
    expect(CalendarYear.safeParse(year('2027-05-01', '2027-05-02')).success).toBe(true);
    for (const wrong of [year('2026-05-01'), year('2027-05-01', '2027-05-01'), year('2027-02-30')]) {
      expect(CalendarYear.safeParse(wrong).success).toBe(false);
    }
  });
});

describe('a year as it is typed or imported', () => {
  test('the seeded year comes back as it was', () => {
    for (const year of calendarYears) expect(yearFromLines(year.id, year.source, linesOf(year))).toEqual(year);
  });

  test('a table of a spreadsheet too; a line that is wrong is not left out in silence', () => {
    const csv = '\uFEFFdate,kind,name\r\n2027-01-01,off,元旦\r\n2027-01-03,work,调休\r\n';
    expect(yearFromLines('2027', '国务院', csv)?.days).toHaveLength(2);
    for (const wrong of [
      '2027-01-01 holiday 元旦',
      '1.1.2027 off 元旦',
      '2026-01-01 off 元旦',
      '2027-13-01 off 元旦',
    ]) {
      expect(yearFromLines('2027', '国务院', wrong)).toBeNull();
    }
    expect(yearFromLines('2027', '', '2027-01-01 off 元旦')).toBeNull();
  });
});

describe('the deadlines of a case', () => {
  const closing = 17 * 60;
  const ratedAt = (time: string) =>
    givenIn(
      setup,
      at(time.replace(/ .*/, ' 09:00')),
      clock.openDay(),
      openCounters(1),
      kiosk.issue('A'),
      servedNext(1),
    ).given(at(time), phone('A001').rate(1));
  const due = (story: Story, date: string, minute: number) => {
    const [one] = [...story.state.cases.values()];
    return one === undefined ? null : nextDue(story.state.setup, one, { date, minute });
  };

  // A Thursday after the National Day holiday; the Saturday that follows is worked.
  const story = ratedAt('2026-10-08 16:59');

  test('a Friday at 16:59, three and ten working days on', () => {
    const friday = { date: '2026-09-18', minute: 16 * 60 + 59 };
    expect(deadlineAfter(setup, friday, 3)).toEqual({ date: '2026-09-22', minute: closing, provisional: false });
    expect(deadlineAfter(setup, friday, 10)).toEqual({ date: '2026-10-09', minute: closing, provisional: false });
  });

  test('day 1 is the next working day, due when the hall closes; where the hall is closed itself, at 17:00', () => {
    expect(due(story, '2026-10-08', 17 * 60)).toEqual({
      what: 'verify',
      deadline: { date: '2026-10-12', minute: closing, provisional: false },
      colour: 'inTime',
    });
  });

  test('yellow from 80 % of the time, red past its end, and never closed by itself', () => {
    const from = dayNumber('2026-10-08') * 1440 + 16 * 60 + 59;
    const end = dayNumber('2026-10-12') * 1440 + closing;
    const at80 = Math.ceil(from + (end - from) * 0.8);
    const colourAt = (minute: number) => due(story, dateOfDay(Math.floor(minute / 1440)), minute % 1440)?.colour;
    expect([colourAt(at80 - 1), colourAt(at80), colourAt(end), colourAt(end + 1)]).toEqual([
      ...(['inTime', 'late', 'late', 'over'] as const),
    ]);
    const year = story.given(at('2027-10-08 09:00'), clock.openDay());
    expect([...year.state.cases.values()]).toMatchObject([{ status: 'open' }]);
    expect(due(year, '2027-10-08', 0)?.colour).toBe('over');
  });

  test('a step done, and the next one is due', () => {
    const verified = story.given(handler('wang').stepCase('A001', { kind: 'verify' }));
    expect(due(verified, '2026-10-09', 0)).toMatchObject({ what: 'rectify', deadline: { date: '2026-10-21' } });
  });

  test('over the end of the calendar a deadline is provisional, and becomes certain when the year is announced', () => {
    const winter = ratedAt('2026-12-30 10:00');
    expect(due(winter, '2026-12-30', 600)).toMatchObject({ deadline: { date: '2027-01-04', provisional: true } });
  });
});
