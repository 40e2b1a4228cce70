import type { Command, Outcome } from '../../../shared/commands.ts';
import type { CounterView } from '../../../shared/views.ts';

/** The outcome most visits have; any other is one key more. */
export const usualOutcome = 'accepted' satisfies Outcome;

/** What a clerk most likely does next: the page's one blue button. Null when there is nobody to call. */
export function nextStep({ counter, current, line }: CounterView): Command | null {
  if (current?.status === 'called') return { type: 'startService', ticketId: current.ticketId };
  if (current?.status === 'serving') {
    const { ticketId } = current;
    return { type: 'finish', ticketId, outcome: usualOutcome, externalCaseNo: null, collectOn: null };
  }
  if (counter?.status === 'paused') return { type: 'resumeCounter' };
  return line.length > 0 ? { type: 'callNext' } : null;
}
