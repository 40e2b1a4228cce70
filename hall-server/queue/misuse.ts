// 防刷评: what looks like misuse is kept, flagged and left out of the score; nothing is refused or deleted for it.
import type { MisuseFlag } from '../../shared/rating.ts';
import type { RatingEvent } from './events.ts';
import { runAfter, type SeenRating } from './rating-watch.ts';
import type { HallState } from './state.ts';

export interface Manner {
  /** Touches on the question within 15 s, as the kiosk counted them. */
  readonly touches: number;
  /** Wrong codes at the kiosk before the right one. */
  readonly wrongCodes: number;
}

/** Why this rating is to be kept apart. An unlinked opinion can only be a burst. */
export function misuseOf(state: HallState, seen: SeenRating, { touches, wrongCodes }: Manner): readonly MisuseFlag[] {
  const { misuse } = state.setup.rules.rating;
  const flags: MisuseFlag[] = [];
  if (seen.visit !== null && seen.visit.afterMs < misuse.tooSoonSeconds * 1000) flags.push('tooSoon');
  if ((runAfter(state.watch, seen, misuse)?.ticketIds.length ?? 0) >= misuse.equalRun) flags.push('equalRun');
  if (touches > misuse.maxTouches) flags.push('burst');
  if (wrongCodes >= misuse.wrongCodes) flags.push('wrongCodes');
  return flags;
}

/** The earlier ratings of a run become part of it only when it is long enough: flagged then, after the fact. */
export function earlierOfRun(state: HallState, seen: SeenRating): readonly RatingEvent[] {
  const { misuse } = state.setup.rules.rating;
  const run = runAfter(state.watch, seen, misuse);
  if (run === null || run.ticketIds.length !== misuse.equalRun) return [];
  const rated = run.ticketIds.slice(0, -1);
  return rated.map((ratingOf) => ({ type: 'ratingFlagged', at: seen.at, ratingOf, flag: 'equalRun' }));
}
