import { describe, expect, test } from 'vitest';
import { nextTripOf } from '../../hall-server/queue/next-trip.ts';
import { periodsOn, periodsOnDate } from '../../hall-server/queue/opening-hours.ts';
import type { Ticket } from '../../hall-server/queue/state.ts';
import { phoneView } from '../../hall-server/views/phone.ts';
import { MaterialId } from '../../shared/ids.ts';
import { weekdays } from '../../shared/setup.ts';
import { admin, clerk, given, kiosk, openCounters, reception, type Story, short, waiting } from '../support/given.ts';

const serving = (...numbers: readonly string[]) =>
  numbers.map((number, at) => [clerk(at + 1).callNext(), clerk(at + 1).startService(number)]);
const hall = given(openCounters(1, 2), waiting('A', 3), serving('A001', 'A002'));
const materials = hall.state.setup.materials.filter((one) => one.service === hall.ticket('A001').serviceId);
const ids = materials.map(({ id }) => id);
const caseOf = (story: Story, number: string) => story.ticket(number).caseId;
const next = (story: Story, number: string) => {
  const ticket = story.ticket(number);
  return ticket.status === 'done' ? nextTripOf(story.state, ticket) : 'not done';
};

describe('which errand a visit belongs to', () => {
  test.each([
    ['accepted', true],
    ['instant', true],
    ['collected', true],
    ['incomplete', true],
    ['consulted', false],
    ['wrongService', false],
    ['other', false],
  ] as const)('%s opens a case: %s', (outcome, opens) => {
    const done = hall.given(clerk(1).finish('A001', outcome));
    expect(caseOf(done, 'A001')).toBe(opens ? done.ticket('A001').id : null);
  });

  test('two visits with one number upstream are one errand, named by the first', () => {
    const both = hall.given(
      clerk(1).finish('A001', 'accepted', { externalCaseNo: 'JH-7' }),
      clerk(2).finish('A002', 'collected', { externalCaseNo: 'JH-7' }),
    );
    expect(caseOf(both, 'A002')).toBe(both.ticket('A001').id);
  });

  test('the slip of the earlier visit joins them, also one that was only asked about', () => {
    for (const outcome of ['incomplete', 'consulted'] as const) {
      const story = hall.given(clerk(1).finish('A001', outcome), clerk(2).joinCase('A002', 'A001'));
      const first = story.ticket('A001').id;
      expect([caseOf(story, 'A001'), caseOf(story, 'A002')]).toEqual([first, first]);
      expect(caseOf(story.given(clerk(2).finish('A002', 'consulted')), 'A002')).toBe(first);
    }
  });

  test('a number taken with the slip of the earlier visit belongs to its errand from the first', () => {
    const again = (story: Story, earlier: string) => ({
      by: kiosk.by,
      command: {
        type: 'issueTicket' as const,
        serviceId: story.ticket('A001').serviceId,
        language: 'zhHans' as const,
        priorityClassId: null,
        earlierTicketId: story.ticket(earlier).id,
      },
    });
    const asked = hall.given(clerk(1).finish('A001', 'consulted'));
    const story = asked.given(again(asked, 'A001'));
    const first = story.ticket('A001').id;
    expect([caseOf(story, 'A001'), caseOf(story, 'A004')]).toEqual([first, first]);
    expect(short(asked.when(again(asked, 'A003'))), 'one that waits').toBe('earlierVisitNotServed');
    expect(short(asked.when(again(asked, 'A002'))), 'one that is served').toBe('earlierVisitNotServed');
  });

  test('the front desk joins whoever still waits; a clerk only who stands at the own counter', () => {
    const story = hall.given(clerk(1).finish('A001'));
    expect(short(story.when(reception.joinCase('A003', 'A001')))).toEqual(['caseJoined']);
    expect(short(story.when(clerk(2).joinCase('A003', 'A001')))).toBe('ticketNotServing');
    expect(short(story.when(clerk(1).joinCase('A002', 'A001')))).toBe('ticketAtOtherCounter');
  });

  test.each<[string, (story: Story) => ReturnType<Story['when']>, string]>([
    ['itself', (story) => story.when(clerk(2).joinCase('A002', 'A002')), 'earlierVisitNotServed'],
    ['one that waits', (story) => story.when(clerk(2).joinCase('A002', 'A003')), 'earlierVisitNotServed'],
    ['nobody’s', (story) => story.when(clerk(2).joinCase('A002', 'A099')), 'unknownTicket'],
    [
      'one that was cancelled',
      (story) => story.given(reception.cancel('A003')).when(clerk(2).joinCase('A002', 'A003')),
      'earlierVisitNotServed',
    ],
  ])('not with %s', (_, ask, reason) => {
    expect(short(ask(hall.given(clerk(1).finish('A001'))))).toBe(reason);
  });

  test('a number of another errand is refused, and named', () => {
    const story = hall.given(
      clerk(1).finish('A001', 'accepted', { externalCaseNo: 'JH-7' }),
      clerk(1).callNext(),
      clerk(1).startService('A003'),
      clerk(2).finish('A002', 'incomplete'),
      clerk(1).joinCase('A003', 'A002'),
    );
    expect(story.when(clerk(1).finish('A003', 'accepted', { externalCaseNo: 'JH-7' }))).toEqual({
      rejected: 'caseNoOfOther',
      facts: { caseNo: 'JH-7' },
    });
  });
});

