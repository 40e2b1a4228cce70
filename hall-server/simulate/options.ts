import { parseArgs } from 'node:util';
import { z } from 'zod';

export const usage = `Usage: npm run simulate -- [--visitors 100] [--speed 20] [--address http://127.0.0.1:8080] [--seed 1]
  --visitors  how many visitors come (1 to 5000)
  --speed     how many minutes of the hall pass in one of ours (1 to 600); 60: a minute in a second
  --address   a running demo hall; PORT in the environment changes only the port
  --seed      the same seed sends the same visitors again`;

const inRange = (name: string, low: number, high: number) =>
  z.coerce.number({ error: `--${name} must be a number` }).refine((value) => value >= low && value <= high, {
    error: `--${name} must be from ${low} to ${high}`,
  });
const wholeInRange = (name: string, low: number, high: number) =>
  inRange(name, low, high).refine(Number.isInteger, { error: `--${name} must be a whole number` });

const Options = z.object({
  visitors: wholeInRange('visitors', 1, 5_000),
  speed: inRange('speed', 1, 600),
  address: z
    .url({ protocol: /^https?$/, error: '--address must begin with http:// or https://' })
    .transform((address) => new URL(address).origin),
  seed: wholeInRange('seed', 0, 2 ** 32 - 1),
});
export type Options = z.infer<typeof Options>;

/** What was typed after `simulate` cannot be understood; the message says what. */
export class OptionsRefused extends Error {
  override name = 'OptionsRefused';
}

/** `anySeed` is used when none is given. Null: help was asked for. @throws OptionsRefused */
export function readOptions(
  args: readonly string[],
  environment: { readonly PORT?: string },
  anySeed: number,
): Options | null {
  const typed = parse(args);
  if (typed.help === true) return null;
  const options = Options.safeParse({
    visitors: typed.visitors ?? 100,
    speed: typed.speed ?? 20,
    address: typed.address ?? `http://127.0.0.1:${environment.PORT ?? 8080}`,
    seed: typed.seed ?? anySeed,
  });
  if (options.success) return options.data;
  throw new OptionsRefused([...new Set(options.error.issues.map((issue) => issue.message))].join('; '));
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...args],
      options: { visitors: text, speed: text, address: text, seed: text, help: { type: 'boolean', short: 'h' } },
    }).values;
  } catch (error) {
    throw new OptionsRefused(error instanceof Error ? error.message : String(error));
  }
}
