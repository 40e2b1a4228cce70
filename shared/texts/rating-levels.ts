import type { RatingLevel } from '../commands.ts';
import type { Language } from '../languages.ts';

/** The five national levels in the order in which they always stand: fixed, so that no level is favoured. */
export const ratingLevels = [5, 4, 3, 2, 1] as const satisfies readonly RatingLevel[];

const zhHans = {
  5: '非常满意',
  4: '满意',
  3: '基本满意',
  2: '不满意',
  1: '非常不满意',
} satisfies Record<RatingLevel, string>;

const zhHant: typeof zhHans = {
  5: '非常滿意',
  4: '滿意',
  3: '基本滿意',
  2: '不滿意',
  1: '非常不滿意',
};

const en: typeof zhHans = {
  5: 'Very satisfied',
  4: 'Satisfied',
  3: 'Fairly satisfied',
  2: 'Dissatisfied',
  1: 'Very dissatisfied',
};

export const ratingLevelTexts: Record<Language, typeof zhHans> = { zhHans, zhHant, en };
