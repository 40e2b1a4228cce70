import { describe, expect, test } from 'vitest';
import { hasCaseEnded, type RatingCase } from '../../hall-server/rating-cases/rating-case.ts';
import { StaffId } from '../../shared/ids.ts';
import type { CaseStep } from '../../shared/rating-case.ts';
import {
  at,
  clock,
  eventsOf,
  given,
  handler,
  kiosk,
  later,
  openCounters,
  phone,
  type Story,
  servedNext,
  short,
} from '../support/given.ts';

const [wang, li, zhao] = [handler('wang'), handler('li', 'administrator'), handler('zhao')];
const served = given(openCounters(1), kiosk.issue('A'), servedNext(1), later(20));
const opened = served.given(phone('A001').rate(1));
const agreed = opened.given(phone('A001').agreeToCallBack());

const caseOf = (story: Story): RatingCase => {
  const one = story.state.cases.get(story.ticket('A001').id);
  if (one === undefined) throw new Error('no case');
  return one;
};
const answer = (story: Story, step: CaseStep, by = wang) => short(story.when(by.stepCase('A001', step)));
const step = (by: typeof wang, ...steps: readonly CaseStep[]) => steps.map((one) => by.stepCase('A001', one));
const done = ['caseStepped'];

const contact = { kind: 'contact', reached: true } as const;
const verify = { kind: 'verify' } as const;
const rectify = { kind: 'rectify', owner: StaffId.parse('wang'), by: '2026-10-09' } as const;
const feedBack = { kind: 'feedBack', how: 'published' } as const;
const told = { kind: 'feedBack', how: 'told' } as const;
const revisit = (satisfaction: 'satisfied' | 'basically' | 'not') =>
  ({ kind: 'revisit', answer: satisfaction }) as const;
const close = { kind: 'close' } as const;
const invalid = { kind: 'proposeInvalid', ground: 'malicious' } as const;
const approve = { kind: 'decideProposal', approve: true } as const;
const upheld = { kind: 'decideAppeal', upheld: true } as const;
const dismissed = { kind: 'decideAppeal', upheld: false } as const;
const appeal = (by: 'ratedPerson' | 'rater') => ({ kind: 'appeal', by }) as const;

describe('a case opens by itself', () => {
  test('for levels 1 and 2, flagged or not, and for no other', () => {
    for (const level of [1, 2, 3, 4, 5] as const) {
      const types = short(served.when(phone('A001').rate(level)));
      expect(types).toEqual(level <= 2 ? ['ticketRated', 'caseOpened'] : ['ticketRated']);
    }
    const flagged = given(openCounters(1), kiosk.issue('A'), servedNext(1), phone('A001').rate(2));
    expect(caseOf(flagged)).toMatchObject({ status: 'open', level: 2, flags: ['tooSoon'], servedBy: ['clerk01'] });
  });

  test('a number to call back is left by the rater alone, only for a case, only while it lasts', () => {
    expect(short(served.given(phone('A001').rate(4)).when(phone('A001').agreeToCallBack()))).toBe('noRatingCase');
    const [event] = eventsOf(opened.when(phone('A001').agreeToCallBack()));
    expect(event).toEqual({ type: 'callBackAgreed', at: opened.now, caseOf: opened.ticket('A001').id });
    expect(caseOf(agreed).mayCallBack).toBe(true);
  });
});

describe('the course of a case', () => {
  test('without a number nobody is called: verified, measured, published, closed', () => {
    expect(answer(opened, contact)).toBe('callBackNotAgreed');
    const story = opened.given(step(wang, verify, rectify));
    expect(answer(story, told)).toBe('callBackNotAgreed');
    const answered = story.given(step(wang, feedBack));
    expect(answer(answered, revisit('satisfied'))).toBe('callBackNotAgreed');
    const closed = answered.given(step(wang, { kind: 'noRevisit' }, close));
    expect(caseOf(closed)).toMatchObject({ status: 'closed', satisfaction: null, tookPart: ['wang'] });
  });

  test('with a number: called first, then the rest, and asked again', () => {
    expect(answer(agreed, verify)).toBe('caseNotThere');
    const story = agreed.given(step(wang, contact, verify, rectify, told, revisit('basically'), close));
    expect(caseOf(story)).toMatchObject({ status: 'closed', satisfaction: 'basically' });
  });

  test('no step comes before its turn or after the end', () => {
    for (const early of [rectify, feedBack, close, revisit('satisfied'), { kind: 'noRevisit' }] as const) {
      expect(answer(opened, early)).toMatch(/caseNotThere/);
    }
    const closed = opened.given(step(wang, verify, rectify, feedBack, { kind: 'noRevisit' }, close));
    for (const late of [verify, rectify, feedBack, close, invalid, approve]) {
      expect(answer(closed, late)).toBe('caseEnded');
    }
    expect(hasCaseEnded(caseOf(closed))).toBe(true);
  });

  test('a measure that cannot be met still needs its reason and its answer', () => {
    const story = opened.given(step(wang, verify, { kind: 'cannotBeMet' }));
    expect(caseOf(story)).toMatchObject({ status: 'rectifying', measure: null });
    const silent = story.when(wang.stepCase('A001', feedBack, {}));
    expect(short(silent)).toBe('caseTextMissing');
  });

  test('closing says complaint, cause and measure', () => {
    const story = opened.given(step(wang, verify, rectify, feedBack, { kind: 'noRevisit' }));
    expect(short(story.when(wang.stepCase('A001', close, { complaint: 'slow', cause: 'ill' })))).toBe(
      'caseTextMissing',
    );
  });

  test('no word of it is in any event', () => {
    const closing = { complaint: 'marker one', cause: 'marker two', measure: 'marker three' };
    const story = opened.given(step(wang, verify, rectify, feedBack, { kind: 'noRevisit' }));
    expect(JSON.stringify(story.when(wang.stepCase('A001', close, closing)))).not.toContain('marker');
  });

  test('"not satisfied" opens it once more, not twice', () => {
    const again = agreed.given(step(wang, contact, verify, rectify, told, revisit('not')));
    expect(caseOf(again)).toMatchObject({ status: 'rectifying', reopenedOn: { date: '2026-09-22' } });
    const twice = again.given(step(wang, rectify, told, revisit('not')));
    expect(caseOf(twice)).toMatchObject({ status: 'revisited', satisfaction: 'not' });
  });
});

