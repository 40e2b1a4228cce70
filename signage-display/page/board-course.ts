import type { PublicCall } from '../../shared/views.ts';
import { advanceHero, type HeroSchedule, heroDueAt, startHero } from './hero-schedule.ts';
import { placeRows, type Slots } from './row-slots.ts';
import { nextTurnAt, stillBeforeOnsetMs, type Turns, takeTurn } from './turns.ts';

/** All of a board that depends on what was shown before: hero, places of the rows, turns of the pages. */
export interface Course {
  readonly hero: HeroSchedule;
  readonly lastOnset: number;
  readonly slots: Slots;
  readonly turns: Turns;
}

export interface Circumstances {
  readonly calls: readonly PublicCall[];
  readonly rowsPerPage: number;
  readonly languages: number;
  /** Pages of the text that has most of them. */
  readonly pages: number;
}

const never = Number.NEGATIVE_INFINITY;

export function startCourse({ calls, rowsPerPage }: Circumstances, hallNow: number, now: number): Course {
  const hero = startHero(calls, hallNow, now);
  return {
    hero,
    lastOnset: hero.isOnset ? now : never,
    slots: placeRows([], besideHero(calls, hero), rowsPerPage),
    turns: { language: 0, page: 0, count: 0, at: now },
  };
}

/** The course after the calls have changed or time has passed. A call goes before a turn of pages. */
export function proceed(before: Course, around: Circumstances, now: number): Course {
  const hero = advanceHero(before.hero, around.calls, now, calmFrom(before.turns));
  const lastOnset = hero.isOnset ? hero.since : before.lastOnset;
  const isTurn = now >= nextTurnAt(before.turns.at, lastOnset);
  return {
    hero,
    lastOnset,
    slots: placeRows(before.slots, besideHero(around.calls, hero), around.rowsPerPage),
    turns: isTurn ? takeTurn(before.turns, around.pages, around.languages, now) : before.turns,
  };
}

export function dueAt({ hero, lastOnset, turns }: Course): number {
  return Math.min(heroDueAt(hero, calmFrom(turns)) ?? Number.POSITIVE_INFINITY, nextTurnAt(turns.at, lastOnset));
}

function calmFrom({ count, at }: Turns): number {
  return count === 0 ? never : at + stillBeforeOnsetMs;
}

function besideHero(calls: readonly PublicCall[], { shown }: HeroSchedule): readonly PublicCall[] {
  return calls.filter((call) => call.number !== shown?.number);
}
