/** Milliseconds from `now` (this machine's local time) until it is next `at` ('03:30'); never less than a minute. */
export function untilNext(at: string, now: Date): number {
  const [hours = 0, minutes = 0] = at.split(':').map(Number);
  const next = new Date(now);
  next.setHours(hours, minutes, 0, 0);
  // Just started at that very minute: the next night, not at once again.
  if (next.getTime() - now.getTime() < 60_000) next.setDate(next.getDate() + 1);
  return next.getTime() - now.getTime();
}
