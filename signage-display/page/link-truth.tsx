import { CloudOff } from 'lucide-react';
import type { Panel } from '../../shared/actors.ts';
import { clockTime } from '../../shared/browser/clock-time.ts';
import type { HallState } from '../../shared/browser/hall-connection.ts';
import { useTexts } from '../../shared/browser/language.tsx';
import { languageTags } from '../../shared/languages.ts';
import { commonTexts } from '../../shared/texts/common.ts';
import { screenTexts } from '../../shared/texts/screen.ts';
import type { HallFacts, View } from '../../shared/views.ts';
import type { TextSizes } from '../legibility.ts';
import { breaksIn, linesOf } from '../line-breaks.ts';
import { CoveringMessage } from './covering-message.tsx';
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

interface Room {
  readonly widthPx: number;
  readonly lines: number;
}

const iconEm = 1.3;

/** What is shown may be old: it says of when, in as many words as stand there at once. */
export function StaleBanner(props: { hall: HallFacts; heardAt: number; turn: number; room: Room; sizes: TextSizes }) {
  const { hall, heardAt, turn, room, sizes } = props;
  const texts = useTexts(screenTexts);
  const time = clockTime(heardAt, hall.timeZone);
  const widthPx = room.widthPx - iconEm * sizes.hanPx;
  const stale = texts.stale(time);
  const isRead = (linesOf(stale, widthPx, sizes, 'words') ?? Number.POSITIVE_INFINITY) <= room.lines;
  const words = isRead ? stale : texts.staleShort(time);
  return (
    <div className="stale" role="status">
      <CloudOff className="stale-icon" strokeWidth={2} aria-hidden="true" />
      <Pager by="items" turn={turn} isCentred>
        <span className="item">
          <Words breaks={breaksIn(words, widthPx, sizes)}>{words}</Words>
        </span>
      </Pager>
    </div>
  );
}

/** Numbers of unknown age are worse than none: a board says what to do instead, as large as it can. */
export function LostOverlay({ hall, heardAt, panel }: { hall: HallFacts; heardAt: number | null; panel: Panel }) {
  return (
    <CoveringMessage
      tone="warn"
      languages={hall.displayLanguages}
      textIn={(language) => commonTexts[language].lost}
      panel={panel}
      head={([language = 'zhHans']) => (
        <>
          <CloudOff strokeWidth={2} aria-hidden="true" />
          {heardAt !== null && (
            <span lang={languageTags[language]}>
              {screenTexts[language].staleShort(clockTime(heardAt, hall.timeZone))}
            </span>
          )}
        </>
      )}
    />
  );
}
