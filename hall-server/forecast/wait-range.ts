import type { WaitRange } from '../../shared/views.ts';
import type { ExpectedCall } from './simulate-line.ts';

/** Spreads below and above the expected time: four of five waits are meant to fall inside. */
const below = 1.0;
const above = 1.28;

/** A range people can use: whole minutes under 10, fives from there on, never narrower than it is honest to be. */
export function waitRange({ inMs, spreadMs }: ExpectedCall): WaitRange {
  const lowMinutes = roundedDown(Math.max(0, inMs - below * spreadMs) / 60_000);
  const highMinutes = roundedUp((inMs + above * spreadMs) / 60_000);
  return { lowMinutes, highMinutes: Math.max(highMinutes, lowMinutes + (lowMinutes < 10 ? 2 : 5)) };
}

function roundedDown(minutes: number): number {
  return minutes < 10 ? Math.floor(minutes) : Math.floor(minutes / 5) * 5;
}

function roundedUp(minutes: number): number {
  return minutes <= 10 ? Math.ceil(minutes) : Math.ceil(minutes / 5) * 5;
}
