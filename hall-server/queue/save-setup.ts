// 设置: a saved entry must fit the others, and nothing is switched off while somebody still needs it.
import type { CommandOf } from '../../shared/commands.ts';
import type { QueueId } from '../../shared/ids.ts';
import type { Rejection } from '../../shared/rejections.ts';
import type { Setup, SetupEntry, WorkProfile } from '../../shared/setup.ts';
import { type Context, type Decision, isRejection, reject } from './decision.ts';
import { hasEnded } from './lifecycle.ts';
import { type HallState, queueDay } from './state.ts';
import { afterEnding, settleBookings } from './stranded-bookings.ts';
import { queuesOfProfile } from './work-profile.ts';

export function saveSetup(state: HallState, { entry, bookings }: CommandOf<'saveSetup'>, context: Context): Decision {
  const refused = doesNotFit(state.setup, entry) ?? prefixGivenToday(state, entry);
  if (refused !== null) return refused;
  const ended = settleBookings(state, [entry], bookings, context.now);
  if (isRejection(ended)) return ended;
  return isNeeded(afterEnding(state, ended), entry) ?? [{ type: 'setupSaved', at: context.now, entry }, ...ended];
}

/** Everything an entry refers to must exist and be in use; letters and labels are taken once. */
export function doesNotFit(setup: Setup, entry: SetupEntry): Rejection | null {
  if ('active' in entry.value && !entry.value.active) return null;
  switch (entry.kind) {
    case 'hall': {
      const { generalService } = entry.value;
      return generalService === null ? null : missing('service', setup.services, generalService);
    }
    case 'openingHours':
    case 'zone':
    case 'priorityClass':
    case 'emergencyMessage':
    case 'localQuestion':
    case 'calendarYear':
      return null;
    case 'rules': {
      const { deskPrinter } = entry.value.printing;
      return deskPrinter === null ? null : missing('printer', setup.printers, deskPrinter);
    }
    case 'printer': {
      const { id, name } = entry.value;
      const taken = setup.printers.some((other) => other.id !== id && other.active && other.name === name);
      return taken ? reject('setupDuplicate', { what: name }) : null;
    }
    case 'material':
      return missing('service', setup.services, entry.value.service);
    case 'serviceGroup':
      return missing('zone', setup.zones, entry.value.zone);
    case 'queue': {
      const { id, prefix } = entry.value;
      const taken = setup.queues.some((other) => other.id !== id && other.active && other.prefix === prefix);
      return taken ? reject('setupDuplicate', { what: prefix }) : missing('zone', setup.zones, entry.value.zone);
    }
    case 'service':
      return (
        missing('serviceGroup', setup.serviceGroups, entry.value.serviceGroup) ??
        missing('queue', setup.queues, entry.value.queue)
      );
    case 'workProfile':
      return profileDoesNotFit(setup, entry.value);
    case 'counter': {
      const { id, label } = entry.value;
      const taken = setup.counters.some((other) => other.id !== id && other.active && other.label === label);
      if (taken) return reject('setupDuplicate', { what: label });
      return (
        missing('zone', setup.zones, entry.value.zone) ??
        missing('workProfile', setup.workProfiles, entry.value.workProfile)
      );
    }
  }
}

/** Every queue exists, and stands in one level only: in a second one it would never be looked for. */
function profileDoesNotFit(setup: Setup, profile: WorkProfile): Rejection | null {
  const queueIds = queuesOfProfile(profile);
  for (const [index, queueId] of queueIds.entries()) {
    const unknown = missing('queue', setup.queues, queueId);
    if (unknown !== null) return unknown;
    const prefix = setup.queues.find((queue) => queue.id === queueId)?.prefix ?? queueId;
    if (queueIds.indexOf(queueId) !== index) return reject('setupDuplicate', { what: prefix });
  }
  return null;
}

/** A letter that has given numbers today stays with its queue until tomorrow: A012 must not mean two people. */
export function prefixGivenToday(state: HallState, entry: SetupEntry): Rejection | null {
  if (entry.kind !== 'queue') return null;
  const { id, prefix } = entry.value;
  const before = state.setup.queues.find((queue) => queue.id === id);
  const hasGiven = (queueId: QueueId) => queueDay(state, queueId).lastSequence > 0;
  const own = before !== undefined && before.prefix !== prefix && hasGiven(id);
  const other = state.setup.queues.some((queue) => queue.id !== id && queue.prefix === prefix && hasGiven(queue.id));
  return own || other ? reject('setupStillInUse', { id: prefix }) : null;
}

function missing(
  what: string,
  entries: readonly { readonly id: string; readonly active: boolean }[],
  id: string,
): Rejection | null {
  return entries.some((entry) => entry.id === id && entry.active) ? null : reject('setupRefersToUnknown', { what, id });
}

/** Switching off what open tickets, open counters or other entries still use. */
export function isNeeded(state: HallState, entry: SetupEntry): Rejection | null {
  if (!('active' in entry.value) || entry.value.active) return null;
  const { setup } = state;
  const { id } = entry.value;
  const open = [...state.tickets.values()].filter((ticket) => !hasEnded(ticket.status));
  const manned = [...state.counters].filter(([, duty]) => duty.status !== 'closed');
  const uses: Partial<Record<SetupEntry['kind'], () => boolean>> = {
    zone: () =>
      [...setup.serviceGroups, ...setup.queues, ...setup.counters].some((one) => one.active && one.zone === id),
    serviceGroup: () => setup.services.some((one) => one.active && one.serviceGroup === id),
    queue: () =>
      open.some((ticket) => ticket.queueId === id) ||
      setup.services.some((one) => one.active && one.queue === id) ||
      setup.workProfiles.some((one) => one.active && queuesOfProfile(one).some((queueId) => queueId === id)),
    service: () =>
      setup.hall.generalService === id ||
      setup.materials.some((one) => one.active && one.service === id) ||
      open.some((ticket) => [ticket, ...ticket.further].some((one) => one.serviceId === id)) ||
      [...state.appointments.values()].some((one) => one.status === 'open' && one.serviceId === id),
    workProfile: () =>
      setup.counters.some((one) => one.active && one.workProfile === id) ||
      manned.some(([, duty]) => duty.workProfileId === id),
    counter: () => manned.some(([counterId]) => counterId === id) || open.some((ticket) => ticket.reservedFor === id),
    priorityClass: () => open.some((ticket) => ticket.priorityClassId === id),
    printer: () => setup.rules.printing.deskPrinter === id,
    emergencyMessage: () => state.emergency?.messageId === id,
  };
  return uses[entry.kind]?.() ? reject('setupStillInUse', { id }) : null;
}
