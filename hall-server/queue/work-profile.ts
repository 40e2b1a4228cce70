// 叫号方案: what a work profile says about queues, asked in more than one place.
import type { QueueId } from '../../shared/ids.ts';
import type { ProfileLevel, WorkProfile } from '../../shared/setup.ts';

/** The queues of a level, in the order in which the administrator arranged them. */
export function queuesOfLevel({ queues }: ProfileLevel): readonly QueueId[] {
  return queues.map((one) => one.queue);
}

/** Every queue of a profile, first level first. */
export function queuesOfProfile({ levels }: Pick<WorkProfile, 'levels'>): readonly QueueId[] {
  return levels.flatMap(queuesOfLevel);
}
