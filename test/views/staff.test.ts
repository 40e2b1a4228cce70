import { describe, expect, test } from 'vitest';
import { adminView } from '../../hall-server/views/admin.ts';
import { counterView } from '../../hall-server/views/counter.ts';
import { deskView } from '../../hall-server/views/desk.ts';
import { StaffId } from '../../shared/ids.ts';
import {
  at,
  clerk,
  given,
  kiosk,
  later,
  missedAt,
  openCounters,
  reception,
  type Story,
  servedNext,
  short,
  waiting,
} from '../support/given.ts';

const me = (n: number) => ({ staffId: StaffId.parse(`clerk${String(n).padStart(2, '0')}`), role: 'clerk' }) as const;
const counter = (story: Story, n: number) => counterView(story.picture(), me(n));

describe('counter', () => {
  test('before a counter is opened: which there are, and who is where', () => {
    const view = counter(given(openCounters(2), clerk(2).pauseCounter()), 1);
    expect(view).toMatchObject({ counter: null, current: null, line: [], waiting: 0, missed: [], finishedToday: 0 });
    expect(view.counters.map((one) => one.status)).toEqual(['closed', 'paused', ...Array(10).fill('closed')]);
    expect(view.counters[1]?.staffId).toBe('clerk02');
  });

  test('as many recalls as are shown to be left are possible', () => {
    let told = given(openCounters(1), waiting('A', 1), clerk(1).callNext());
    for (let left = 5; left > 0; left -= 1) {
      expect(counter(told, 1).current?.recallsLeft).toBe(left);
      told = told.given(clerk(1).recall('A001'));
    }
    expect(counter(told, 1).current?.recallsLeft).toBe(0);
    expect(short(told.when(clerk(1).recall('A001')))).toBe('noMoreRecalls');
  });

  test('from the moment shown, and not before, it may be marked missed', () => {
    const once = given(openCounters(1), waiting('A', 1), at('10:00'), clerk(1).callNext(), later(5));
    expect(counter(once, 1).current?.missableFrom).toBeNull();
    const thrice = once.given(clerk(1).recall('A001'), clerk(1).recall('A001'));
    expect(counter(thrice, 1).current?.missableFrom).toBe(given(at('10:01')).now);
    expect(short(thrice.given(at('10:00:59')).when(clerk(1).markMissed('A001')))).toBe('missedTooEarly');
    expect(short(thrice.given(at('10:01:00')).when(clerk(1).markMissed('A001')))).toEqual(['ticketMissed']);
  });

  test('whom a call has passed is named', () => {
    const story = given(openCounters(1), waiting('A', 1), reception.issue('A', 'elder'), clerk(1).callNext());
    expect(counter(story, 1).current).toMatchObject({ number: 'A002', reason: 'priority', passedNumber: 'A001' });
    expect(counter(story, 1).current?.priorityName?.en).toBe('Older visitor');
  });

  describe('missed', () => {
    const story = given(openCounters(1, 2), waiting('A', 2), at('10:00'), missedAt(1, 'A001'), missedAt(2, 'A002'));
    const missed = (told: Story, n: number) =>
      counter(told, n).missed.map((one) => [one.number, one.acceptUntil !== null, one.canPutBack]);

    test('latest first, with what this very counter may do', () => {
      expect(missed(story, 1)).toEqual([
        ['A002', false, true],
        ['A001', true, true],
      ]);
      expect(missed(story.given(at('10:17')), 1)).toEqual([
        ['A002', false, true],
        ['A001', false, true],
      ]);
    });

    test('what nothing more can be done for is not shown', () => {
      expect(missed(story.given(at('11:01:30')), 1)).toEqual([['A002', false, true]]);
      expect(missed(story.given(at('11:30')), 1)).toEqual([]);
    });

    test('what is shown as possible is possible, and what is not is refused', () => {
      for (const time of ['10:02', '10:16:00', '10:16:01', '10:17:01', '11:01', '11:02:01']) {
        const told = story.given(at(time));
        for (const n of [1, 2]) {
          const rows = counter(told, n).missed;
          for (const number of ['A001', 'A002']) {
            const row = rows.find((one) => one.number === number);
            const accepted = short(told.when(clerk(n).acceptMissed(number)));
            const back = short(told.when(clerk(n).putBackMissed(number)));
            expect(typeof accepted !== 'string').toBe((row?.acceptUntil ?? null) !== null);
            expect(typeof back !== 'string').toBe(row?.canPutBack ?? false);
          }
        }
      }
    });
  });

  test('held tickets are seen at every counter, with the one that holds them', () => {
    const story = given(openCounters(1, 2), waiting('A', 1), clerk(1).callNext(), clerk(1).startService('A001')).given(
      clerk(1).hold('A001'),
    );
    expect(counter(story, 2).held).toMatchObject([{ number: 'A001', counterLabel: '1', reason: 'missingPaper' }]);
  });

  test('a ticket put back says how many calls it still waits for', () => {
    const story = given(openCounters(1), waiting('A', 5), missedAt(1, 'A001'), kiosk.putBackMissed('A001'));
    expect(counter(story, 1).line.map((one) => [one.number, one.callsToGo])).toEqual([
      ['A002', 0],
      ['A003', 0],
      ['A004', 0],
      ['A001', 3],
      ['A005', 0],
    ]);
  });

  test('of a long line the first thirty, and the count of all', () => {
    const view = counter(given(openCounters(1), waiting('A', 31), waiting('L', 2)), 1);
    expect([view.line.length, view.waiting]).toEqual([30, 33]);
  });
});

