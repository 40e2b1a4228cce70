// 实测时间: what the record says of a visit, beside what the officer tells. Neither is corrected by the other.
import type { Told, ToldStep } from '../../shared/diary.ts';
import type { Measured } from '../../shared/diary-views.ts';
import type { TicketStatus } from '../../shared/views.ts';

/** A state of a ticket and how long it lasted; UTC ms, `to` null while it lasts. */
export interface Leg {
  readonly status: TicketStatus;
  readonly from: number;
  readonly to: number | null;
}

/** Sums over every leg, as in the key figures: waiting, from the call to the counter, service, and from issue to end. */
export function measure(legs: readonly Leg[]): Measured {
  const sum = (status: TicketStatus) =>
    legs
      .filter((leg) => leg.status === status)
      .reduce((ms, { from, to }) => (to === null ? ms : ms + Math.max(0, to - from)), 0);
  const first = (status: TicketStatus) => legs.find((leg) => leg.status === status)?.from ?? null;
  const issuedAt = legs[0]?.from ?? 0;
  const endedAt = legs.some(({ to }) => to === null) ? null : (legs.at(-1)?.to ?? null);
  const ended = endedAt !== null;
  const calledAt = first('called');
  return {
    issuedAt,
    calledAt,
    startedAt: first('serving'),
    endedAt,
    wait: calledAt === null ? null : minutes(sum('waiting')),
    walk: first('serving') === null ? null : minutes(sum('called')),
    service: ended && first('serving') !== null ? minutes(sum('serving')) : null,
    total: endedAt === null ? null : minutes(endedAt - issuedAt),
  };
}

/** From the gate to the end in minutes, to the nearest five: what only the officer can tell, and what the record says. Null: not over yet. */
export function fromDoorToEnd(measured: Measured, told: Readonly<Record<ToldStep, Told | null>>): number | null {
  if (measured.total === null) return null;
  const sum = measured.total + (told.gate?.minutes ?? 0) + (told.find?.minutes ?? 0);
  // What was told was told roughly: a sum that looks exact would be a lie.
  return sum < 20 ? sum : Math.round(sum / 5) * 5;
}

function minutes(ms: number): number {
  return Math.round(ms / 60_000);
}
