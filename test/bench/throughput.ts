import { join } from 'node:path';
import { v7 as uuidV7 } from 'uuid';
import { blankSetup } from '../../hall-server/blank-setup.ts';
import { fillDemoHall } from '../../hall-server/demo/demo-hall.ts';
import { type Hall, openHall } from '../../hall-server/hall.ts';
import { openAccounts } from '../../hall-server/store/accounts.ts';
import { openDatabase } from '../../hall-server/store/database.ts';
import { openStore } from '../../hall-server/store/store.ts';
import { createTicketLinks } from '../../hall-server/ticket-links.ts';
import { forecastForIssue } from '../../hall-server/views/picture.ts';
import { type Actor, DeviceAssignment } from '../../shared/actors.ts';
import type { Command } from '../../shared/commands.ts';
import { CommandId, DeviceId, StaffId, type TicketId } from '../../shared/ids.ts';
import { type Recording, recordWrites, regroup, writeAgain } from './bare-sqlite.ts';
import { benchFolder, percentile, perSecond, printTable, timed } from './measure.ts';
import { type Answer, demoCounters, done, issue, type Lane, visit } from './visit.ts';

interface HallLane extends Lane {
  readonly desk: Lane['clerk'];
}

const rounds = 3;

/** Commands done against a hall without doors, each workload in a new hall. */
const workloads = [
  { name: 'visits, one command at a time', work: (lanes: readonly HallLane[]) => visits(lanes.slice(0, 1), 400) },
  { name: 'visits at 12 counters at once', work: (lanes: readonly HallLane[]) => visits(lanes, 50) },
  { name: '100 numbers taken, 100 cancelled at once', work: (lanes: readonly HallLane[]) => crowds(lanes, 6) },
];

/**
 * How many commands a second the hall acknowledges as on the disk, beside bare SQLite writing the very same rows in
 * transactions of the same sizes.
 */
export async function benchThroughput() {
  const rows: string[][] = [];
  for (const { name, work } of workloads) {
    const recorded = await inHall(true, async (recording, lanes) => {
      const openings = recording.transactions.length;
      await work(lanes);
      return { openings: recording.transactions.slice(0, openings), work: recording.transactions.slice(openings) };
    });
    const commands = recorded.work.flat().length;
    const ms = { hall: [] as number[], same: [] as number[], single: [] as number[], batched: [] as number[] };
    // In turn, so that whatever else the machine does falls on all of them.
    for (let round = 0; round < rounds; round += 1) {
      ms.hall.push(await inHall(false, (_, lanes) => timed(() => work(lanes))));
      ms.same.push(bare(recorded.openings, recorded.work));
      ms.single.push(bare(recorded.openings, regroup(recorded.work, 1)));
      ms.batched.push(bare(recorded.openings, regroup(recorded.work, 100)));
    }
    const median = (times: readonly number[]) => percentile(times, 0.5);
    rows.push([
      name,
      String(commands),
      (commands / recorded.work.length).toFixed(1),
      perSecond(commands, median(ms.hall)),
      perSecond(commands, median(ms.same)),
      (median(ms.same) / median(ms.hall)).toFixed(2),
      perSecond(commands, median(ms.single)),
      perSecond(commands, median(ms.batched)),
    ]);
  }
  printTable(
    `Commands a second, on the disk when acknowledged (WAL, synchronous=FULL; median of ${rounds})`,
    [
      'through hall.execute',
      'commands',
      'a transaction',
      'hall',
      'bare SQLite',
      'hall/bare',
      'bare, 1 each',
      'bare, 100 each',
    ],
    rows,
  );
}

async function visits(lanes: readonly Lane[], each: number) {
  await Promise.all(
    lanes.map(async (lane) => {
      for (let turn = 0; turn < each; turn += 1) await visit(lane);
    }),
  );
}

/** A crowd at every kiosk in the same moment, over all services. */
async function crowds(lanes: readonly HallLane[], times: number) {
  for (let turn = 0; turn < times; turn += 1) {
    const crowd = Array.from({ length: 100 }, (_, one) => at(lanes, one));
    const tickets = await Promise.all(crowd.map(({ kiosk, serviceId }) => done(kiosk(issue(serviceId)))));
    const cancel = (ticketId: TicketId) => ({ type: 'cancelTicket', ticketId, reason: 'visitorLeft' }) as const;
    await Promise.all(tickets.map((ticketId, one) => done(at(lanes, one).desk(cancel(ticketId)))));
  }
}

function at(lanes: readonly HallLane[], turn: number): HallLane {
  const lane = lanes[turn % lanes.length];
  if (lane === undefined) throw new Error('no lane');
  return lane;
}

/** Bare SQLite over a new database: the openings first, unmeasured. */
function bare(openings: Recording['transactions'], work: Recording['transactions']): number {
  const folder = benchFolder();
  const file = join(folder.path, 'hall.sqlite');
  try {
    writeAgain(file, openings);
    return writeAgain(file, work);
  } finally {
    folder.remove();
  }
}

/** A demo hall with its counters open, and a lane to each. */
async function inHall<Result>(
  records: boolean,
  work: (recording: Recording, lanes: readonly HallLane[]) => Promise<Result>,
): Promise<Result> {
  const folder = benchFolder();
  const { db, close } = openDatabase(join(folder.path, 'hall.sqlite'));
  try {
    await fillDemoHall(openStore(db, blankSetup, Date.now()), openAccounts(db));
    const nothing: Recording = { transactions: [], transaction: (commit) => commit() };
    const recording = records ? recordWrites(db) : nothing;
    const store = openStore(db, blankSetup, Date.now());
    const hall = openHall({
      store: { ...store, commit: (steps) => recording.transaction(() => store.commit(steps)) },
      links: createTicketLinks(store.linkKey),
      clock: Date.now,
      forecast: forecastForIssue,
      onBug: (error) => {
        throw error;
      },
    });
    const lanes = await openLanes(hall);
    return await work(recording, lanes);
  } finally {
    close();
    folder.remove();
  }
}

async function openLanes(hall: Hall): Promise<readonly HallLane[]> {
  const as =
    (actor: Actor) =>
    async (command: Command): Promise<Answer> => {
      const outcome = await hall.execute(command, actor, CommandId.parse(uuidV7()));
      return outcome.ok ? { ok: true, ticketId: outcome.ticket?.ticketId ?? null } : outcome;
    };
  const kiosk = as({
    kind: 'device',
    deviceId: DeviceId.parse('ticket-kiosk-1'),
    assignment: DeviceAssignment.parse({ kind: 'ticketKiosk', zone: null }),
    provenTicketId: null,
  });
  const desk = as({ kind: 'staff', staffId: StaffId.parse('reception'), role: 'reception' });
  return Promise.all(
    demoCounters.map(async ({ login, open, serviceId }) => {
      const clerk = as({ kind: 'staff', staffId: StaffId.parse(login), role: 'clerk' });
      await done(clerk(open));
      return { kiosk, clerk, desk, serviceId };
    }),
  );
}
