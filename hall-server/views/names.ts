import type { CounterId, PriorityClassId, QueueId, ServiceId } from '../../shared/ids.ts';
import type { LocalizedText } from '../../shared/languages.ts';
import type { HallState } from '../queue/state.ts';

// Entries are switched off, never deleted, so a name is always found; the id stands in for one that is not.
const unnamed = (id: string): LocalizedText => ({ zhHans: id, zhHant: id, en: id });

export function serviceName({ setup }: HallState, id: ServiceId): LocalizedText {
  return setup.services.find((one) => one.id === id)?.name ?? unnamed(id);
}

export function queueName({ setup }: HallState, id: QueueId): LocalizedText {
  return setup.queues.find((one) => one.id === id)?.name ?? unnamed(id);
}

export function zoneName({ setup }: HallState, id: string): LocalizedText {
  return setup.zones.find((one) => one.id === id)?.name ?? unnamed(id);
}

export function zoneNameOfCounter(state: HallState, id: CounterId): LocalizedText {
  return zoneName(state, state.setup.counters.find((one) => one.id === id)?.zone ?? id);
}

export function priorityName({ setup }: HallState, id: PriorityClassId | null): LocalizedText | null {
  return setup.priorityClasses.find((one) => one.id === id)?.name ?? null;
}
