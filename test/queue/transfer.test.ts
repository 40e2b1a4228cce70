import { describe, expect, test } from 'vitest';
import { phoneView } from '../../hall-server/views/phone.ts';
import {
  at,
  clerk,
  eventsOf,
  given,
  kiosk,
  later,
  manager,
  ms,
  openCounters,
  reception,
  type Story,
  short,
  waiting,
} from '../support/given.ts';

/** A001 came at nine and is served; three wait in tax, who came at 9:05. */
const serving = given(kiosk.issue('A'), at('09:05'), waiting('T', 3)).given(
  openCounters(1, 2),
  clerk(9).openCounter(9),
  clerk(1).callNext(),
  clerk(1).startService('A001'),
  at('09:30'),
);
const taxLine = (story: Story) =>
  story
    .picture()
    .line(story.ticket('T001').queueId)
    .map((one) => one.number);

describe('where in the line a ticket stands that is passed on', () => {
  test.each([
    ['where its own time puts it, if nothing is said', undefined, ['A001', 'T001', 'T002', 'T003']],
    ['the same, said', { at: 'ownTime' }, ['A001', 'T001', 'T002', 'T003']],
    ['first', { at: 'first' }, ['A001', 'T001', 'T002', 'T003']],
    ['last', { at: 'last' }, ['T001', 'T002', 'T003', 'A001']],
  ] as const)('%s', (_, place, line) => {
    expect(taxLine(serving.given(clerk(1).transferToQueue('A001', 'T', place)))).toEqual(line);
  });

  test('first goes before somebody who came earlier; the visit’s own place in time is kept for the record', () => {
    const late = given(waiting('T', 2), at('09:10'), kiosk.issue('A'), openCounters(1), clerk(1).callNext()).given(
      clerk(1).startService('A001'),
      clerk(1).transferToQueue('A001', 'T', { at: 'first' }),
    );
    expect(taxLine(late)).toEqual(['A001', 'T001', 'T002']);
    expect(late.ticket('A001').effectiveAt).toBe(ms('2026-09-22 09:10'));
  });

  test('not before a time: it is not called until then, then at its place; nobody else is held up', () => {
    const story = serving.given(clerk(1).transferToQueue('A001', 'T', { at: 'time', time: '10:00' }));
    expect(taxLine(story)).toEqual(['T001', 'T002', 'T003', 'A001']);
    const view = phoneView(story.picture(), story.ticket('A001'));
    expect(view).toMatchObject({ expectedAt: ms('2026-09-22 10:00'), ahead: null });
    expect(eventsOf(story.when(clerk(9).callNext()))).toMatchObject([{ ticketId: story.ticket('T001').id }]);
    const alone = story.given(reception.cancel('T001'), reception.cancel('T002'), reception.cancel('T003'));
    expect(short(alone.given(at('09:59')).when(clerk(9).callNext()))).toBe('nobodyWaiting');
    expect(eventsOf(story.given(at('10:00')).when(clerk(9).callNext()))).toMatchObject([
      { ticketId: story.ticket('A001').id, reason: 'transfer' },
    ]);
  });

  test('a manager may still have it called before, and a time that has passed is refused', () => {
    const story = serving.given(clerk(1).transferToQueue('A001', 'T', { at: 'time', time: '10:00' }));
    expect(short(story.when(manager.callChosen('A001', 2)))).toEqual(['ticketCalled']);
    expect(serving.when(clerk(1).transferToQueue('A001', 'T', { at: 'time', time: '09:30' }))).toEqual({
      rejected: 'timeIsPast',
      facts: { time: '09:30' },
    });
  });

  test('the forecast knows when it is expected', () => {
    const story = serving.given(clerk(1).transferToQueue('A001', 'T', { at: 'time', time: '11:00' }));
    const wait = story.picture().waitOfTicket(story.ticket('A001').id);
    expect(wait?.highMinutes).toBeGreaterThanOrEqual(90);
    expect(story.picture().waitOfTicket(story.ticket('T001').id)?.highMinutes).toBeLessThan(30);
  });
});

