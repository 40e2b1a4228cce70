import type { SetupPreview } from '../../shared/http.ts';
import type { SetupEntry } from '../../shared/setup.ts';
import { changesOf, refusalOf } from '../queue/save-setups.ts';
import { entriesOf, entryKey } from '../queue/setup-entries.ts';
import type { HallState } from '../queue/state.ts';

/** What saving these entries would change, and why it would be refused; by the law itself. */
export function setupPreview(
  state: HallState,
  wish: { readonly entries: readonly SetupEntry[]; readonly others: 'keep' | 'switchOff' },
): SetupPreview {
  const changes = changesOf(state, wish);
  const present = new Map(entriesOf(state.setup).map((entry) => [entryKey(entry), entry]));
  const refused = refusalOf(state, changes);
  return {
    changes: changes.map((after) => ({ before: present.get(entryKey(after)) ?? null, after })),
    refused: refused === null ? null : { code: refused.rejected, facts: refused.facts ?? {} },
  };
}

/** The whole set-up as it is written into a file. */
export const setupEntries = (state: HallState): readonly SetupEntry[] => entriesOf(state.setup);
