import { describe, expect, test } from 'vitest';
import { adminView } from '../../hall-server/views/admin.ts';
import { counterView } from '../../hall-server/views/counter.ts';
import { Command } from '../../shared/commands.ts';
import { StaffId } from '../../shared/ids.ts';
import { at, clerk, clock, given, later, manager, openCounters, short } from '../support/given.ts';

// A manager writes to counters; whoever works there says that it is read; nothing of it outlives the day.

const open = given(openCounters(1, 2));
const readBy = (story: typeof open) =>
  adminView(story.picture(), { staffId: StaffId.parse('manager'), role: 'manager' }).messages.map(({ to }) =>
    to.map(({ label, readAt }) => [label, readAt] as const),
  );
const atCounter = (story: typeof open, n: number) =>
  counterView(story.picture(), { staffId: StaffId.parse(`clerk0${n}`), role: 'clerk' }).message;

describe('a message', () => {
  test('to all goes to every counter that is manned, also a paused one', () => {
    const sent = open.given(clerk(2).pauseCounter(), manager.writes('please'));
    expect(readBy(sent)).toEqual([
      [
        ['1', null],
        ['2', null],
      ],
    ]);
    expect(atCounter(sent, 2)).toMatchObject({ by: 'manager', at: sent.now, more: 0 });
  });

  test('to some goes to those; not to a closed one, which nobody would read', () => {
    const sent = open.given(manager.writes('please', 2));
    expect([atCounter(sent, 1), atCounter(sent, 2)?.by]).toEqual([null, 'manager']);
    expect(short(open.when(manager.writes('please', 2, 3)))).toBe('counterNotTaken');
    expect(short(given().when(manager.writes('please')))).toBe('noCounterOpen');
    expect(short(open.given(manager.closeDay()).when(manager.writes('please')))).toBe('noCounterOpen');
  });

  test('is read at each counter by itself, once, and the manager sees when', () => {
    const sent = open.given(manager.writes('please'), later(60));
    const read = sent.given(clerk(1).readMessage());
    expect(readBy(read)).toEqual([
      [
        ['1', read.now],
        ['2', null],
      ],
    ]);
    expect([atCounter(read, 1), atCounter(read, 2)?.by]).toEqual([null, 'manager']);
    expect(short(read.when(clerk(1).readMessage()))).toBe('unknownMessage');
    expect(short(read.when(clerk(3).readMessage()))).toBe('noCounter');
    expect(short(open.given(manager.writes('please', 1)).when(clerk(2).readMessage()))).toBe('unknownMessage');
  });

  test('waits for its turn behind an older one, and for whoever relieves the clerk', () => {
    const sent = open.given(manager.writes('first'), later(5), manager.writes('second', 1));
    expect(atCounter(sent, 1)).toMatchObject({ at: sent.now - 5000, more: 1 });
    expect(atCounter(sent.given(clerk(1).readMessage(1)), 1)).toMatchObject({ at: sent.now, more: 0 });
    expect(atCounter(sent.given(clerk(3).takeOverCounter(1)), 3)).toMatchObject({ more: 1 });
  });

  test('is gone when the day closes, by hand or by turning', () => {
    const sent = open.given(manager.writes('please'));
    expect(readBy(sent.given(manager.closeDay()))).toEqual([]);
    expect(readBy(sent.given(at('2026-09-23 09:00'), clock.openDay()))).toEqual([]);
  });

  test('stands in the journal without its words', () => {
    expect(JSON.stringify(open.given(manager.writes('please hurry')).journal)).not.toContain('hurry');
  });
});

test.each([
  ['', false],
  ['   ', false],
  ['𠮷'.repeat(80), true],
  ['𠮷'.repeat(81), false],
  ['bell \u0007', false],
])('what may be written: %j', (text, may) => {
  expect(Command.safeParse({ type: 'messageCounter', counterIds: null, text }).success).toBe(may);
});
