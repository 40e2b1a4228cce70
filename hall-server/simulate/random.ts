/** Chance that can be had again: the same seed, the same visitors. */
export interface Random {
  /** 0 <= x < 1 */
  readonly next: () => number;
  readonly between: (low: number, high: number) => number;
  readonly chance: (share: number) => boolean;
  /** One of them, each as likely as its weight. */
  readonly weighted: <Choice>(choices: readonly (readonly [Choice, number])[]) => Choice;
  /** Time until the next of many who come independently of each other. */
  readonly exponential: (mean: number) => number;
  /** Never negative, rarely far: the mean is `mean`, two thirds lie within about `scatter` of it (a share of it). */
  readonly around: (mean: number, scatter: number) => number;
}

/** Mulberry32: small, quick, and even enough for a hall of visitors. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());

  return {
    next,
    between: (low, high) => low + (high - low) * next(),
    chance: (share) => next() < share,
    weighted(choices) {
      const total = choices.reduce((sum, [, weight]) => sum + weight, 0);
      let left = next() * total;
      for (const [choice, weight] of choices) {
        left -= weight;
        if (left < 0) return choice;
      }
      const last = choices.at(-1);
      if (last === undefined) throw new Error('nothing to choose from');
      return last[0];
    },
    exponential: (mean) => -mean * Math.log(1 - next()),
    around(mean, scatter) {
      // Log-normal, as service times are: most a little short, a few much longer.
      const width = Math.sqrt(Math.log(1 + scatter ** 2));
      return mean * Math.exp(width * normal() - width ** 2 / 2);
    },
  };
}
