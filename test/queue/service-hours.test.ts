import { describe, expect, test } from 'vitest';
import { demoSetup } from '../../hall-server/demo/demo-hall.ts';
import { instantOf, localTime } from '../../hall-server/local-time.ts';
import { offeredSlots } from '../../hall-server/queue/appointment-slots.ts';
import { groupChoices } from '../../hall-server/views/group-choices.ts';
import { OpeningHours, type ServiceHours, type Setup } from '../../shared/setup.ts';
import { at, givenIn, kiosk, reception, type Story, short } from '../support/given.ts';

/** Nine to five on weekdays; the first service of queue A has hours of its own. */
const day = [
  ['09:00', '12:00'],
  ['13:00', '17:00'],
] as const;
const openingHours = OpeningHours.parse({
  ...{ monday: day, tuesday: day, wednesday: day, thursday: day, friday: day, saturday: [], sunday: [] },
  exceptions: [{ date: '2026-09-24', periods: [] }],
});
const withHours = (hours: ServiceHours | null): Setup => ({
  ...demoSetup,
  openingHours,
  services: demoSetup.services.map((one) => (one.id === 'licence-new-individual' ? { ...one, hours } : one)),
});
const mornings: ServiceHours = { weekdays: ['tuesday', 'thursday', 'friday'], from: '10:00', until: '15:00' };
const choice = (story: Story) =>
  groupChoices(story.picture())
    .flatMap(({ services }) => services)
    .find(({ serviceId }) => serviceId === 'licence-new-individual');

describe('a service with hours of its own, Tuesday 2026-09-22', () => {
  const story = givenIn(withHours(mornings));

  test.each([
    ['09:44', 'serviceNotNow'],
    ['09:45', ['ticketIssued']],
    ['12:30', ['ticketIssued']],
    ['14:44', ['ticketIssued']],
    ['14:45', 'serviceNotNow'],
  ])('at %s a kiosk', (time, answer) => expect(short(story.given(at(time)).when(kiosk.issue('A')))).toEqual(answer));

  test('the front desk is not bound, nor is any other service', () => {
    const early = story.given(at('09:30'));
    expect(short(early.when(reception.issue('A')))).toEqual(['ticketIssued']);
    expect(short(early.when(kiosk.issue('T')))).toEqual(['ticketIssued']);
  });

  test('whoever comes too early or too late is told when: later today, or on the next such day that the hall is open', () => {
    expect(story.given(at('09:30')).when(kiosk.issue('A'))).toEqual({
      rejected: 'serviceNotNow',
      facts: { date: '2026-09-22', time: '10:00' },
    });
    // Wednesday is not one of its days, Thursday the hall is closed.
    expect(story.given(at('15:30')).when(kiosk.issue('A'))).toEqual({
      rejected: 'serviceNotNow',
      facts: { date: '2026-09-25', time: '10:00' },
    });
    expect(choice(story.given(at('09:30')))).toMatchObject({
      given: false,
      opens: { date: '2026-09-22', time: '10:00' },
    });
    expect(choice(story.given(at('10:30')))).toMatchObject({ given: true, opens: null });
  });

  test('slots lie within its hours and its days', () => {
    const service = story.state.setup.services.find(({ id }) => id === 'licence-new-individual') ?? expect.fail();
    const zone = story.state.setup.hall.timeZone;
    const moment = {
      now: story.now,
      local: localTime(story.now, zone),
      instantOf: (date: string, minute: number) => instantOf(date, minute, zone),
    };
    const slots = offeredSlots(story.state, service, moment);
    expect([...new Set(slots.map(({ date }) => date))]).toEqual(['2026-09-22', '2026-09-25', '2026-09-29']);
    expect(slots.filter(({ date }) => date === '2026-09-25').map(({ slot }) => slot)).toEqual([
      '10:00',
      '10:30',
      '11:00',
      '11:30',
      '13:00',
      '13:30',
      '14:00',
      '14:30',
    ]);
  });
});

test('a service without hours of its own is given whenever the hall is open', () => {
  expect(short(givenIn(withHours(null), at('09:00')).when(kiosk.issue('A')))).toEqual(['ticketIssued']);
});
