/** How far the simulation has come. */
export interface Progress {
  readonly visitors: number;
  readonly came: number;
  // now in the hall, whoever sent them
  readonly waiting: number;
  readonly called: number;
  readonly serving: number;
  // the simulation's own
  readonly served: number;
  readonly missed: number;
  readonly cancelled: number;
  readonly turnedAway: number;
  readonly rated: number;
  readonly speed: number;
  /** Minutes of the hall since the doors opened, and about how many more. */
  readonly minutes: number;
  readonly minutesLeft: number;
}

/** The state of it in a line that fits a terminal. */
export function progressLine(progress: Progress): string {
  const { visitors, came, waiting, called, served, missed, rated, speed } = progress;
  const counts = { came: `${came}/${visitors}`, waiting, called, served, missed, rated };
  const words = Object.entries(counts).map(([what, count]) => `${what} ${count}`);
  return `${clock(progress.minutes)} at ${speed}x, ${timeLeft(progress)}: ${words.join('  ')}`;
}

/** What became of everybody. */
export function summary({ came, served, missed, cancelled, turnedAway, rated, minutes, speed }: Progress): string {
  const ends = { served, missed, cancelled, 'turned away': turnedAway, rated };
  const words = Object.entries(ends).map(([what, count]) => `${count} ${what}`);
  return `${came} visitors came: ${words.join(', ')}. ${clock(minutes)} hours in the hall at ${speed}x.`;
}

/** Minutes of the hall until all will have gone: those still to come, or the work that is left, whichever is longer. */
export function minutesLeft(rest: {
  readonly now: number;
  readonly lastArrivesAt: number;
  readonly open: number;
  readonly counters: number;
  readonly minutesPerVisit: number;
}): number {
  if (rest.open === 0) return 0;
  const coming = Math.max(0, rest.lastArrivesAt - rest.now);
  const work = (rest.open * rest.minutesPerVisit) / Math.max(1, rest.counters);
  return Math.max(coming, work) + rest.minutesPerVisit;
}

function timeLeft({ minutesLeft: left, speed }: Progress): string {
  const seconds = Math.ceil((left / speed) * 60);
  return seconds < 90 ? `${seconds} s left` : `${Math.round(seconds / 60)} min left`;
}

/** 75 -> '1:15' */
function clock(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(Math.floor(minutes % 60)).padStart(2, '0')}`;
}
