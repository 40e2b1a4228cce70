// 设置条目: a whole set-up as its entries, and which of two set-ups' entries differ.
import type { Setup, SetupEntry } from '../../shared/setup.ts';

/** The entries of a whole set-up in an order in which each finds what it refers to. */
export function entriesOf(setup: Setup): readonly SetupEntry[] {
  return [
    { kind: 'rules', value: setup.rules },
    { kind: 'openingHours', value: setup.openingHours },
    ...setup.zones.map((value) => ({ kind: 'zone' as const, value })),
    ...setup.serviceGroups.map((value) => ({ kind: 'serviceGroup' as const, value })),
    ...setup.queues.map((value) => ({ kind: 'queue' as const, value })),
    ...setup.services.map((value) => ({ kind: 'service' as const, value })),
    { kind: 'hall', value: setup.hall },
    ...setup.workProfiles.map((value) => ({ kind: 'workProfile' as const, value })),
    ...setup.counters.map((value) => ({ kind: 'counter' as const, value })),
    ...setup.priorityClasses.map((value) => ({ kind: 'priorityClass' as const, value })),
    ...setup.materials.map((value) => ({ kind: 'material' as const, value })),
    ...setup.printers.map((value) => ({ kind: 'printer' as const, value })),
    ...setup.emergencyMessages.map((value) => ({ kind: 'emergencyMessage' as const, value })),
    ...setup.localQuestions.map((value) => ({ kind: 'localQuestion' as const, value })),
    ...setup.calendarYears.map((value) => ({ kind: 'calendarYear' as const, value })),
  ];
}

/** The key of an entry: hall, rules and opening hours exist once. */
export function entryId(entry: SetupEntry): string {
  return 'id' in entry.value ? entry.value.id : 'only';
}

/** Names an entry among all entries. */
export const entryKey = (entry: SetupEntry) => `${entry.kind}/${entryId(entry)}`;

/** Whether two entries say the same, whatever the order of their fields. */
export function isSameEntry(a: SetupEntry, b: SetupEntry): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, inner]) => [name, sorted(inner)]),
  );
}
