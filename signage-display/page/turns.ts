import { heroHoldMs } from './hero-schedule.ts';

/** What does not fit at its size takes turns, slowly, and never beside a new call. */
const holdMs = 10_000;
const calmAfterOnsetMs = heroHoldMs + 1_000;
const patienceMs = 20_000;

/** A call must find the glass at rest for this long, or it is seen as just another change. */
export const stillBeforeOnsetMs = 500;

export interface Turns {
  /** Which of the hall's languages speaks now, and the page within it. */
  readonly language: number;
  readonly page: number;
  /** All turns so far, for what is in no language. */
  readonly count: number;
  readonly at: number;
}

/** Ten seconds, then not until six after a call; but calls without a pause may not hold the turn for ever. */
export function nextTurnAt(lastTurn: number, lastOnset: number): number {
  return Math.min(Math.max(lastTurn + holdMs, lastOnset + calmAfterOnsetMs), lastTurn + patienceMs);
}

/** After the last page of a language the next one begins at its first. */
export function takeTurn(before: Turns, pages: number, languages: number, now: number): Turns {
  const isLast = before.page + 1 >= pages;
  return {
    language: isLast ? (before.language + 1) % languages : before.language,
    page: isLast ? 0 : before.page + 1,
    count: before.count + 1,
    at: now,
  };
}
