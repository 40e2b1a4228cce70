import { describe, expect, test } from 'vitest';
import { adminView } from '../../hall-server/views/admin.ts';
import { counterView } from '../../hall-server/views/counter.ts';
import { StaffId } from '../../shared/ids.ts';
import { at, clerk, clock, counterId, given, later, manager, openCounters, short, waiting } from '../support/given.ts';

// A counter calls for the manager, is answered, and says that it is over.

const open = given(openCounters(1, 2), waiting('A', 1));
const called = open.given(clerk(1).callForHelp('systemTrouble'));
const boss = StaffId.parse('manager');

const ofClerk = (story: typeof open, n = 1) =>
  counterView(story.picture(), { staffId: StaffId.parse(`clerk0${n}`), role: 'clerk' });
const ofManager = (story: typeof open, label = 1) =>
  adminView(story.picture(), { staffId: boss, role: 'manager' }).today.counters.find(
    (counter) => counter.counterId === counterId(label),
  )?.help;

describe('a clerk', () => {
  test('calls, once, and both sides see since when and why', () => {
    expect(ofManager(open)).toBeNull();
    const facts = { reason: 'systemTrouble', since: called.now, answered: null };
    expect(ofManager(called)).toEqual(facts);
    expect(ofManager(called, 2)).toBeNull();
    expect(ofClerk(called).counter?.help).toEqual(facts);
    expect(short(called.when(clerk(1).callForHelp('medical')))).toBe('helpCalledAlready');
  });

  test('may call with somebody at the counter, and while paused; not without a counter', () => {
    expect(short(open.given(clerk(1).callNext()).when(clerk(1).callForHelp('security')))).toEqual(['helpCalled']);
    expect(short(open.given(clerk(1).pauseCounter()).when(clerk(1).callForHelp('question')))).toEqual(['helpCalled']);
    expect(short(open.when(clerk(3).callForHelp('question')))).toBe('noCounter');
  });

  test('ends the call of the own counter, of no other', () => {
    expect(short(called.when(clerk(2).endHelp(1)))).toBe('notOwnCounter');
    expect(short(called.when(clerk(3).endHelp(1)))).toBe('noCounter');
    expect(short(called.when(clerk(1).endHelp(1)))).toEqual(['helpEnded']);
    expect(short(open.when(clerk(1).endHelp(1)))).toBe('helpNotCalled');
    const again = called.given(clerk(1).endHelp(1), later(5), clerk(1).callForHelp('medical'));
    expect(ofManager(again)).toMatchObject({ reason: 'medical', since: again.now });
  });

  test('keeps the call through pausing, resuming and being relieved by a colleague', () => {
    const relieved = called.given(clerk(1).pauseCounter(), clerk(1).resumeCounter(), clerk(3).takeOverCounter(1));
    expect(ofClerk(relieved, 3).counter?.help).toMatchObject({ reason: 'systemTrouble' });
  });
});

describe('the manager', () => {
  test('answers once: the clerk reads who is coming', () => {
    const answered = called.given(later(30), manager.answersHelp(1));
    expect(ofClerk(answered).counter?.help?.answered).toEqual({ by: boss, at: answered.now });
    expect(short(answered.when(manager.answersHelp(1)))).toBe('helpAnsweredAlready');
    expect(short(open.when(manager.answersHelp(1)))).toBe('helpNotCalled');
    expect(short(open.when(manager.answersHelp(5)))).toBe('helpNotCalled');
  });

  test('ends a call at any counter, answered or not', () => {
    expect(short(called.when(manager.endHelp(1)))).toEqual(['helpEnded']);
    expect(short(called.when(manager.endHelp(2)))).toBe('helpNotCalled');
  });
});

test('a call ends with its counter and with the day', () => {
  const closed = called.given(clerk(1).closeCounter());
  expect(ofManager(closed)).toBeNull();
  expect(ofClerk(closed.given(clerk(1).openCounter(1))).counter?.help).toBeNull();
  expect(ofManager(called.given(manager.closeDay()))).toBeNull();
  expect(ofManager(called.given(at('2026-09-23 09:00'), clock.openDay()))).toBeNull();
});
