import { CalendarYear } from '../../../shared/working-days.ts';

/** '2027-01-01 off 元旦': a day as it is typed and as it stands in a file; commas, semicolons and tabs part as well as spaces. */
const line = /^(\d{4}-\d{2}-\d{2})[\s,;]+(off|work)[\s,;]+(.+)$/;

export function linesOf({ days }: CalendarYear): string {
  return days.map(({ date, kind, name }) => `${date} ${kind} ${name}`).join('\n');
}

/** The year that such lines describe; null when one of them does not fit it. Empty lines and a heading of a table are left out. */
export function yearFromLines(id: string, source: string, text: string): CalendarYear | null {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((each) => each.trim())
    .filter((each) => each !== '' && !/^date\b/i.test(each));
  const days = lines.map((each) => {
    const [, date, kind, name] = line.exec(each) ?? [];
    return { date, kind, name };
  });
  const parsed = CalendarYear.safeParse({ id, source, days });
  return parsed.success ? parsed.data : null;
}
