import { expect, test } from 'vitest';
import { given, handler, kiosk, later, openCounters, phone, servedNext, short, waiting } from '../support/given.ts';

// Misuse is kept apart from the score until two people say that it is none (rating.md, section 2, rule 8).

const [wang, li, served] = [handler('wang'), handler('li', 'administrator'), handler('clerk01')];
const propose = { kind: 'propose' } as const;
const decide = (approve: boolean) => ({ kind: 'decide', approve }) as const;
const soon = given(openCounters(1), kiosk.issue('A'), servedNext(1), phone('A001').rate(5));
const proposed = soon.given(wang.judgeFlag('A001', propose));

test('one proposes, another one approves: the rating counts, and nothing more can be proposed', () => {
  expect(soon.ticket('A001').rating?.flagged).toBe(true);
  expect(short(proposed.when(wang.judgeFlag('A001', decide(true))))).toBe('secondPersonNeeded');
  const approval = li.judgeFlag('A001', decide(true));
  expect(short(proposed.when(approval))).toEqual(['unflagDecided', 'ratingJudged']);
  const counted = proposed.given(approval);
  expect(counted.ticket('A001').rating).toMatchObject({ level: 5, flagged: false });
  expect(counted.state.unflagging.size).toBe(0);
  expect(short(counted.when(wang.judgeFlag('A001', propose)))).toBe('ratingNotFlagged');
});

test('refused or taken back it stays apart, and may be proposed again', () => {
  for (const by of [wang, li]) {
    expect(short(proposed.when(by.judgeFlag('A001', decide(false))))).toEqual(['unflagDecided']);
    const again = proposed.given(by.judgeFlag('A001', decide(false)));
    expect(again.ticket('A001').rating?.flagged).toBe(true);
    expect(short(again.when(li.judgeFlag('A001', propose)))).toEqual(['unflagProposed']);
  }
});

test.each([
  ['twice', proposed.when(li.judgeFlag('A001', propose)), 'proposalOpen'],
  ['decided before it was proposed', soon.when(li.judgeFlag('A001', decide(true))), 'nothingProposed'],
  ['by whoever served the visit', soon.when(served.judgeFlag('A001', propose)), 'ratedPersonMayNot'],
  ['decided by whoever served the visit', proposed.when(served.judgeFlag('A001', decide(true))), 'ratedPersonMayNot'],
  ['of a visit that nobody knows', soon.when(wang.judgeFlag('A099', propose)), 'unknownTicket'],
])('not %s', (_, decision, reason) => {
  expect(short(decision)).toBe(reason);
});

test('a rating that counts has no flag to take away; a low one has its case', () => {
  const calm = given(openCounters(1), kiosk.issue('A'), servedNext(1), later(20), phone('A001').rate(5));
  expect(short(calm.when(wang.judgeFlag('A001', propose)))).toBe('ratingNotFlagged');
  const low = given(openCounters(1), kiosk.issue('A'), servedNext(1), phone('A001').rate(2));
  expect(short(low.when(wang.judgeFlag('A001', propose)))).toBe('flagInCase');
});

test('a low rating flagged after the fact is flagged in its case too', () => {
  const visit = (number: string) => [servedNext(1), later(3), phone(number).rate(1)];
  const run = given(openCounters(1), waiting('A', 3), visit('A001'), visit('A002'), visit('A003'));
  const first = run.ticket('A001');
  expect(run.state.cases.get(first.id)?.flags).toEqual(['equalRun']);
  expect(first.rating?.flagged).toBe(true);
});
