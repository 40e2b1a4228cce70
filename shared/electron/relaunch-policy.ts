import { z } from 'zod';

/** What has gone wrong lately and what was done about it; kept on disk, because a relaunch forgets everything else. */
export const FailureHistory = z.array(
  z.strictObject({
    /** UTC ms. */
    at: z.number(),
    answer: z.enum(['reload', 'relaunch', 'askDesk']),
  }),
);
export type FailureHistory = z.infer<typeof FailureHistory>;
export type Recovery = FailureHistory[number]['answer'];

const minute = 60_000;
/** So many reloads within `reloadsWithin` are tried before the whole shell is started anew. */
const mostReloads = 3;
const reloadsWithin = 5 * minute;
/** One relaunch within this time: if that did not help, the next will not either. */
const relaunchWithin = 15 * minute;
/** How long the page that sends people to the front desk stays before another try. */
export const restMs = 5 * minute;

/**
 * What to do when a page has died, hung or stopped painting: reload it; after three in five minutes start the shell anew;
 * if that has just been done, show people to the front desk. `now`: UTC ms.
 */
export function afterFailure(history: FailureHistory, now: number): { answer: Recovery; history: FailureHistory } {
  // What lies in the future was written under a wrong clock and says nothing.
  const recent = history.filter(({ at }) => at <= now && now - at < relaunchWithin);
  const reloads = recent.filter((one) => one.answer === 'reload' && now - one.at < reloadsWithin).length;
  const relaunched = recent.some((one) => one.answer !== 'reload');
  const answer = reloads < mostReloads ? 'reload' : relaunched ? 'askDesk' : 'relaunch';
  return { answer, history: [...recent, { at: now, answer }] };
}
