import type { AdminView, CounterTicket, DeskView } from '../../shared/views.ts';
import { workAtCounter } from './clerk.ts';
import { type Demand, demandOn, minutesPerVisit } from './demand.ts';
import { type Doors, findDoors } from './doors.ts';
import { type HallClient, patienceMs } from './hall-client.ts';
import type { Options } from './options.ts';
import { createPace, type Pace } from './pace.ts';
import { type Kiosks, takeFreeKiosks, visitorsPlaces } from './places.ts';
import type { Progress } from './progress.ts';
import { createRandom } from './random.ts';
import { SimulationRefused } from './refused.ts';
import { createRoom } from './room.ts';
import { type StaffedCounter, signClerksIn } from './staff.ts';
import { createTally } from './tally.ts';
import { followTicket, goThroughVisit, type VisitEnd } from './visitor.ts';
import { bearableNoShows, type Habits, noHabits, planVisit, planVisits, usualHabits, type Visit } from './visits.ts';

export interface Simulation extends Options {
  readonly habits?: Habits;
  readonly onProgress?: (progress: Progress) => void;
  /** Ends it early: clerks finish with whom they have, and close. */
  readonly signal?: AbortSignal;
}

export interface Simulated {
  readonly visits: readonly { readonly visit: Visit; readonly end: VisitEnd }[];
  readonly progress: Progress;
}

const progressEveryMs = 250;

/** Sends visitors into a running demo hall, and clerks to its counters. @throws SimulationRefused */
export async function simulate(simulation: Simulation): Promise<Simulated> {
  const pace = createPace(simulation.speed);
  const doors = await findDoors(simulation.address, pace.tell);
  try {
    return await play(simulation, pace, doors, await prepare(simulation, doors));
  } finally {
    pace.stop();
    doors.leave();
  }
}

interface Prepared {
  readonly desk: HallClient<DeskView>;
  readonly staffed: readonly StaffedCounter[];
  readonly kiosks: Kiosks;
  readonly demand: Demand;
  readonly visits: readonly Visit[];
}

/** Staff are signed in and kiosks paired; who will come is decided by what the hall can serve. */
async function prepare({ habits = usualHabits, visitors, speed, seed }: Simulation, doors: Doors): Promise<Prepared> {
  const { client: admin, cookies } = await doors.signIn<AdminView>('admin', 'manager');
  const { client: desk } = await doors.signIn<DeskView>('desk', 'reception');
  const { intake, priorityClasses } = desk.view();
  if (intake.status !== 'open') throw new SimulationRefused('The hall gives out no numbers now.');
  const { setup, today } = admin.view();
  const staffed = await signClerksIn(doors, today.counters);
  const counters = staffed.map((one) => one.counter);
  const kiosks = await takeFreeKiosks(doors, cookies, counters);

  const profiles = counters.map((one) => one.workProfileId);
  const demand = demandOn(setup, profiles);
  const noShow = bearableNoShows(habits.noShow, speed, setup.rules.missed.afterSeconds, demand);
  const priorityClassIds = priorityClasses.map((one) => one.id);
  const plan = { visitors, demand, habits: { ...habits, noShow }, counters: counters.length, priorityClassIds };
  return { desk, staffed, kiosks, demand, visits: planVisits(plan, createRandom(seed)) };
}

async function play(
  { address, speed, seed, signal, onProgress }: Simulation,
  pace: Pace,
  doors: Doors,
  { desk, staffed, kiosks, demand, visits }: Prepared,
): Promise<Simulated> {
  const counters = staffed.map((one) => one.counter);
  const tally = createTally(visits, { speed, counters: counters.length, minutesPerVisit: minutesPerVisit(demand) });
  const room = createRoom(pace.tell);
  const visitor = { ...visitorsPlaces({ desk, kiosks, counters, doors, pace, onRated: tally.rated }), room };
  // Signing everybody in took its time: the doors open now.
  const opensAt = pace.now();
  const progress = () => tally.progress(pace.now() - opensAt, desk.view());

  let failure: unknown = null;
  const fail = (error: unknown) => {
    failure ??= error;
    pace.stop();
  };
  const come = async (visit: Visit) => {
    await pace.sleep(opensAt + visit.arrivesAt - pace.now());
    if (pace.stopped()) return;
    tally.came();
    tally.ended(visit, await goThroughVisit(visit, visitor));
    pace.tell();
  };
  /** Somebody at a counter whom we have not sent: a person trying the hall, or left over from an earlier simulation. */
  const chance = createRandom(seed);
  const welcome = ({ ticketId, serviceName }: CounterTicket): Visit => {
    const same = demand.services.find(([service]) => service.name.zhHans === serviceName.zhHans)?.[0];
    const service = same ?? chance.weighted(demand.services);
    const visit = planVisit(0, service, { demand, habits: noHabits, priorityClassIds: [] }, chance);
    room.enter(ticketId, visit);
    followTicket(visit, ticketId, null, visitor).catch(fail);
    return visit;
  };
  const work = ({ counter, client }: StaffedCounter, turn: number) => {
    const random = createRandom(seed + 1 + turn);
    return workAtCounter({ counter, client, room, pace, random, welcome, over: tally.isOver });
  };

  signal?.addEventListener('abort', pace.stop, { once: true });
  if (signal?.aborted) pace.stop();
  const report = setInterval(() => onProgress?.(progress()), progressEveryMs);
  const lost = watchLink(desk);
  await Promise.race([
    Promise.all([
      ...visits.map((visit) => come(visit).catch(fail)),
      ...staffed.map((one, turn) => work(one, turn).catch(fail)),
    ]),
    lost.happens.then(() => fail(new SimulationRefused(`The hall at ${address} no longer answers.`))),
  ]);
  lost.stop();
  clearInterval(report);
  signal?.removeEventListener('abort', pace.stop);
  if (failure !== null) throw failure;
  return { visits: visits.map((visit) => ({ visit, end: tally.endOf(visit) })), progress: progress() };
}

/** Notices when the hall has been out of reach for longer than is waited for. */
function watchLink(client: Pick<HallClient<never>, 'lostForMs'>) {
  let timer: NodeJS.Timeout | undefined;
  const happens = new Promise<void>((settle) => {
    timer = setInterval(() => client.lostForMs() > patienceMs && settle(), progressEveryMs);
  });
  return { happens, stop: () => clearInterval(timer) };
}
