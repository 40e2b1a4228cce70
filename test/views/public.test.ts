import { describe, expect, test } from 'vitest';
import { boardView } from '../../hall-server/views/board.ts';
import { counterView } from '../../hall-server/views/counter.ts';
import { phoneView } from '../../hall-server/views/phone.ts';
import { ratingKioskView } from '../../hall-server/views/rating-kiosk.ts';
import { signView } from '../../hall-server/views/sign.ts';
import { usualSettings } from '../../shared/actors.ts';
import { StaffId, ZoneId } from '../../shared/ids.ts';
import {
  clerk,
  counterId,
  given,
  missedAt,
  openCounters,
  reallyCalled,
  reception,
  servedNext,
  waiting,
} from '../support/given.ts';

const panel = { diagonalInches: 55, farthestViewMetres: 10 };
const hallBoard = { kind: 'hallScreen', panel, settings: usualSettings.hallScreen } as const;

// Counter 1 calls, counter 2 serves, one was missed, several wait, one with priority.
const busy = given(
  openCounters(1, 2, 11),
  waiting('A', 6),
  waiting('R', 2),
  missedAt(1, 'A001'),
  reception.issue('A', 'elder'),
  clerk(1).callNext(),
  clerk(2).callNext(),
  clerk(2).startService('A002'),
  clerk(11).callNext(),
);

describe('W1 public views have fixed fields', () => {
  test('a call is a number and a place, nothing that says who', () => {
    const { calls } = boardView(busy.picture(), hallBoard);
    expect(calls.length).toBe(3);
    for (const call of calls)
      expect(Object.keys(call).sort()).toEqual(['callNo', 'calledAt', 'counterLabel', 'number', 'status']);
  });
  test('P2 board, sign and rating kiosk hold no ticket of anybody, no staff, no link', () => {
    const zone = { kind: 'zoneScreen', zone: ZoneId.parse('A'), panel, settings: usualSettings.zoneScreen } as const;
    const shown = JSON.stringify([
      boardView(busy.picture(), hallBoard),
      boardView(busy.picture(), zone),
      signView(busy.picture(), {
        kind: 'counterScreen',
        counter: counterId(1),
        panel,
        settings: usualSettings.counterScreen,
      }),
    ]);
    for (const ticket of busy.state.tickets.values()) {
      expect(shown).not.toContain(ticket.linkHash);
      expect(shown).not.toContain(`"${ticket.id}"`);
    }
    expect(shown).not.toContain('clerk0');
    expect(shown).not.toContain('elder');
  });
  test("a phone is told of its own ticket and of nobody else's", () => {
    const view = phoneView(busy.picture(), busy.ticket('A004'));
    const text = JSON.stringify(view);
    for (const { number } of busy.state.tickets.values()) if (number !== 'A004') expect(text).not.toContain(number);
  });
});

describe('the boards', () => {
  test('D2 newest call first, then who is being served; each with its counter', () => {
    const { calls } = boardView(busy.picture(), hallBoard);
    expect(calls.map(({ number, counterLabel, status }) => [number, counterLabel, status])).toEqual(
      [
        ...calls.filter((call) => call.status === 'called').toSorted((x, y) => y.calledAt - x.calledAt),
        ...calls.filter((call) => call.status === 'serving'),
      ].map(({ number, counterLabel, status }) => [number, counterLabel, status]),
    );
    expect(calls.map((call) => call.counterLabel).sort()).toEqual(['1', '11', '2']);
  });
  test('a zone board shows its own zone', () => {
    const { calls, groups } = boardView(busy.picture(), {
      kind: 'zoneScreen',
      zone: ZoneId.parse('B'),
      panel,
      settings: usualSettings.zoneScreen,
    });
    expect(calls.map((call) => call.counterLabel)).toEqual(['11']);
    expect(groups.flatMap((group) => group.prefixes)).not.toContain('A');
  });
  test('a missed number stays in the strip until it cannot be put back any more', () => {
    expect(boardView(busy.picture(), hallBoard).missed).toEqual([{ number: 'A001', counterLabel: '1' }]);
    const { now } = busy;
    const later = { ...busy.picture(), now: now + 61 * 60_000 };
    expect(boardView(later, hallBoard).missed).toEqual([]);
  });
  test('the sign keeps the number while it is called and served, then is free', () => {
    const sign = (story: typeof busy) =>
      signView(story.picture(), {
        kind: 'counterScreen',
        counter: counterId(2),
        panel,
        settings: usualSettings.counterScreen,
      });
    expect(sign(busy).call).toMatchObject({ number: 'A002', status: 'serving' });
    expect(sign(busy.given(clerk(2).finish('A002'))).call).toBeNull();
    expect(sign(busy.given(clerk(2).finish('A002'))).status).toBe('open');
  });
});

describe('what staff and visitors are told is what will happen', () => {
  test("a clerk's line is the order in which the counter really calls, with the same reasons", () => {
    const story = given(
      openCounters(1),
      waiting('A', 5),
      reception.issue('A', 'elder'),
      waiting('A', 2),
      reception.issue('A', 'disabled'),
    );
    const view = counterView(story.picture(), { staffId: StaffId.parse('clerk01'), role: 'clerk' });
    expect(view.line.map(({ number, reason }) => ({ number, reason }))).toEqual(reallyCalled(story, 1));
    expect(view.waiting).toBe(view.line.length);
  });
  test('the phone counts as many ahead as are called before', () => {
    const story = given(openCounters(1), waiting('A', 5), reception.issue('A', 'elder'), waiting('A', 2));
    const order = reallyCalled(story, 1).map(({ number }) => number);
    for (const [before, number] of order.entries()) {
      expect(phoneView(story.picture(), story.ticket(number)).ahead).toBe(before);
    }
  });
  test('the rating kiosk asks about the visit just finished, for a minute, until it is rated', () => {
    const done = given(openCounters(1), waiting('A', 2), servedNext(1));
    const ask = (now: number) =>
      ratingKioskView({ ...done.picture(), now }, { kind: 'ratingKiosk', counter: counterId(1) }).ask?.number ?? null;
    expect(ask(done.now)).toBe('A001');
    expect(ask(done.now + 60_000)).toBeNull();
  });
});
