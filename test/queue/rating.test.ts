import { describe, expect, test } from 'vitest';
import { indicatorsOf } from '../../shared/indicators.ts';
import { LocalQuestionId } from '../../shared/rating.ts';
import {
  at,
  eventsOf,
  given,
  givenIn,
  kiosk,
  later,
  openCounters,
  phone,
  ratingKiosk,
  rules,
  type Steps,
  type Story,
  servedNext,
  short,
  waiting,
} from '../support/given.ts';

const served = given(openCounters(1), kiosk.issue('A'), servedNext(1), later(20));
const flagsOf = (story: Story, ask: Parameters<Story['when']>[0]) => {
  const [rated] = eventsOf(story.when(ask));
  if (rated === undefined || !('flags' in rated)) throw new Error('nothing rated');
  return rated.flags;
};

describe('what is said after the tap', () => {
  const rated = served.given(phone('A001').rate(2));
  const trips = { question: LocalQuestionId.parse('trips'), answer: 'two' };

  test('details first, one addition later, and no third', () => {
    const first = rated.when(phone('A001').add({ indicators: ['207', '208', '207'], answers: [trips], text: 'slow' }));
    expect(eventsOf(first)).toMatchObject([
      { type: 'ratingDetailed', sequence: 1, indicators: ['207', '208'], answers: [trips], hasText: true },
    ]);
    const later = rated.given(phone('A001').add());
    expect(eventsOf(later.when(phone('A001').add({ text: 'and cold' })))).toMatchObject([{ sequence: 2 }]);
    expect(later.ticket('A001').rating).toMatchObject({ level: 2, details: 1 });
    expect(short(later.given(phone('A001').add()).when(phone('A001').add()))).toBe('ratingComplete');
  });

  test('no word of it is in the event', () => {
    expect(JSON.stringify(rated.when(phone('A001').add({ text: 'marker 王伟' })))).not.toMatch(/marker|王伟/);
  });

  test('only after a level, and only within the window of the level', () => {
    expect(short(served.when(phone('A001').add()))).toBe('notRatedYet');
    const week = served.given(at('2026-09-29 09:00'), phone('A001').rate(3));
    expect(short(week.when(phone('A001').add()))).toEqual(['ratingDetailed']);
    expect(short(week.given(later(3600)).when(phone('A001').add()))).toBe('ratingTooLate');
  });

  test('only indicators of exactly that level', () => {
    for (const level of [1, 2, 3, 4, 5] as const) {
      const story = served.given(phone('A001').rate(level));
      for (const other of [1, 2, 3, 4, 5] as const) {
        const answer = short(story.when(phone('A001').add({ indicators: [indicatorsOf[other][7]] })));
        expect(answer).toEqual(other === level ? ['ratingDetailed'] : 'notAnIndicatorOfLevel');
      }
    }
  });

  test('only questions the hall asks, only answers they have', () => {
    const add = (question: string, answer: string) =>
      short(rated.when(phone('A001').add({ answers: [{ question: LocalQuestionId.parse(question), answer }] })));
    expect(add('number-seen', 'no')).toEqual(['ratingDetailed']);
    expect(add('number-seen', 'two')).toBe('unknownQuestion');
    expect(add('shoe-size', 'two')).toBe('unknownQuestion');
  });

  test('at a kiosk: there where the level was tapped, for some minutes, without a text', () => {
    const here = served.given(ratingKiosk(1).rate('A001', 4));
    expect(short(here.when(ratingKiosk(1).add('A001', { indicators: ['406'] })))).toEqual(['ratingDetailed']);
    expect(short(here.when(ratingKiosk(1).add('A001', { text: 'seen by the next in line' })))).toBe(
      'ratingNotOpenHere',
    );
    expect(short(here.when(ratingKiosk(2).add('A001')))).toBe('ratingNotOpenHere');
    expect(short(here.given(later(301)).when(ratingKiosk(1).add('A001')))).toBe('ratingNotOpenHere');
    // The visitor who tapped at the kiosk may still add something by phone.
    expect(short(here.given(later(301)).when(phone('A001').add()))).toEqual(['ratingDetailed']);
  });
});

