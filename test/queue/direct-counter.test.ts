import { describe, expect, test } from 'vitest';
import { WorkProfileId } from '../../shared/ids.ts';
import { clerk, given, kiosk, manager, openCounters, reception, short, waiting } from '../support/given.ts';

// What the manager has a counter do, and what that never does to whoever is there.

const pause = { to: 'pause', reason: 'lunch' } as const;
const profile = (id: string) => ({ to: 'profile', workProfileId: WorkProfileId.parse(id) }) as const;
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
