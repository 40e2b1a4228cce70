import { Button } from 'antd';
import { HandHelping, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useSpeech, useTexts } from '../../../shared/browser/language.tsx';
import type { CommandOf } from '../../../shared/commands.ts';
import type { StaffId } from '../../../shared/ids.ts';
import { alertsTexts } from '../../../shared/texts/alerts.ts';
import { helpTexts } from '../../../shared/texts/help.ts';
import type { AdminView } from '../../../shared/views.ts';
import type { Alert } from './alerts.ts';
import { type Alerts, useAlertWords } from './use-alerts.ts';

/** The hall itself must stay in sight on a small laptop: the most pressing one, the others a press away. */
const shownAtFirst = 1;
/** Never behind a press: nothing else on the page tells it. */
const always: readonly Alert['kind'][] = ['help', 'backup'];

interface AlertsListProps extends Alerts {
  readonly view: AdminView;
  readonly now: number;
  readonly nameOf: (staffId: StaffId) => string | null;
  /** Null: not for whoever looks on. */
  readonly order: ((command: CommandOf<'answerHelp' | 'endHelp'>) => void) | null;
}

/** What needs somebody now, with what helps and where to look; nothing where all is well. */
export function AlertsList({ view, now, nameOf, order, ...found }: AlertsListProps) {
  const { language } = useSpeech();
  const texts = alertsTexts[language];
  const words = useAlertWords(view, found, now, nameOf);
  const [all, setAll] = useState(false);
  const { alerts } = found;
  const others = alerts.filter(({ kind }) => !always.includes(kind));
  const shown = all ? alerts : alerts.filter((one) => always.includes(one.kind) || others.indexOf(one) < shownAtFirst);
  if (alerts.length === 0) return null;
  return (
    <section className="admin-alerts" aria-label={texts.title}>
      <ul>
        {shown.map((alert) => {
          const { what, help, where } = words(alert);
          return (
            <li key={what} className={alert.kind === 'help' ? 'admin-help' : undefined}>
              {alert.kind === 'help' ? <HandHelping size={18} aria-hidden /> : <TriangleAlert size={18} aria-hidden />}
              <span className="admin-alert-words" role={always.includes(alert.kind) ? 'alert' : undefined}>
                <strong>{what}</strong>
                <span>{help}</span>
                {where !== null && <a href={where}>{texts.see}</a>}
              </span>
              {alert.kind === 'help' && order !== null && <HelpButtons {...{ alert, order }} />}
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

/** 'I am coming', and 'it is over'. */
function HelpButtons({
  alert,
  order,
}: { alert: Extract<Alert, { kind: 'help' }> } & {
  order: NonNullable<AlertsListProps['order']>;
}) {
  const texts = useTexts(helpTexts);
  const { counterId, answered } = alert;
  return (
    <span className="admin-help-buttons">
      {answered === null && (
        <Button size="small" type="primary" onClick={() => order({ type: 'answerHelp', counterId })}>
          {texts.answer}
        </Button>
      )}
      <Button size="small" onClick={() => order({ type: 'endHelp', counterId })}>
        {texts.end}
      </Button>
    </span>
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
