import { describe, expect, it } from 'vitest';
import { noWords } from '../../shared/diary.ts';
import {
  at,
  given,
  kiosk,
  manager,
  officer,
  openCounters,
  reception,
  type Story,
  short,
  wholeWords,
} from '../support/given.ts';

const opened = given(openCounters(1), kiosk.issue('A'), kiosk.issue('A'), manager.enrolsOfficer());
const begun = opened.given(reception.beginDiary('A001', 1));
const written = begun.given(officer(1).writes('A001', 0));
const approved = written.given(officer(1).approves('A001', 1));
const published = approved.given(manager.publishesDiary('A001', 1));
const diaryOf = (story: Story, number = 'A001') => story.state.diaries.diaries.get(story.ticket(number).id);
const officerOf = (story: Story, no = 1) => story.state.diaries.officers.get(no);

describe('an officer', () => {
  it('is enrolled with the consents that were given, each with its date, and never without the first', () => {
    expect(short(opened.when(manager.enrolsOfficer([])))).toBe('consentToKeepNeeded');
    expect(short(opened.when(manager.enrolsOfficer(['publish', 'quote'])))).toBe('consentToKeepNeeded');
    const two = opened.given(at('2026-09-23 09:00'), manager.enrolsOfficer(['keep']));
    expect(officerOf(two, 2)).toMatchObject({
      ...{ no: 2, enrolledOn: '2026-09-23', linkNo: 1, linkHash: 'hash-of-officer-2-1' },
      consent: {
        keep: { givenOn: '2026-09-23', withdrawnOn: null },
        publish: { givenOn: null, withdrawnOn: null },
        quote: { givenOn: null, withdrawnOn: null },
      },
    });
  });

  it('has one invitation at a time', () => {
    expect(officerOf(opened.given(manager.invitesOfficer(1)))?.linkHash).toBe('hash-of-officer-1-2');
    expect(short(opened.when(manager.invitesOfficer(2)))).toBe('unknownOfficer');
  });

  it('gives and withdraws a consent, and nobody’s but the own', () => {
    expect(short(opened.when(officer(2).setsConsent(1, 'publish', false)))).toBe('notOwnDiary');
    const withdrawn = opened.given(at('2026-09-24 10:00'), officer(1).setsConsent(1, 'quote', false));
    expect(officerOf(withdrawn)?.consent.quote).toEqual({ givenOn: '2026-09-22', withdrawnOn: '2026-09-24' });
    // A second time is no second withdrawal.
    expect(short(withdrawn.when(officer(1).setsConsent(1, 'quote', false)))).toEqual([]);
    const again = withdrawn.given(officer(1).setsConsent(1, 'quote', true));
    expect(officerOf(again)?.consent.quote).toEqual({ givenOn: '2026-09-24', withdrawnOn: null });
  });
});

