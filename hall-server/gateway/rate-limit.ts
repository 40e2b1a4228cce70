export interface RateLimit {
  readonly allows: () => boolean;
}

/** A bucket of `burst` that fills by `perSecond`. */
export function createRateLimit({ perSecond, burst }: { perSecond: number; burst: number }): RateLimit {
  let left = burst;
  let at = performance.now();
  return {
    allows() {
      const now = performance.now();
      left = Math.min(burst, left + ((now - at) / 1000) * perSecond);
      at = now;
      if (left < 1) return false;
      left -= 1;
      return true;
    },
  };
}
