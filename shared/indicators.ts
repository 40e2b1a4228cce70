import { z } from 'zod';
import type { RatingLevel } from './commands.ts';

/** Version of the national list below; goes with every rating that is handed on. */
export const indicatorVersion = '2020';

/** A code of the national list (好差评评价指标). A hall adds none and removes none. */
export const IndicatorCode = z.string().regex(/^[1-5]\d{2}$/);
export type IndicatorCode = z.infer<typeof IndicatorCode>;

/** The eight indicators under each level, in their order; their words are in texts/indicators.ts. */
export const indicatorsOf = {
  5: ['510', '511', '512', '513', '514', '515', '516', '517'],
  4: ['406', '407', '408', '409', '410', '411', '412', '413'],
  3: ['307', '308', '309', '310', '311', '312', '313', '314'],
  2: ['207', '208', '209', '210', '211', '212', '213', '214'],
  1: ['108', '109', '110', '111', '112', '113', '114', '115'],
} as const satisfies Record<RatingLevel, readonly IndicatorCode[]>;

/** So many of them are basic and offered first. */
export const basicIndicators = 3;

export function isIndicatorOf(level: RatingLevel, code: IndicatorCode): boolean {
  return (indicatorsOf[level] as readonly IndicatorCode[]).includes(code);
}
