import { expect, test } from 'vitest';
import { type Asked, alertsOf } from '../../hall-server/pages/admin/alerts.ts';
import { levelOf } from '../../hall-server/pages/admin/service-level.tsx';
import type { DeviceRow } from '../../shared/http.ts';
import { CounterId, PrinterId, QueueId, WorkProfileId } from '../../shared/ids.ts';
import type { AdminView } from '../../shared/views.ts';
import { setup } from './fixtures/demo-setup.ts';

// What a manager is told, and not before its time; some of it arises because nothing happens.

const now = Date.parse('2026-11-23T10:00:00+08:00');
const ago = (minutes: number) => now - minutes * 60_000;
type Queue = AdminView['today']['queues'][number];
type Counter = AdminView['today']['counters'][number];
const [first] = setup.queues;
const profile = setup.workProfiles.find(({ levels }) =>
  levels.some(({ queues }) => queues.some(({ queue }) => queue === first?.id)),
);
if (first === undefined || profile === undefined) throw new Error('no hall');

const queue = (change: Partial<Queue>): Queue => ({
  ...{ queueId: QueueId.parse(first.id), prefix: first.prefix, name: first.name, waiting: 0, oldestIssuedAt: null },
  ...{ wait: null, waitWithOneMore: null, openCounters: 1 },
  ...{ withinTarget: { n: 0, of: 0 }, recentlyMissed: { n: 0, of: 0 } },
  ...change,
});
const counter = (change: Partial<Counter>): Counter => ({
  ...{ counterId: CounterId.parse('counter-01'), label: '1', zoneName: first.name, status: 'open', staffId: null },
  ...{
    workProfileId: WorkProfileId.parse(profile.id),
    since: ago(60),
    number: null,
    ticketStatus: null,
    ticketSince: null,
  },
  ...{ idleSince: null, help: null },
  ...change,
});
const told = (
  changes: { queues?: Queue[]; counters?: Counter[]; printers?: AdminView['printers'] },
  devices: Partial<DeviceRow>[] = [],
  backups: Asked['backups'] = null,
) => {
  const { queues = [], counters = [], printers = [] } = changes;
  const today = { queues, counters } as unknown as AdminView['today'];
  return alertsOf({ today, setup, printers }, { devices: devices as DeviceRow[], backups }, now).map(
    ({ kind }) => kind,
  );
};
const printer = (condition: AdminView['printers'][number]['condition']) => ({
  ...{ printerId: PrinterId.parse('one'), label: 'one', condition, since: ago(5) },
});
const waiting = queue({ waiting: 3, oldestIssuedAt: ago(10) });

test.each<[string, Parameters<typeof told>, readonly string[]]>([
  ['nothing where nobody waits', [{ queues: [queue({})], counters: [counter({ idleSince: ago(50) })] }], []],
  ['somebody waits just so long as is aimed at', [{ queues: [queue({ waiting: 1, oldestIssuedAt: ago(30) })] }], []],
  ['somebody waits longer', [{ queues: [queue({ waiting: 1, oldestIssuedAt: ago(31) })] }], ['overTarget']],
  [
    'nobody is there for them',
    [{ queues: [queue({ waiting: 1, oldestIssuedAt: ago(1), openCounters: 0 })] }],
    ['noCounter'],
  ],
  ['a counter is idle for a moment', [{ queues: [waiting], counters: [counter({ idleSince: ago(2) })] }], []],
  [
    'a counter is idle while people wait for it',
    [{ queues: [waiting], counters: [counter({ idleSince: ago(3) })] }],
    ['idle'],
  ],
  [
    'a counter is idle, and those who wait are not for it',
    [{ queues: [waiting], counters: [counter({ idleSince: ago(9), workProfileId: WorkProfileId.parse('none') })] }],
    [],
  ],
  ['a short break', [{ counters: [counter({ status: 'paused', since: ago(29) })] }], []],
  ['a long one', [{ counters: [counter({ status: 'paused', since: ago(30) })] }], ['paused']],
  ['a printer without paper', [{ printers: [printer('paperOut')] }], ['printer']],
  ['a printer that was not asked yet', [{ printers: [printer('unknown')] }], []],
  [
    'a screen that is gone',
    [{}, [{ deviceId: 'x' as never, paired: true, online: false, lastSeenAt: ago(3) }]],
    ['device'],
  ],
  ['a page loaded anew', [{}, [{ deviceId: 'x' as never, paired: true, online: false, lastSeenAt: ago(1) }]], []],
  ['few calls, all of them missed', [{ queues: [queue({ recentlyMissed: { n: 9, of: 9 } })] }], []],
  ['a queue of which many are missed', [{ queues: [queue({ recentlyMissed: { n: 2, of: 10 } })] }], ['missed']],
  ['a queue of which not so many are', [{ queues: [queue({ recentlyMissed: { n: 19, of: 100 } })] }], []],
  [
    'no queue by itself, but the hall',
    [{ queues: [queue({ recentlyMissed: { n: 2, of: 5 } }), queue({ recentlyMissed: { n: 1, of: 5 } })] }],
    ['missed'],
  ],
  ['a backup of this hour', [{}, [], { failure: null, latestAt: ago(119) }], []],
  ['no backup for more than two hours', [{}, [], { failure: null, latestAt: ago(121) }], ['backup']],
  ['a backup that failed', [{}, [], { failure: { why: 'diskFull', at: ago(1) }, latestAt: ago(1) }], ['backup']],
  ['a hall of today, without one yet', [{}, [], { failure: null, latestAt: null }], []],
  ['a device never paired', [{}, [{ deviceId: 'x' as never, paired: false, online: false, lastSeenAt: ago(9) }]], []],
])('%s', (_, given, kinds) => {
  expect(told(...given)).toEqual(kinds);
});

