import { ArrowRight } from 'lucide-react';
import { useTexts } from '../../shared/browser/language.tsx';
import { commonTexts } from '../../shared/texts/common.ts';
import type { BoardLayout } from '../board-layout.ts';
import { emWidth, textWidthPx } from '../legibility.ts';
import { Words } from './sized-words.tsx';

const gapEm = 0.15;

/** Where to: beside its number under a heading, or on a line of its own, which then says what the figure is. */
export function CallTo(props: { counterLabel: string; fontPx: number; layout: BoardLayout; hasArrow?: boolean }) {
  const { counterLabel, fontPx, layout, hasArrow = false } = props;
  const { counter } = useTexts(commonTexts);
  const widthPx = layout.callsWidthPx - 2 * layout.callsMarginPx;
  const isNamed =
    layout.linesPerCall === 2 && textWidthPx(counter, layout) + (emWidth(counterLabel) + gapEm) * fontPx <= widthPx;
  return (
    <span className="to">
      {isNamed && (
        <span className="to-label">
          <Words>{counter}</Words>
        </span>
      )}
      {!isNamed && (hasArrow || layout.linesPerCall === 2) && (
        <ArrowRight className="arrow" strokeWidth={2.5} aria-hidden="true" />
      )}
      <span className="figures" data-figures="counter">
        {counterLabel}
      </span>
    </span>
  );
}
