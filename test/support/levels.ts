import { QueueId } from '../../shared/ids.ts';
import type { ProfileLevel } from '../../shared/setup.ts';

/** Levels of a work profile in which nobody has a share or a limit, each first come, first served. */
export function levels(...letters: readonly (readonly string[])[]): readonly ProfileLevel[] {
  return letters.map((queues) => ({
    order: 'time',
    queues: queues.map((letter) => ({ queue: QueueId.parse(letter), share: 1, firstAfterMinutes: null })),
  }));
}
