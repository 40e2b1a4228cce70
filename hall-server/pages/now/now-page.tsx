import './now.css';
import '../../../shared/browser/language-row.css';
import { CircleAlert, CloudOff, RotateCw } from 'lucide-react';
import { useEffect } from 'react';
import { clockTime } from '../../../shared/browser/clock-time.ts';
import type { HallState } from '../../../shared/browser/hall-connection.ts';
import { LanguageSwitch, useSpeech, useTexts } from '../../../shared/browser/language.tsx';
import { useIsLate } from '../../../shared/browser/use-is-late.ts';
import { commonTexts } from '../../../shared/texts/common.ts';
import { nowTexts } from '../../../shared/texts/now.ts';
import type { NowView } from '../../../shared/views.ts';

interface NowPageProps {
  readonly view: NowView;
  readonly link: HallState<NowView>['link'];
  readonly heardAt: number | null;
}

/** The waiting situation on a stranger's phone: what waits for what, how long, and how old that is. */
export function NowPage({ view, link, heardAt }: NowPageProps) {
  const { say, language } = useSpeech();
  const texts = useTexts(nowTexts);
  const common = useTexts(commonTexts);
  useEffect(() => {
    document.title = texts.title;
  }, [texts]);
  const { intake, hall } = view;
  const time = heardAt === null ? null : clockTime(heardAt, hall.timeZone);
  return (
    <main className="now">
      <LanguageSwitch className="language-row" />
      <header>
        <p className="now-hall">{say(hall.name)}</p>
        <h1>{texts.title}</h1>
        {time !== null && link === 'live' && <p className="now-age">{texts.asOf(time)}</p>}
      </header>
      {time !== null && link !== 'live' && (
        <p className="now-notice" role="status">
          <CloudOff aria-hidden />
          {common.staleSince(time)}
        </p>
      )}
      {hall.emergency !== null && (
        <p className="now-emergency" role="alert">
          {say(hall.emergency.text)}
        </p>
      )}
      {intake.status !== 'open' && (
        <p className="now-notice" role="status">
          <CircleAlert aria-hidden />
          {intake.status === 'notYet' ? texts.intake.notYet(intake.opensAt) : texts.intake.closed(intake.nextOpening)}
        </p>
      )}
      {view.groups.length === 0 && <p>{texts.none}</p>}
      <ul>
        {view.groups.map(({ groupId, name, zoneName, waiting, wait, full }) => (
          <li key={groupId}>
            <h2>{say(name)}</h2>
            <p className="now-zone">{say(zoneName)}</p>
            <p className="now-waiting">{texts.waiting(waiting)}</p>
            <p>{full ? texts.full : wait === null ? texts.noCounter : texts.range(common.waitRange(wait))}</p>
          </li>
        ))}
      </ul>
      <footer>
        <p>{texts.hint}</p>
        {hall.phoneBooking && <a href={`/book/?lang=${language}`}>{texts.book}</a>}
        <a href={`/diaries/?lang=${language}`}>{texts.diaries}</a>
        <a href={`tel:${hall.hotline}`}>{texts.callHotline(hall.hotline)}</a>
      </footer>
    </main>
  );
}

/** Before the first view; if it does not come, the next step. */
export function Asking({ onRetry, late = false }: { onRetry: () => void; late?: boolean }) {
  const texts = useTexts(nowTexts);
  const common = useTexts(commonTexts);
  const isLate = useIsLate(late);
  return (
    <main className="now">
      <LanguageSwitch className="language-row" />
      <div role="status" className="now-asking">
        <p>{isLate ? common.unreachable : common.loading}</p>
        {isLate && (
          <button type="button" onClick={onRetry}>
            <RotateCw aria-hidden />
            {texts.tryAgain}
          </button>
        )}
      </div>
    </main>
  );
}
