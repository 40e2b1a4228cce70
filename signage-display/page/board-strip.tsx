import { clockTime } from '../../shared/browser/clock-time.ts';
import { useSpeech, useTexts } from '../../shared/browser/language.tsx';
import { type Language, languageTags } from '../../shared/languages.ts';
import { commonTexts } from '../../shared/texts/common.ts';
import { screenTexts } from '../../shared/texts/screen.ts';
import type { BoardView, HallFacts } from '../../shared/views.ts';
import type { BoardLayout } from '../board-layout.ts';
import { useFontInUse } from './font-check.ts';
import { type Shown, StaleBanner } from './link-truth.tsx';
import { piecesOf } from './name-pieces.ts';
import { Pager } from './pager.tsx';
import { Words } from './sized-words.tsx';

const clockRoomEm = 3.4;

/** Which hall, which day, what time; or, in its place, since when the board is old. */
export function BoardStrip(props: Shown<BoardView> & { layout: BoardLayout; turn: number }) {
  const { view, link, now, heardAt, layout, turn } = props;
  const { servedMetres, hasClock } = layout;
  const { hall, zoneName } = view;
  const { say, language } = useSpeech();
  const common = useTexts(commonTexts);
  const texts = useTexts(screenTexts);
  const font = useFontInUse();
  if (link === 'stale' && heardAt !== null) {
    const whole = { widthPx: layout.footWidthPx, lines: layout.stripLines };
    return <StaleBanner {...{ hall, heardAt, turn }} room={whole} sizes={layout} />;
  }
  // Beside the clock, with a gap between them.
  const besidePx = hasClock ? layout.textPx * clockRoomEm : 0;
  const room = { widthPx: layout.footWidthPx - besidePx, lines: layout.stripLines };
  const clock = <time className="clock latin">{clockTime(now, hall.timeZone)}</time>;
  return (
    <header className="strip">
      <Pager by="items" turn={turn} isCentred>
        {piecesOf(stripName(hall, language), room, layout).map((piece) => (
          <span key={piece} className="item hall-name">
            <Words>{piece}</Words>
          </span>
        ))}
        {view.screen === 'pickUpScreen' && (
          <span className="item">
            <Words>{texts.pickUp}</Words>
          </span>
        )}
        {zoneName !== null && (
          <span className="item">
            <Words>{say(zoneName)}</Words>
          </span>
        )}
        {hall.demo && (
          <span className="item demo">
            <Words>{common.demo}</Words>
          </span>
        )}
        <span className="item soft">
          <Words>{dateOf(now, hall.timeZone, language)}</Words>
        </span>
        {!hasClock && <span className="item">{clock}</span>}
        {font.state === 'fallback' && (
          <span className="item fault">
            <Words>{texts.fontFault}</Words>
          </span>
        )}
        {servedMetres !== null && (
          <span className="item">
            <Words>{texts.served(Math.floor((servedMetres / font.scale) * 10) / 10)}</Words>
          </span>
        )}
      </Pager>
      {hasClock && clock}
    </header>
  );
}

/** Where it is said beside the name that this is a demo, the name need not say so too. */
export function stripName({ name, demo }: HallFacts, language: Language): string {
  return demo ? name[language].replace(/\s*[（(][^（(]*[)）]$/, '') : name[language];
}

/** '11月22日 星期日', 'Sun 22 Nov' */
function dateOf(at: number, timeZone: string, language: Language): string {
  const say = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(languageTags[language], { ...options, timeZone }).format(at);
  if (language === 'en') return `${say({ weekday: 'short' })} ${say({ month: 'short', day: 'numeric' })}`;
  return `${say({ month: 'long', day: 'numeric' })} ${say({ weekday: 'long' })}`;
}
