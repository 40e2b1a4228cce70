import { CircleCheck, CircleX, type LucideIcon, TriangleAlert } from 'lucide-react';
import { useTexts } from '../../../shared/browser/language.tsx';
import type { Rules } from '../../../shared/setup.ts';
import { levelTexts } from '../../../shared/texts/service-level.ts';
import type { Part } from '../../../shared/views.ts';

export type Level = 'good' | 'warn' | 'bad';

/** How well a share of calls within the target is; null: nobody was called yet, so nothing can be said. */
export function levelOf({ n, of }: Part, { levelGoodPercent, levelLowPercent }: Rules['alerts']): Level | null {
  if (of === 0) return null;
  if (n * 100 >= of * levelGoodPercent) return 'good';
  return n * 100 >= of * levelLowPercent ? 'warn' : 'bad';
}

/** Rounded down: nobody is told of 100 % where somebody waited too long. */
export const percentOf = ({ n, of }: Part) => Math.floor((n * 100) / of);

export const levelIcons = { good: CircleCheck, warn: TriangleAlert, bad: CircleX } as const satisfies Record<
  Level,
  LucideIcon
>;

interface ServiceLevelProps {
  readonly part: Part;
  readonly rules: Rules['alerts'];
  /** Of the icon, in pixels. */
  readonly size?: number | string;
}

/** Called in time: the share, and in a word, an icon and a colour whether that is well. */
export function ServiceLevel({ part, rules, size = 18 }: ServiceLevelProps) {
  const texts = useTexts(levelTexts);
  const level = levelOf(part, rules);
  if (level === null) return <span className="level-none">{texts.none}</span>;
  const Icon = levelIcons[level];
  return (
    <span className={`level level-${level}`} title={texts.of(part.n, part.of)}>
      <Icon size={size} aria-hidden />
      <b>{percentOf(part)}%</b> {texts.levels[level]}
    </span>
  );
}
