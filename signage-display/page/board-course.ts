import type { PublicCall } from '../../shared/views.ts';
import { advanceHero, type HeroSchedule, heroDueAt, startHero } from './hero-schedule.ts';
import { calledInOrder } from './onset.ts';
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
  /** False while the hall is not heard. */
  readonly isLive: boolean;
}

const never = Number.NEGATIVE_INFINITY;

export function startCourse({ calls, rowsPerPage }: Circumstances, hallNow: number, now: number): Course {
  const hero = startHero(calls, hallNow, now);
  return {
    hero,
    lastOnset: hero.onset === null ? never : now,
    slots: placeRows([], besideHero(calls, hero), rowsPerPage),
    turns: { language: 0, page: 0, count: 0, at: now },
  };
}

/** The course after the calls have changed or time has passed. A call goes before a turn of pages. */
export function proceed(before: Course, around: Circumstances, now: number): Course {
  const { calls, isLive } = around;
  const hero = advanceHero(before.hero, calls, now, { calmFrom: calmFrom(before.turns), isLive });
  const lastOnset = hero.onset === null ? before.lastOnset : hero.since;
  const isTurn = now >= nextTurnAt(before.turns.at, lastOnset);
  return {
    hero,
    lastOnset,
    slots: placeRows(before.slots, besideHero(calls, hero), around.rowsPerPage),
    turns: isTurn ? takeTurn(before.turns, around.pages, around.languages, now) : before.turns,
  };
}

export function dueAt({ hero, lastOnset, turns }: Course): number {
  return Math.min(heroDueAt(hero, calmFrom(turns)), nextTurnAt(turns.at, lastOnset));
}

function calmFrom({ count, at }: Turns): number {
  return count === 0 ? never : at + stillBeforeOnsetMs;
}

/**
 * The call that has no row of its own: the one in the hero. A re-alert borrows the hero for a moment, and the newest call
 * stands in its row meanwhile, so that the newest is always seen and no other row moves.
 */
export function withoutRow(calls: readonly PublicCall[], { shown, onset }: HeroSchedule): PublicCall | null {
  return onset === 'again' ? (calledInOrder(calls).at(-1) ?? shown) : shown;
}

/** The numbers of one page of rows, as they are drawn now. */
export function rowsShown(
  calls: readonly PublicCall[],
  { hero, slots }: Pick<Course, 'hero' | 'slots'>,
  rowsPerPage: number,
  page: number,
): Slots {
  const places = slots.slice(page * rowsPerPage, (page + 1) * rowsPerPage);
  const { shown, onset } = hero;
  if (places.length === 0) return places;
  const newest = withoutRow(calls, hero);
  if (onset !== 'again' || shown === null || newest === null || newest.number === shown.number) return places;
  const own = places.indexOf(shown.number);
  return places.with(own === -1 ? places.length - 1 : own, newest.number);
}

/**
 * What stands in the hero of a glass with no room for rows: at rest, every other called number in its turn beside the
 * newest, so that none is gone before it is answered.
 */
export function heroOfRowless(calls: readonly PublicCall[], hero: HeroSchedule, turn: number): HeroSchedule {
  const [newest, ...others] = calledInOrder(calls).toReversed();
  if (hero.onset !== null || newest === undefined || others.length === 0 || turn % 2 === 0) return hero;
  return { ...hero, shown: others[((turn - 1) / 2) % others.length] ?? newest };
}

function besideHero(calls: readonly PublicCall[], hero: HeroSchedule): readonly PublicCall[] {
  const standing = withoutRow(calls, hero);
  return calls.filter((call) => call.number !== standing?.number);
}
