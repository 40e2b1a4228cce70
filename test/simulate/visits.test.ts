import { describe, expect, test } from 'vitest';
import { demoSetup } from '../../hall-server/demo/demo-hall.ts';
import { demandOn, minutesPerVisit } from '../../hall-server/simulate/demand.ts';
import { createRandom } from '../../hall-server/simulate/random.ts';
import { bearableNoShows, noHabits, planVisits, usualHabits } from '../../hall-server/simulate/visits.ts';

const profiles = demoSetup.counters.map((counter) => counter.workProfile);
const demand = demandOn(demoSetup, profiles);
const priorityClassIds = demoSetup.priorityClasses.map((one) => one.id);
const plan = { visitors: 2_000, demand, habits: usualHabits, counters: profiles.length, priorityClassIds };

describe('demand', () => {
  test('no queue is sent more than its counters can serve, and all of them are kept busy', () => {
    const busyMinutes = demand.services.reduce((sum, [service, rate]) => sum + rate * (service.typicalMinutes + 1), 0);
    expect(busyMinutes).toBeGreaterThan(0.9 * profiles.length);
    expect(busyMinutes).toBeLessThan(profiles.length);
    const estate = demand.services.filter(([service]) => service.queue === 'R');
    const ofOneCounter = estate.reduce((sum, [service, rate]) => sum + rate * (service.typicalMinutes + 1), 0);
    expect(ofOneCounter).toBeLessThan(1);
  });

  test('a quick service of a queue is asked for more often than a long one', () => {
    const rate = (id: string) => demand.services.find(([service]) => service.id === id)?.[1] ?? 0;
    expect(rate('estate-search')).toBeGreaterThan(2 * rate('estate-transfer'));
  });

  test('nobody comes for what no open counter serves', () => {
    const [first] = profiles;
    const one = demandOn(demoSetup, first === undefined ? [] : [first]);
    expect(new Set(one.services.map(([service]) => service.queue))).toEqual(new Set(['A', 'L']));
    expect(demandOn(demoSetup, [])).toEqual({ visitorsPerMinute: 0, services: [] });
  });
});

describe('visits', () => {
  const visits = planVisits(plan, createRandom(1));

  test('the same seed plans the same visits', () => {
    expect(planVisits(plan, createRandom(1))).toEqual(visits);
    expect(planVisits(plan, createRandom(2))).not.toEqual(visits);
  });

  test('they come one after another, about as many a minute as the demand says', () => {
    const times = visits.map((visit) => visit.arrivesAt);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(visits.length / (times.at(-1) ?? 0)).toBeCloseTo(demand.visitorsPerMinute, 0);
  });

  test('service times scatter about the typical ones', () => {
    const ofService = visits.filter((visit) => visit.serviceId === 'consult-general');
    const mean = ofService.reduce((sum, visit) => sum + visit.serviceMinutes, 0) / ofService.length;
    expect(mean).toBeGreaterThan(4.3);
    expect(mean).toBeLessThan(5.7);
    expect(new Set(ofService.map((visit) => visit.serviceMinutes)).size).toBe(ofService.length);
  });

  test('habits are kept in their shares', () => {
    const share = (has: (visit: (typeof visits)[number]) => boolean) => visits.filter(has).length / visits.length;
    expect(share((visit) => visit.course.kind === 'noShow')).toBeCloseTo(usualHabits.noShow, 1.5);
    expect(share((visit) => visit.course.kind === 'leaves')).toBeCloseTo(usualHabits.leaves, 1.5);
    expect(share((visit) => visit.aside !== null)).toBeCloseTo(usualHabits.aside, 1.5);
    expect(share((visit) => visit.rating !== null)).toBeCloseTo(usualHabits.rates, 1.2);
    expect(share((visit) => visit.priorityClassId !== null)).toBeCloseTo(usualHabits.priority, 1.5);
  });

  test('nobody is passed on to the queue they are in, or to one that nobody serves', () => {
    const queueOf = (id: string) => demoSetup.services.find((service) => service.id === id)?.queue;
    const passedOn = planVisits({ ...plan, habits: { ...usualHabits, transferred: 1 } }, createRandom(1));
    for (const visit of passedOn) expect(visit.transferTo).not.toBe(queueOf(visit.serviceId));
    const [first] = profiles;
    const alone = demandOn(demoSetup, first === undefined ? [] : [first]);
    const targets = planVisits(
      { ...plan, demand: alone, habits: { ...usualHabits, transferred: 1 } },
      createRandom(1),
    ).map((visit) => visit.transferTo);
    expect(new Set(targets)).toEqual(new Set(['A', 'L']));
  });

  test('without habits everybody simply comes, is served and goes', () => {
    for (const visit of planVisits({ ...plan, habits: noHabits }, createRandom(1))) {
      expect(visit).toMatchObject({ course: { kind: 'comes' }, aside: null, transferTo: null, rating: null });
    }
  });
});

describe('visitors who do not come', () => {
  test('are as many as usual while the hall runs slowly, fewer as it runs faster', () => {
    expect(bearableNoShows(0.05, 1, 60, demand)).toBe(0.05);
    const fast = bearableNoShows(0.05, 60, 60, demand);
    expect(fast).toBeGreaterThan(0.01);
    expect(fast).toBeLessThan(0.05);
    expect(bearableNoShows(0.05, 600, 60, demand)).toBeCloseTo(fast / 10);
  });

  test('cost the counters at most a seventh of their time', () => {
    const share = bearableNoShows(1, 60, 60, demand);
    expect((share * 60) / minutesPerVisit(demand)).toBeLessThanOrEqual(0.16);
    expect(bearableNoShows(0.3, 600, 0, demand)).toBe(0.3);
  });
});
