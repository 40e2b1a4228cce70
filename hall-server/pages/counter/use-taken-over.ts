import { useState } from 'react';
import type { CounterState, CounterView } from '../../../shared/views.ts';

interface Seen {
  readonly mine: CounterState | null;
  readonly takenOver: string | null;
}

/**
 * The label of the counter that this page has just seen pass to a colleague, until another is opened. Whoever closes a
 * counter, or has it closed, leaves it closed; from whom it was taken finds it in use.
 */
export function useTakenOver(view: CounterView | null): string | null {
  const [seen, setSeen] = useState<Seen>({ mine: null, takenOver: null });
  if (view !== null && view.counter?.counterId !== seen.mine?.counterId) {
    const left = view.counter === null ? seen.mine : null;
    const found = view.counters.find(({ counterId }) => counterId === left?.counterId);
    const takenOver = found !== undefined && found.status !== 'closed' ? found.label : null;
    setSeen({ mine: view.counter, takenOver });
  }
  return seen.takenOver;
}
