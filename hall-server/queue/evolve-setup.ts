// 设置如何改变: one saved entry replaces the one of the same id, or is added at the end.
import type { Setup, SetupEntry } from '../../shared/setup.ts';

export function evolveSetup(setup: Setup, entry: SetupEntry): Setup {
  switch (entry.kind) {
    case 'hall':
      return { ...setup, hall: entry.value };
    case 'rules':
      return { ...setup, rules: entry.value };
    case 'openingHours':
      return { ...setup, openingHours: entry.value };
    case 'zone':
      return { ...setup, zones: replaced(setup.zones, entry.value) };
    case 'serviceGroup':
      return { ...setup, serviceGroups: replaced(setup.serviceGroups, entry.value) };
    case 'queue':
      return { ...setup, queues: replaced(setup.queues, entry.value) };
    case 'service':
      return { ...setup, services: replaced(setup.services, entry.value) };
    case 'workProfile':
      return { ...setup, workProfiles: replaced(setup.workProfiles, entry.value) };
    case 'counter':
      return { ...setup, counters: replaced(setup.counters, entry.value) };
    case 'priorityClass':
      return { ...setup, priorityClasses: replaced(setup.priorityClasses, entry.value) };
    case 'material':
      return { ...setup, materials: replaced(setup.materials, entry.value) };
    case 'printer':
      return { ...setup, printers: replaced(setup.printers, entry.value) };
    case 'emergencyMessage':
      return { ...setup, emergencyMessages: replaced(setup.emergencyMessages, entry.value) };
    case 'localQuestion':
      return { ...setup, localQuestions: replaced(setup.localQuestions, entry.value) };
    case 'calendarYear':
      return { ...setup, calendarYears: replaced(setup.calendarYears, entry.value) };
  }
}

function replaced<Entry extends { readonly id: string }>(entries: readonly Entry[], saved: Entry): readonly Entry[] {
  const known = entries.some((entry) => entry.id === saved.id);
  return known ? entries.map((entry) => (entry.id === saved.id ? saved : entry)) : [...entries, saved];
}
