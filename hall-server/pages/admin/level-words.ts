import { z } from 'zod';
import { levelOrders } from '../../../shared/setup.ts';
import type { AdminTexts } from '../../../shared/texts/admin.ts';

/** A level as it is being filled in: nothing chosen yet, a number just deleted. */
const DraftLevel = z.object({
  order: z.enum(levelOrders).catch('time'),
  queues: z
    .array(
      z.object({
        queue: z.string(),
        share: z.number().nullable().catch(null),
        firstAfterMinutes: z.number().nullable().catch(null),
      }),
    )
    .catch([]),
});
export type DraftLevel = z.infer<typeof DraftLevel>;

export function levelsFrom(value: unknown): readonly DraftLevel[] {
  return z.array(DraftLevel).catch([]).parse(value);
}

/** The whole calling order in one sentence. */
export function levelsInWords(
  levels: readonly {
    readonly order: DraftLevel['order'];
    readonly queues: readonly Readonly<DraftLevel['queues'][number]>[];
  }[],
  name: (queue: string) => string,
  texts: AdminTexts,
): string {
  const inTurn = ({ order, queues }: (typeof levels)[number]) =>
    order === 'time'
      ? queues.map(({ queue }) => name(queue)).join(' + ')
      : queues.map(({ queue, share }) => texts.inTurn(name(queue), share ?? 0)).join(' + ');
  const late = levels.flatMap(({ queues }) =>
    queues.flatMap(({ queue, firstAfterMinutes }) =>
      firstAfterMinutes === null ? [] : [texts.firstWhenLate(name(queue), firstAfterMinutes)],
    ),
  );
  return texts.previewLevels(late, levels.map(inTurn));
}
