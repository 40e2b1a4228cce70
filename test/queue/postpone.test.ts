import { describe, expect, test } from 'vitest';
import { callsToGo } from '../../hall-server/queue/next-ticket.ts';
import { phoneView } from '../../hall-server/views/phone.ts';
import {
  clerk,
  given,
  givenIn,
  kiosk,
  missedAt,
  openCounters,
  phone,
  reallyCalled,
  reception,
  rules,
  servedNext,
  short,
  waiting,
} from '../support/given.ts';

const numbers = (...parameters: Parameters<typeof reallyCalled>) =>
  reallyCalled(...parameters).map((call) => call.number);

describe('晚一点到: three who stand behind go first, the number stays', () => {
  const hall = given(openCounters(1, 2), waiting('A', 7));

  test.each([
    ['the first in line', 'A001', ['A002', 'A003', 'A004', 'A001', 'A005', 'A006', 'A007']],
    ['one with two ahead', 'A003', ['A001', 'A002', 'A004', 'A005', 'A006', 'A003', 'A007']],
    ['the last but one: nobody is left to wait for', 'A006', ['A001', 'A002', 'A003', 'A004', 'A005', 'A007', 'A006']],
    ['the last: its turn is as before', 'A007', ['A001', 'A002', 'A003', 'A004', 'A005', 'A006', 'A007']],
  ])('%s', (_, number, order) => {
    for (const who of [phone(number).postpone(), reception.postpone(number)]) {
      const story = hall.given(who);
      expect(numbers(story, 1)).toEqual(order);
      expect(
        story
          .picture()
          .line(story.ticket(number).queueId)
          .map((ticket) => ticket.number),
      ).toEqual(order);
    }
  });

  test('it keeps place in time and number, and is called as first come, not as put back', () => {
    const late = hall.given(phone('A001').postpone());
    const { effectiveAt } = hall.ticket('A001');
    expect(late.ticket('A001')).toMatchObject({ status: 'waiting', effectiveAt, postponedTimes: 1, putBackTimes: 0 });
    expect(reallyCalled(late, 1, 4).at(-1)).toEqual({ number: 'A001', reason: 'fifo' });
  });

  test('once: a second wish is refused and says how often it is possible', () => {
    const late = hall.given(phone('A001').postpone());
    expect(late.when(phone('A001').postpone())).toEqual({ rejected: 'postponeUsedUp', facts: { times: 1 } });
    expect(phoneView(hall.picture(), hall.ticket('A001')).postpone).toEqual({ places: 3, timesLeft: 1 });
    expect(phoneView(late.picture(), late.ticket('A001'))).toMatchObject({ postpone: null, ahead: 3 });
  });

  test('said twice where the hall allows it, the second counts from the place it has then', () => {
    const generous = givenIn(
      rules({ waiting: { postponeTimes: 2, postponePlaces: 2 } }),
      openCounters(1),
      waiting('A', 6),
    );
    const twice = generous.given(phone('A001').postpone(), phone('A001').postpone());
    expect(numbers(twice, 1)).toEqual(['A002', 'A003', 'A004', 'A005', 'A001', 'A006']);
  });

  test('where the rule is 0 times, nobody may', () => {
    const strict = givenIn(rules({ waiting: { postponeTimes: 0 } }), openCounters(1), waiting('A', 2));
    expect(short(strict.when(phone('A001').postpone()))).toBe('postponeUsedUp');
    expect(phoneView(strict.picture(), strict.ticket('A001')).postpone).toBeNull();
  });

  test('only while it waits: called is called', () => {
    expect(short(hall.given(clerk(1).callNext()).when(phone('A001').postpone()))).toBe('ticketNotWaiting');
  });

  test('put back after having been postponed, it is the putting back that decides', () => {
    const late = hall.given(phone('A001').postpone(), servedNext(1), servedNext(1), servedNext(1));
    const back = late.given(missedAt(1, 'A001'), kiosk.putBackMissed('A001'));
    expect(reallyCalled(back, 1)).toEqual([
      { number: 'A005', reason: 'fifo' },
      { number: 'A006', reason: 'fifo' },
      { number: 'A007', reason: 'fifo' },
      { number: 'A001', reason: 'putBack' },
    ]);
  });

  test('the count is kept: a withdrawn call does not make anybody late again', () => {
    const late = hall.given(phone('A001').postpone(), clerk(1).callNext(), clerk(1).withdrawCall('A002'));
    expect(numbers(late, 1, 4)).toEqual(['A002', 'A003', 'A001', 'A004']);
    const ticket = late.ticket('A001');
    if (ticket.status !== 'waiting') throw new Error('it waits');
    expect(callsToGo(late.state, ticket)).toBe(2);
  });
});
