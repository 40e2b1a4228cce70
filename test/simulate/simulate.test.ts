import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Simulation, simulate } from '../../hall-server/simulate/simulate.ts';
import type { SetupEntry } from '../../shared/setup.ts';
import type { AdminView, DeskView } from '../../shared/views.ts';
import { connectStaff, type RunningHall, startDemoHall, temporaryFolder } from '../support/hall.ts';

const folder = temporaryFolder();
let hall: RunningHall;

beforeAll(async () => {
  hall = await startDemoHall({ dataDir: folder.path });
  const admin = await connectStaff<AdminView>(hall.address, 'admin', 'admin');
  const save = async (entry: SetupEntry) =>
    expect(await admin.send({ type: 'saveSetup', entry })).toMatchObject({ ok: true });
  // The hall's own rules hold for everybody: an impatient hall and a small one, so that the test is quick.
  const { rules, counters } = admin.view().setup;
  await save({ kind: 'rules', value: { ...rules, missed: { ...rules.missed, afterSeconds: 1 } } });
  for (const counter of counters.filter((one) => !['1', '8', '9', '10', '12'].includes(one.label))) {
    await save({ kind: 'counter', value: { ...counter, active: false } });
  }
  admin.close();
});
afterAll(async () => {
  await hall.close();
  folder.remove();
});

/** Nothing that can happen happens rarely. */
const eventful = { noShow: 0.25, leaves: 0.1, aside: 0.2, transferred: 0.2, rates: 0.6, priority: 0.2 };
const run = (simulation: Partial<Simulation>) =>
  simulate({ address: hall.address, visitors: 30, speed: 600, seed: 25, habits: eventful, ...simulation });

test('30 visitors go through the hall as planned and nobody is left in it', async () => {
  const { visits, progress } = await run({});

  const planned = visits.map(({ visit }) => visit);
  const courses = planned.map(({ course }) => (course.kind === 'noShow' ? course.afterwards : course.kind));
  expect(new Set(courses)).toEqual(new Set(['comes', 'leaves', 'goesToCounter', 'isPutBack', 'neverComes']));
  expect(planned.some((visit) => visit.aside !== null)).toBe(true);
  expect(planned.some((visit) => visit.transferTo !== null)).toBe(true);
  for (const { visit, end } of visits) {
    const { course } = visit;
    if (course.kind === 'comes') expect(end).toBe('done');
    if (course.kind === 'leaves') expect(['cancelled', 'done']).toContain(end);
    if (course.kind === 'noShow') expect(end).toBe(course.afterwards === 'neverComes' ? 'missed' : 'done');
  }

  // The hall's own record says the same.
  const admin = await connectStaff<AdminView>(hall.address, 'admin', 'manager');
  const desk = await connectStaff<DeskView>(hall.address, 'desk', 'reception');
  const { today } = admin.view();
  const ended = (end: string) => visits.filter((one) => one.end === end).length;
  expect(today).toMatchObject({
    issued: 30,
    done: ended('done'),
    cancelled: ended('cancelled'),
    missed: ended('missed'),
    ...{ waiting: 0, called: 0, serving: 0, held: 0 },
  });
  expect(today.counters.map((counter) => counter.status)).toEqual(today.counters.map(() => 'closed'));
  expect(desk.view().tickets.map((ticket) => ticket.status)).toEqual(Array(ended('missed')).fill('missed'));
  const raters = visits.filter(({ visit, end }) => end === 'done' && visit.rating !== null).length;
  expect(progress).toMatchObject({ came: 30, served: today.done, missed: today.missed, rated: raters });
  admin.close();
  desk.close();
}, 60_000);

test('stopped early, clerks finish with whom they have and close their counters', async () => {
  const stopping = new AbortController();
  const { visits, progress } = await run({
    seed: 12,
    speed: 60,
    signal: stopping.signal,
    onProgress: ({ serving, came }) => {
      if (serving >= 2 && came >= 4) stopping.abort();
    },
  });
  expect(visits.map((one) => one.end)).toContain('stopped');
  expect(progress).toMatchObject({ called: 0, serving: 0 });
  const admin = await connectStaff<AdminView>(hall.address, 'admin', 'manager');
  const { today } = admin.view();
  expect(new Set(today.counters.map((counter) => counter.status))).toEqual(new Set(['closed']));
  expect(today.held).toBe(0);
  admin.close();
}, 60_000);

test('where nobody answers it says how to open a hall', async () => {
  await expect(run({ address: 'http://127.0.0.1:9' })).rejects.toThrow(/No hall answers .* npm start/);
});

test('it enters no real hall', async () => {
  const admin = await connectStaff<AdminView>(hall.address, 'admin', 'admin');
  const { hall: facts } = admin.view().setup;
  const become = (demo: boolean) =>
    admin.send({ type: 'saveSetup', entry: { kind: 'hall', value: { ...facts, demo } } });
  expect((await become(false)).ok).toBe(true);
  await expect(run({})).rejects.toThrow(/real hall/);
  expect((await become(true)).ok).toBe(true);
  admin.close();
}, 60_000);
