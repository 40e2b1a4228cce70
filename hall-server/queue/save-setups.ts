// 一次换设置: many entries at once, all or none; the whole that comes of it must fit, and nothing in use is switched off.
import type { CommandOf } from '../../shared/commands.ts';
import type { Rejection } from '../../shared/rejections.ts';
import type { SetupEntry } from '../../shared/setup.ts';
import { type Context, type Decision, isRejection, reject } from './decision.ts';
import { evolveSetup } from './evolve-setup.ts';
import { doesNotFit, isNeeded, prefixGivenToday } from './save-setup.ts';
import { entriesOf, entryKey, isSameEntry } from './setup-entries.ts';
import type { HallState } from './state.ts';
import { afterEnding, settleBookings } from './stranded-bookings.ts';

export function saveSetups(state: HallState, command: CommandOf<'saveSetups'>, { now: at }: Context): Decision {
  const changes = changesOf(state, command);
  const ended = settleBookings(state, changes, command.bookings, at);
  if (isRejection(ended)) return refusalOf(state, changes) ?? ended;
  const saved = changes.map((entry) => ({ type: 'setupSaved', at, entry }) as const);
  return refusalOf(afterEnding(state, ended), changes) ?? [...saved, ...ended];
}

/** Why these changes, all of them, cannot be made; null: they can. */
export function refusalOf(state: HallState, changes: readonly SetupEntry[]): Rejection | null {
  if (changes.length === 0) return reject('nothingToChange');
  const setup = changes.reduce(evolveSetup, state.setup);
  const after = { ...state, setup };
  for (const entry of entriesOf(setup)) {
    const refused = doesNotFit(setup, entry);
    if (refused !== null) return refused;
  }
  for (const entry of changes) {
    // By the letters of this morning, and by what is in use now among what will be.
    const refused = prefixGivenToday(state, entry) ?? isNeeded(after, entry);
    if (refused !== null) return refused;
  }
  return null;
}

/** What would be saved: entries that differ from the present ones, and those left out that are switched off. */
export function changesOf(
  { setup }: Pick<HallState, 'setup'>,
  { entries, others }: Pick<CommandOf<'saveSetups'>, 'entries' | 'others'>,
): readonly SetupEntry[] {
  const present = new Map(entriesOf(setup).map((entry) => [entryKey(entry), entry]));
  // Whether a hall is a demonstration is decided where the server is started, never by a file.
  const wanted = new Map(
    entries.map((entry) => {
      const own: SetupEntry =
        entry.kind === 'hall' ? { ...entry, value: { ...entry.value, demo: setup.hall.demo } } : entry;
      return [entryKey(own), own];
    }),
  );
  const changed = [...wanted.values()].filter((entry) => {
    const before = present.get(entryKey(entry));
    return before === undefined || !isSameEntry(before, entry);
  });
  if (others === 'keep') return changed;
  const leftOut = [...present.values()].flatMap((entry) =>
    !wanted.has(entryKey(entry)) && 'active' in entry.value && entry.value.active ? [switchedOff(entry)] : [],
  );
  return [...changed, ...leftOut];
}

const switchedOff = (entry: SetupEntry) => ({ ...entry, value: { ...entry.value, active: false } }) as SetupEntry;
