import {
  consentKinds,
  type DiaryWords,
  type OfficerCard,
  type OfficerNo,
  type SuggestionAnswer,
  type SuggestionId,
  withCuts,
} from '../../shared/diary.ts';
import type {
  ConsentView,
  DiaryIndex,
  DiaryReview,
  DiaryView,
  DiaryVisit,
  OfficersView,
  OfficerView,
  PublicSuggestion,
  PublishedDiary,
  SuggestionRow,
} from '../../shared/diary-views.ts';
import type { TicketId } from '../../shared/ids.ts';
import type { Language } from '../../shared/languages.ts';
import { type Diary, isInForce, type Officer } from '../diaries/diary.ts';
import { fromDoorToEnd, type Leg, measure } from '../diaries/timeline.ts';
import type { HallState, Ticket } from '../queue/state.ts';
import { hallFacts } from './hall-facts.ts';
import { serviceName } from './names.ts';

/** What lies outside memory and is asked for when somebody looks: visits of any day, and what was written. */
export interface DiarySources {
  readonly ticket: (id: TicketId) => Ticket | null;
  readonly legs: (id: TicketId) => readonly Leg[];
  /** Minutes since midnight of a moment, in the hall's zone. */
  readonly minuteOf: (at: number) => number;
  readonly card: (no: OfficerNo) => OfficerCard | null;
  readonly words: (id: TicketId) => DiaryWords | null;
  readonly note: (id: TicketId) => string | null;
  readonly answer: (id: TicketId, suggestion: SuggestionId) => SuggestionAnswer;
}

const noon = 12 * 60;

/** What an officer's phone shows; null: no such officer. */
export function officerView(state: HallState, no: OfficerNo, today: string, from: DiarySources): OfficerView | null {
  const officer = state.diaries.officers.get(no);
  if (officer === undefined) return null;
  const own = presentDiaries(state).filter(({ officerNo }) => officerNo === no);
  return {
    hall: hallFacts(state),
    officerNo: no,
    card: from.card(no),
    consent: consentViews(officer),
    today,
    diaries: own.flatMap((diary) => diaryView(state, diary, from) ?? []),
  };
}

/** Everything, for whoever runs it. */
export function officersView(state: HallState, from: DiarySources): OfficersView {
  const diaries = presentDiaries(state);
  return {
    officers: [...state.diaries.officers.values()].map((officer) => ({
      officerNo: officer.no,
      card: from.card(officer.no),
      enrolledOn: officer.enrolledOn,
      consent: consentViews(officer),
      diaries: diaries.filter(({ officerNo }) => officerNo === officer.no).length,
    })),
    diaries: diaries.flatMap((diary) => review(state, diary, from) ?? []),
    suggestions: diaries
      // A draft is nobody's business but its author's.
      .filter(({ status }) => status !== 'draft')
      .flatMap((diary) => suggestionRows(state, diary, from)),
  };
}

/** A diary as the public reads it; null unless it is published at this moment. */
export function publishedDiary(state: HallState, no: number, from: DiarySources): PublishedDiary | null {
  const diary = publicDiaries(state).find((one) => one.no === no);
  return diary === undefined ? null : published(state, diary, from);
}

export function diaryIndex(state: HallState, from: DiarySources): DiaryIndex {
  const rows = presentDiaries(state)
    .filter(({ status }) => status !== 'draft')
    .flatMap((diary) => suggestionRows(state, diary, from).map((row) => publicSuggestion(diary, row)));
  return {
    hallName: state.setup.hall.name,
    hallLanguage: hallLanguage(state),
    diaries: publicDiaries(state).flatMap((diary) => published(state, diary, from) ?? []),
    suggestions: rows.filter((row) => row !== null),
  };
}

/** The newest visits first. */
function presentDiaries({ diaries: { diaries } }: HallState): readonly Diary[] {
  return [...diaries.values()].filter(({ status }) => status !== 'erased').toReversed();
}

/** Published, by somebody who still agrees to it: the law withdraws them together, this would show if it ever did not. */
function publicDiaries(state: HallState): readonly Diary[] {
  return presentDiaries(state)
    .filter(({ status, officerNo }) => status === 'published' && agreedTo(state, officerNo, 'publish'))
    .toSorted((a, b) => (b.no ?? 0) - (a.no ?? 0));
}

function hallLanguage({ setup }: HallState): Language {
  return setup.hall.displayLanguages[0] ?? 'zhHans';
}

function agreedTo({ diaries }: HallState, no: OfficerNo, kind: (typeof consentKinds)[number]): boolean {
  const officer = diaries.officers.get(no);
  return officer !== undefined && isInForce(officer.consent.keep) && isInForce(officer.consent[kind]);
}

