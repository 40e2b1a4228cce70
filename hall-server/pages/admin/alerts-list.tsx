import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useSpeech } from '../../../shared/browser/language.tsx';
import { alertsTexts } from '../../../shared/texts/alerts.ts';
import type { AdminView } from '../../../shared/views.ts';
import { type Alert, alertsOf } from './alerts.ts';
import { type Questions, useReading } from './questions.ts';

const everyMs = 30_000;
/** The hall itself must stay in sight on a small laptop: the most pressing one, the others a press away. */
const shownAtFirst = 1;

/** What needs somebody now, with what helps and where to look; nothing where all is well. */
export function AlertsList({ view, now, questions }: { view: AdminView; now: number; questions: Questions }) {
  const { language, say } = useSpeech();
  const texts = alertsTexts[language];
  const devices = useReading(questions.devices, everyMs);
  const [all, setAll] = useState(false);
  const alerts = alertsOf(view, devices.answer?.devices ?? [], now);
  const shown = all ? alerts : alerts.slice(0, shownAtFirst);
  if (alerts.length === 0) return null;
  const { today, printers } = view;
  const minutes = (since: number | null) => Math.max(0, Math.floor((now - (since ?? now)) / 60_000));
  const queue = (id: string) => {
    const found = today.queues.find(({ queueId }) => queueId === id);
    return { name: found === undefined ? id : `${found.prefix} ${say(found.name)}`, waiting: found?.waiting ?? 0 };
  };
  const label = (id: string) => today.counters.find(({ counterId }) => counterId === id)?.label ?? id;
  const words = (alert: Alert): readonly [what: string, help: string, where: string | null] => {
    switch (alert.kind) {
      case 'overTarget':
        return [texts.overTarget(queue(alert.queueId).name, minutes(alert.since)), texts.overTargetHelp, null];
      case 'noCounter': {
        const { name, waiting } = queue(alert.queueId);
        return [texts.noCounter(name, waiting), texts.noCounterHelp, '#workProfiles'];
      }
      case 'idle':
        return [texts.idle(label(alert.counterId), minutes(alert.since)), texts.idleHelp, null];
      case 'paused':
        return [texts.paused(label(alert.counterId), minutes(alert.since)), texts.pausedHelp, null];
      case 'printer': {
        const found = printers.find(({ printerId }) => printerId === alert.printerId);
        return [texts.printer(found?.label ?? alert.printerId), texts.printerHelp, '#printers'];
      }
      case 'device': {
        const found = devices.answer?.devices.find(({ deviceId }) => deviceId === alert.deviceId);
        return [texts.device(found?.name ?? alert.deviceId), texts.deviceHelp, '#devices'];
      }
    }
  };
  return (
    <section className="admin-alerts" aria-label={texts.title}>
      <ul>
        {shown.map((alert) => {
          const [what, help, where] = words(alert);
          return (
            <li key={what}>
              <TriangleAlert size={18} aria-hidden />
              <strong>{what}</strong>
              <span>{help}</span>
              {where !== null && <a href={where}>{texts.see}</a>}
            </li>
          );
        })}
      </ul>
      {alerts.length > shownAtFirst && (
        <button type="button" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? texts.fewer : texts.others(alerts.length - shownAtFirst)}
        </button>
      )}
    </section>
  );
}
