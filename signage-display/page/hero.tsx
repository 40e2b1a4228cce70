import type { CSSProperties } from 'react';
import { useTexts } from '../../shared/browser/language.tsx';
import { screenTexts } from '../../shared/texts/screen.ts';
import type { BoardView } from '../../shared/views.ts';
import { type BoardLayout, heroEm, lineEmOf } from '../board-layout.ts';
import { largestScale } from '../line-breaks.ts';
import { CallTo } from './call-to.tsx';
import type { HeroSchedule } from './hero-schedule.ts';
import { PulseFrame } from './pulse-frame.tsx';
import { Words } from './sized-words.tsx';

/** The newest call, as large as its place allows; yellow only while somebody is being called. */
export function Hero(props: {
  schedule: HeroSchedule;
  layout: BoardLayout;
  screen: BoardView['screen'];
  isAlone: boolean;
}) {
  const { schedule, layout, screen, isAlone } = props;
  const { shown, onset, since } = schedule;
  // For the moment in which a call waits for the glass to be at rest, nothing needs to be said.
  if (shown === null)
    return isAlone ? <Watch layout={layout} screen={screen} /> : <div className="hero" data-status="none" />;
  const { linesPerCall, callsWidthPx, callsMarginPx } = layout;
  const fontSize = Math.floor(
    Math.min(
      layout.heroHeightPx / heroEm(linesPerCall),
      (callsWidthPx - 2 * callsMarginPx) / lineEmOf(shown, linesPerCall),
    ),
  );
  return (
    <div
      className="hero"
      data-status={shown.status}
      data-onset={onset}
      data-lines={linesPerCall}
      style={{ fontSize } as CSSProperties}
      role="status"
    >
      {onset !== null && <PulseFrame key={since} />}
      <span className="figures" data-figures="number">
        {shown.number}
      </span>
      <CallTo counterLabel={shown.counterLabel} fontPx={fontSize} layout={layout} hasArrow />
    </div>
  );
}

const watchLineEm = 1.2;
const largestWatch = 1.8;

/** Nobody is called: one sentence in the place of all calls, as large as it fits there. */
function Watch({ layout, screen }: { layout: BoardLayout; screen: BoardView['screen'] }) {
  const texts = useTexts(screenTexts);
  const watch = screen === 'pickUpScreen' ? texts.watchPickUp : texts.watch;
  const heightPx = layout.heroHeightPx + layout.rows * layout.rowHeightPx;
  const widthPx = layout.callsWidthPx - 2 * layout.callsMarginPx;
  const scale = largestScale([watch], { widthPx, heightPx }, layout, { lineEm: watchLineEm, most: largestWatch });
  return (
    <div className="hero" data-status="none" style={{ height: heightPx, '--scale': scale } as CSSProperties}>
      <p className="watch">
        <Words>{watch}</Words>
      </p>
    </div>
  );
}
