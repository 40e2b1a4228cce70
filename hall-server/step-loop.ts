import type { BaseLogger } from 'pino';

interface StepLoop {
  /** Does what is due. @returns UTC ms at which to come again */
  readonly step: () => Promise<number>;
  /** UTC ms. */
  readonly now: () => number;
  readonly log: Pick<BaseLogger, 'error'>;
  /** What it is that could not be done, for the log. */
  readonly about: string;
}

const afterFaultMs = 60_000;

/** Work beside the hall's own: one step at a time, each saying when the next is due, until it is closed. */
export function stepLoop({ step, now, log, about }: StepLoop) {
  let closed = false;
  let timer: NodeJS.Timeout | null = null;
  let stepping: Promise<void> = Promise.resolve();
  const once = async () => {
    const nextAt = await step().catch((err: unknown) => {
      log.error({ err }, about);
      return now() + afterFaultMs;
    });
    if (!closed) timer = setTimeout(begin, Math.max(0, nextAt - now()));
  };
  const begin = () => {
    timer = null;
    stepping = once();
  };
  begin();
  return {
    /** The next step does not wait; one that is under way is not disturbed. */
    bringForward() {
      if (timer === null) return;
      clearTimeout(timer);
      begin();
    },
    async close() {
      closed = true;
      if (timer !== null) clearTimeout(timer);
      await stepping;
    },
  };
}
