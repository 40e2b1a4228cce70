import type { RatingMessage } from './rating-message.ts';

/**
 * What a platform said to one message. `taken`: it has it, now or since before; `refused`: it will never take this one;
 * `failed`: not now. `status`: of HTTP, null when nobody answered.
 */
export interface Said {
  readonly outcome: 'taken' | 'refused' | 'failed';
  readonly status: number | null;
}

/** One platform: how a message is written for it, and how it is sent. Never rejects, and answers within `answerWithinMs`. */
export interface Exporter {
  /** Shown to administrators: where the messages go, without a secret. */
  readonly target: string;
  readonly send: (message: RatingMessage) => Promise<Said>;
}

/** ms */
export const answerWithinMs = 15_000;