describe('a diary', () => {
  it('is begun once for a visit, at the desk or by the officer, and not for a cancelled ticket', () => {
    expect(short(opened.when(reception.beginDiary('A001', 2)))).toBe('unknownOfficer');
    expect(short(opened.when(reception.beginDiary('A009', 1)))).toBe('unknownTicket');
    expect(short(opened.when(officer(1).begins('A001')))).toEqual(['diaryBegun']);
    expect(short(begun.when(officer(1).begins('A001')))).toBe('diaryBegunAlready');
    const cancelled = opened.given(reception.cancel('A001'));
    expect(short(cancelled.when(reception.beginDiary('A001', 1)))).toBe('ticketEnded');
  });

  it('is written, approved and published in this order only', () => {
    expect(short(begun.when(officer(1).approves('A001', 0)))).toBe('diaryNotWhole');
    expect(short(begun.when(manager.publishesDiary('A001', 0)))).toBe('diaryNotApproved');
    expect(short(written.when(manager.publishesDiary('A001', 1)))).toBe('diaryNotApproved');
    expect(diaryOf(published)).toMatchObject({ status: 'published', no: 1, publishedOn: '2026-09-22', version: 1 });
    expect(short(published.when(officer(1).writes('A001', 1)))).toBe('diaryIsPublished');
    expect(short(published.when(manager.editsDiary('A001', 1)))).toBe('diaryIsPublished');
  });

  it('needs a story and a score to be whole', () => {
    for (const missing of [{ story: null }, { score: null }]) {
      const partly = begun.given(officer(1).writes('A001', 0, { ...wholeWords, ...missing }));
      expect(short(partly.when(officer(1).approves('A001', 1)))).toBe('diaryNotWhole');
    }
    expect(short(begun.when(officer(1).writes('A001', 0, noWords('en'))))).toEqual(['diaryWritten']);
  });

  it('is approved as these very words: whatever changes them takes the approval back', () => {
    const rewritten = approved.given(officer(1).writes('A001', 1));
    expect(short(rewritten.when(manager.publishesDiary('A001', 2)))).toBe('diaryNotApproved');
    const cut = approved.given(manager.editsDiary('A001', 1, [{ from: 0, to: 4 }], '编者的话'));
    expect(diaryOf(cut)).toMatchObject({ status: 'draft', isEdited: true, version: 2, cuts: [{ from: 0, to: 4 }] });
    expect(short(cut.when(manager.publishesDiary('A001', 2)))).toBe('diaryNotApproved');
    // The officer has a page open that does not show the cut yet.
    expect(short(cut.when(officer(1).approves('A001', 1)))).toBe('diaryChangedMeanwhile');
    expect(short(cut.when(officer(1).writes('A001', 1)))).toBe('diaryChangedMeanwhile');
    const agreed = cut.given(officer(1).approves('A001', 2));
    expect(short(agreed.when(manager.publishesDiary('A001', 1)))).toBe('diaryChangedMeanwhile');
    expect(short(agreed.when(manager.publishesDiary('A001', 2)))).toEqual(['diaryPublished']);
    // Cuts were of words that are no longer there.
    expect(diaryOf(cut.given(officer(1).writes('A001', 2)))).toMatchObject({ cuts: [], isEdited: false });
  });

  it('is nobody’s but its officer’s', () => {
    const two = written.given(manager.enrolsOfficer());
    for (const wish of [officer(2).writes('A001', 1), officer(2).approves('A001', 1), officer(2).withdraws('A001')]) {
      expect(short(two.when(wish))).toBe('notOwnDiary');
    }
  });

  it('is not published without consent, and withdrawing consent takes it away at once', () => {
    const silent = approved.given(officer(1).setsConsent(1, 'publish', false));
    expect(short(silent.when(manager.publishesDiary('A001', 1)))).toBe('consentToPublishNeeded');
    expect(diaryOf(published.given(officer(1).setsConsent(1, 'publish', false)))?.status).toBe('withdrawn');
    const quoted = published.given(officer(1).setsConsent(1, 'quote', false));
    expect(diaryOf(quoted)?.status).toBe('published');
  });

  it('goes altogether when the officer no longer agrees that anything is kept; the officer goes with it', () => {
    const gone = published.given(manager.setsConsent(1, 'keep', false));
    expect(diaryOf(gone)).toMatchObject({ status: 'erased', suggestions: [], no: 1 });
    expect(short(gone.when(officer(1).writes('A001', 1)))).toBe('unknownDiary');
    expect(short(gone.when(reception.beginDiary('A002', 1)))).toBe('unknownOfficer');
    expect(short(gone.when(manager.invitesOfficer(1)))).toBe('unknownOfficer');
    expect(short(gone.when(manager.setsConsent(1, 'keep', true)))).toBe('unknownOfficer');
  });

  it('withdrawn: a draft goes altogether, a public one can come back under its number', () => {
    expect(diaryOf(written.given(officer(1).withdraws('A001')))?.status).toBe('erased');
    const back = published.given(officer(1).withdraws('A001'), officer(1).writes('A001', 1));
    expect(diaryOf(back)).toMatchObject({ status: 'draft', version: 2, no: 1 });
    const other = back.given(
      ...[reception.beginDiary('A002', 1), officer(1).writes('A002', 0), officer(1).approves('A002', 1)],
      ...[manager.publishesDiary('A002', 1), officer(1).approves('A001', 2), manager.publishesDiary('A001', 2)],
    );
    expect([diaryOf(other, 'A001')?.no, diaryOf(other, 'A002')?.no]).toEqual([1, 2]);
  });
});

describe('a suggestion', () => {
  const states = (story: Story) => diaryOf(story)?.suggestions.map(({ id, state }) => [id, state]);

  it('is received, and answered; declined only with a reason', () => {
    expect(states(approved)).toEqual([['sign', 'received']]);
    expect(short(approved.when(manager.answersSuggestion('A001', 'none', 'done')))).toBe('unknownSuggestion');
    expect(short(approved.when(manager.answersSuggestion('A001', 'sign', 'declined')))).toBe('reasonNeeded');
    expect(states(approved.given(manager.answersSuggestion('A001', 'sign', 'declined', '无此权限')))).toEqual([
      ['sign', 'declined'],
    ]);
  });

  it('keeps its answer while others come and go, and loses it only with itself', () => {
    const planned = approved.given(manager.answersSuggestion('A001', 'sign', 'planned'));
    const chairs = { id: 'chairs', text: '多放几把椅子。' };
    const more = { ...wholeWords, suggestions: [chairs, ...wholeWords.suggestions] };
    const added = planned.given(officer(1).writes('A001', 1, more));
    expect(states(added)).toEqual([
      ['chairs', 'received'],
      ['sign', 'planned'],
    ]);
    const removed = added.given(officer(1).writes('A001', 2, { ...more, suggestions: [chairs] }));
    expect(states(removed)).toEqual([['chairs', 'received']]);
  });
});
