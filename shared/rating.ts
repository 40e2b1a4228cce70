import { z } from 'zod';
import { IndicatorCode } from './indicators.ts';

/** Why a rating is kept apart from the score, though never deleted; the rules are published in docs/rules.md. */
export const misuseFlags = ['tooSoon', 'equalRun', 'burst', 'wrongCodes'] as const;
export type MisuseFlag = (typeof misuseFlags)[number];

/** The doors through which a rating comes. */
export const ratingChannels = ['ratingKiosk', 'slipQr'] as const;
export type RatingChannel = (typeof ratingChannels)[number];

/** How many details a rating can have: what was added at once, and one later addition (追评) kept beside it. */
export const mostDetails = 2;

const longestText = 150;
const localId = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[A-Za-z0-9][A-Za-z0-9_-]*$/);
export const LocalQuestionId = localId.brand<'LocalQuestionId'>();
export type LocalQuestionId = z.infer<typeof LocalQuestionId>;

/** Typed by a person: counted in code points, line breaks allowed, other control characters not. */
export function typedText(longest: number) {
  return z
    .string()
    .max(longest * 2)
    .trim()
    .refine((text) => text !== '' && [...text].length <= longest && !/[^\P{Cc}\n]/u.test(text));
}

export const LocalAnswer = z.strictObject({ question: LocalQuestionId, answer: localId });
export type LocalAnswer = z.infer<typeof LocalAnswer>;

/** What may be said after the tap, all of it optional. */
export const RatingDetail = {
  indicators: z.array(IndicatorCode).max(8).readonly(),
  answers: z.array(LocalAnswer).max(10).readonly(),
  /** The visitor's own words; personal data, so they never enter the journal. */
  text: typedText(longestText).nullable(),
};
export const longestRatingText = longestText;

/** Touches on the question's glass in the last 15 s, as the kiosk counted them; a phone does not count. */
export const Touches = z.int().min(0).max(999);
