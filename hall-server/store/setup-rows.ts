import { z } from 'zod';
import { type Setup, SetupEntry } from '../../shared/setup.ts';
import { evolveSetup } from '../queue/evolve-setup.ts';

const Row = z.object({ kind: z.string(), id: z.string(), value: z.string() });

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

/** @throws ZodError when a row cannot be an entry */
export function setupFromRows(rows: readonly unknown[], blank: Setup): Setup {
  return rows
    .map((row) => Row.parse(row))
    .map(({ kind, value }) => SetupEntry.parse({ kind, value: JSON.parse(value) }))
    .reduce(evolveSetup, blank);
}