describe('whether another trip is needed', () => {
  test('incomplete: everything that was missing, from the service’s list', () => {
    expect(ids.length).toBeGreaterThan(1);
    const done = hall.given(clerk(1).finish('A001', 'incomplete', { missing: ids }));
    expect(next(done, 'A001')).toEqual({ for: 'material', materials: materials.map(({ name }) => name) });
    expect(phoneView(done.picture(), done.ticket('A001')).next).toMatchObject([{ for: 'material', open: null }]);
  });

  test('what is on no list, or on another service’s, is refused; nothing is missing where all was there', () => {
    const foreign = hall.state.setup.materials.find(({ service }) => service !== hall.ticket('A001').serviceId);
    for (const id of [MaterialId.parse('nothing'), foreign?.id ?? expect.fail('no other list')]) {
      expect(short(hall.when(clerk(1).finish('A001', 'incomplete', { missing: [id] })))).toBe('unknownMaterial');
    }
    expect(short(hall.when(clerk(1).finish('A001', 'accepted', { missing: ids })))).toBe('missingOnlyIfIncomplete');
  });

  test('collect: the day, with the hours of that day', () => {
    const done = hall.given(clerk(1).finish('A001', 'accepted', { collectOn: '2026-09-26' }));
    expect(next(done, 'A001')).toEqual({ for: 'collect', on: '2026-09-26' });
    const { openingHours } = done.state.setup;
    const closed = done.given(
      admin.saves({
        kind: 'openingHours',
        value: { ...openingHours, exceptions: [{ date: '2026-09-26', periods: [['10:00', '11:00']] }] },
      }),
    );
    expect(phoneView(closed.picture(), closed.ticket('A001')).next).toMatchObject([{ open: [['10:00', '11:00']] }]);
    expect(next(hall.given(clerk(1).finish('A001', 'collected', { collectOn: '2026-09-26' })), 'A001')).toBeNull();
  });

  test('the wrong number was drawn: another service; otherwise nothing', () => {
    expect(next(hall.given(clerk(1).finish('A001', 'wrongService')), 'A001')).toEqual({ for: 'otherService' });
    for (const outcome of ['instant', 'consulted', 'accepted', 'other'] as const) {
      expect(next(hall.given(clerk(1).finish('A001', outcome)), 'A001')).toBeNull();
    }
    const waits: Ticket = hall.ticket('A003');
    expect(phoneView(hall.picture(), waits).next).toEqual([]);
  });

  test('the weekday of a date is the calendar’s, over four years and a leap day', () => {
    const setup = {
      ...hall.state.setup,
      openingHours: Object.assign(
        { exceptions: [] },
        ...weekdays.map((day, at) => ({ [day]: [[`0${at}:00`, '20:00']] })),
      ),
    };
    for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2030, 0, 1); at += 24 * 3_600_000) {
      const date = new Date(at).toISOString().slice(0, 10);
      const weekday = weekdays[(new Date(at).getUTCDay() + 6) % 7] ?? 'monday';
      expect(periodsOnDate(setup, date)).toEqual(periodsOn(setup, { date, weekday }));
    }
  });
});
