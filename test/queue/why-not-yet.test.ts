import { describe, expect, test } from 'vitest';
import { whyNotYet } from '../../hall-server/queue/why-not-yet.ts';
import type { WhyNotYet } from '../../shared/views.ts';
import {
  clerk,
  given,
  kiosk,
  later,
  missedAt,
  openCounters,
  reallyCalled,
  reception,
  type Story,
  waiting,
} from '../support/given.ts';

function why(story: Story, number: string): WhyNotYet {
  const ticket = story.ticket(number);
  return ticket.status === 'waiting' ? whyNotYet(story.state, ticket, story.now) : expect.fail(`${number} waits`);
}

describe('why a waiting ticket has not been called', () => {
  test('who goes before, by which rule, and by which its own turn comes: as the counter then really calls', () => {
    const hall = given(openCounters(1), waiting('A', 2), reception.issue('A', 'elder'), later(1), kiosk.issue('L'));
    expect(why(hall, 'L001')).toEqual({
      counter: {
        label: '1',
        busyWith: null,
        before: [
          { number: 'A003', reason: 'priority' },
          { number: 'A001', reason: 'fifo' },
          { number: 'A002', reason: 'fifo' },
        ],
        reason: 'helpsOut',
      },
      reservedFor: null,
      callsToGo: 0,
      notBefore: null,
    });
    const told = ['A001', 'A002', 'A003', 'L001'].map((number) => {
      const { counter } = why(hall, number);
      return { number, place: counter?.before.length, reason: counter?.reason };
    });
    for (const [place, { number, reason }] of reallyCalled(hall, 1).entries()) {
      expect(told).toContainEqual({ number, place, reason });
    }
  });

  test('of several counters the one where it comes first, and who is there now', () => {
    const hall = given(openCounters(1, 8), waiting('A', 3), kiosk.issue('L'), clerk(1).callNext());
    expect(why(hall, 'L001').counter).toEqual({ label: '8', busyWith: null, before: [], reason: 'fifo' });
    expect(why(hall, 'A002').counter).toMatchObject({ label: '1', busyWith: 'A001', before: [] });
  });

  test('no open counter serves it', () => {
    const paused = given(openCounters(1), waiting('A', 1), clerk(1).pauseCounter());
    expect(why(paused, 'A001').counter).toBe(null);
  });

  test('put back: how many calls it still waits for', () => {
    const hall = given(openCounters(1), waiting('A', 5), missedAt(1, 'A001'), kiosk.putBackMissed('A001'));
    expect(why(hall, 'A001')).toMatchObject({ callsToGo: 3, counter: { reason: 'putBack' } });
    expect(why(hall, 'A001').counter?.before.map((one) => one.number)).toEqual(['A002', 'A003', 'A004']);
  });
});
