import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { DevicePage } from './window-plan.ts';

/** What one box knows about itself, in `settings.json` in its user-data folder. */
export const ShellSettings = z.strictObject({
  /** Origin of the hall's server; null before the first start's question is answered. */
  hall: z
    .string()
    .refine((text) => /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text, {
      error: 'the origin of a hall: https://hall.example',
    })
    .nullable()
    .default(null),
  /** PEM of the only certificate (authority or server) that is trusted; null: the machine's own list decides. */
  certificate: z.string().nullable().default(null),
  /** One page for each monitor, from left to right; null: the product's usual ones. */
  pages: z.array(DevicePage).min(1).max(8).nullable().default(null),
  /** When the shell starts itself anew, local time; null: never. */
  restartAt: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .nullable()
    .default('03:30'),
  /** Name of the system's printer for slips; null: its usual one. */
  printer: z.string().min(1).nullable().default(null),
  /** Whether the shell starts with the session. */
  autostart: z.boolean().default(true),
});
export type ShellSettings = z.infer<typeof ShellSettings>;

/** A missing file is what `schema` makes of nothing; a broken one is put aside and said, so that the box still starts. */
export function readJson<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  empty: z.input<Schema>,
): { value: z.output<Schema>; broken: string | null } {
  try {
    return { value: schema.parse(JSON.parse(readFileSync(path, 'utf8'))), broken: null };
  } catch (error) {
    const value = schema.parse(empty);
    if (isMissing(error)) return { value, broken: null };
    // The disk may refuse even this; the reason of the first failure is the one that helps.
    try {
      renameSync(path, `${path}.broken`);
    } catch {}
    return { value, broken: error instanceof Error ? error.message : String(error) };
  }
}

/** Whole or not at all: a power cut leaves the old file or the new one. @throws what the disk says */
export function writeJson(path: string, value: unknown): void {
  mkdirSync(dirname(path), { recursive: true });
  const next = `${path}.next`;
  writeFileSync(next, `${JSON.stringify(value, null, 2)}\n`, { flush: true });
  renameSync(next, path);
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
