import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { demoSetup } from '../../hall-server/demo/demo-hall.ts';
import { byPlaceInTime, callsToGo, goesAhead, nextTicket } from '../../hall-server/queue/next-ticket.ts';
import { roundAfter } from '../../hall-server/queue/shares.ts';
import type { HallState, WaitingTicket } from '../../hall-server/queue/state.ts';
import { WorkProfileId } from '../../shared/ids.ts';
import type { ProfileLevel, Setup } from '../../shared/setup.ts';
import {
  at,
  clerk,
  counterId,
  givenIn,
  kiosk,
  later,
  missedAt,
  openCounters,
  queueId,
  reallyCalled,
  reception,
  rules,
  type Story,
  servedNext,
  short,
  waiting,
} from '../support/given.ts';
import { levels } from '../support/levels.ts';

const licence = WorkProfileId.parse('licence');

/** The demo hall with another calling order at counters 1 to 7. */
function hallWith(changed: readonly ProfileLevel[], maxTimesPassed = 1): Setup {
  const setup = rules({ call: { maxTimesPassed } });
  return {
    ...setup,
    workProfiles: setup.workProfiles.map((one) => (one.id === licence ? { ...one, levels: changed } : one)),
  };
}
const served = (letter: string, share = 1, firstAfterMinutes: number | null = null) => ({
  queue: queueId(letter),
  share,
  firstAfterMinutes,
});
const shares: readonly ProfileLevel[] = [{ order: 'share', queues: [served('A', 3), served('L')] }];
const calledNumbers = (story: Story) => reallyCalled(story, 1).map((call) => call.number);

describe('turns by shares', () => {
  test('three of one queue to one of the other, each with the reason that decided', () => {
    const hall = givenIn(hallWith(shares), openCounters(1), waiting('A', 6), waiting('L', 3));
    expect(reallyCalled(hall, 1)).toEqual([
      { number: 'A001', reason: 'fifo' },
      { number: 'L001', reason: 'share' },
      { number: 'A002', reason: 'fifo' },
      { number: 'A003', reason: 'fifo' },
      { number: 'A004', reason: 'fifo' },
      { number: 'L002', reason: 'share' },
      { number: 'A005', reason: 'fifo' },
      { number: 'A006', reason: 'fifo' },
      { number: 'L003', reason: 'fifo' },
    ]);
  });

  test('a queue with nobody in it loses its turns and does not save them up', () => {
    const alone = givenIn(hallWith(shares), openCounters(1), waiting('A', 5), servedNext(1), servedNext(1));
    const more = alone.given(servedNext(1), servedNext(1), waiting('L', 3), waiting('A', 4));
    expect(calledNumbers(more)).toEqual(['L001', 'A005', 'A006', 'L002', 'A007', 'A008', 'A009', 'L003']);
  });

  test('each counter has its own round, and begins a new one when it opens', () => {
    const hall = givenIn(hallWith(shares), openCounters(1, 2), waiting('L', 4), waiting('A', 4), servedNext(1));
    expect(hall.state.counters.get(counterId(1))?.round).toEqual({ L: 1 });
    expect(hall.state.counters.get(counterId(2))?.round).toEqual({});
    expect(short(hall.given(clerk(2).callNext()).when(clerk(1).callNext()))).toEqual(['ticketCalled']);
    const again = hall.given(clerk(1).closeCounter(), clerk(1).openCounter(1));
    expect(again.state.counters.get(counterId(1))?.round).toEqual({});
  });
});

describe('whoever has waited too long', () => {
  const helped: readonly ProfileLevel[] = [...levels(['A']), { order: 'time', queues: [served('L', 1, 20)] }];

  test('goes before a level above if he came earlier, and the reason says so', () => {
    const hall = givenIn(hallWith(helped), openCounters(1), at('09:00'), waiting('L', 2), at('09:10'), waiting('A', 2));
    expect(calledNumbers(hall)).toEqual(['A001', 'A002', 'L001', 'L002']);
    expect(reallyCalled(hall.given(at('09:20'), later(10)), 1)).toEqual([
      { number: 'L001', reason: 'longWait' },
      { number: 'L002', reason: 'longWait' },
      { number: 'A001', reason: 'fifo' },
      { number: 'A002', reason: 'fifo' },
    ]);
  });

  test('passes somebody who came earlier no more often than the rules let him', () => {
    const early = [at('09:00'), waiting('A', 2), at('09:01'), waiting('L', 3), at('09:30')];
    expect(calledNumbers(givenIn(hallWith(helped), openCounters(1), early))).toEqual([
      ...['L001', 'A001', 'L002', 'A002', 'L003'],
    ]);
    expect(calledNumbers(givenIn(hallWith(helped, 0), openCounters(1), early))).toEqual([
      ...['A001', 'A002', 'L001', 'L002', 'L003'],
    ]);
  });

  test('a queue helped out says so', () => {
    const hall = givenIn(hallWith(helped), openCounters(1), waiting('A', 1), waiting('L', 1));
    expect(reallyCalled(hall, 1)).toEqual([
      { number: 'A001', reason: 'fifo' },
      { number: 'L001', reason: 'helpsOut' },
    ]);
  });
});

