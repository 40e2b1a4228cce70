import type { BackupState, DeviceRow } from '../../../shared/http.ts';
import type { CounterId, PrinterId, QueueId } from '../../../shared/ids.ts';
import type { AdminView, HelpFacts, Part } from '../../../shared/views.ts';

/** Something that a manager should see to now; `since`: UTC ms, null where it is not known. */
export type Alert = { readonly since: number | null } & (
  | { readonly kind: 'overTarget' | 'noCounter'; readonly queueId: QueueId }
  | { readonly kind: 'idle' | 'paused'; readonly counterId: CounterId }
  | { readonly kind: 'printer'; readonly printerId: PrinterId }
  | { readonly kind: 'device'; readonly deviceId: string }
  /** `everywhere`: no queue alone, but the hall; the queue is where most of them were. */
  | { readonly kind: 'missed'; readonly queueId: QueueId; readonly part: Part; readonly everywhere: boolean }
  | { readonly kind: 'backup'; readonly failure: BackupState['failure'] }
  | ({ readonly kind: 'help'; readonly counterId: CounterId } & Omit<HelpFacts, 'since'>)
);

/** What is asked beside the view. */
export interface Asked {
  readonly devices: readonly DeviceRow[];
  /** Null: not told yet, or none are kept. */
  readonly backups: Pick<BackupState, 'failure' | 'latestAt'> | null;
}

const minuteMs = 60_000;
/** A page that is loaded anew is gone for a moment; nobody is sent to look at that. */
const goneForMs = 2 * minuteMs;
/** Made every hour: two hours without one is a fault nobody has named. */
const backupOverdueMs = 120 * minuteMs;
/** People before machines, and among people whoever waits. */
const order: readonly Alert['kind'][] = [
  ...(['help', 'noCounter', 'overTarget', 'missed', 'idle', 'backup', 'printer', 'device', 'paused'] as const),
];

/** Worked out from the hour as well as from the hall: some alerts arise because nothing happens. */
export function alertsOf(
  { today, setup, printers }: Pick<AdminView, 'today' | 'setup' | 'printers'>,
  { devices, backups }: Asked,
  now: number,
): readonly Alert[] {
  const { targetWaitMinutes } = setup.rules.call;
  const { idleMinutes, pauseMinutes } = setup.rules.alerts;
  const waiting = new Set(today.queues.filter((queue) => queue.waiting > 0).map(({ queueId }) => queueId));
  const serves = (workProfileId: string) =>
    setup.workProfiles
      .find(({ id }) => id === workProfileId)
      ?.levels.some(({ queues }) => queues.some(({ queue }) => waiting.has(queue))) === true;
  const alerts: Alert[] = [
    ...today.counters.flatMap(({ counterId, help }): Alert[] =>
      help === null ? [] : [{ kind: 'help', counterId, ...help }],
    ),
    ...today.queues.flatMap(({ queueId, oldestIssuedAt, openCounters, waiting: people }): Alert[] => {
      if (people === 0 || oldestIssuedAt === null) return [];
      if (openCounters === 0) return [{ kind: 'noCounter', queueId, since: oldestIssuedAt }];
      return now - oldestIssuedAt > targetWaitMinutes * minuteMs
        ? [{ kind: 'overTarget', queueId, since: oldestIssuedAt }]
        : [];
    }),
    ...today.counters.flatMap(({ counterId, status, since, idleSince, workProfileId }): Alert[] => {
      if (status === 'paused' && since !== null && now - since >= pauseMinutes * minuteMs) {
        return [{ kind: 'paused', counterId, since }];
      }
      const idle = idleSince !== null && now - idleSince >= idleMinutes * minuteMs;
      return idle && workProfileId !== null && serves(workProfileId)
        ? [{ kind: 'idle', counterId, since: idleSince }]
        : [];
    }),
    ...printers.flatMap(({ printerId, condition, since }): Alert[] =>
      condition === 'ok' || condition === 'unknown' ? [] : [{ kind: 'printer', printerId, since }],
    ),
    ...devices.flatMap(({ deviceId, paired, online, lastSeenAt }): Alert[] =>
      paired && !online && lastSeenAt !== null && now - lastSeenAt > goneForMs
        ? [{ kind: 'device', deviceId, since: lastSeenAt }]
        : [],
    ),
    ...missedAlerts(today.queues, setup.rules.alerts),
    ...backupAlerts(backups, now),
  ];
  return alerts.toSorted(
    (a, b) =>
      order.indexOf(a.kind) - order.indexOf(b.kind) || helpRank(a) - helpRank(b) || (a.since ?? now) - (b.since ?? now),
  );
}

const urgent: readonly HelpFacts['reason'][] = ['medical', 'security'];
/** Whoever nobody goes to stands first, and of them what cannot wait. */
function helpRank(alert: Alert): number {
  if (alert.kind !== 'help') return 0;
  return (alert.answered === null ? 0 : 2) + (urgent.includes(alert.reason) ? 0 : 1);
}

/** So many of so few say nothing: first each queue by itself, then the hall as a whole. */
function missedAlerts(
  queues: AdminView['today']['queues'],
  { missedPercent, missedOfCalls }: AdminView['setup']['rules']['alerts'],
): readonly Alert[] {
  const isHigh = ({ n, of }: Part) => of >= missedOfCalls && n * 100 >= of * missedPercent;
  const alone = queues.filter(({ recentlyMissed }) => isHigh(recentlyMissed));
  const alert = (queueId: QueueId, part: Part, everywhere: boolean): Alert => ({
    ...{ kind: 'missed', since: null, queueId, part, everywhere },
  });
  if (alone.length > 0) return alone.map(({ queueId, recentlyMissed }) => alert(queueId, recentlyMissed, false));
  const [most] = queues.toSorted((a, b) => b.recentlyMissed.n - a.recentlyMissed.n);
  const all = wholeOf(queues.map(({ recentlyMissed }) => recentlyMissed));
  return most !== undefined && isHigh(all) ? [alert(most.queueId, all, true)] : [];
}

/** None for over two hours, or the last one failed. */
export function backupAlerts(
  backups: Asked['backups'],
  now: number,
): readonly Extract<Alert, { readonly kind: 'backup' }>[] {
  if (backups === null) return [];
  const { failure, latestAt } = backups;
  if (failure !== null) return [{ kind: 'backup', failure, since: failure.at }];
  const isOverdue = latestAt !== null && now - latestAt > backupOverdueMs;
  return isOverdue ? [{ kind: 'backup', failure: null, since: latestAt }] : [];
}

/** The parts of a whole, taken together. */
export function wholeOf(parts: readonly Part[]): Part {
  return parts.reduce((all, { n, of }) => ({ n: all.n + n, of: all.of + of }), { n: 0, of: 0 });
}