function consentViews({ consent }: Officer): readonly ConsentView[] {
  return consentKinds.map((kind) => ({ kind, inForce: isInForce(consent[kind]), ...consent[kind] }));
}

function visitOf(state: HallState, id: TicketId, from: DiarySources): DiaryVisit | null {
  const ticket = from.ticket(id);
  if (ticket === null) return null;
  const { number, day, serviceId, status, issuedAt } = ticket;
  return {
    ticketId: id,
    number,
    day,
    half: from.minuteOf(issuedAt) < noon ? 'morning' : 'afternoon',
    serviceName: serviceName(state, serviceId),
    ticketStatus: status,
    measured: measure(from.legs(id)),
  };
}

function diaryView(state: HallState, diary: Diary, from: DiarySources): DiaryView | null {
  const visit = visitOf(state, diary.ticketId, from);
  if (visit === null) return null;
  const { status, version, isWhole, isEdited, cuts, no, ticketId } = diary;
  const words = from.words(ticketId);
  const doorToEnd = words === null ? null : fromDoorToEnd(visit.measured, words.told);
  return { ...visit, status, version, isWhole, isEdited, cuts, no, words, note: from.note(ticketId), doorToEnd };
}

function review(state: HallState, diary: Diary, from: DiarySources): DiaryReview | null {
  const view = diaryView(state, diary, from);
  if (view === null) return null;
  const { officerNo, status } = diary;
  const mayPublish = status === 'approved' && agreedTo(state, officerNo, 'publish');
  // What its author has not handed in yet is not read over the shoulder.
  const isHidden = status === 'draft' && !diary.isEdited;
  const shown = isHidden ? { ...view, words: null, note: null } : view;
  return { ...shown, officerNo, card: from.card(officerNo), mayPublish };
}

function suggestionRows(state: HallState, diary: Diary, from: DiarySources): readonly SuggestionRow[] {
  const words = from.words(diary.ticketId);
  const ticket = from.ticket(diary.ticketId);
  if (words === null || ticket === null) return [];
  const mayQuote = agreedTo(state, diary.officerNo, 'quote');
  return diary.suggestions.flatMap(({ id: suggestionId, state: now, since }) => {
    const text = words.suggestions.find(({ id }) => id === suggestionId)?.text;
    if (text === undefined) return [];
    const said = from.answer(diary.ticketId, suggestionId);
    const visit = { day: ticket.day, serviceName: serviceName(state, ticket.serviceId), language: words.language };
    // In the officer's words only after somebody of the hall has read them.
    const isRead = diary.status === 'published' || now !== 'received' || said.answer !== null;
    const shown = said.wording ?? (mayQuote && isRead ? text : null);
    return [{ ticketId: diary.ticketId, suggestionId, ...visit, text, state: now, since, ...said, mayQuote, shown }];
  });
}

function publicSuggestion({ status, no }: Diary, row: SuggestionRow): PublicSuggestion | null {
  const { shown, state, answer, day, serviceName: name, wording, language } = row;
  if (shown === null) return null;
  const isPublic = status === 'published';
  return {
    ...{ text: shown, state, answer, day, serviceName: name },
    diaryNo: isPublic ? no : null,
    language: wording === null ? language : null,
  };
}

function published(state: HallState, diary: Diary, from: DiarySources): PublishedDiary | null {
  const view = diaryView(state, diary, from);
  const officer = from.card(diary.officerNo);
  const { no, publishedOn } = diary;
  if (view?.words == null || officer === null || no === null || publishedOn === null) return null;
  const { words, measured } = view;
  if (words.story === null || words.score === null) return null;
  const { wait, walk, service, total } = measured;
  const record = { gate: null, find: null, wait, walk, service, total };
  const steps = ['gate', 'find', 'wait', 'walk', 'service', 'total'] as const;
  return {
    ...{ no, publishedOn, hallName: state.setup.hall.name, serviceName: view.serviceName },
    ...{ day: view.day, half: view.half, officer, language: words.language, title: words.title },
    hallLanguage: hallLanguage(state),
    ...{ story: withCuts(words.story, view.cuts), comparison: words.comparison, score: words.score },
    timeline: steps
      .map((step) => ({ step, told: step === 'walk' ? null : words.told[step], measured: record[step] }))
      .filter(({ told, measured: minutes }) => told !== null || minutes !== null),
    ...{ doorToEnd: view.doorToEnd, trips: words.trips, days: words.days, note: view.note },
    suggestions: words.suggestions.map(({ id, text }) => ({
      text,
      state: diary.suggestions.find((one) => one.id === id)?.state ?? 'received',
      answer: from.answer(diary.ticketId, id).answer,
    })),
  };
}
