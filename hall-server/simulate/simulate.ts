import type { AdminView, CounterTicket, DeskView } from '../../shared/views.ts';
import { workAtCounter } from './clerk.ts';
import { demandOn, minutesPerVisit } from './demand.ts';
import { findDoors } from './doors.ts';
import { patienceMs } from './hall-client.ts';
import type { Options } from './options.ts';
import { createPace } from './pace.ts';
import { takeFreeKiosks, visitorsPlaces } from './places.ts';
import { minutesLeft, type Progress } from './progress.ts';
import { createRandom } from './random.ts';
import { SimulationRefused } from './refused.ts';
import { createRoom } from './room.ts';
import { signClerksIn } from './staff.ts';
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
  const { address, speed, seed, signal } = simulation;
  const pace = createPace(speed);
  const doors = await findDoors(address, pace.tell);
  try {
    const { client: admin, cookies } = await doors.signIn<AdminView>('admin', 'manager');
    const { client: desk } = await doors.signIn<DeskView>('desk', 'reception');
    if (desk.view().intake.status !== 'open') throw new SimulationRefused('The hall gives out no numbers now.');
    const staffed = await signClerksIn(doors, admin.view().today.counters);
    const counters = staffed.map((one) => one.counter);
    const kiosks = await takeFreeKiosks(doors, cookies, counters);

    const { setup } = admin.view();
    const profiles = counters.map((one) => one.workProfileId);
    const demand = demandOn(setup, profiles);
    const { afterSeconds } = setup.rules.missed;
    const usual = simulation.habits ?? usualHabits;
    const habits = { ...usual, noShow: bearableNoShows(usual.noShow, speed, afterSeconds, demand) };
    const priorityClassIds = desk.view().priorityClasses.map((one) => one.id);
    const random = createRandom(seed);
    const visits = planVisits(
      { visitors: simulation.visitors, demand, habits, counters: counters.length, priorityClassIds },
      random,
    );

    const room = createRoom(pace.tell);
    const ends = new Map<Visit, VisitEnd>();
    const counted = { came: 0, rated: 0 };
    let failure: unknown = null;
    const fail = (error: unknown) => {
      failure ??= error;
      pace.stop();
    };
    const places = visitorsPlaces({ desk, kiosks, counters, doors, pace, onRated: () => (counted.rated += 1) });
    const visitor = { ...places, room };

    /** Somebody at a counter whom we have not sent: a person trying the hall, or left over from an earlier day's trial. */
    const welcome = ({ ticketId, serviceName }: CounterTicket): Visit => {
      const same = demand.services.find(([service]) => service.name.zhHans === serviceName.zhHans)?.[0];
      const service = same ?? random.weighted(demand.services);
      const visit = planVisit(0, service, { demand, habits: noHabits, priorityClassIds: [] }, random);
      room.enter(ticketId, visit);
      followTicket(visit, ticketId, null, visitor).catch(fail);
      return visit;
    };

    // Signing everybody in took its time: the doors open now.
    const opensAt = pace.now();
    const come = async (visit: Visit) => {
      await pace.sleep(opensAt + visit.arrivesAt - pace.now());
      if (pace.stopped()) return;
      counted.came += 1;
      ends.set(visit, await goThroughVisit(visit, visitor));
      pace.tell();
    };
    const over = () => ends.size === visits.length;

    const progress = (): Progress => {
      const rows = desk.view().tickets;
      const inHall = (status: string) => rows.filter((row) => row.status === status).length;
      const ended = (end: VisitEnd) => [...ends.values()].filter((one) => one === end).length;
      const now = pace.now() - opensAt;
      return {
        ...counted,
        visitors: visits.length,
        waiting: inHall('waiting'),
        called: inHall('called'),
        serving: inHall('serving'),
        served: ended('done'),
        missed: ended('missed'),
        cancelled: ended('cancelled'),
        turnedAway: ended('turnedAway'),
        speed,
        minutes: now,
        minutesLeft: minutesLeft({
          now,
          lastArrivesAt: visits.at(-1)?.arrivesAt ?? 0,
          open: visits.length - ends.size,
          counters: counters.length,
          minutesPerVisit: minutesPerVisit(demand),
        }),
      };
    };
    const watch = setInterval(() => {
      if (desk.lostForMs() > patienceMs) fail(new SimulationRefused(`The hall at ${address} no longer answers.`));
      simulation.onProgress?.(progress());
    }, progressEveryMs);

    signal?.addEventListener('abort', pace.stop, { once: true });
    if (signal?.aborted) pace.stop();
    await Promise.all([
      ...visits.map((visit) => come(visit).catch(fail)),
      ...staffed.map(({ counter, client }, turn) =>
        workAtCounter({ counter, client, room, pace, welcome, over, random: createRandom(seed + 1 + turn) }).catch(
          fail,
        ),
      ),
    ]);
    clearInterval(watch);
    signal?.removeEventListener('abort', pace.stop);
    if (failure !== null) throw failure;
    return { visits: visits.map((visit) => ({ visit, end: ends.get(visit) ?? 'stopped' })), progress: progress() };
  } finally {
    pace.stop();
    doors.leave();
  }
}
