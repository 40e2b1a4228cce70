import { expect, test } from 'vitest';
import { demoSetup } from '../../hall-server/demo/demo-hall.ts';
import type { Setup } from '../../shared/setup.ts';
import {
  clerk,
  counterId,
  eventsOf,
  givenIn,
  kiosk,
  openCounters,
  reception,
  type Story,
  short,
} from '../support/given.ts';

/** Counter 2 is quick; renewals are. */
const setup: Setup = {
  ...demoSetup,
  counters: demoSetup.counters.map((one) => (one.id === counterId(2) ? { ...one, kind: 'quick' } : one)),
  services: demoSetup.services.map((one) => (one.id === 'licence-renew' ? { ...one, quick: true } : one)),
};
const renew = (further: readonly string[] = []) => ({
  ...kiosk.issue('A', null, further),
  command: {
    type: 'issueTicket',
    serviceId: renewId,
    language: 'zhHans',
    priorityClassId: null,
    ...(further.length > 0 && { further: further as never }),
  } as const,
});
const renewId = demoSetup.services.find(({ id }) => id === 'licence-renew')?.id ?? expect.fail('renewals');
const called = (story: Story, by: number) => {
  const [event] = eventsOf(story.when(clerk(by).callNext()));
  return event?.type === 'ticketCalled' ? story.state.tickets.get(event.ticketId)?.number : event?.type;
};

test('a quick counter passes long matters by, as long as another counter calls them', () => {
  const story = givenIn(setup, kiosk.issue('A'), renew(['tax-declaration']), renew(), openCounters(1, 2));
  expect(called(story, 2)).toBe('A003');
  expect(called(story, 1)).toBe('A001');
  expect(
    short(
      story
        .given(clerk(2).callNext())
        .given(clerk(2).startService('A003'), clerk(2).finish('A003'))
        .when(clerk(2).callNext()),
    ),
  ).toBe('nobodyWaiting');
});

test('alone it is a counter like any other: nobody waits in vain', () => {
  const story = givenIn(setup, kiosk.issue('A'), renew(), openCounters(2));
  expect(called(story, 2)).toBe('A001');
  const colleagueGone = givenIn(setup, kiosk.issue('A'), openCounters(1, 2)).given(clerk(1).pauseCounter());
  expect(called(colleagueGone, 2)).toBe('A001');
});

test('whoever is kept for it is called there, however long it takes', () => {
  const story = givenIn(setup, kiosk.issue('A'), openCounters(1, 2), reception.reserveForCounter('A001', 2));
  expect(called(story, 2)).toBe('A001');
});

test('the forecast does not promise a long matter the quick counter', () => {
  const crowd = givenIn(setup, ...Array.from({ length: 6 }, () => kiosk.issue('A')), openCounters(1, 2));
  const plain = givenIn(demoSetup, ...Array.from({ length: 6 }, () => kiosk.issue('A')), openCounters(1, 2));
  const wait = (story: Story) => story.picture().waitOfTicket(story.ticket('A006').id)?.highMinutes ?? 0;
  expect(wait(crowd)).toBeGreaterThan(wait(plain));
});
