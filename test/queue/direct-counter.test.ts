import { describe, expect, test } from 'vitest';
import { counterView } from '../../hall-server/views/counter.ts';
import { StaffId, WorkProfileId } from '../../shared/ids.ts';
import { at, clerk, clock, given, kiosk, manager, openCounters, reception, short, waiting } from '../support/given.ts';

// What the manager has a counter do, and what that never does to whoever is there.

const pause = { to: 'pause', reason: 'lunch' } as const;
const profile = (id: string) => ({ to: 'profile', workProfileId: WorkProfileId.parse(id) }) as const;
const viewOf = (story: ReturnType<typeof given>, login: string) =>
  counterView(story.picture(), { staffId: StaffId.parse(login), role: 'clerk' });
const open = given(openCounters(1), waiting('A', 2), kiosk.issue('T'));
const busy = open.given(clerk(1).callNext());

describe('the manager', () => {
  test('pauses a counter for its clerk: nobody is called there until somebody lets it go on', () => {
    const paused = open.given(manager.directs(1, pause));
    expect(short(paused.when(clerk(1).callNext()))).toBe('counterPaused');
    expect(short(paused.when(manager.directs(1, pause)))).toBe('counterPaused');
    expect(short(paused.given(manager.directs(1, { to: 'resume' })).when(clerk(1).callNext()))).toEqual([
      'ticketCalled',
    ]);
    // The clerk may as well.
    expect(short(paused.when(clerk(1).resumeCounter()))).toEqual(['counterResumed']);
  });

  test.each([pause, { to: 'close' } as const])('does not send away whoever is there: $to', (order) => {
    expect(short(busy.when(manager.directs(1, order)))).toBe('counterBusy');
    expect(short(busy.given(clerk(1).startService('A001')).when(manager.directs(1, order)))).toBe('counterBusy');
  });

  test('closes a counter: whoever waited for it alone goes back into the line, whoever is on hold keeps the place', () => {
    const story = given(openCounters(1, 2), waiting('A', 2), clerk(1).callNext(), clerk(1).startService('A001'))
      .given(clerk(1).hold('A001'))
      .given(clerk(2).callNext(), clerk(2).startService('A002'), clerk(2).transferToCounter('A002', 1));
    expect(story.ticket('A002').reservedFor).toBe('counter-01');
    const closed = story.given(manager.directs(1, { to: 'close' }));
    expect(closed.ticket('A002')).toMatchObject({ status: 'waiting', reservedFor: null });
    expect(closed.ticket('A001').status).toBe('held');
    // Another counter goes on with whoever was left on hold, or the front desk says that they have gone.
    expect(short(closed.when(reception.cancel('A001')))).toEqual(['ticketCancelled']);
    expect(short(closed.given(clerk(1).openCounter(1)).when(clerk(1).resume('A001')))).toEqual(['ticketResumed']);
  });

  test('moves a counter to another profile in the middle of a call: the visit goes on, the next call is by the new one', () => {
    const moved = busy.given(manager.directs(1, profile('tax')));
    expect(moved.ticket('A001').status).toBe('called');
    const done = moved.given(clerk(1).startService('A001'), clerk(1).finish('A001'));
    expect(done.given(clerk(1).callNext()).ticket('T001').status).toBe('called');
    expect(short(moved.when(manager.directs(1, profile('tax'))))).toBe('nothingToChange');
    expect(short(moved.when(manager.directs(1, profile('none'))))).toBe('unknownWorkProfile');
  });

  test('does nothing with a counter where nobody is', () => {
    for (const order of [pause, { to: 'resume' }, { to: 'close' }, profile('tax')] as const) {
      expect(short(open.when(manager.directs(2, order)))).toBe('counterNotTaken');
    }
    expect(short(open.when(manager.directs(1, { to: 'resume' })))).toBe('counterNotPaused');
  });
});

describe('the manager opens a counter for somebody', () => {
  const openFor = (login: string, workProfileId = 'tax') =>
    ({ to: 'open', staffId: StaffId.parse(login), workProfileId: WorkProfileId.parse(workProfileId) }) as const;
  const day = given(openCounters(1), kiosk.issue('T'));

  test('who finds it open, with the profile that was chosen', () => {
    const opened = day.given(manager.directs(2, openFor('clerk02')));
    expect(short(opened.given(clerk(2).callNext()).when(clerk(2).startService('T001')))).toEqual(['serviceStarted']);
    expect(viewOf(opened, 'clerk02').counter).toMatchObject({ label: '2', status: 'open', profileBy: 'manager' });
  });

  test('not where somebody is, not for somebody who is elsewhere, not by an unknown profile, not on a closed day', () => {
    expect(short(day.when(manager.directs(1, openFor('clerk02'))))).toBe('counterTaken');
    expect(short(day.when(manager.directs(2, openFor('clerk01'))))).toBe('staffAtOtherCounter');
    expect(short(day.when(manager.directs(2, openFor('clerk02', 'none'))))).toBe('unknownWorkProfile');
    expect(short(day.when(manager.directs(99, openFor('clerk02'))))).toBe('unknownCounter');
    expect(short(day.given(manager.closeDay()).when(manager.directs(2, openFor('clerk02'))))).toBe('dayClosed');
  });
});

describe('a clerk is told by whom', () => {
  const own = (story: typeof open) => viewOf(story, 'clerk01');

  test('the counter was paused; not after the own pause', () => {
    const paused = open.given(manager.directs(1, pause));
    expect(own(paused).counter).toMatchObject({ status: 'paused', pausedBy: 'manager' });
    expect(own(paused.given(clerk(1).resumeCounter())).counter?.pausedBy).toBeNull();
    expect(own(open.given(clerk(1).pauseCounter())).counter?.pausedBy).toBeNull();
  });

  test('the profile was changed, for as long as it is in force', () => {
    const moved = open.given(manager.directs(1, profile('tax')));
    expect(own(moved).counter?.profileBy).toBe('manager');
    expect(own(moved.given(clerk(1).pauseCounter(), clerk(1).resumeCounter())).counter?.profileBy).toBe('manager');
    const anew = moved.given(clerk(1).closeCounter(), clerk(1).openCounter(1));
    expect(own(anew).counter?.profileBy).toBeNull();
  });

  test('the counter was closed, until they open another or the day turns; nobody else is told', () => {
    const closed = open.given(manager.directs(1, { to: 'close' }));
    expect(own(closed).closedForMe).toEqual({ label: '1', by: 'manager', at: closed.now });
    expect(viewOf(closed, 'clerk02').closedForMe).toBeNull();
    expect(own(closed.given(clerk(1).openCounter(3))).closedForMe).toBeNull();
    expect(own(closed.given(at('2026-09-23 09:00'), clock.openDay())).closedForMe).toBeNull();
    expect(own(open.given(clerk(1).closeCounter())).closedForMe).toBeNull();
  });
});
