import type { Command, Outcome } from '../../../shared/commands.ts';
import type { CounterTicket, CounterView } from '../../../shared/views.ts';

/** The outcome most visits have; any other is one key more. */
export const usualOutcome = 'accepted' satisfies Outcome;

/** Where a visit for several services most likely goes on: here, if this counter can; null when there is nothing further. */
export function usualNext({ further, nextHere }: CounterTicket): 'here' | 'passOn' | null {
  if (further.length === 0) return null;
  return nextHere ? 'here' : 'passOn';
}

/** What a clerk most likely does next: the page's one blue button. Null when there is nobody to call. */
export function nextStep({ counter, current, line }: CounterView): Command | null {
  if (current?.status === 'called') return { type: 'startService', ticketId: current.ticketId };
  if (current?.status === 'serving') {
    const { ticketId } = current;
    const next = usualNext(current);
    const plain = { type: 'finish', ticketId, outcome: usualOutcome, externalCaseNo: null, collectOn: null } as const;
    return next === null ? plain : { ...plain, next };
  }
  if (counter?.status === 'paused') return { type: 'resumeCounter' };
  return line.length > 0 ? { type: 'callNext' } : null;
}
