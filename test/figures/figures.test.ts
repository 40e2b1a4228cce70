import { v7 as uuidV7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { blankSetup } from '../../hall-server/blank-setup.ts';
import { demoSetup } from '../../hall-server/demo/demo-hall.ts';
import { packFacts, unpackFacts } from '../../hall-server/figures/day-facts.ts';
import { spreadOf } from '../../hall-server/figures/tally.ts';
import { type Hall, openHall } from '../../hall-server/hall.ts';
import { instantOf } from '../../hall-server/local-time.ts';
import { type OpenedDatabase, openDatabase } from '../../hall-server/store/database.ts';
import { readDayFacts } from '../../hall-server/store/day-facts.ts';
import { dayKeeper, figuresReader, type KeptDay } from '../../hall-server/store/read-figures.ts';
import { openStore, type Store } from '../../hall-server/store/store.ts';
import { createTicketLinks } from '../../hall-server/ticket-links.ts';
import type { Actor } from '../../shared/actors.ts';
import type { Command } from '../../shared/commands.ts';
import type { FiguresQuery, VisitFigures } from '../../shared/figures.ts';
import { CommandId, DeviceId, StaffId, type TicketId } from '../../shared/ids.ts';
import { temporaryFolder } from '../support/hall.ts';
import { type Told, toldByJournal } from './from-journal.ts';

// Every figure twice: by the tables and SQL, and by folding the journal with other code; on days of a random course.

const zone = 'Asia/Shanghai';
const minute = 60_000;
let folder: { path: string; remove: () => void };
let database: OpenedDatabase;
let store: Store;
let hall: Hall;
let now: number;

beforeEach(() => {
  folder = temporaryFolder();
  now = instantOf('2026-09-21', 9 * 60, zone);
  database = openDatabase(`${folder.path}/hall.sqlite`);
  store = openStore(database.db, blankSetup, now);
  store.saveSetup(demoSetup);
  const onBug = (error: unknown) => {
    throw error;
  };
  const forecast = () => ({ lowMinutes: 5, highMinutes: 20 });
  hall = openHall({ store, links: createTicketLinks(store.linkKey), clock: () => now, forecast, onBug });
});
afterEach(() => {
  database.close();
  folder.remove();
});

/** The same course for the same seed. */
function dice(seed: number) {
  let state = seed;
  return (sides: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

const kiosk: Actor = {
  ...{ kind: 'device', deviceId: DeviceId.parse('kiosk'), provenTicketId: null },
  assignment: { kind: 'ticketKiosk', zone: null, printer: null },
};
const reception: Actor = { kind: 'staff', staffId: StaffId.parse('reception'), role: 'reception' };
const clerkOf = (at: number): Actor => ({ kind: 'staff', staffId: StaffId.parse(`clerk0${at + 1}`), role: 'clerk' });
const counters = demoSetup.counters.slice(0, 3);
/** Of the queue that those counters call first. */
const ofTheirs = demoSetup.services.filter(({ queue }) => queue === 'A');

/** Days of a hall where everything happens that can; what the law refuses does not. */
async function course(seed: number, dates: readonly string[], steps: number) {
  const roll = dice(seed);
  const ask = (command: Command, actor: Actor) => hall.execute(command, actor, CommandId.parse(uuidV7()));
  for (const date of dates) {
    now = instantOf(date, 9 * 60, zone);
    for (let turn = 0; turn < steps; turn += 1) {
      now += roll(minute);
      const at = roll(counters.length);
      const counter = counters[at] ?? expect.fail();
      const actor = clerkOf(at);
      const tickets = [...hall.state().tickets.values()];
      const some = tickets[roll(Math.max(1, tickets.length))];
      const own = tickets.find((one) => 'counterId' in one && one.counterId === counter.id);
      const ticketId = (own ?? some)?.id;
      const wish = roll(20);
      const service = (roll(5) === 0 ? demoSetup.services : ofTheirs)[roll(4)] ?? expect.fail();
      if (wish < 6) {
        const priorityClassId = roll(6) === 0 ? (demoSetup.priorityClasses[0]?.id ?? null) : null;
        const by = roll(3) === 0 ? reception : kiosk;
        const other = ofTheirs[roll(4)] ?? expect.fail();
        const further = roll(4) === 0 && other.id !== service.id ? { further: [other.id] } : {};
        await ask({ type: 'issueTicket', serviceId: service.id, language: 'zhHans', priorityClassId, ...further }, by);
      } else if (wish === 6)
        await ask({ type: 'openCounter', counterId: counter.id, workProfileId: counter.workProfile }, actor);
      else if (wish < 10) await ask({ type: 'callNext' }, actor);
      else if (ticketId !== undefined) await ask(stepOf(wish, ticketId, roll), wish === 19 ? reception : actor);
    }
  }
}

function stepOf(wish: number, ticketId: TicketId, roll: (sides: number) => number): Command {
  switch (wish) {
    case 10:
    case 11:
      return { type: 'startService', ticketId };
    case 12:
    case 13: {
      const end = { externalCaseNo: null, collectOn: null } as const;
      // Most finishes of a visit with something to come go on with it, here or in line.
      const next = roll(2) === 0 ? {} : { next: roll(2) === 0 ? ('here' as const) : ('passOn' as const) };
      return { type: 'finish', ticketId, outcome: 'accepted', ...end, ...next };
    }
    case 14:
      return { type: 'recall', ticketId };
    case 15:
      return { type: 'markMissed', ticketId };
    case 16:
      return roll(2) === 0 ? { type: 'hold', ticketId, reason: 'fillingForm' } : { type: 'resume', ticketId };
    case 17:
      return roll(3) === 0
        ? { type: 'pauseCounter', reason: 'shortBreak' }
        : roll(2) === 0
          ? { type: 'resumeCounter' }
          : { type: 'closeCounter' };
    case 18:
      return roll(2) === 0
        ? { type: 'putBackMissed', ticketId }
        : {
            type: 'transfer',
            ticketId,
            target: { to: 'queue', queueId: demoSetup.queues[roll(3)]?.id ?? expect.fail() },
            reason: 'nextStep',
          };
    default:
      return { type: 'cancelTicket', ticketId, reason: 'visitorLeft' };
  }
}

const target = 30;
const read = (query: Partial<FiguresQuery>, keep: (day: KeptDay) => void = () => {}) =>
  figuresReader(database.db, (date) => instantOf(date, 0, zone), keep).figures({
    query: { from: '2026-09-01', to: '2026-12-31', by: 'service', step: 'day', ...query },
    targetMinutes: target,
    now,
  });

/** The same figures from what the journal tells. */
function byHand(visits: readonly Told[]): VisitFigures {
  const called = visits.filter(({ firstCall }) => firstCall !== null);
  const served = visits.filter((visit) => visit.served);
  const done = visits.filter(({ state }) => state === 'done');
  const left = visits.filter(
    ({ firstCall, state, since, effectiveAt }) =>
      firstCall === null && (state === 'cancelled' || state === 'expired') && since - effectiveAt > target * minute,
  );
  // A visit that still waits, or is still served, is counted up to now.
  const open = (visit: Told, state: Told['state']) => (visit.state === state ? now - visit.since : 0);
  const times = (list: readonly Told[], time: (visit: Told) => number) => spreadOf(list.map(time));
  const promised = called.flatMap(({ firstCall, issuedAt, low, high }) =>
    low === null || high === null || firstCall === null ? [] : [{ waited: firstCall - issuedAt, low, high }],
  );
  return {
    arrivals: visits.length,
    called: called.length,
    served: served.length,
    done: done.length,
    cancelled: visits.filter(({ state }) => state === 'cancelled').length,
    noShow: called.filter((visit) => !visit.served).length,
    missed: visits.filter(({ missed }) => missed).length,
    putBack: visits.filter(({ putBack }) => putBack).length,
    transferred: visits.filter(({ transferred }) => transferred).length,
    unserved: visits.filter(({ state }) => state !== 'done' && state !== 'cancelled').length,
    waiting: times(called, (visit) => visit.waiting + open(visit, 'waiting')),
    walking: times(served, (visit) => visit.walking),
    service: times(served, (visit) => visit.serving + open(visit, 'serving')),
    total: times(done, (visit) => visit.since - visit.issuedAt),
    withinTarget: {
      n: called.filter(({ firstCall, effectiveAt }) => Math.max(0, (firstCall ?? 0) - effectiveAt) <= target * minute)
        .length,
      of: called.length + left.length,
    },
    promise: {
      kept: promised.filter(({ waited, low, high }) => waited >= low * minute && waited <= high * minute).length,
      later: promised.filter(({ waited, high }) => waited > high * minute).length,
      sooner: promised.filter(({ waited, low }) => waited < low * minute).length,
    },
  };
}

describe('figures', () => {
  it.each([1, 2, 3])(
    'are what the journal tells, whole and by each kind of group (course %i)',
    { timeout: 60_000 },
    async (seed) => {
      await course(seed, ['2026-09-21', '2026-09-22', '2026-09-23'], 900);
      const told = toldByJournal(database.db);
      const whole = read({});
      expect(whole.all).toEqual(byHand(told));
      expect(whole.all.served).toBeGreaterThan(40);
      expect(whole.all.transferred + whole.all.putBack).toBeGreaterThan(1);
      for (const [by, keyOf] of [
        ['service', (visit: Told) => visit.service],
        ['queue', (visit: Told) => visit.queue],
        ['counter', (visit: Told) => visit.counter],
        ['source', (visit: Told) => visit.source],
      ] as const) {
        const keys = [...new Set(told.map(keyOf))].filter((key) => key !== null);
        const { groups } = read({ by });
        expect(groups.map(({ key }) => key).toSorted()).toEqual(keys.toSorted());
        for (const { key, ...figures } of groups)
          expect(figures, key).toEqual(byHand(told.filter((visit) => keyOf(visit) === key)));
      }
      // Two groupings at once: the counters of one service, and the ways of taking a number at one counter.
      const [busiest] = read({ by: 'service' }).groups;
      const ofService = told.filter(({ service }) => service === busiest?.key);
      const pairs = read({ of: 'service', key: busiest?.key ?? '', by: 'counter' });
      expect(pairs.all).toEqual(byHand(ofService));
      expect(pairs.groups.length).toBeGreaterThan(1);
      expect(pairs.counters, 'a counter is open for everybody').toEqual([]);
      for (const { key, ...figures } of pairs.groups)
        expect(figures, key).toEqual(byHand(ofService.filter(({ counter }) => counter === key)));
      expect(pairs.series.reduce((all, { arrivals }) => all + arrivals, 0)).toBe(ofService.length);
      expect(read({ of: 'service', key: 'none', by: 'counter' }).all.arrivals).toBe(0);
      const { series } = read({});
      expect(series.map(({ key }) => key)).toEqual(['2026-09-21', '2026-09-22', '2026-09-23']);
      for (const { key, ...figures } of series) {
        const { arrivals, waiting } = byHand(told.filter(({ day }) => day === key));
        expect(figures, key).toEqual({ arrivals, waiting });
      }
    },
  );

  it('of a period are those of its days, both ends included, and a day that is kept reads as one that is not', {
    timeout: 60_000,
  }, async () => {
    await course(7, ['2026-09-21', '2026-09-22', '2026-09-23'], 200);
    const told = toldByJournal(database.db);
    const kept: KeptDay[] = [];
    const period = { from: '2026-09-21', to: '2026-09-22' };
    const first = read(period, (day) => kept.push(day));
    expect(first.all).toEqual(byHand(told.filter(({ day }) => day < '2026-09-23')));
    // The last day is not over: it is worked out each time.
    expect(kept.map(({ day }) => day)).toEqual(['2026-09-21', '2026-09-22']);
    for (const day of kept) dayKeeper(database.db)(day);
    const again: KeptDay[] = [];
    expect(read(period, (day) => again.push(day))).toEqual(first);
    expect(again).toEqual([]);
    const facts = readDayFacts(database.db, '2026-09-21', instantOf('2026-09-21', 0, zone), now);
    expect(unpackFacts(packFacts(facts))).toEqual(facts);
  });

  it('tell nothing of a member of staff from fewer than five visits', { timeout: 60_000 }, async () => {
    await course(3, ['2026-09-21', '2026-09-22'], 260);
    const { groups, hidden } = read({ by: 'staff' });
    expect(groups.length + hidden).toBeGreaterThan(1);
    for (const { served } of groups) expect(served).toBeGreaterThanOrEqual(5);
    const shown = new Set(groups.map(({ key }) => key));
    for (const { id } of demoSetup.counters.slice(0, 3).map((_, at) => ({ id: `clerk0${at + 1}` }))) {
      const { all } = read({ of: 'staff', key: id, by: 'service' });
      if (shown.has(id)) expect(all.served).toBeGreaterThanOrEqual(5);
      else expect(all.arrivals, 'asked for alone, no more is told').toBe(0);
    }
  });

  it('of a hall without a number are none, and nothing is divided by nothing', () => {
    expect(read({})).toMatchObject({
      ...{ days: 0, groups: [], series: [], counters: [] },
      all: { arrivals: 0, waiting: { n: 0, mean: null, median: null, p90: null } },
    });
  });

  it('say how long each counter was open, paused and serving', async () => {
    const ask = (command: Command, actor: Actor) => hall.execute(command, actor, CommandId.parse(uuidV7()));
    const [counter] = counters;
    if (counter === undefined) return expect.fail();
    const clerk = clerkOf(0);
    await ask({ type: 'openCounter', counterId: counter.id, workProfileId: counter.workProfile }, clerk);
    await ask(
      {
        type: 'issueTicket',
        serviceId: demoSetup.services[0]?.id ?? expect.fail(),
        language: 'en',
        priorityClassId: null,
      },
      kiosk,
    );
    now += 10 * minute;
    await ask({ type: 'callNext' }, clerk);
    const [ticket] = [...hall.state().tickets.values()];
    const ticketId = ticket?.id ?? expect.fail();
    now += minute;
    await ask({ type: 'startService', ticketId }, clerk);
    now += 9 * minute;
    await ask({ type: 'finish', ticketId, outcome: 'instant', externalCaseNo: null, collectOn: null }, clerk);
    await ask({ type: 'pauseCounter', reason: 'lunch' }, clerk);
    now += 30 * minute;
    await ask({ type: 'resumeCounter' }, clerk);
    now += 10 * minute;
    await ask({ type: 'closeCounter' }, clerk);
    now += 60 * minute;
    expect(read({}).counters).toEqual([
      { counterId: counter.id, open: 60 * minute, paused: 30 * minute, serving: 9 * minute },
    ]);
    // T13 of the design: waiting 10, walking 1, service 9, total 20.
    expect(read({}).all).toMatchObject({
      waiting: { n: 1, mean: 10 * minute },
      walking: { mean: minute },
      service: { mean: 9 * minute },
      total: { mean: 20 * minute },
    });
    expect(read({}).hours[0]?.[9]).toBe(1);
  });
});
