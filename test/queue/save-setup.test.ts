import { describe, expect, test } from 'vitest';
import { demoSetup } from '../../hall-server/demo/demo-hall.ts';
import { QueueId, ServiceGroupId, ServiceId, WorkProfileId, ZoneId } from '../../shared/ids.ts';
import type { SetupEntry } from '../../shared/setup.ts';
import {
  admin,
  at,
  clerk,
  clock,
  given,
  manager,
  openCounters,
  reception,
  type Story,
  servedNext,
  short,
  waiting,
} from '../support/given.ts';
import { levels } from '../support/levels.ts';

const { zones, serviceGroups, queues, services, workProfiles, counters, priorityClasses } = demoSetup;

function named<Entry extends { readonly id: string }>(entries: readonly Entry[], id: string): Entry {
  const entry = entries.find((one) => one.id === id);
  if (entry === undefined) throw new Error(`no ${id}`);
  return entry;
}

/** The entry, switched off. */
const off = <Entry extends SetupEntry & { readonly value: { readonly active: boolean } }>(entry: Entry): SetupEntry =>
  ({ ...entry, value: { ...entry.value, active: false } }) as SetupEntry;

const zone = { kind: 'zone', value: named(zones, 'A') } as const;
const group = { kind: 'serviceGroup', value: named(serviceGroups, 'unresolved') } as const;
const queue = { kind: 'queue', value: named(queues, 'U') } as const;
const service = { kind: 'service', value: named(services, 'unresolved-report') } as const;
const profile = { kind: 'workProfile', value: named(workProfiles, 'advice') } as const;
const counter = { kind: 'counter', value: named(counters, 'counter-12') } as const;
const elder = { kind: 'priorityClass', value: named(priorityClasses, 'elder') } as const;
const adviceOnly = { ...profile, value: { ...profile.value, levels: levels(['X']) } };

const general = (id: string) =>
  ({ kind: 'hall', value: { ...demoSetup.hall, generalService: ServiceId.parse(id) } }) as const;

describe('the general service', () => {
  test('must be one that is in use', () => {
    expect(short(given().when(admin.saves(general('tax-invoice'))))).toEqual(['setupSaved']);
    expect(short(given().when(admin.saves(general('none'))))).toBe('setupRefersToUnknown');
    const without = given(admin.saves(off(service)));
    expect(short(without.when(admin.saves(general('unresolved-report'))))).toBe('setupRefersToUnknown');
  });
  test('is not switched off as long as it is the general one', () => {
    const chosen = given(admin.saves(general('unresolved-report')));
    expect(short(chosen.when(admin.saves(off(service))))).toBe('setupStillInUse');
  });
});

describe('an entry fits the others', () => {
  const nowhere = ZoneId.parse('nowhere');
  test.each<[string, SetupEntry, string | readonly string[]]>([
    ['group in an unknown zone', { ...group, value: { ...group.value, zone: nowhere } }, 'setupRefersToUnknown'],
    ['queue in an unknown zone', { ...queue, value: { ...queue.value, zone: nowhere } }, 'setupRefersToUnknown'],
    ['counter in an unknown zone', { ...counter, value: { ...counter.value, zone: nowhere } }, 'setupRefersToUnknown'],
    [
      'service of an unknown group',
      { ...service, value: { ...service.value, serviceGroup: ServiceGroupId.parse('none') } },
      'setupRefersToUnknown',
    ],
    [
      'service of an unknown queue',
      { ...service, value: { ...service.value, queue: QueueId.parse('none') } },
      'setupRefersToUnknown',
    ],
    [
      'counter with an unknown profile',
      { ...counter, value: { ...counter.value, workProfile: WorkProfileId.parse('none') } },
      'setupRefersToUnknown',
    ],
    [
      'profile with an unknown queue in its second level',
      {
        ...profile,
        value: { ...profile.value, levels: levels(['U'], ['none']) },
      },
      'setupRefersToUnknown',
    ],
    ['a letter twice', { ...queue, value: { ...queue.value, prefix: 'A' } }, 'setupDuplicate'],
    ['a label twice', { ...counter, value: { ...counter.value, label: '1' } }, 'setupDuplicate'],
    ['its own letter again', queue, ['setupSaved']],
    ['its own label again', counter, ['setupSaved']],
    ['a free letter', { ...queue, value: { ...queue.value, prefix: 'K' } }, ['setupSaved']],
    ['rules', { kind: 'rules', value: demoSetup.rules }, ['setupSaved']],
    ['opening hours', { kind: 'openingHours', value: demoSetup.openingHours }, ['setupSaved']],
    ['the hall', { kind: 'hall', value: demoSetup.hall }, ['setupSaved']],
  ])('%s', (_, entry, answer) => expect(short(given().when(admin.saves(entry)))).toEqual(answer));

  test('what is switched off cannot be referred to, and comes back only where it fits', () => {
    const without = given(admin.saves(off(service)), admin.saves(adviceOnly), admin.saves(off(queue)));
    expect(short(without.when(admin.saves(service)))).toBe('setupRefersToUnknown');
    expect(short(without.when(admin.saves(profile)))).toBe('setupRefersToUnknown');
    const taken = without.given(admin.saves({ kind: 'queue', value: { ...queue.value, id: QueueId.parse('other') } }));
    expect(short(taken.when(admin.saves(queue)))).toBe('setupDuplicate');
    expect(short(without.when(admin.saves(queue)))).toEqual(['setupSaved']);
  });
});

