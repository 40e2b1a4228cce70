import { describe, expect, test } from 'vitest';
import { blankSetup } from '../../hall-server/blank-setup.ts';
import { demoSetup } from '../../hall-server/demo/demo-hall.ts';
import { localTime } from '../../hall-server/local-time.ts';
import { dayIsOver } from '../../hall-server/queue/business-day.ts';
import { emptyHall } from '../../hall-server/queue/state.ts';
import type { Setup } from '../../shared/setup.ts';
import {
  admin,
  at,
  clerk,
  clock,
  counterId,
  given,
  givenIn,
  kiosk,
  manager,
  ms,
  openCounters,
  phone,
  queueId,
  reception,
  servedNext,
  short,
  waiting,
} from '../support/given.ts';

describe('the day turns with the hall’s own date', () => {
  const late = given(
    openCounters(1, 2),
    waiting('A', 3),
    clerk(1).callNext(),
    servedNext(2),
    at('2026-09-23 00:00:00'),
  );

  test('whoever asks first in the new day closes the old one: everybody expires, every counter closes', () => {
    const answer = ['ticketExpired', 'ticketExpired', 'counterClosed', 'counterClosed', 'dayClosed', 'dayOpened'];
    expect(short(late.when(clock.openDay()))).toBe('dayAlreadyOpen');
    expect(short(late.when(kiosk.issue('A')))).toEqual([...answer, 'ticketIssued']);
    const next = late.given(clock.openDay());
    expect(next.journal.slice(-answer.length).map((event) => event.type)).toEqual(answer);
  });

  test('yesterday’s clerk has no counter any more', () => {
    expect(short(late.when(clerk(1).recall('A001')))).toBe('noCounter');
  });

  test('numbers and calls begin anew, what a visit takes is remembered', () => {
    const before = late.state.queues.get(queueId('A'));
    expect(before).toMatchObject({ lastSequence: 3, calls: 2, recentServiceMs: [0] });
    const { state } = late.given(clock.openDay());
    expect(state.queues.get(queueId('A'))).toEqual({
      lastSequence: 0,
      skipped: 0,
      calls: 0,
      passed: 0,
      recentServiceMs: [0],
      firstCalls: { called: 0, within: 0, leftLate: 0 },
      callsEnded: [],
    });
    expect(state.day).toEqual({
      date: '2026-09-23',
      openedAt: ms('2026-09-23 00:00'),
      closedAt: null,
      issued: 0,
      done: 0,
      cancelled: 0,
    });
  });

  test('whom priority had passed yesterday is no debt of today', () => {
    const passed = given(openCounters(1), waiting('A', 1), reception.issue('A', 'elder'), clerk(1).callNext());
    expect(passed.state.queues.get(queueId('A'))?.passed).toBe(1);
    const next = passed.given(at('2026-09-23 09:00'), clock.openDay());
    expect(next.state.queues.get(queueId('A'))?.passed).toBe(0);
  });

  test('a hall whose zone is moved west has no yesterday again', () => {
    const west = given(waiting('A', 1)).given(
      admin.saves({ kind: 'hall', value: { ...demoSetup.hall, timeZone: 'America/Vancouver' } }),
    );
    expect(localTime(west.now, 'America/Vancouver').date).toBe('2026-09-21');
    expect(short(west.when(kiosk.issue('A')))).toEqual(['ticketIssued']);
    expect(west.given(kiosk.issue('A')).ticket('A002').day).toBe('2026-09-22');
  });

  test('a visit of yesterday can still be rated by its slip', () => {
    expect(short(late.given(clock.openDay()).when(phone('A002').rate(5)))).toEqual(['ticketRated']);
  });

  test('days left out are not made up: from Tuesday straight to Friday', () => {
    const friday = given(waiting('A', 1), at('2026-09-25 08:50'), clock.openDay());
    expect(friday.journal.filter((event) => event.type === 'dayOpened').map((event) => event.date)).toEqual([
      '2026-09-22',
      '2026-09-25',
    ]);
  });
});

describe('by hand and by the clock', () => {
  test('closed by hand, nobody is called, nobody opens, and the clock has nothing left to do', () => {
    const closed = given(openCounters(1), waiting('A', 1), manager.closeDay());
    expect(short(closed.when(clerk(1).openCounter(1)))).toBe('dayClosed');
    expect(short(closed.when(clerk(1).callNext()))).toBe('noCounter');
    expect(closed.state.counters.get(counterId(1))?.status).toBe('closed');
    expect(dayIsOver(closed.state, localTime(closed.now, 'Asia/Shanghai'))).toBe(false);
  });

  test('before the first day there is nothing to close', () => {
    expect(dayIsOver(emptyHall(demoSetup), localTime(ms('2026-09-22 23:00'), 'Asia/Shanghai'))).toBe(false);
  });

  const hours: Setup = { ...demoSetup, openingHours: blankSetup.openingHours };
  test.each([
    ['12:30:00', false],
    ['17:00:00', false],
    ['17:29:59', false],
    ['17:30:00', true],
    ['23:59:59', true],
  ])('half an hour after the last closing, not at lunch: at %s %s', (time, over) => {
    const { state, now } = givenIn(hours, at(time));
    expect(dayIsOver(state, localTime(now, 'Asia/Shanghai'))).toBe(over);
  });

  test('a day that was left open is not closed late: it turns into the next', () => {
    const { state } = givenIn(hours, at('16:00'));
    expect(dayIsOver(state, localTime(ms('2026-09-23 18:00'), 'Asia/Shanghai'))).toBe(false);
  });

  test('a day without hours, and one round the clock, end only with their date', () => {
    const sunday = givenIn(hours, at('2026-09-27 23:59'), clock.openDay());
    expect(dayIsOver(sunday.state, localTime(sunday.now, 'Asia/Shanghai'))).toBe(false);
    const always = given(at('23:59:59'));
    expect(dayIsOver(always.state, localTime(always.now, 'Asia/Shanghai'))).toBe(false);
  });
});
