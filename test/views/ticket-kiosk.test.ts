import { describe, expect, test } from 'vitest';
import { demoSetup } from '../../hall-server/demo/demo-hall.ts';
import { ticketKioskView } from '../../hall-server/views/ticket-kiosk.ts';
import { weekdays } from '../../shared/setup.ts';
import { admin, at, clerk, given, givenIn, kiosk, openCounters, type Story, waiting } from '../support/given.ts';

const view = (story: Story) => ticketKioskView(story.picture(), kiosk.by);
const choice = (story: Story, letter: string) => {
  const services = view(story).groups.flatMap((group) => group.services);
  const found = services.find((service) => service.prefix === letter);
  if (found === undefined) throw new Error(`no service of ${letter}`);
  return found;
};

describe('nobody waits, and yet there is a wait', () => {
  test('a second level is called only when the first is empty', () => {
    const busy = given(openCounters(1, 2), waiting('A', 9));
    expect(choice(busy, 'L')).toMatchObject({ waiting: 0, othersFirst: true });
    expect(choice(busy, 'L').wait?.lowMinutes).toBeGreaterThan(5);
    expect(choice(busy, 'A').othersFirst, 'its own people are its own wait').toBe(false);
  });
  test('of one level, whoever came before is called before', () => {
    const busy = given(openCounters(10), waiting('F', 3));
    expect(choice(busy, 'W')).toMatchObject({ waiting: 0, othersFirst: true });
    expect(choice(busy, 'F').othersFirst).toBe(false);
  });
  test('not where one counter has nobody else to call, nor where none is open', () => {
    expect(choice(given(openCounters(1, 2), waiting('A', 9)), 'T').othersFirst).toBe(false);
    expect(choice(given(openCounters(1, 8), waiting('A', 9)), 'L').othersFirst).toBe(false);
    expect(choice(given(openCounters(1)), 'L').othersFirst).toBe(false);
  });
});

describe('a number that may not be reached before closing', () => {
  const day = [
    ['09:00', '12:00'],
    ['13:00', '17:00'],
  ] as const;
  const hours = { ...demoSetup.openingHours, ...Object.fromEntries(weekdays.map((weekday) => [weekday, day])) };
  const usual = (time: string) =>
    givenIn({ ...demoSetup, openingHours: hours }, openCounters(1), waiting('A', 4), clerk(1).callNext(), at(time));

  test('is said before it is taken, with the time', () => {
    expect(choice(usual('15:30'), 'A').mayNotBeReachedBy).toBeNull();
    const late = choice(usual('16:40'), 'A');
    expect(late.mayNotBeReachedBy).toBe('17:00');
    expect(late.wait?.highMinutes).toBeGreaterThan(20);
  });
  test('is judged by the longest of the range', () => {
    const { wait } = choice(usual('14:00'), 'A');
    if (wait === null) throw new Error('no wait');
    const clock = (minute: number) => `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
    const last = 17 * 60 - wait.highMinutes;
    expect(choice(usual(clock(last)), 'A').mayNotBeReachedBy).toBeNull();
    expect(choice(usual(clock(last + 1)), 'A').mayNotBeReachedBy).toBe('17:00');
  });
  test('is not said where no wait is known, nor in a hall open to midnight', () => {
    expect(choice(usual('16:40'), 'R').mayNotBeReachedBy).toBeNull();
    const open = given(openCounters(1), waiting('A', 9), at('23:55'));
    expect(choice(open, 'A').mayNotBeReachedBy).toBeNull();
  });
});

test('the general service is offered only while it can be chosen', () => {
  expect(view(given()).generalServiceId).toBe('consult-general');
  const none = { ...demoSetup.hall, generalService: null };
  expect(view(givenIn({ ...demoSetup, hall: none })).generalServiceId).toBeNull();
  const group = demoSetup.serviceGroups.find(({ id }) => id === 'consult');
  if (group === undefined) throw new Error('no group');
  const closed = { ...demoSetup, serviceGroups: demoSetup.serviceGroups.filter((one) => one !== group) };
  expect(view(givenIn(closed)).generalServiceId).toBeNull();
});

test('who may ask for priority, and with what; classes not in use are not named', () => {
  const [first, ...others] = demoSetup.priorityClasses;
  if (first === undefined) throw new Error('no class');
  expect(view(given()).priorityClasses).toEqual(
    demoSetup.priorityClasses.map(({ name, evidence }) => ({ name, evidence })),
  );
  const without = given(admin.saves({ kind: 'priorityClass', value: { ...first, active: false } }));
  expect(view(without).priorityClasses).toEqual(others.map(({ name, evidence }) => ({ name, evidence })));
});
