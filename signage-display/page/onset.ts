import type { PublicCall } from '../../shared/views.ts';

/** One onset: the same number called again, or put back and called later, is another. */
export function onsetKey(call: PublicCall): string {
  return `${call.number}/${call.counterLabel}/${call.callNo}/${call.calledAt}`;
}

/** The same number at the same counter, however often it was called. */
export function isSameVisit(a: PublicCall, b: PublicCall): boolean {
  return a.number === b.number && a.counterLabel === b.counterLabel;
}

/** The calls nobody has answered, first called first. */
export function calledInOrder(calls: readonly PublicCall[]): readonly PublicCall[] {
  return calls.filter((call) => call.status === 'called').sort((a, b) => a.calledAt - b.calledAt);
}