test('a queue stands in one level only', () => {
  const [profile] = demoSetup.workProfiles;
  if (profile === undefined) throw new Error('the demo hall has work profiles');
  const value = { ...profile, levels: levels(['A'], ['L', 'A']) };
  const by = { kind: 'staff', staffId: 'admin', role: 'administrator' } as never;
  const hall = givenIn(demoSetup, openCounters(1));
  expect(hall.when({ by, command: { type: 'saveSetup', entry: { kind: 'workProfile', value } } })).toEqual({
    rejected: 'setupDuplicate',
    facts: { what: 'A' },
  });
});

// --- any day --------------------------------------------------------------------------------------------------------

const profile = fc.record({
  order: fc.constantFrom('time' as const, 'share' as const),
  shareA: fc.integer({ min: 1, max: 4 }),
  shareL: fc.integer({ min: 1, max: 3 }),
  lateA: fc.option(fc.integer({ min: 1, max: 40 })),
  lateT: fc.option(fc.integer({ min: 1, max: 40 })),
  maxTimesPassed: fc.nat(2),
});
const step = fc.record({
  minutes: fc.nat(6),
  what: fc.constantFrom(...(['A', 'A', 'L', 'T', 'T', 'priorityA', 'priorityT', 'call', 'call', 'call'] as const)),
});
const day = fc.record({ profile, steps: fc.array(step, { minLength: 1, maxLength: 45 }) });

interface Turn {
  readonly state: HallState;
  readonly now: number;
  readonly ticketId: string;
  readonly reason: string;
}

function lived({
  profile: { order, shareA, shareL, lateA, lateT, maxTimesPassed },
  steps,
}: typeof day extends fc.Arbitrary<infer Day> ? Day : never) {
  const changed: readonly ProfileLevel[] = [
    { order, queues: [served('A', shareA, lateA), served('L', shareL)] },
    { order: 'time', queues: [served('T', 1, lateT)] },
  ];
  let hall = givenIn(hallWith(changed, maxTimesPassed), openCounters(1));
  const turns: Turn[] = [];
  const call = () => {
    const decision = hall.when(clerk(1).callNext());
    if ('rejected' in decision) return false;
    const [event] = decision.filter((one) => one.type === 'ticketCalled');
    if (event === undefined) throw new Error('called nobody');
    turns.push({ state: hall.state, now: hall.now, ticketId: event.ticketId, reason: event.reason });
    hall = hall.given(servedNext(1));
    return true;
  };
  for (const { minutes, what } of steps) {
    hall = hall.given(later(minutes * 60));
    if (what === 'call') call();
    else if (what === 'priorityA') hall = hall.given(reception.issue('A', 'elder'));
    else if (what === 'priorityT') hall = hall.given(reception.issue('T', 'elder'));
    else hall = hall.given(kiosk.issue(what));
  }
  while (call());
  return { changed, turns, journal: hall.journal };
}
const waitingIn = ({ state }: Turn): readonly WaitingTicket[] =>
  [...state.tickets.values()].filter((ticket) => ticket.status === 'waiting').toSorted(byPlaceInTime);

