import { useState } from 'react';
import type { PublicCall } from '../../shared/views.ts';
import { heroHoldMs, onsetKey } from './hero-schedule.ts';

/** False for a call that was old already when this sign was switched on: it is shown, but it is no news. */
export function useIsNewCall(call: PublicCall | null, hallNow: number): boolean {
  const [old] = useState(() => (call !== null && hallNow - call.calledAt >= heroHoldMs ? onsetKey(call) : null));
  return call !== null && call.status === 'called' && onsetKey(call) !== old;
}
