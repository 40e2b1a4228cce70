import type {
  ConsentKind,
  Cut,
  DiaryStatus,
  DiaryWords,
  HalfDay,
  OfficerCard,
  OfficerNo,
  SuggestionId,
  SuggestionState,
  Told,
  ToldStep,
} from './diary.ts';
import type { TicketId } from './ids.ts';
import type { Language, LocalizedText } from './languages.ts';
import type { HallFacts, TicketStatus } from './views.ts';

/** What the record says of a visit: UTC ms, and whole minutes; null: it has not come to that, or is not over. */
export interface Measured {
  readonly issuedAt: number;
  readonly calledAt: number | null;
  readonly startedAt: number | null;
  readonly endedAt: number | null;
  readonly wait: number | null;
  /** From the call until service began. */
  readonly walk: number | null;
  readonly service: number | null;
  /** From the number to the end. */
  readonly total: number | null;
}

/** Which visit a diary is of. */
export interface DiaryVisit {
  readonly ticketId: TicketId;
  readonly number: string;
  readonly day: string;
  readonly half: HalfDay;
  readonly serviceName: LocalizedText;
  readonly ticketStatus: TicketStatus;
  readonly measured: Measured;
}

/** A diary as its officer and the editor see it: whole, with everything that would be published. */
export interface DiaryView extends DiaryVisit {
  readonly status: DiaryStatus;
  readonly version: number;
  readonly isWhole: boolean;
  readonly isEdited: boolean;
  readonly cuts: readonly Cut[];
  readonly no: number | null;
  /** Null: nothing is written yet. */
  readonly words: DiaryWords | null;
  readonly note: string | null;
  /** From the gate to the end in minutes, as far as told and measured. */
  readonly doorToEnd: number | null;
}

export interface ConsentView {
  readonly kind: ConsentKind;
  readonly inForce: boolean;
  readonly givenOn: string | null;
  readonly withdrawnOn: string | null;
}

/** What an officer's own page shows. */
export interface OfficerView {
  readonly hall: HallFacts;
  readonly officerNo: OfficerNo;
  readonly card: OfficerCard | null;
  readonly consent: readonly ConsentView[];
  readonly today: string;
  /** The newest first. */
  readonly diaries: readonly DiaryView[];
}

export interface OfficerRow {
  readonly officerNo: OfficerNo;
  /** Null: withdrawn and erased. */
  readonly card: OfficerCard | null;
  readonly enrolledOn: string;
  readonly consent: readonly ConsentView[];
  readonly diaries: number;
}

/** A diary for whoever reviews it. */
export interface DiaryReview extends DiaryView {
  readonly officerNo: OfficerNo;
  readonly card: OfficerCard | null;
  readonly mayPublish: boolean;
}

export interface SuggestionRow {
  readonly ticketId: TicketId;
  readonly suggestionId: SuggestionId;
  readonly day: string;
  readonly serviceName: LocalizedText;
  readonly text: string;
  readonly language: Language;
  readonly state: SuggestionState;
  /** UTC ms. */
  readonly since: number;
  readonly wording: string | null;
  readonly answer: string | null;
  /** The officer agrees to be quoted. */
  readonly mayQuote: boolean;
  /** As the public board shows it; null: not shown. */
  readonly shown: string | null;
}

/** Everything of officers and diaries, for administration. */
export interface OfficersView {
  readonly officers: readonly OfficerRow[];
  /** The newest first. */
  readonly diaries: readonly DiaryReview[];
  readonly suggestions: readonly SuggestionRow[];
}

export interface TimelineRow {
  readonly step: ToldStep | 'walk';
  readonly told: Told | null;
  /** Whole minutes. */
  readonly measured: number | null;
}

/** What is public of a suggestion. */
export interface PublicSuggestion {
  readonly text: string;
  readonly state: SuggestionState;
  readonly answer: string | null;
  /** 'YYYY-MM-DD', of the visit. */
  readonly day: string;
  readonly serviceName: LocalizedText;
  /** The diary it is from; null where that is not published. */
  readonly diaryNo: number | null;
  /** Null: in the hall's own words. */
  readonly language: Language | null;
}

/** A published diary: all there is of it, whether as a page or as Markdown. */
export interface PublishedDiary {
  readonly no: number;
  readonly hallName: LocalizedText;
  readonly serviceName: LocalizedText;
  readonly day: string;
  readonly half: HalfDay;
  readonly officer: OfficerCard;
  readonly language: Language;
  /** In which the hall answers and its editor writes. */
  readonly hallLanguage: Language;
  readonly title: string | null;
  /** Cuts are marked in it. */
  readonly story: string;
  readonly comparison: string | null;
  readonly score: number;
  readonly timeline: readonly TimelineRow[];
  readonly doorToEnd: number | null;
  readonly trips: number | null;
  readonly days: number | null;
  readonly suggestions: readonly Pick<PublicSuggestion, 'text' | 'state' | 'answer'>[];
  readonly note: string | null;
  readonly publishedOn: string;
}

/** The public index: diaries, the newest first, and what came of every suggestion. */
export interface DiaryIndex {
  readonly hallName: LocalizedText;
  readonly hallLanguage: Language;
  readonly diaries: readonly PublishedDiary[];
  readonly suggestions: readonly PublicSuggestion[];
}