describe('any day, with shares, conditions and priority mixed', () => {
  test('total: everybody is called, and stable: the order in which tickets are found does not matter', () => {
    fc.assert(
      fc.property(day, (one) => {
        const { turns, journal } = lived(one);
        expect(turns.length).toBe(journal.filter((event) => event.type === 'ticketIssued').length);
        for (const { state, now, ticketId } of turns) {
          const reversed = { ...state, tickets: new Map([...state.tickets].toReversed()) };
          expect(nextTicket(reversed, counterId(1), licence, now)?.ticket.id).toBe(ticketId);
        }
      }),
      { numRuns: 40, seed: 5 },
    );
  });

  test('the stored reason is the rule that decided', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(day, (one) => {
        const { turns, changed } = lived(one);
        for (const turn of turns) {
          const line = waitingIn(turn);
          const called = line.find((ticket) => ticket.id === turn.ticketId) ?? expect.fail('called somebody who waits');
          const ordinary = line.filter((ticket) => !goesAhead(ticket, turn.now));
          const inFirst = (ticket: WaitingTicket) => ticket.queueId !== 'T';
          const level = line.some(inFirst) ? line.filter(inFirst) : line;
          const limit = changed.flatMap(({ queues }) => queues).find((queue) => queue.queue === called.queueId);
          const hasWaited = (turn.now - called.effectiveAt) / 60_000;
          seen.add(turn.reason);
          switch (turn.reason) {
            case 'fifo':
            case 'helpsOut':
              expect(inFirst(called)).toBe(turn.reason === 'fifo');
              // Nobody ordinary of the level came before; at its own time a priority number is called like any other.
              expect(level.filter((other) => !goesAhead(other, turn.now) && byPlaceInTime(other, called) < 0)).toEqual(
                [],
              );
              break;
            case 'share': {
              expect([one.profile.order, goesAhead(called, turn.now)]).toEqual(['share', false]);
              const earlier = ordinary.filter((other) => inFirst(other) && byPlaceInTime(other, called) < 0);
              expect(earlier.length).toBeGreaterThan(0);
              // Of its own queue it is the first.
              expect(earlier.filter((other) => other.queueId === called.queueId)).toEqual([]);
              break;
            }
            case 'longWait':
              expect(hasWaited).toBeGreaterThanOrEqual(limit?.firstAfterMinutes ?? Infinity);
              break;
            case 'priority':
              expect(called.priorityClassId).not.toBe(null);
              break;
            default:
              expect.fail(`no such reason here: ${turn.reason}`);
          }
        }
      }),
      { numRuns: 40, seed: 5 },
    );
    expect([...seen].toSorted()).toEqual(['fifo', 'helpsOut', 'longWait', 'priority', 'share']);
  });

  test('the cap holds, and nobody of the first level starves: the bound of docs/rules.md', () => {
    fc.assert(
      fc.property(day, (one) => {
        const { turns, journal, changed } = lived(one);
        const { maxTimesPassed } = one.profile;
        const calls = journal.filter((event) => event.type === 'ticketCalled');
        const queues = changed[0]?.queues ?? [];
        const round = one.profile.order === 'share' ? queues.reduce((sum, { share }) => sum + share, 0) : 1;
        for (const issue of journal.filter((event) => event.type === 'ticketIssued')) {
          if (issue.priorityClassId !== null) continue;
          expect(calls.filter(({ passed }) => passed?.ticketId === issue.ticketId).length).toBeLessThanOrEqual(
            maxTimesPassed,
          );
          const since = turns.filter((turn) => turn.state.tickets.get(issue.ticketId)?.status === 'waiting');
          const [begin] = since;
          if (issue.queueId === 'T' || begin === undefined) continue;
          const before = waitingIn(begin).filter((other) => other.issueOrder < issue.issueOrder);
          const ofItsQueue = before.filter((other) => other.queueId === issue.queueId && !goesAhead(other, begin.now));
          const share =
            one.profile.order === 'share' ? (queues.find(({ queue }) => queue === issue.queueId)?.share ?? 1) : 1;
          const ordinaryTurns = (Math.ceil((ofItsQueue.length + 1) / share) + 1) * round + before.length;
          expect(since.length).toBeLessThanOrEqual((ordinaryTurns + 3) * (1 + maxTimesPassed));
        }
      }),
      { numRuns: 60, seed: 5 },
    );
  });

  test('whoever has waited too long is called after at most those who came before, each passed within the cap', () => {
    fc.assert(
      fc.property(day, (one) => {
        const { turns, journal } = lived(one);
        const { lateT, maxTimesPassed } = one.profile;
        if (lateT === null) return;
        for (const issue of journal.filter((event) => event.type === 'ticketIssued' && event.queueId === 'T')) {
          if (issue.type !== 'ticketIssued' || issue.priorityClassId !== null) continue;
          const overdue = turns.filter(
            (turn) =>
              turn.state.tickets.get(issue.ticketId)?.status === 'waiting' &&
              turn.now - issue.effectiveAt >= lateT * 60_000,
          );
          const [begin] = overdue;
          if (begin === undefined) continue;
          const before = waitingIn(begin).filter((other) => other.issueOrder < issue.issueOrder);
          expect(overdue.length).toBeLessThanOrEqual((before.length + 1 + 3) * (1 + maxTimesPassed));
        }
      }),
      { numRuns: 60, seed: 5 },
    );
  });
});

test('put back exactly so many calls of its queue behind, whatever the shares', () => {
  fc.assert(
    fc.property(fc.nat(5), fc.nat(4), fc.nat(4), (others, elsewhere, putBackPlaces) => {
      const setup = { ...hallWith(shares), rules: rules({ missed: { putBackPlaces } }).rules };
      const missed = givenIn(
        setup,
        openCounters(1),
        waiting('A', others + 1),
        missedAt(1, 'A001'),
        waiting('L', elsewhere),
      );
      const back = missed.given(kiosk.putBackMissed('A001'));
      const ofQueue = calledNumbers(back).filter((number) => number.startsWith('A'));
      expect(ofQueue.indexOf('A001')).toBe(Math.min(putBackPlaces, others));
      const ticket = back.ticket('A001');
      if (ticket.status === 'waiting') expect(callsToGo(back.state, ticket)).toBe(putBackPlaces);
    }),
    { numRuns: 15, seed: 5 },
  );
});

test('a round gives each queue its share and no more', () => {
  const [level] = shares;
  if (level === undefined) throw new Error('one level');
  const called = ['A', 'L', 'A', 'A', 'A'].map(queueId);
  expect(called.reduce((round, one) => roundAfter(level, round, one), {})).toEqual({ A: 1 });
});
