import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useSpeech, useTexts } from '../../../shared/browser/language.tsx';
import { alertsTexts } from '../../../shared/texts/alerts.ts';
import type { AdminView } from '../../../shared/views.ts';
import type { Alert } from './alerts.ts';
import { type Alerts, useAlertWords } from './use-alerts.ts';

/** The hall itself must stay in sight on a small laptop: the most pressing one, the others a press away. */
const shownAtFirst = 1;
/** Never behind a press: nothing else on the page tells it. */
const always: readonly Alert['kind'][] = ['backup'];

/** What needs somebody now, with what helps and where to look; nothing where all is well. */
export function AlertsList({ view, now, ...found }: { view: AdminView; now: number } & Alerts) {
  const { language } = useSpeech();
  const texts = alertsTexts[language];
  const words = useAlertWords(view, found, now);
  const [all, setAll] = useState(false);
  const { alerts } = found;
  const shown = alerts.filter(({ kind }, at) => all || at < shownAtFirst || always.includes(kind));
  if (alerts.length === 0) return null;
  return (
    <section className="admin-alerts" aria-label={texts.title}>
      <ul>
        {shown.map((alert) => {
          const { what, help, where } = words(alert);
          return (
            <li key={what} role={alert.kind === 'backup' ? 'alert' : undefined}>
              <TriangleAlert size={18} aria-hidden />
              <strong>{what}</strong>
              <span>{help}</span>
              {where !== null && <a href={where}>{texts.see}</a>}
            </li>
          );
        })}
      </ul>
      {(all || alerts.length > shown.length) && (
        <button type="button" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? texts.fewer : texts.others(alerts.length - shown.length)}
        </button>
      )}
    </section>
  );
}

/** In the menu, so that it is noticed in every section. */
export function AlertBadge({ count }: { count: number }) {
  const texts = useTexts(alertsTexts);
  if (count === 0) return null;
  return (
    <span className="admin-badge">
      <span aria-hidden>{count}</span>
      <span className="visually-hidden">{texts.count(count)}</span>
    </span>
  );
}
