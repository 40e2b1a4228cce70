import type { PublicCall } from '../../shared/views.ts';

/** A place in the list under the hero: the number that stands in it. */
export type Slots = readonly (string | null)[];

/**
 * Where each number stands in the list. Whoever has found a number finds it again in the same place: rows never
 * re-sort, a new call takes a free place. Those being served fill places nobody needs; they never open a page.
 */
export function placeRows(before: Slots, calls: readonly PublicCall[], rowsPerPage: number): Slots {
  if (rowsPerPage === 0) return [];
  const called = calls.filter((call) => call.status === 'called').map((call) => call.number);
  const serving = calls.filter((call) => call.status === 'serving').map((call) => call.number);
  const pages = Math.max(1, Math.ceil(called.length / rowsPerPage));
  const size = pages * rowsPerPage;

  const slots = Array.from({ length: size }, (_, i) => keep(before[i], calls));
  for (const number of called) {
    if (slots.includes(number)) continue;
    slots[freePlace(slots, serving)] = number;
  }
  for (const number of serving) {
    const place = slots.indexOf(null);
    if (place === -1 || place >= rowsPerPage) break;
    if (!slots.includes(number)) slots[place] = number;
  }
  return slots;
}

function keep(number: string | null | undefined, calls: readonly PublicCall[]): string | null {
  return calls.some((call) => call.number === number) ? (number ?? null) : null;
}

/** An empty place, or else that of the one served for longest. There is one, since pages are as many as calls need. */
function freePlace(slots: Slots, serving: readonly string[]): number {
  const empty = slots.indexOf(null);
  if (empty !== -1) return empty;
  const yielding = serving.findLast((number) => slots.includes(number));
  return slots.indexOf(yielding ?? null);
}
