// 快办窗口: short matters only, so that nobody with one stamp to get stands behind an hour's work.
import type { CounterId, QueueId } from '../../shared/ids.ts';
import { boundCounter, type HallState, type WaitingTicket } from './state.ts';
import { queuesOfProfile } from './work-profile.ts';

/** Whether a visit is short: one service alone, and one that the hall calls quick. */
export function isQuick({ setup }: HallState, { serviceId, further }: WaitingTicket): boolean {
  return further.length === 0 && setup.services.some((one) => one.id === serviceId && one.quick);
}

/**
 * The queues of which a counter takes quick visits only; none for a counter that is not quick. Where no other open counter
 * calls a queue for everybody, the quick one does: nobody waits in vain.
 */
export function quickOnly(state: HallState, counterId: CounterId): ReadonlySet<QueueId> {
  if (!isQuickCounter(state, counterId)) return none;
  const served = new Set<QueueId>();
  for (const [other, duty] of state.counters) {
    if (duty.status !== 'open' || isQuickCounter(state, other)) continue;
    const profile = state.setup.workProfiles.find(({ id }) => id === duty.workProfileId);
    for (const queueId of profile === undefined ? [] : queuesOfProfile(profile)) served.add(queueId);
  }
  return served;
}
const none: ReadonlySet<QueueId> = new Set();

/** Which waiting tickets a counter may take at all; whoever is kept for it is always one of them. */
export function takenAt(state: HallState, counterId: CounterId): (ticket: WaitingTicket) => boolean {
  const only = quickOnly(state, counterId);
  if (only.size === 0) return () => true;
  return (ticket) => !only.has(ticket.queueId) || isQuick(state, ticket) || boundCounter(state, ticket) === counterId;
}

function isQuickCounter({ setup }: HallState, counterId: CounterId): boolean {
  return setup.counters.some(({ id, kind }) => id === counterId && kind === 'quick');
}
