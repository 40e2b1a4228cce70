import { z } from 'zod';
import { ServiceId } from './ids.ts';
import type { RefusalCode } from './rejections.ts';
import { ClockTime } from './setup.ts';

/** Whether it looks like somebody's identity or mobile number: the hall keeps neither. */
const isPersonal = (text: string) => /^\d{17}[\dXx]$/.test(text) || /^(86)?1[3-9]\d{9}$/.test(text);

/** What another system calls a booking: a number of its own, never a name, an identity number or a telephone. */
export const ImportReference = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/)
  .refine((text) => !isPersonal(text), { error: 'looks like a person’s number' });

/** A booking that another system has promised. */
export const ImportRow = z.strictObject({
  serviceId: ServiceId,
  date: z.iso.date(),
  slot: ClockTime,
  reference: ImportReference.nullable(),
});
export type ImportRow = z.infer<typeof ImportRow>;

/** Rows of a file, and how many of them are written at a time: nobody waits for his call meanwhile. */
export const mostImported = 3_000;
export const importedAtOnce = 100;

/** What becomes, or would become, of a row: booked, known by its reference already, or refused. */
export type ImportVerdict =
  | { readonly is: 'new' | 'known' }
  | { readonly is: 'refused'; readonly code: RefusalCode; readonly facts: Readonly<Record<string, string | number>> };

/** The same with its code, once it is in the hall. */
export type ImportResult =
  | { readonly is: 'new' | 'known'; readonly code: string }
  | Extract<ImportVerdict, { readonly is: 'refused' }>;
