import type { ScreenReport } from '../../shared/protocol.ts';

type Health = Pick<ScreenReport, 'font' | 'sound'>;

/** One page is one screen: how it is stands here, written by whoever knows, and told to the hall with every painting. */
let health: Health = { font: 'unknown', sound: 'off' };

export function noteHealth(change: Partial<Health>): void {
  health = { ...health, ...change };
}

/** What a screen tells the hall of itself. */
export function screenReport(): ScreenReport {
  return { glass: { width: innerWidth, height: innerHeight, devicePixelRatio }, ...health };
}
