import { describe, expect, test } from 'vitest';
import { blankSetup } from '../../hall-server/blank-setup.ts';
import { demoSetup } from '../../hall-server/demo/demo-hall.ts';
import { intakeAt } from '../../hall-server/queue/opening-hours.ts';
import { PriorityClassId, ServiceId } from '../../shared/ids.ts';
import type { Setup } from '../../shared/setup.ts';
import {
  type Ask,
  at,
  clock,
  eventsOf,
  given,
  givenIn,
  kiosk,
  later,
  manager,
  ms,
  openCounters,
  queueId,
  reallyCalled,
  reception,
  type Story,
  servedNext,
  short,
  waiting,
} from '../support/given.ts';

function issued(story: Story, ask: Ask) {
  const event = eventsOf(story.when(ask)).find((one) => one.type === 'ticketIssued');
  if (event === undefined) throw new Error('nothing issued');
  return event;
}

const closedUntil = (date: string, time = '09:00') => ({ status: 'closed', nextOpening: { date, time } }) as const;

describe('numbers', () => {
  test('N4 the first ticket is 001 with 0 ahead', () => {
    expect(issued(given(), kiosk.issue('A'))).toMatchObject({ number: 'A001', sequence: 1, toldAhead: 0 });
  });

  test('each queue counts for itself, the order of issue goes over all', () => {
    const { journal } = given(kiosk.issue('A'), kiosk.issue('T'), kiosk.issue('A'), reception.issue('T'));
    const told = journal.flatMap((event) => (event.type === 'ticketIssued' ? [[event.number, event.issueOrder]] : []));
    expect(told).toEqual([
      ['A001', 1],
      ['T001', 2],
      ['A002', 3],
      ['T002', 4],
    ]);
  });

  test('T1 two kiosks in the same millisecond: two numbers', () => {
    const both = given(kiosk.issue('A'), kiosk.issue('A'));
    expect(both.ticket('A001').issuedAt).toBe(both.ticket('A002').issuedAt);
  });

  test('T11 after A999 comes A1000', () => {
    const given998 = { ...issued(given(), kiosk.issue('A')), number: 'A998', sequence: 998 };
    const almost = given({ happened: given998 }, kiosk.issue('A'));
    expect(almost.ticket('A999').sequence).toBe(999);
    expect(issued(almost, kiosk.issue('A'))).toMatchObject({ number: 'A1000', sequence: 1000 });
  });

  test('a number given up is not given again that day', () => {
    expect(issued(given(kiosk.issue('A'), reception.cancel('A001')), kiosk.issue('A')).number).toBe('A002');
  });

  test('T10 one at 23:59:59 and one at 00:00:01 local: both 001, each of its own day', () => {
    const night = given(at('23:59:59'), kiosk.issue('A'), at('2026-09-23 00:00:01'));
    const first = night.ticket('A001');
    const answer = eventsOf(night.when(kiosk.issue('A')));
    expect(short(answer)).toEqual(['ticketExpired', 'dayClosed', 'dayOpened', 'ticketIssued']);
    expect(answer.at(-1)).toMatchObject({ number: 'A001', day: '2026-09-23', issueOrder: 1, toldAhead: 0 });
    expect(first.day).toBe('2026-09-22');
  });

  test('T1 round 17:00, where UTC has another hour but not another day, numbers go on', () => {
    const evening = given(at('16:59:59'), kiosk.issue('A'), at('17:00:01'));
    expect(issued(evening, kiosk.issue('A'))).toMatchObject({ number: 'A002', day: '2026-09-22' });
  });

  test('T1 at 08:00 local, midnight in UTC, the day does not turn', () => {
    const morning = given(at('2026-09-23 07:59:59'), kiosk.issue('A'), at('08:00:01'));
    expect(issued(morning, kiosk.issue('A'))).toMatchObject({ number: 'A002', day: '2026-09-23' });
  });

  test('a machine clock that falls back neither reopens yesterday nor turns back time', () => {
    const story = given(at('2026-09-23 00:00:01'), kiosk.issue('A'), at('2026-09-22 23:59:00'));
    expect(issued(story, kiosk.issue('A'))).toMatchObject({
      number: 'A002',
      day: '2026-09-23',
      at: ms('2026-09-23 00:00:01'),
    });
  });
});

