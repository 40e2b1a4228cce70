import type { DeviceRow } from '../../../shared/http.ts';
import type { CounterId, PrinterId, QueueId } from '../../../shared/ids.ts';
import type { AdminView } from '../../../shared/views.ts';

/** Something that a manager should see to now; `since`: UTC ms, null where it is not known. */
export type Alert = { readonly since: number | null } & (
  | { readonly kind: 'overTarget' | 'noCounter'; readonly queueId: QueueId }
  | { readonly kind: 'idle' | 'paused'; readonly counterId: CounterId }
  | { readonly kind: 'printer'; readonly printerId: PrinterId }
  | { readonly kind: 'device'; readonly deviceId: string }
);

const minuteMs = 60_000;
/** A page that is loaded anew is gone for a moment; nobody is sent to look at that. */
const goneForMs = 2 * minuteMs;
/** People before machines, and among people whoever waits. */
const order: readonly Alert['kind'][] = ['noCounter', 'overTarget', 'idle', 'printer', 'device', 'paused'];

/** Worked out from the hour as well as from the hall: some alerts arise because nothing happens. */
export function alertsOf(
  { today, setup, printers }: Pick<AdminView, 'today' | 'setup' | 'printers'>,
  devices: readonly DeviceRow[],
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
  ];
  return alerts.toSorted(
    (a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || (a.since ?? now) - (b.since ?? now),
  );
}
