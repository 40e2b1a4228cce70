import { z } from 'zod';
import { type Setup, SetupEntry } from '../../shared/setup.ts';
import { evolveSetup } from '../queue/evolve-setup.ts';

const Row = z.object({ kind: z.string(), id: z.string(), value: z.string() });

/** @throws ZodError when a row cannot be an entry */
export function setupFromRows(rows: readonly unknown[], blank: Setup): Setup {
  return rows
    .map((row) => Row.parse(row))
    .map(({ kind, value }) => SetupEntry.parse({ kind, value: JSON.parse(value) }))
    .reduce(evolveSetup, blank);
}
