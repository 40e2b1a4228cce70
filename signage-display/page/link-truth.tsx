import { CloudOff } from 'lucide-react';
import { clockTime } from '../../shared/browser/clock-time.ts';
import type { HallState } from '../../shared/browser/hall-connection.ts';
import { useTexts } from '../../shared/browser/language.tsx';
import { type Language, languageTags } from '../../shared/languages.ts';
import { commonTexts } from '../../shared/texts/common.ts';
import type { HallFacts, View } from '../../shared/views.ts';
import { Pager } from './pager.tsx';
import { Words } from './sized-words.tsx';

/** What every screen is drawn from. */
export interface Shown<ShownView extends View> {
  readonly view: ShownView;
  readonly link: HallState<ShownView>['link'];
  /** Hall time, UTC ms. */
  readonly now: number;
  /** Hall time at which the hall was last heard. */
  readonly heardAt: number | null;
}

/** What is shown may be old: it says of when. */
export function StaleBanner({ hall, heardAt, turn }: { hall: HallFacts; heardAt: number; turn: number }) {
  const common = useTexts(commonTexts);
  return (
    <div className="stale" role="status">
      <CloudOff className="stale-icon" strokeWidth={2} aria-hidden="true" />
      <Pager by="items" turn={turn}>
        <span className="item">
          <Words>{common.staleSince(clockTime(heardAt, hall.timeZone))}</Words>
        </span>
      </Pager>
    </div>
  );
}

/** Numbers of unknown age are worse than none. */
export function LostOverlay({ languages }: { languages: readonly Language[] }) {
  return (
    <div className="lost" role="alert">
      <CloudOff className="lost-icon" strokeWidth={2} aria-hidden="true" />
      {languages.map((language) => (
        <p key={language} lang={languageTags[language]}>
          <Words>{commonTexts[language].lost}</Words>
        </p>
      ))}
    </div>
  );
}
