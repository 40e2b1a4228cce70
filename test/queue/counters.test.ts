import { describe, expect, test } from 'vitest';
import { demoSetup } from '../../hall-server/demo/demo-hall.ts';
import type { SetupEntry } from '../../shared/setup.ts';
import {
  admin,
  at,
  clerk,
  clock,
  counterId,
  given,
  later,
  openCounters,
  servedNext,
  short,
  waiting,
} from '../support/given.ts';
import { levels } from '../support/levels.ts';

describe('counters', () => {
  const open = given(openCounters(1), waiting('A', 2));

  test('C5 one clerk at a counter; a colleague is told, and may take over with whoever stands there', () => {
    expect(short(open.when(clerk(2).openCounter(1)))).toBe('counterTaken');
    const taken = open.given(clerk(1).callNext(), clerk(2).takeOverCounter(1));
    expect(short(taken.when(clerk(1).recall('A001')))).toBe('noCounter');
    expect(short(taken.when(clerk(2).startService('A001')))).toEqual(['serviceStarted']);
  });
  test('taken over in the middle of a service, both have served the visitor', () => {
    const serving = open.given(clerk(1).callNext(), clerk(1).startService('A001'));
    const { since } = serving.ticket('A001');
    const taken = serving.given(later(3), clerk(2).takeOverCounter(1));
    expect(taken.ticket('A001')).toMatchObject({ status: 'serving', staffId: 'clerk02', since });
    const done = taken.given(later(2), clerk(2).finish('A001'));
    expect(done.ticket('A001').servedBy).toEqual(['clerk01', 'clerk02']);
  });
  test('one counter a clerk', () => {
    expect(short(open.when(clerk(1).openCounter(2)))).toBe('staffAtOtherCounter');
    expect(short(given(openCounters(1, 2)).when(clerk(1).takeOverCounter(2)))).toBe('staffAtOtherCounter');
  });
  test('nothing is taken over where nobody is', () => {
    expect(short(open.when(clerk(2).takeOverCounter(3)))).toBe('counterNotTaken');
  });
  test('neither paused nor closed while somebody stands there', () => {
    const called = open.given(clerk(1).callNext());
    expect(short(called.when(clerk(1).pauseCounter()))).toBe('counterBusy');
    expect(short(called.when(clerk(1).closeCounter()))).toBe('counterBusy');
  });
  test('paused calls nobody, resumed does', () => {
    const paused = open.given(clerk(1).pauseCounter());
    expect(short(paused.when(clerk(1).callNext()))).toBe('counterPaused');
    expect(short(paused.given(clerk(1).resumeCounter()).when(clerk(1).callNext()))).toEqual(['ticketCalled']);
    expect(short(open.when(clerk(1).resumeCounter()))).toBe('counterNotPaused');
  });
  test('without a counter nothing can be called', () => {
    expect(short(open.when(clerk(2).callNext()))).toBe('noCounter');
  });
  test('an unknown counter or work profile is not opened', () => {
    expect(short(open.when(clerk(2).openCounter(99, 'licence')))).toBe('unknownCounter');
    expect(short(open.when(clerk(2).openCounter(2, 'nothing')))).toBe('unknownWorkProfile');
  });
});

describe('set-up', () => {
  const first = <Entry>(from: readonly Entry[]): Entry => from[0] ?? expect.fail('the demo hall has none');
  const queue = first(demoSetup.queues);
  const service = first(demoSetup.services);
  const counter = first(demoSetup.counters);
  const profile = first(demoSetup.workProfiles);
  const saves = (entry: SetupEntry, story = given()) => short(story.when(admin.saves(entry)));

  test('a changed entry takes the place of the old one, a new one comes last', () => {
    const renamed = { ...queue, dailyLimit: 50 };
    const added = { ...queue, id: 'K' as typeof queue.id, prefix: 'K' };
    const after = given(admin.saves({ kind: 'queue', value: renamed }), admin.saves({ kind: 'queue', value: added }));
    expect(after.state.setup.queues.at(0)).toEqual(renamed);
    expect(after.state.setup.queues.at(-1)).toEqual(added);
  });
  test('a letter and a label are taken once', () => {
    expect(saves({ kind: 'queue', value: { ...queue, id: 'K' as typeof queue.id } })).toBe('setupDuplicate');
    expect(saves({ kind: 'counter', value: { ...counter, id: 'x' as typeof counter.id } })).toBe('setupDuplicate');
  });
  test('a letter that has given numbers today stays with its queue until tomorrow', () => {
    const today = given(waiting('U', 1));
    const letter = demoSetup.queues.find((one) => one.prefix === 'U') ?? expect.fail('no queue U');
    const changed: SetupEntry = { kind: 'queue', value: { ...letter, prefix: 'K' } };
    expect(saves(changed, today)).toBe('setupStillInUse');
    expect(saves(changed, today.given(at('2026-09-23 09:00'), clock.openDay()))).toEqual(['setupSaved']);
  });
  test('nothing refers to what is not there', () => {
    expect(saves({ kind: 'service', value: { ...service, queue: 'nowhere' as never } })).toBe('setupRefersToUnknown');
    expect(saves({ kind: 'counter', value: { ...counter, zone: 'nowhere' as never } })).toBe('setupRefersToUnknown');
    expect(saves({ kind: 'workProfile', value: { ...profile, levels: levels(['nowhere']) } })).toBe(
      'setupRefersToUnknown',
    );
  });
  test('nothing is switched off while it is used', () => {
    expect(saves({ kind: 'queue', value: { ...queue, active: false } })).toBe('setupStillInUse');
    expect(saves({ kind: 'service', value: { ...service, active: false } }, given(waiting('A', 1)))).toBe(
      'setupStillInUse',
    );
    // Nobody waits, but the list of its papers names it.
    expect(saves({ kind: 'service', value: { ...service, active: false } })).toBe('setupStillInUse');
    const { hall, materials, services } = demoSetup;
    const named = [hall.generalService, ...materials.map((one) => one.service)];
    const spare = services.find(({ id }) => !named.includes(id)) ?? expect.fail('no service without papers');
    expect(saves({ kind: 'service', value: { ...spare, active: false } })).toEqual(['setupSaved']);
    expect(saves({ kind: 'counter', value: { ...counter, active: false } }, given(openCounters(1)))).toBe(
      'setupStillInUse',
    );
    expect(saves({ kind: 'counter', value: { ...counter, active: false } })).toEqual(['setupSaved']);
  });
});

test('a counter counts its visits of the day, over breaks and clerks, and begins anew the next day', () => {
  const finished = (story: ReturnType<typeof given>) => story.state.counters.get(counterId(1))?.finished;
  const reopened = given(
    openCounters(1),
    waiting('A', 2),
    servedNext(1),
    clerk(1).closeCounter(),
    later(60),
    clerk(2).openCounter(1),
  );
  expect(finished(reopened)).toBe(1);
  expect(finished(reopened.given(at('2026-09-23 09:00'), clock.openDay(), clerk(1).openCounter(1)))).toBe(0);
});