describe('an opinion without a ticket', () => {
  test('at a kiosk that stands at no counter, and nowhere near a clerk’s figures', () => {
    const [opinion] = eventsOf(served.when(ratingKiosk(null).giveOpinion(5)));
    expect(opinion).toEqual({
      ...{ type: 'opinionGiven', at: served.now, level: 5, deviceId: 'rating-kiosk-exit', flags: [] },
    });
    expect(short(served.when(ratingKiosk(1).giveOpinion(5)))).toBe('ratingNotOpenHere');
  });

  test('the kiosk rests five seconds, then takes the next', () => {
    const given = served.given(ratingKiosk(null).giveOpinion(1));
    expect(short(given.given(later(4)).when(ratingKiosk(null).giveOpinion(1)))).toBe('kioskResting');
    expect(short(given.given(later(5)).when(ratingKiosk(null).giveOpinion(1)))).toEqual(['opinionGiven']);
    // Who shows a slip is somebody, and need not wait.
    expect(short(given.when(ratingKiosk(null, 'A001').rate('A001', 3)))).toEqual(['ticketRated']);
  });
});

describe('misuse is kept, flagged and counted apart', () => {
  /** A visit at counter 1, rated so many seconds after its end. */
  const visit = (number: string, level: 1 | 2 | 3 | 4 | 5, seconds: number): Steps => [
    servedNext(1),
    later(seconds),
    ratingKiosk(1).rate(number, level),
  ];

  test('sooner than anybody can read: within two seconds of the end', () => {
    const done = given(openCounters(1), kiosk.issue('A'), servedNext(1));
    expect(flagsOf(done.given(later(1)), ratingKiosk(1).rate('A001', 5))).toEqual(['tooSoon']);
    expect(flagsOf(done.given(later(2)), ratingKiosk(1).rate('A001', 5))).toEqual([]);
  });

  test('three equal ratings in a row, each at once: all three, also those given before', () => {
    const two = given(openCounters(1), waiting('A', 4), visit('A001', 5, 3), visit('A002', 5, 3));
    const third = two.given(servedNext(1), later(3));
    expect(eventsOf(third.when(ratingKiosk(1).rate('A003', 5)))).toMatchObject([
      { type: 'ticketRated', flags: ['equalRun'] },
      { type: 'ratingFlagged', ratingOf: two.ticket('A001').id, flag: 'equalRun' },
      { type: 'ratingFlagged', ratingOf: two.ticket('A002').id, flag: 'equalRun' },
    ]);
    const fourth = third.given(ratingKiosk(1).rate('A003', 5), servedNext(1), later(3));
    expect(eventsOf(fourth.when(ratingKiosk(1).rate('A004', 5)))).toMatchObject([{ flags: ['equalRun'] }]);
    // Another level, a moment of thought, or another counter: no run.
    expect(flagsOf(third, ratingKiosk(1).rate('A003', 4))).toEqual([]);
    expect(flagsOf(third.given(later(1)), ratingKiosk(1).rate('A003', 5))).toEqual([]);
    const elsewhere = two.given(openCounters(2), servedNext(2), later(3));
    expect(flagsOf(elsewhere, ratingKiosk(2).rate('A003', 5))).toEqual([]);
    // A new day begins anew.
    const tomorrow = two.given(at('2026-09-23 09:00'), openCounters(1), kiosk.issue('A'), servedNext(1), later(3));
    expect(flagsOf(tomorrow, ratingKiosk(1).rate('A001', 5))).toEqual([]);
  });

  test('monkey taps: more than six touches on the question', () => {
    expect(flagsOf(served, ratingKiosk(1).rate('A001', 5, 6))).toEqual([]);
    expect(flagsOf(served, ratingKiosk(1).rate('A001', 5, 7))).toEqual(['burst']);
    expect(flagsOf(served, ratingKiosk(null).giveOpinion(5, 40))).toEqual(['burst']);
  });

  test('a code found by trying', () => {
    const asked = served.given(later(60));
    expect(flagsOf(asked, ratingKiosk(null, 'A001', 2).rate('A001', 1))).toEqual([]);
    expect(flagsOf(asked, ratingKiosk(null, 'A001', 3).rate('A001', 1))).toEqual(['wrongCodes']);
  });

  test('the limits are settings', () => {
    const { misuse } = rules({}).rules.rating;
    const strict = givenIn(
      rules({ rating: { misuse: { ...misuse, tooSoonSeconds: 60 } } }),
      openCounters(1),
      kiosk.issue('A'),
      servedNext(1),
      later(59),
    );
    expect(flagsOf(strict, phone('A001').rate(5))).toEqual(['tooSoon']);
  });
});

test('whoever was missed or has cancelled was not served: nothing to rate, nothing to add', () => {
  const cancelled = given(openCounters(1), kiosk.issue('A'), phone('A001').cancel());
  expect(short(cancelled.when(phone('A001').rate(1)))).toBe('notRatable');
});
