// 评价的迹象: what the hall remembers of today's ratings, so that misuse shows. Begins anew each day.
import type { RatingLevel } from '../../shared/commands.ts';
import type { CounterId, DeviceId, TicketId } from '../../shared/ids.ts';
import type { MisuseRules } from '../../shared/setup.ts';

/** Equal ratings in a row at one counter, each given at once after its visit's end; oldest first. */
export interface EqualRun {
  readonly level: RatingLevel;
  readonly ticketIds: readonly TicketId[];
}

export interface RatingWatch {
  /** Latest rating or opinion at each kiosk, UTC ms. */
  readonly lastAtKiosk: ReadonlyMap<DeviceId, number>;
  readonly runs: ReadonlyMap<CounterId, EqualRun>;
}

export const freshWatch: RatingWatch = { lastAtKiosk: new Map(), runs: new Map() };

/** What is worth remembering of one rating; an opinion has no visit. */
export interface SeenRating {
  readonly at: number;
  readonly level: RatingLevel;
  readonly deviceId: DeviceId | null;
  readonly visit: {
    readonly ticketId: TicketId;
    readonly counterId: CounterId | null;
    /** From the end of the visit to the rating. */
    readonly afterMs: number;
  } | null;
}

export function watched(watch: RatingWatch, seen: SeenRating, misuse: MisuseRules): RatingWatch {
  const { at, deviceId, visit } = seen;
  const lastAtKiosk = deviceId === null ? watch.lastAtKiosk : new Map(watch.lastAtKiosk).set(deviceId, at);
  if (visit === null || visit.counterId === null) return { ...watch, lastAtKiosk };
  const runs = new Map(watch.runs);
  const run = runAfter(watch, seen, misuse);
  if (run === null) runs.delete(visit.counterId);
  else runs.set(visit.counterId, run);
  return { lastAtKiosk, runs };
}

/** The run at the visit's counter with this rating in it; null when it was not given at once. */
export function runAfter({ runs }: RatingWatch, { level, visit }: SeenRating, misuse: MisuseRules): EqualRun | null {
  if (visit === null || visit.counterId === null || visit.afterMs > misuse.equalRunSeconds * 1000) return null;
  const before = runs.get(visit.counterId);
  const kept = before?.level === level ? before.ticketIds : [];
  return { level, ticketIds: [...kept, visit.ticketId] };
}