describe('who may have which ticket', () => {
  const unknown: Ask = {
    by: kiosk.by,
    command: { type: 'issueTicket', serviceId: ServiceId.parse('none'), language: 'en', priorityClassId: null },
  };
  const changed = (part: Partial<Setup>) => givenIn({ ...demoSetup, ...part });
  const off = <Entry extends { readonly id: string }>(entries: readonly Entry[], id: string) =>
    entries.map((entry) => (entry.id === id ? { ...entry, active: false } : entry));

  test('a service that is not there, or off, or whose queue is off', () => {
    expect(short(given().when(unknown))).toBe('unknownService');
    const service = demoSetup.services.find((one) => one.queue === 'A')?.id ?? '';
    expect(short(changed({ services: off(demoSetup.services, service) }).when(kiosk.issue('A')))).toBe(
      'unknownService',
    );
    expect(short(changed({ queues: off(demoSetup.queues, 'A') }).when(kiosk.issue('A')))).toBe('unknownService');
  });

  test('a closed day gives no numbers, not even at the desk', () => {
    const closed = given(manager.closeDay());
    expect(short(closed.when(kiosk.issue('A')))).toBe('dayClosed');
    expect(short(closed.when(reception.issue('A')))).toBe('dayClosed');
  });

  test('the daily limit counts numbers, not people: a cancelled one has been given', () => {
    const queues = demoSetup.queues.map((queue) => (queue.id === 'A' ? { ...queue, dailyLimit: 2 } : queue));
    const full = changed({ queues }).given(kiosk.issue('A'), kiosk.issue('A'), reception.cancel('A001'));
    expect(short(full.when(kiosk.issue('A')))).toBe('dailyLimitReached');
    expect(short(full.when(reception.issue('A')))).toBe('dailyLimitReached');
    expect(short(full.when(kiosk.issue('T')))).toEqual(['ticketIssued']);
    expect(short(full.given(at('2026-09-23 09:00')).when(kiosk.issue('A')))).toContain('ticketIssued');
  });

  test('only the desk grants priority: a kiosk that asks for it gives an ordinary ticket', () => {
    expect(issued(given(), kiosk.issue('A', 'elder')).priorityClassId).toBeNull();
    expect(issued(given(), reception.issue('A', 'elder')).priorityClassId).toBe(PriorityClassId.parse('elder'));
    expect(short(given().when(reception.issue('A', 'none')))).toBe('unknownPriorityClass');
  });

  test('the ticket knows where it came from', () => {
    expect(issued(given(), kiosk.issue('A')).source).toBe('ticketKiosk');
    expect(issued(given(), reception.issue('A')).source).toBe('desk');
    expect(issued(given(), manager.issue('A')).source).toBe('desk');
  });
});