describe('two people', () => {
  const unhappy = agreed.given(
    step(wang, contact, verify, rectify, told, revisit('not'), rectify, told, revisit('not')),
  );

  test('close over somebody who is not satisfied', () => {
    const proposed = unhappy.given(step(wang, close));
    expect(caseOf(proposed)).toMatchObject({ status: 'revisited', proposal: { what: 'close', by: 'wang' } });
    expect(answer(proposed, approve)).toBe('secondPersonNeeded');
    expect(caseOf(proposed.given(step(li, approve))).status).toBe('closed');
    expect(caseOf(proposed.given(step(li, { kind: 'decideProposal', approve: false }))).status).toBe('revisited');
  });

  test('declare a rating invalid; it stays, only the score loses it', () => {
    expect(answer(opened, approve)).toBe('nothingProposed');
    const proposed = opened.given(step(wang, invalid));
    expect(answer(proposed, invalid, li)).toBe('proposalOpen');
    expect(answer(proposed, approve)).toBe('secondPersonNeeded');
    expect(short(proposed.when(li.stepCase('A001', approve)))).toEqual(['caseStepped', 'ratingJudged']);
    const judged = proposed.given(step(li, approve));
    expect(caseOf(judged)).toMatchObject({ status: 'invalid', declaredInvalid: true });
    expect(judged.ticket('A001').rating).toMatchObject({ level: 1 });
  });

  test('take a flag away', () => {
    const unflag = { kind: 'proposeUnflag' } as const;
    expect(answer(opened, unflag)).toBe('ratingNotFlagged');
    const flagged = given(openCounters(1), kiosk.issue('A'), servedNext(1), phone('A001').rate(2));
    const proposed = flagged.given(step(wang, unflag));
    expect(answer(proposed, approve)).toBe('secondPersonNeeded');
    expect(eventsOf(proposed.when(li.stepCase('A001', approve)))).toMatchObject([{}, { verdict: 'unflagged' }]);
    expect(caseOf(proposed.given(step(li, approve)))).toMatchObject({ status: 'open', flags: [] });
  });

  test('whoever was rated does nothing in it, not even propose', () => {
    const clerk = handler('clerk01');
    for (const one of [verify, invalid, approve, appeal('ratedPerson')]) {
      expect(answer(opened, one, clerk)).toBe('ratedPersonMayNot');
    }
  });
});

describe('appeal', () => {
  const verified = opened.given(step(wang, verify));

  test('the rated person from the facts on, five working days; reviewed once, by somebody without a part in it', () => {
    expect(answer(opened, appeal('ratedPerson'))).toBe('appealTooLate');
    expect(answer(verified.given(at('2026-09-30 23:59'), clock.openDay()), appeal('ratedPerson'))).toEqual(done);
    expect(answer(verified.given(at('2026-10-01 00:01'), clock.openDay()), appeal('ratedPerson'))).toBe(
      'appealTooLate',
    );
    const appealed = verified.given(step(li, appeal('ratedPerson')));
    expect(answer(appealed, upheld, wang)).toBe('tookPartAlready');
    expect(answer(appealed, upheld, li)).toBe('tookPartAlready');
    expect(short(appealed.when(zhao.stepCase('A001', upheld)))).toEqual(['caseStepped', 'ratingJudged']);
    const over = appealed.given(step(zhao, dismissed));
    expect(caseOf(over)).toMatchObject({ status: 'verified', appeals: { ratedPerson: { upheld: false } } });
    expect(answer(over, appeal('ratedPerson'))).toBe('appealOpen');
    expect(answer(over, upheld, zhao)).toBe('noAppeal');
  });

  test('the rater from the answer on, even when the case has ended: it begins again, and the rating counts again', () => {
    const story = verified.given(step(wang, rectify, feedBack, invalid), step(li, approve));
    expect(caseOf(story).status).toBe('invalid');
    const appealed = story.given(step(wang, appeal('rater')));
    expect(eventsOf(appealed.when(zhao.stepCase('A001', upheld)))).toMatchObject([{}, { verdict: 'reinstated' }]);
    expect(caseOf(appealed.given(step(zhao, upheld)))).toMatchObject({ status: 'rectifying', declaredInvalid: false });
    expect(caseOf(appealed.given(step(zhao, dismissed)))).toMatchObject({ status: 'closed', declaredInvalid: true });
  });

  test('nothing is closed while an appeal waits', () => {
    const story = verified.given(step(wang, rectify, feedBack, { kind: 'noRevisit' }, appeal('rater')));
    expect(answer(story, close)).toBe('appealOpen');
    expect(answer(story.given(step(zhao, dismissed)), close)).toEqual(done);
  });
});
