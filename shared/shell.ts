import { z } from 'zod';
import { printFaults } from './printing.ts';

// What a page asks of the desktop shell around it; the call itself is `window.clearcallShell` in shared/browser/shell.ts.

/** A slip as dots. The paper is as wide as the picture, and is cut below it. */
export const ShellSlip = z.strictObject({
  /** Names this one print; asked again under the same name, the shell answers as before and prints nothing. */
  job: z.string().regex(/^[A-Za-z0-9_-]{1,80}$/),
  /** Black on white, base64 of a PNG file. */
  png: z
    .string()
    .max(400_000)
    .regex(/^[A-Za-z0-9+/]+={0,2}$/),
  widthDots: z.int().min(1).max(1200),
  heightDots: z.int().min(1).max(6000),
});
export type ShellSlip = z.infer<typeof ShellSlip>;

/** `confirmed` only when the printer itself has said so: an accepted job of the system's print queue is `unknown`. */
export const ShellPrinted = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('confirmed') }),
  z.strictObject({ state: z.literal('failed'), fault: z.enum(printFaults) }),
  z.strictObject({ state: z.literal('unknown'), fault: z.enum(printFaults) }),
]);
export type ShellPrinted = z.infer<typeof ShellPrinted>;

/** ms; later the page says that nobody knows. */
export const shellPrintsWithinMs = 20_000;
