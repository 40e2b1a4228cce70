import { clockTime } from '../../shared/browser/clock-time.ts';
import { useSpeech, useTexts } from '../../shared/browser/language.tsx';
import { type Language, languageTags } from '../../shared/languages.ts';
import { commonTexts } from '../../shared/texts/common.ts';
import { screenTexts } from '../../shared/texts/screen.ts';
import type { BoardView } from '../../shared/views.ts';
import { type Shown, StaleBanner } from './link-truth.tsx';
import { Pager } from './pager.tsx';
import { Words } from './sized-words.tsx';

/** Which hall, which day, what time; or, in its place, since when the board is old. */
export function BoardStrip(props: Shown<BoardView> & { servedMetres: number | null; turn: number }) {
  const { view, link, now, heardAt, servedMetres, turn } = props;
  const { hall, zoneName } = view;
  const { say, language } = useSpeech();
  const common = useTexts(commonTexts);
  const texts = useTexts(screenTexts);
  if (link === 'stale' && heardAt !== null) return <StaleBanner {...{ hall, heardAt, turn }} />;
  return (
    <header className="strip">
      <Pager by="lines" turn={turn}>
        <h1 className="item">
          <Words>{say(hall.name)}</Words>
        </h1>
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
        {servedMetres !== null && (
          <span className="item">
            <Words>{texts.served(servedMetres)}</Words>
          </span>
        )}
      </Pager>
      <time className="clock latin">{clockTime(now, hall.timeZone)}</time>
    </header>
  );
}

/** '11月22日 星期日' */
function dateOf(at: number, timeZone: string, language: Language): string {
  const say = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(languageTags[language], { ...options, timeZone }).format(at);
  const day = say({ month: 'long', day: 'numeric' });
  const weekday = say({ weekday: 'long' });
  return language === 'en' ? `${weekday} ${day}` : `${day} ${weekday}`;
}
