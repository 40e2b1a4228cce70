import type { WorkProfileId } from '../../shared/ids.ts';
import type { Service, Setup } from '../../shared/setup.ts';

/** How many visitors come, and for what. */
export interface Demand {
  readonly visitorsPerMinute: number;
  /** Each service with its share of the visitors. */
  readonly services: readonly (readonly [Service, number])[];
}

/** A little more comes than can be served at once, so that people wait, but nobody for ever. */
const load = 0.95;
/** Calling, walking up, sitting down: the counter is taken for so long besides the service itself. */
const betweenVisitsMinutes = 1;
/** Of a counter's time, what it has left for the queues after its first. */
const helpingShare = 0.15;

/**
 * Visitors such as these counters can serve: a queue is sent as many as the time of its counters allows, and quick
 * services are asked for more often than long ones.
 * @param profiles the work profile of each counter that is open
 */
export function demandOn(
  { services, workProfiles }: Pick<Setup, 'services' | 'workProfiles'>,
  profiles: readonly WorkProfileId[],
): Demand {
  const counters = new Map<string, number>();
  for (const id of profiles) {
    const levels = workProfiles.find((profile) => profile.id === id)?.levels ?? [];
    for (const [depth, { queues }] of levels.entries()) {
      const share = levels.length === 1 ? 1 : depth === 0 ? 1 - helpingShare : helpingShare / (levels.length - 1);
      for (const { queue } of queues) counters.set(queue, (counters.get(queue) ?? 0) + share / queues.length);
    }
  }
  const offered = services.filter((service) => service.active && counters.has(service.queue));
  const perMinute = offered.map((service) => {
    const fellows = offered.filter((other) => other.queue === service.queue).length;
    const share = (counters.get(service.queue) ?? 0) / fellows;
    return [service, (load * share) / (service.typicalMinutes + betweenVisitsMinutes)] as const;
  });
  return { visitorsPerMinute: perMinute.reduce((sum, [, rate]) => sum + rate, 0), services: perMinute };
}

/** Minutes a visitor keeps a counter, on average. */
export function minutesPerVisit({ services }: Demand): number {
  const visitors = services.reduce((sum, [, rate]) => sum + rate, 0);
  const minutes = services.reduce((sum, [service, rate]) => sum + rate * service.typicalMinutes, 0);
  return visitors === 0 ? 0 : minutes / visitors + betweenVisitsMinutes;
}
