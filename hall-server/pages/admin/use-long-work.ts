import { useEffect, useRef, useState } from 'react';
import { type Asked, ask } from '../../../shared/browser/ask.ts';
import { newCommandId } from '../../../shared/browser/hall-connection.ts';

type Fault = Extract<Asked<never>, { ok: false }>['code'];

export type LongWorkState =
  | { readonly at: 'rest' }
  /** `share`: how much of it is done, 0 to 1; null until the hall has said. */
  | { readonly at: 'running'; readonly share: number | null }
  | { readonly at: 'failed'; readonly code: Fault };

export interface LongWork {
  readonly state: LongWorkState;
  /**
   * Begins it, and ends what was begun before. `work`: what is asked of the hall under a name, given up when the signal
   * says so; answers why it failed, or null. It never throws.
   */
  readonly begin: (work: (id: string, giveUp: AbortSignal) => Promise<Fault | null>) => void;
  readonly stop: () => void;
}

const lookEveryMs = 400;

/**
 * Something the hall does for so long that one wants to see how far it is and to stop it. `progress`: where the hall
 * says how far the work with an id is. Whoever leaves the page stops it.
 */
export function useLongWork(progress: string): LongWork {
  const [state, setState] = useState<LongWorkState>({ at: 'rest' });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  async function begin(work: Parameters<LongWork['begin']>[0]) {
    running.current?.abort();
    const own = new AbortController();
    running.current = own;
    const id = newCommandId();
    setState({ at: 'running', share: null });
    const looking = setInterval(async () => {
      const asked = await ask<{ done: number; total: number }>(`${progress}?id=${id}`);
      if (!asked.ok || own.signal.aborted) return;
      const { done, total } = asked.answer;
      setState((before) =>
        before.at === 'running' ? { at: 'running', share: total === 0 ? 1 : done / total } : before,
      );
    }, lookEveryMs);
    const fault = await work(id, own.signal);
    clearInterval(looking);
    // What has been begun since says for itself how it is.
    if (running.current === own) {
      setState(fault === null || own.signal.aborted ? { at: 'rest' } : { at: 'failed', code: fault });
    }
    // What comes after it is somebody else's.
    own.abort();
  }

  return { state, begin: (work) => void begin(work), stop: () => running.current?.abort() };
}
