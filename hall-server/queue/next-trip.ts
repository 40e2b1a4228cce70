// 少跑一趟: whether the visitor has to come again, and what for; told all at once (一次性告知).
import type { NextTrip } from '../../shared/views.ts';
import type { DoneTicket, HallState } from './state.ts';

/** Null: nothing that the hall knows of. */
export function nextTripOf(
  state: HallState,
  { outcome, collectOn, missing }: Pick<DoneTicket, 'outcome' | 'collectOn' | 'missing'>,
): NextTrip | null {
  if (outcome === 'incomplete') {
    const materials = missing.flatMap((id) => state.setup.materials.filter((one) => one.id === id));
    return { for: 'material', materials: materials.map(({ name }) => name) };
  }
  if (collectOn !== null && outcome !== 'collected') return { for: 'collect', on: collectOn };
  return outcome === 'wrongService' ? { for: 'otherService' } : null;
}