test('the desk lists every open ticket in the order of issue, with what may be done', () => {
  const story = given(
    openCounters(1),
    waiting('A', 2),
    waiting('T', 1),
    servedNext(1),
    reception.cancel('T001'),
    waiting('L', 1),
    clerk(1).callNext(),
  );
  const { tickets } = deskView(story.picture(), { staffId: StaffId.parse('reception'), role: 'reception' });
  const open = tickets.filter((ticket) => !['done', 'cancelled'].includes(ticket.status));
  expect(open.map(({ number, status, canCancel, counterLabel }) => [number, status, canCancel, counterLabel])).toEqual([
    ['A002', 'called', false, '1'],
    ['L001', 'waiting', true, null],
  ]);
});

test('administration sees the hall at a glance', () => {
  const story = given(
    openCounters(1, 2),
    [at('10:00'), kiosk.issue('A'), at('10:05'), kiosk.issue('A'), at('10:06'), kiosk.issue('A'), kiosk.issue('A')],
    servedNext(2),
    clerk(1).callNext(),
    reception.cancel('A004'),
  );
  const { today } = adminView(story.picture(), { staffId: StaffId.parse('admin'), role: 'administrator' });
  expect(today).toMatchObject({
    day: '2026-09-22',
    closed: false,
    issued: 4,
    waiting: 1,
    called: 1,
    serving: 0,
    held: 0,
    missed: 0,
    done: 1,
    cancelled: 1,
  });
  expect(today.queues[0]).toMatchObject({
    prefix: 'A',
    waiting: 1,
    oldestIssuedAt: given(at('10:06')).now,
    openCounters: 2,
  });
  expect(today.counters.slice(0, 3).map(({ label, number, ticketStatus }) => [label, number, ticketStatus])).toEqual([
    ['1', 'A002', 'called'],
    ['2', null, null],
    ['3', null, null],
  ]);
});

describe('one more counter', () => {
  const firstQueue = (story: Story) =>
    adminView(story.picture(), { staffId: StaffId.parse('admin'), role: 'manager' }).today.queues[0];

  test('shortens the wait of a long line, and is what the wait becomes once such a counter is open', () => {
    const one = firstQueue(given(openCounters(1), waiting('A', 12)));
    const two = firstQueue(given(openCounters(1, 2), waiting('A', 12)));
    expect(one?.waitWithOneMore?.highMinutes).toBeLessThan(one?.wait?.highMinutes ?? 0);
    expect(one?.waitWithOneMore).toEqual(two?.wait);
  });

  test('tells what the first counter would do for a line that none serves', () => {
    const none = firstQueue(given(waiting('A', 3)));
    expect(none?.wait).toBeNull();
    expect(none?.waitWithOneMore?.highMinutes).toBeGreaterThan(0);
  });

  test('says nothing where nobody waits, or where every counter is open', () => {
    expect(firstQueue(given(openCounters(1)))?.waitWithOneMore).toBeNull();
    const all = given(openCounters(...Array.from({ length: 12 }, (_, n) => n + 1)), waiting('A', 3));
    expect(firstQueue(all)?.waitWithOneMore).toBeNull();
  });
});
