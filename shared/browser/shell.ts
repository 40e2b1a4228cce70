import type { ShellPrinted, ShellSlip } from '../shell.ts';

/**
 * What only a desktop shell can do for the page in its window: `window.clearcallShell`, which a plain browser has not.
 * The page asks, the shell prints or says why not; what is on the slip and whether it is printed again is not its business.
 */
export interface ClearCallShell {
  /**
   * Prints one slip at once and without a dialogue on the printer that is attached to this machine.
   * Never rejects, never prints a job twice, and answers within `shellPrintsWithinMs`.
   */
  readonly print: (slip: ShellSlip) => Promise<ShellPrinted>;
}

declare global {
  interface Window {
    readonly clearcallShell?: ClearCallShell;
  }
}

/** The desktop shell around this page; null in a plain browser. */
export function desktopShell(): ClearCallShell | null {
  return window.clearcallShell ?? null;
}
