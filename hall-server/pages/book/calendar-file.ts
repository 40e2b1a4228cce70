export interface CalendarEntry {
  readonly uid: string;
  /** UTC ms. */
  readonly now: number;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly summary: string;
  readonly place: string;
  readonly note: string;
}

/** One appointment as an iCalendar file (RFC 5545), with a reminder an hour before. */
export function calendarFile({ uid, now, startsAt, endsAt, summary, place, note }: CalendarEntry): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//ClearCall//Booking//EN',
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${stamp(now)}`,
    `DTSTART:${stamp(startsAt)}`,
    `DTEND:${stamp(endsAt)}`,
    `SUMMARY:${escaped(summary)}`,
    `LOCATION:${escaped(place)}`,
    `DESCRIPTION:${escaped(note)}`,
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    'TRIGGER:-PT60M',
    `DESCRIPTION:${escaped(summary)}`,
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

const stamp = (ms: number) => `${new Date(ms).toISOString().replaceAll(/[-:]|\.\d{3}/g, '')}`;

const escaped = (text: string) => text.replaceAll(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n');

/** A line is 75 octets at most; what follows it begins with a blank. No character is cut in two. */
function folded(line: string): string {
  const encoder = new TextEncoder();
  let folded = '';
  let length = 0;
  for (const sign of line) {
    const octets = encoder.encode(sign).length;
    if (length + octets > 75) {
      folded += '\r\n ';
      length = 1;
    }
    folded += sign;
    length += octets;
  }
  return folded;
}
