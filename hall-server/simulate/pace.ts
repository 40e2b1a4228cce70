/** The simulated hall's time, and waiting for something to happen in it. Minutes are the hall's. */
export interface Pace {
  /** Since the doors opened. */
  readonly now: () => number;
  /** Something has happened: everybody who waits looks again. */
  readonly tell: () => void;
  /** What was looked for, as soon as it is there; null when it is not there in time, or everything is being stopped. */
  readonly until: <Found>(look: () => Found | null, withinMinutes?: number) => Promise<Found | null>;
  readonly sleep: (minutes: number) => Promise<void>;
  readonly speed: number;
  /** From now on nobody waits for anything. */
  readonly stop: () => void;
  readonly stopped: () => boolean;
}

export function createPace(speed: number): Pace {
  const startedAt = performance.now();
  const watchers = new Set<() => void>();
  let stopped = false;
  const tell = () => {
    for (const watcher of [...watchers]) watcher();
  };
  const until = <Found>(look: () => Found | null, withinMinutes = Infinity) =>
    new Promise<Found | null>((settle) => {
      let timer: NodeJS.Timeout | undefined;
      const end = (found: Found | null) => {
        watchers.delete(watcher);
        clearTimeout(timer);
        settle(found);
      };
      const watcher = () => {
        const found = look();
        if (found !== null || stopped) end(found);
      };
      watchers.add(watcher);
      if (withinMinutes !== Infinity) timer = setTimeout(() => end(look()), (withinMinutes * 60_000) / speed);
      watcher();
    });
  return {
    now: () => ((performance.now() - startedAt) / 60_000) * speed,
    tell,
    until,
    sleep: async (minutes) => {
      await until(() => null, minutes);
    },
    speed,
    stop: () => {
      stopped = true;
      tell();
    },
    stopped: () => stopped,
  };
}
