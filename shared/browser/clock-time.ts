/** '10:42' on the hall's clock, wherever the reader's own device believes to be. */
export function clockTime(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone }).format(at);
}

/** '2026-03-10', the same. */
export function localDate(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone }).format(at);
}

/** '03-10 10:42', the same. */
export function dateAndTime(at: number, timeZone: string): string {
  return `${localDate(at, timeZone).slice(5)} ${clockTime(at, timeZone)}`;
}
