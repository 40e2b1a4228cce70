import type { HallState } from '../../../shared/browser/hall-connection.ts';
import type { Refused } from '../../../shared/browser/staff/use-commands.ts';
import type { Command } from '../../../shared/commands.ts';
import type { Me } from '../../../shared/http.ts';
import type { NameOf } from './use-colleagues.ts';

/** What both faces of the page (choosing a counter, working at it) are drawn from, besides the view. */
export interface Shown {
  readonly me: Me;
  readonly link: HallState<never>['link'];
  readonly heardAt: number | null;
  readonly refused: Refused | null;
  readonly slow: boolean;
  readonly dismiss: () => void;
  readonly onCommand: (command: Command) => void;
  readonly signOut: () => void;
  /** Null while it is not known. */
  readonly nameOf: NameOf;
}

/** Whole minutes from one UTC ms to another; never negative, whatever the clocks say. */
export function minutesBetween(from: number, to: number): number {
  return Math.max(0, Math.floor((to - from) / 60_000));
}

export function secondsBetween(from: number, to: number): number {
  return Math.max(0, Math.ceil((to - from) / 1_000));
}
