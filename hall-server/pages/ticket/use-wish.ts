import { useState } from 'react';
import type { Answer } from '../../../shared/browser/hall-connection.ts';

type Failure = Extract<Answer, { ok: false }>['code'];
export type Wish =
  | { readonly state: 'idle' }
  | { readonly state: 'sending' }
  | { readonly state: 'failed'; readonly code: Failure };

/** One wish at a time: a second tap while the first is under way does nothing. */
export function useWish(): [Wish, (ask: () => Promise<Answer>) => Promise<void>] {
  const [wish, setWish] = useState<Wish>({ state: 'idle' });
  const start = async (ask: () => Promise<Answer>) => {
    if (wish.state === 'sending') return;
    setWish({ state: 'sending' });
    const answer = await ask();
    setWish(answer.ok ? { state: 'idle' } : { state: 'failed', code: answer.code });
  };
  return [wish, start];
}
