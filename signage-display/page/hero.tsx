import { ArrowRight } from 'lucide-react';
import type { CSSProperties } from 'react';
import { useTexts } from '../../shared/browser/language.tsx';
import { screenTexts } from '../../shared/texts/screen.ts';
import { type BoardLayout, heroPitchEm, lineEmOf } from './board-layout.ts';
import { type HeroSchedule, onsetKey } from './hero-schedule.ts';
import { PulseFrame } from './pulse-frame.tsx';
import { Words } from './sized-words.tsx';

/** The newest call, as large as its place allows; yellow only while somebody is being called. */
export function Hero({ schedule, layout }: { schedule: HeroSchedule; layout: BoardLayout }) {
  const { shown, isOnset } = schedule;
  const texts = useTexts(screenTexts);
  if (shown === null) {
    return (
      <div className="hero" data-status="none">
        <p className="watch">
          <Words>{texts.watch}</Words>
        </p>
      </div>
    );
  }
  const { linesPerCall } = layout;
  const fontSize = Math.floor(
    Math.min(
      layout.heroHeightPx / linesPerCall / heroPitchEm,
      (layout.callsWidthPx - 2 * layout.marginPx) / lineEmOf(shown, linesPerCall),
    ),
  );
  return (
    <div
      className="hero"
      data-status={shown.status}
      data-lines={linesPerCall}
      style={{ fontSize, '--frame-of': `${fontSize}px` } as CSSProperties}
      role="status"
    >
      {isOnset && <PulseFrame key={onsetKey(shown)} />}
      <span className="figures" data-figures="number">
        {shown.number}
      </span>
      <span className="to">
        <ArrowRight className="arrow" strokeWidth={2.5} aria-hidden="true" />
        <span className="figures" data-figures="counter">
          {shown.counterLabel}
        </span>
      </span>
    </div>
  );
}