test('people before machines, whoever waits longest first', () => {
  const other = { queueId: QueueId.parse('T'), prefix: 'T' };
  const queues = [
    queue({ waiting: 1, oldestIssuedAt: ago(40) }),
    queue({ ...other, waiting: 1, oldestIssuedAt: ago(50) }),
  ];
  const alerts = alertsOf(
    {
      setup,
      today: { queues, counters: [counter({ status: 'paused', since: ago(90) })] } as unknown as AdminView['today'],
      printers: [printer('offline')],
    },
    { devices: [], backups: null },
    now,
  );
  expect(alerts.map(({ kind }) => kind)).toEqual(['overTarget', 'overTarget', 'printer', 'paused']);
  expect(alerts[0]).toMatchObject({ queueId: 'T' });
});

test('missed calls name the queue; of the whole hall, the one with most of them', () => {
  const other = QueueId.parse('T');
  const named = (queues: Queue[]) =>
    alertsOf(
      { setup, today: { queues, counters: [] } as unknown as AdminView['today'], printers: [] },
      { devices: [], backups: null },
      now,
    );
  const few = queue({ recentlyMissed: { n: 1, of: 8 } });
  expect(named([few, queue({ queueId: other, recentlyMissed: { n: 3, of: 6 } })])).toMatchObject([
    { kind: 'missed', queueId: 'T', part: { n: 4, of: 14 }, everywhere: true },
  ]);
  expect(named([few, queue({ queueId: other, recentlyMissed: { n: 5, of: 10 } })])).toMatchObject([
    { kind: 'missed', queueId: 'T', part: { n: 5, of: 10 }, everywhere: false },
  ]);
});

test.each([
  [{ n: 0, of: 0 }, null],
  [{ n: 9, of: 10 }, 'good'],
  [{ n: 89, of: 100 }, 'warn'],
  [{ n: 3, of: 4 }, 'warn'],
  [{ n: 74, of: 100 }, 'bad'],
])('called in time, %o: %s', (part, level) => {
  expect(levelOf(part, setup.rules.alerts)).toBe(level);
});

test('calls for help stand first: those nobody goes to, and of them what cannot wait', () => {
  const help = (reason: 'question' | 'medical', minutes: number, answered = false) => ({
    ...{ reason, since: ago(minutes), answered: answered ? { by: 'x' as never, at: now } : null },
  });
  const counters = [
    counter({ counterId: CounterId.parse('answered'), help: help('medical', 9, true) }),
    counter({ counterId: CounterId.parse('asks'), help: help('question', 5) }),
    counter({ counterId: CounterId.parse('ill'), help: help('medical', 1) }),
  ];
  const today = { queues: [queue({ waiting: 1, oldestIssuedAt: ago(40) })], counters } as unknown as AdminView['today'];
  const alerts = alertsOf({ setup, today, printers: [] }, { devices: [], backups: null }, now);
  expect(alerts.map(({ kind }) => kind)).toEqual(['help', 'help', 'help', 'overTarget']);
  expect(alerts.map((alert) => (alert.kind === 'help' ? alert.counterId : null))).toEqual([
    ...['ill', 'asks', 'answered'],
    null,
  ]);
});