describe('hours: 9:00-12:00, 13:00-17:00, from 15 minutes before to 15 minutes before', () => {
  const hours: Setup = { ...demoSetup, openingHours: blankSetup.openingHours };
  const noLunch: Setup = {
    ...hours,
    rules: { ...hours.rules, issue: { ...hours.rules.issue, throughBreaks: false } },
  };
  const holiday: Setup = {
    ...hours,
    openingHours: {
      ...hours.openingHours,
      exceptions: [
        { date: '2026-10-01', periods: [] },
        { date: '2026-09-20', periods: [['10:00', '11:00']] },
      ],
    },
  };

  test.each([
    ['08:44:59', 'hallNotOpenYet'],
    ['08:45:00', 'ticketIssued'],
    ['12:30:00', 'ticketIssued'],
    ['16:44:59', 'ticketIssued'],
    ['16:45:00', 'hallClosedForToday'],
    ['23:00:00', 'hallClosedForToday'],
  ])('a kiosk at %s: %s', (time, answer) => {
    const story = givenIn(hours, at(`2026-09-23 ${time}`), clock.openDay());
    expect([short(story.when(kiosk.issue('A')))].flat()).toEqual([answer]);
    expect(short(story.when(reception.issue('A'))), 'the desk may help at any hour').toEqual(['ticketIssued']);
  });

  test('before opening the kiosk is told when it opens', () => {
    const early = givenIn(hours, at('2026-09-23 07:00'), clock.openDay());
    expect(early.when(kiosk.issue('A'))).toEqual({ rejected: 'hallNotOpenYet', facts: { opensAt: '09:00' } });
  });

  test.each([
    ['through lunch', hours, '2026-09-22', 'tuesday', '12:10', { status: 'open' }],
    ['no numbers at lunch', noLunch, '2026-09-22', 'tuesday', '12:10', { status: 'notYet', opensAt: '13:00' }],
    ['until shortly before lunch', noLunch, '2026-09-22', 'tuesday', '11:44', { status: 'open' }],
    ['not just before lunch', noLunch, '2026-09-22', 'tuesday', '11:45', { status: 'notYet', opensAt: '13:00' }],
    ['before the afternoon', noLunch, '2026-09-22', 'tuesday', '12:45', { status: 'open' }],
    ['Friday evening: Monday', hours, '2026-09-25', 'friday', '18:00', closedUntil('2026-09-28')],
    ['Sunday', hours, '2026-09-20', 'sunday', '10:00', closedUntil('2026-09-21')],
    ['a working Sunday', holiday, '2026-09-20', 'sunday', '10:00', { status: 'open' }],
    ['a holiday', holiday, '2026-10-01', 'thursday', '10:00', closedUntil('2026-10-02')],
    ['round the clock, last minute', demoSetup, '2026-09-22', 'tuesday', '23:59', { status: 'open' }],
    ['round the clock, first minute', demoSetup, '2026-09-22', 'tuesday', '00:00', { status: 'open' }],
  ] as const)('%s', (_, setup, date, weekday, time, intake) => {
    const [hour = 0, minute = 0] = time.split(':').map(Number);
    expect(intakeAt(setup, { date, weekday, minute: hour * 60 + minute })).toEqual(intake);
  });

  test.each([
    ['the eve of a holiday: the first day that opens', '2026-09-30', 'wednesday', '2026-10-08', '08:30'],
    ['the eve of a working Sunday', '2026-09-19', 'saturday', '2026-09-20', '10:00'],
    ['over the end of a year', '2026-12-31', 'thursday', '2027-01-01', '09:30'],
    ['over a leap day', '2028-02-28', 'monday', '2028-02-29', '11:00'],
  ] as const)('the next opening knows holidays and special days: %s', (_, date, weekday, next, time) => {
    const special: Setup = {
      ...hours,
      openingHours: {
        ...hours.openingHours,
        exceptions: [
          { date: '2026-09-20', periods: [['10:00', '11:00']] },
          ...['01', '02', '05', '06', '07'].map((day) => ({ date: `2026-10-${day}`, periods: [] })),
          { date: '2026-10-08', periods: [['08:30', '17:00']] },
          { date: '2027-01-01', periods: [['09:30', '12:00']] },
          { date: '2028-02-29', periods: [['11:00', '12:00']] },
        ],
      },
    };
    expect(intakeAt(special, { date, weekday, minute: 18 * 60 })).toEqual(closedUntil(next, time));
  });

  test('a hall that opens once a week says so on that very evening', () => {
    const weekly: Setup = { ...hours, openingHours: { ...blankHours, monday: [['09:00', '12:00']] } };
    expect(intakeAt(weekly, { date: '2026-09-21', weekday: 'monday', minute: 13 * 60 })).toEqual(
      closedUntil('2026-09-28'),
    );
  });

  test('a hall that never opens has no next opening', () => {
    const never: Setup = { ...hours, openingHours: { ...blankHours } };
    expect(intakeAt(never, { date: '2026-09-22', weekday: 'tuesday', minute: 600 })).toEqual({
      status: 'closed',
      nextOpening: null,
    });
  });
});

const blankHours = {
  ...blankSetup.openingHours,
  monday: [],
  tuesday: [],
  wednesday: [],
  thursday: [],
  friday: [],
};

describe('what the slip tells', () => {
  test('as many ahead as are really called before, one counter or seven', () => {
    const hall = given(openCounters(1, 2), waiting('A', 5), servedNext(1));
    expect(issued(hall, kiosk.issue('A')).toldAhead).toBe(4);
    const order = reallyCalled(hall.given(kiosk.issue('A')), 2).map((call) => call.number);
    expect(order.indexOf('A006')).toBe(4);
  });

  test('somebody with priority is told how many are really before them, and that wait', () => {
    const hall = given(openCounters(1), waiting('A', 8));
    const first = issued(hall, reception.issue('A', 'elder'));
    expect(first).toMatchObject({ toldAhead: 0, toldWait: { lowMinutes: 0 } });
    const second = issued(hall.given(reception.issue('A', 'elder'), later(1)), reception.issue('A', 'disabled'));
    expect(second.toldAhead).toBe(2);
    const ordinary = issued(hall, kiosk.issue('A'));
    expect(first.toldWait?.highMinutes).toBeLessThan(ordinary.toldWait?.lowMinutes ?? 0);
  });

  test('the range is the one the kiosk showed before the choice', () => {
    for (const ahead of [0, 1, 4, 9]) {
      const hall = given(openCounters(1, 2, 3), waiting('A', ahead));
      const shown = hall.picture().waitOfQueue(queueId('A'));
      expect(issued(hall, kiosk.issue('A')).toldWait).toEqual(shown);
    }
  });

  test('no range where no counter serves the queue', () => {
    expect(issued(given(), kiosk.issue('A')).toldWait).toBeNull();
    expect(issued(given(openCounters(9)), kiosk.issue('A')).toldWait).toBeNull();
  });
});
