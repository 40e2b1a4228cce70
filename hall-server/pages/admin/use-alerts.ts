import { useSpeech } from '../../../shared/browser/language.tsx';
import type { StaffId } from '../../../shared/ids.ts';
import { adminBackupsTexts } from '../../../shared/texts/admin-backups.ts';
import { alertsTexts } from '../../../shared/texts/alerts.ts';
import { helpTexts } from '../../../shared/texts/help.ts';
import { words } from '../../../shared/texts/words.ts';
import type { AdminView } from '../../../shared/views.ts';
import { type Alert, type Asked, alertsOf } from './alerts.ts';
import { backupFault } from './backups.tsx';
import { isIncomplete } from './first-steps.tsx';
import { type Questions, useReading } from './questions.ts';

const devicesEveryMs = 30_000;
const backupsEveryMs = 60_000;

/** What needs somebody now, with what was asked to find it out. */
export interface Alerts extends Asked {
  readonly alerts: readonly Alert[];
}

/** Asked once for the whole administration, whatever section is open: the menu tells how many there are. */
export function useAlerts(view: AdminView, questions: Questions, now: number): Alerts {
  const devices = useReading(questions.devices, devicesEveryMs).answer?.devices ?? [];
  const backups = useReading(questions.backups, backupsEveryMs).answer;
  const alerts = alertsOf(view, { devices, backups }, now);
  // A hall that is being set up has no day yet to look after, but a database.
  return {
    devices,
    backups,
    alerts: isIncomplete(view.setup) ? alerts.filter(({ kind }) => kind === 'backup') : alerts,
  };
}

/** What an alert says, what helps, and the section where that is done. */
export interface AlertWords {
  readonly what: string;
  readonly help: string;
  readonly where: `#${string}` | null;
}

/** Alerts in words. */
export function useAlertWords(
  view: AdminView,
  { devices }: Asked,
  now: number,
  /** Null where nobody is named. */
  nameOf: (staffId: StaffId) => string | null,
  /** How a queue is called: by its letter alone where its name stands beside it anyhow. */
  naming: 'letter' | 'name' = 'name',
): (alert: Alert) => AlertWords {
  const { language, say } = useSpeech();
  const texts = alertsTexts[language];
  const backupsTexts = adminBackupsTexts[language];
  const help = helpTexts[language];
  const { today, printers, setup } = view;
  const minutes = (since: number | null) => Math.max(0, Math.floor((now - (since ?? now)) / 60_000));
  const queue = (id: string) => {
    const found = today.queues.find(({ queueId }) => queueId === id);
    if (found === undefined) return { name: id, waiting: 0 };
    const { prefix, name, waiting } = found;
    return { name: naming === 'letter' ? prefix : `${prefix} ${say(name)}`, waiting };
  };
  const label = (id: string) => today.counters.find(({ counterId }) => counterId === id)?.label ?? id;
  return (alert) => {
    switch (alert.kind) {
      case 'help': {
        const { counterId, reason, answered, since } = alert;
        const what = help.alert(label(counterId), words[language].helpReasons[reason]);
        const ago = help.minutes(minutes(since));
        const name = answered === null ? null : nameOf(answered.by);
        return { what, help: answered === null ? ago : `${ago} · ${help.answered(name)}`, where: null };
      }
      case 'overTarget': {
        const what = texts.overTarget(queue(alert.queueId).name, minutes(alert.since));
        return { what, help: texts.overTargetHelp, where: null };
      }
      case 'noCounter': {
        const { name, waiting } = queue(alert.queueId);
        return { what: texts.noCounter(name, waiting), help: texts.noCounterHelp, where: '#workProfiles' };
      }
      case 'missed': {
        const { n, of } = alert.part;
        const { name } = queue(alert.queueId);
        const what = alert.everywhere ? texts.missedEverywhere(n, of, name) : texts.missed(name, n, of);
        return { what, help: texts.missedHelp, where: null };
      }
      case 'idle':
        return { what: texts.idle(label(alert.counterId), minutes(alert.since)), help: texts.idleHelp, where: null };
      case 'paused':
        return {
          ...{ what: texts.paused(label(alert.counterId), minutes(alert.since)), help: texts.pausedHelp },
          where: null,
        };
      case 'printer': {
        const found = printers.find(({ printerId }) => printerId === alert.printerId);
        return { what: texts.printer(found?.label ?? alert.printerId), help: texts.printerHelp, where: '#printers' };
      }
      case 'device': {
        const found = devices.find(({ deviceId }) => deviceId === alert.deviceId);
        return { what: texts.device(found?.name ?? alert.deviceId), help: texts.deviceHelp, where: '#devices' };
      }
      case 'backup': {
        const what = backupFault(alert.failure, setup.hall.timeZone, backupsTexts);
        return { what, help: backupsTexts.nextStep, where: '#rules' };
      }
    }
  };
}
