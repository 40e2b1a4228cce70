export interface RateLimit {
  /** Takes one, if there is one. */
  readonly allows: () => boolean;
  /** Whether there is one, without taking it. */
  readonly has: () => boolean;
}

/** A bucket of `burst` that fills by `perSecond`. */
export function createRateLimit({ perSecond, burst }: { perSecond: number; burst: number }): RateLimit {
  let left = burst;
  let at = performance.now();
  const has = () => {
    const now = performance.now();
    left = Math.min(burst, left + ((now - at) / 1000) * perSecond);
    at = now;
    return left >= 1;
  };
  return {
    has,
    allows() {
      if (!has()) return false;
      left -= 1;
      return true;
    },
  };
}