describe('kept for one person', () => {
  const kept = given(waiting('A', 2), openCounters(1, 2), reception.reserveForClerk('A001', 2));
  const idOf = (story: Story, number: string) => story.ticket(number).id;

  test('only that person’s counter calls it, wherever that is', () => {
    expect(eventsOf(kept.when(clerk(1).callNext()))).toMatchObject([{ ticketId: idOf(kept, 'A002') }]);
    expect(eventsOf(kept.when(clerk(2).callNext()))).toMatchObject([{ ticketId: idOf(kept, 'A001') }]);
    const moved = kept.given(clerk(2).closeCounter(), clerk(2).openCounter(9));
    expect(eventsOf(moved.when(clerk(2).callNext()))).toMatchObject([{ ticketId: idOf(kept, 'A001') }]);
    expect(short(moved.when(manager.callChosen('A001', 1)))).toBe('ticketReservedElsewhere');
  });

  test('while the person is at no counter, anybody may call it; nobody waits for ever', () => {
    const gone = kept.given(clerk(2).closeCounter());
    expect(eventsOf(gone.when(clerk(1).callNext()))).toMatchObject([{ ticketId: idOf(kept, 'A001') }]);
  });

  test('whoever takes the counter over does not take the number over with it', () => {
    const taken = kept.given(clerk(3).takeOverCounter(2));
    expect(eventsOf(taken.when(clerk(1).callNext()))).toMatchObject([{ ticketId: idOf(kept, 'A001') }]);
  });

  test('it is freed again by the desk, and by being put back after it was missed', () => {
    const freed = kept.given(reception.reserveForNobody('A001'));
    expect(eventsOf(freed.when(clerk(1).callNext()))).toMatchObject([{ ticketId: idOf(kept, 'A001') }]);
    expect(short(freed.when(reception.reserveForNobody('A001')))).toBe('nothingToChange');
  });

  test.each([
    ['somebody at no counter', reception.reserveForClerk('A001', 7), 'staffAtNoCounter'],
    ['a closed counter', reception.reserveForCounter('A001', 5), 'counterClosed'],
    ['a counter there is not', reception.reserveForCounter('A001', 99), 'unknownCounter'],
    ['the one it is kept for', reception.reserveForClerk('A001', 2), 'nothingToChange'],
  ])('%s', (_, ask, refusal) => expect(short(kept.when(ask))).toBe(refusal));

  test('it is passed on to a colleague, and goes along when the colleague moves', () => {
    const story = serving.given(clerk(1).transferToClerk('A001', 2), clerk(2).closeCounter(), clerk(2).openCounter(3));
    expect(short(story.when(clerk(1).callNext()))).toBe('nobodyWaiting');
    expect(eventsOf(story.when(clerk(2).callNext()))).toMatchObject([
      { ticketId: idOf(story, 'A001'), reason: 'transfer' },
    ]);
    expect(short(serving.when(clerk(1).transferToClerk('A001', 1)))).toBe('transferToSelf');
    expect(short(serving.when(clerk(1).transferToClerk('A001', 8)))).toBe('staffAtNoCounter');
  });

  test('the counter it is kept for closes: any counter of its queue may call it', () => {
    const forCounter = given(waiting('A', 1), openCounters(1, 2), reception.reserveForCounter('A001', 2));
    expect(short(forCounter.when(clerk(1).callNext()))).toBe('nobodyWaiting');
    expect(eventsOf(forCounter.given(clerk(2).closeCounter()).when(clerk(1).callNext()))).toMatchObject([
      { ticketId: idOf(forCounter, 'A001') },
    ]);
  });
});

test('a visitor steps aside until a time, and the phone says by when to be back', () => {
  const held = serving.given(clerk(1).hold('A001', 'missingPaper', 20));
  expect(held.ticket('A001')).toMatchObject({ status: 'held', returnAt: ms('2026-09-22 09:50') });
  expect(phoneView(held.picture(), held.ticket('A001')).expectedAt).toBe(ms('2026-09-22 09:50'));
  expect(short(held.given(later(3600)).when(clerk(2).resume('A001')))).toEqual(['ticketResumed']);
});
