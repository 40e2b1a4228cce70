import type { SetupPreview } from '../../shared/http.ts';
import type { SetupEntry } from '../../shared/setup.ts';
import { isRejection } from '../queue/decision.ts';
import { changesOf, refusalOf } from '../queue/save-setups.ts';
import { entriesOf, entryKey } from '../queue/setup-entries.ts';
import type { HallState } from '../queue/state.ts';
import { afterEnding, settleBookings, strandedBy } from '../queue/stranded-bookings.ts';
import { serviceName } from './names.ts';

/** What saving these entries would change, and why it would be refused; by the law itself. */
export function setupPreview(
  state: HallState,
  wish: { readonly entries: readonly SetupEntry[]; readonly others: 'keep' | 'switchOff' },
  now: number,
): SetupPreview {
  const changes = changesOf(state, wish);
  const present = new Map(entriesOf(state.setup).map((entry) => [entryKey(entry), entry]));
  // As if the bookings in the way had been cancelled: what becomes of them is asked apart.
  const ended = settleBookings(state, changes, 'cancel', now);
  const refused = refusalOf(isRejection(ended) ? state : afterEnding(state, ended), changes);
  return {
    changes: changes.map((after) => ({ before: present.get(entryKey(after)) ?? null, after })),
    bookings: strandedBy(state, changes, now).map(({ serviceId, date, slot, reference }) => {
      return { serviceName: serviceName(state, serviceId), date, slot, reference };
    }),
    refused: refused === null ? null : { code: refused.rejected, facts: refused.facts ?? {} },
  };
}

/** The whole set-up as it is written into a file. */
export const setupEntries = (state: HallState): readonly SetupEntry[] => entriesOf(state.setup);
