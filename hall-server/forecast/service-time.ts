/** How many visits the usual time set in the service counts for against the visits of today. */
const usualCountsFor = 5;

/**
 * Expected service time: the service's usual time, drawn towards what today's visits really took.
 * @param usualMs the time set for the service
 * @param recentMs service times of the queue's latest visits
 */
export function expectedServiceMs(usualMs: number, recentMs: readonly number[]): number {
  const total = recentMs.reduce((sum, ms) => sum + ms, usualMs * usualCountsFor);
  return total / (recentMs.length + usualCountsFor);
}

/** Expected rest of a service that has lasted so long: never nothing, for who overruns goes on overrunning. */
export function expectedRestMs(serviceMs: number, elapsedMs: number): number {
  return Math.max(serviceMs - elapsedMs, serviceMs / 4);
}