test('a letter that has given numbers today does not get free by a change on a queue that is switched off', () => {
  const today = given(waiting('U', 1), reception.cancel('U001'), admin.saves(off(service)), admin.saves(adviceOnly));
  expect(short(today.when(admin.saves(off(queue))))).toEqual(['setupSaved']);
  const changed = { ...queue, value: { ...queue.value, prefix: 'K' } };
  expect(short(today.when(admin.saves(off(changed))))).toBe('setupStillInUse');
});

test('nor does another queue take it over, though its own is off; tomorrow it may', () => {
  const today = given(waiting('U', 1), [
    reception.cancel('U001'),
    admin.saves(off(service)),
    admin.saves(adviceOnly),
    admin.saves(off(queue)),
  ]);
  const other = { ...queue, value: { ...queue.value, id: QueueId.parse('other') } };
  expect(short(today.when(admin.saves(other)))).toBe('setupStillInUse');
  expect(short(today.given(at('2026-09-23 09:00'), clock.openDay()).when(admin.saves(other)))).toEqual(['setupSaved']);
});

test('the label of a counter that is off is free', () => {
  const renamed = { ...named(counters, 'counter-11'), label: '12' };
  expect(short(given().when(admin.saves({ kind: 'counter', value: renamed })))).toBe('setupDuplicate');
  expect(short(given(admin.saves(off(counter))).when(admin.saves({ kind: 'counter', value: renamed })))).toEqual([
    'setupSaved',
  ]);
});

describe('nothing is switched off while somebody needs it', () => {
  const empty = given();
  const unserved = given(admin.saves(off(service)), admin.saves(adviceOnly));
  const someoneOf = (letter: string) => given(openCounters(12), waiting(letter, 1));
  const passedOn = given(
    openCounters(1, 12),
    waiting('A', 1),
    clerk(1).callNext(),
    clerk(1).startService('A001'),
    clerk(1).transferToCounter('A001', 12),
  );
  const noCounterHasIt = given(
    admin.saves({ ...counter, value: { ...counter.value, workProfile: WorkProfileId.parse('tax') } }),
  );

  test.each<[string, Story, SetupEntry, string | readonly string[]]>([
    ['a zone with counters', empty, off(zone), 'setupStillInUse'],
    ['an empty zone', given(admin.saves(newZone())), off(newZone()), ['setupSaved']],
    ['a group with services', empty, off(group), 'setupStillInUse'],
    ['a group whose services are off', given(admin.saves(off(service))), off(group), ['setupSaved']],
    ['a queue with a service', empty, off(queue), 'setupStillInUse'],
    ['a queue in a profile', given(admin.saves(off(service))), off(queue), 'setupStillInUse'],
    ['a queue nobody uses', unserved, off(queue), ['setupSaved']],
    ['a service somebody waits for', someoneOf('U'), off(service), 'setupStillInUse'],
    ['a service whose visits have ended', someoneOf('U').given(servedNext(12)), off(service), ['setupSaved']],
    [
      'a service whose visits are over with the day',
      someoneOf('U').given(manager.closeDay()),
      off(service),
      ['setupSaved'],
    ],
    ['a profile of a counter', empty, off(profile), 'setupStillInUse'],
    ['a profile of no counter', noCounterHasIt, off(profile), ['setupSaved']],
    [
      'a profile somebody works to',
      noCounterHasIt.given(clerk(3).openCounter(3, 'advice')),
      off(profile),
      'setupStillInUse',
    ],
    ['a counter nobody has opened', empty, off(counter), ['setupSaved']],
    ['an open counter', given(openCounters(12)), off(counter), 'setupStillInUse'],
    ['a paused counter', given(openCounters(12), clerk(12).pauseCounter()), off(counter), 'setupStillInUse'],
    ['a counter somebody waits for', passedOn, off(counter), 'setupStillInUse'],
    ['a counter closed again', passedOn.given(clerk(12).closeCounter()), off(counter), ['setupSaved']],
    ['a class nobody has', empty, off(elder), ['setupSaved']],
    ['a class somebody has', given(reception.issue('A', 'elder')), off(elder), 'setupStillInUse'],
  ])('%s', (_, story, entry, answer) => expect(short(story.when(admin.saves(entry)))).toEqual(answer));
});

function newZone() {
  return { kind: 'zone', value: { ...zone.value, id: ZoneId.parse('C') } } as const;
}

test('saved rules hold from the next command on, for those already in line too', () => {
  const hall = given(openCounters(1), waiting('A', 1), clerk(1).callNext());
  const { rules } = hall.state.setup;
  expect(short(hall.when(clerk(1).markMissed('A001')))).toBe('missedTooEarly');
  const milder = { ...rules, missed: { ...rules.missed, afterCalls: 1, afterSeconds: 0 } };
  expect(short(hall.given(admin.saves({ kind: 'rules', value: milder })).when(clerk(1).markMissed('A001')))).toEqual([
    'ticketMissed',
  ]);
});
