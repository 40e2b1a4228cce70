import { z } from 'zod';
import type { QueueId } from './ids.ts';
import { WorkProfile } from './setup.ts';
import type { CallReason } from './views.ts';

/** Another rule, tried on a day that has been: what is not named stays as it is set. */
export const ReplayWish = z.strictObject({
  date: z.iso.date(),
  maxTimesPassed: z.int().min(0).max(20),
  workProfiles: z.array(WorkProfile).max(26),
});
export type ReplayWish = z.infer<typeof ReplayWish>;

export const visitClasses = ['ordinary', 'priority', 'appointment'] as const;
export type VisitClass = (typeof visitClasses)[number];

/** Waits of some visits, in minutes from the place in time to the first call; nearest rank. */
export interface ReplayFigure {
  readonly visits: number;
  readonly mean: number;
  readonly median: number;
  readonly p90: number;
  /** How often on average somebody of the same queue who came later was called before, and the most of all. */
  readonly overtaken: number;
  readonly overtakenMost: number;
}

export interface ReplayFigures {
  readonly all: ReplayFigure;
  readonly byQueue: readonly (ReplayFigure & { readonly queueId: QueueId })[];
  readonly byClass: readonly (ReplayFigure & { readonly visitClass: VisitClass })[];
  readonly reasons: Readonly<Partial<Record<CallReason, number>>>;
  /** Waited to the end of the day. */
  readonly neverCalled: number;
}

export interface Replayed {
  /** As the journal tells it. */
  readonly truly: ReplayFigures;
  /** Replayed under the rules as they are set. */
  readonly asItIs: ReplayFigures;
  /** Replayed under the other rules. */
  readonly asItWouldBe: ReplayFigures;
  /** How far a visit's replayed wait is from its true one, mean of the absolute differences in minutes. */
  readonly errorMinutes: number;
}
