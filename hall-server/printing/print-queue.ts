/** One thing after another, and no more of them waiting than a visitor would stand for. */
export interface PrintQueue {
  /** False: too many are waiting already; the job is not taken. A job must not throw. */
  readonly add: (job: () => Promise<void>) => boolean;
  readonly idle: () => boolean;
  /** Settles when the job at work has ended; those behind it are not begun. */
  readonly close: () => Promise<void>;
}

export function createPrintQueue(most: number): PrintQueue {
  const waiting: (() => Promise<void>)[] = [];
  let working: Promise<void> | null = null;
  const work = async () => {
    for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) await job();
    working = null;
  };
  return {
    add(job) {
      if (waiting.length >= most) return false;
      waiting.push(job);
      working ??= work();
      return true;
    },
    idle: () => working === null,
    close: async () => {
      waiting.length = 0;
      await working;
    },
  };
}
