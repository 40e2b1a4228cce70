import type { RatingLevel } from './commands.ts';
import type { StaffId, TicketId } from './ids.ts';
import type { IndicatorCode } from './indicators.ts';
import type { LocalizedText } from './languages.ts';
import type { LocalAnswer, MisuseFlag } from './rating.ts';
import type {
  Appealer,
  CaseStatus,
  CaseStep,
  CaseTextPart,
  InvalidGround,
  ProposalKind,
  Satisfaction,
} from './rating-case.ts';
import type { TicketStatus } from './views.ts';

/** What a case waits for and by when; `colour`: yellow from a share of the time on, red past its end. */
export interface CaseDue {
  readonly what: 'verify' | 'rectify' | 'revisit' | 'close';
  /** 'YYYY-MM-DD', minutes since midnight, in the hall's zone. */
  readonly date: string;
  readonly minute: number;
  readonly provisional: boolean;
  readonly colour: 'inTime' | 'late' | 'over';
}

/** One case as the ledger lists it. */
export interface CaseRow {
  readonly ticketId: TicketId;
  readonly number: string;
  readonly day: string;
  readonly serviceName: LocalizedText;
  readonly level: RatingLevel;
  readonly flags: readonly MisuseFlag[];
  readonly status: CaseStatus;
  readonly openedAt: number;
  /** Null: it has ended. */
  readonly due: CaseDue | null;
  readonly mayCallBack: boolean;
  readonly proposal: ProposalKind | null;
  readonly appeal: Appealer | null;
  readonly declaredInvalid: boolean;
}

export interface CaseText {
  readonly commandId: string;
  readonly part: CaseTextPart | 'rating';
  /** Null: erased. */
  readonly text: string | null;
  readonly blackedOut: boolean;
}

/** A case with everything that is known about the visit; for whoever follows it up, and never for whoever was rated. */
export interface CaseView extends CaseRow {
  readonly ratedAt: number;
  readonly indicators: readonly IndicatorCode[];
  readonly answers: readonly LocalAnswer[];
  readonly said: readonly CaseText[];
  /** The visit, state by state. Times are UTC ms. */
  readonly legs: readonly {
    readonly status: TicketStatus;
    readonly queueName: LocalizedText;
    readonly counterLabel: string | null;
    readonly staffName: string | null;
    readonly from: number;
    readonly to: number | null;
  }[];
  readonly steps: readonly {
    readonly at: number;
    readonly staffName: string | null;
    readonly step: CaseStep | { readonly kind: 'opened' | 'callBackAgreed' };
    readonly texts: readonly CaseText[];
  }[];
  readonly measure: { readonly ownerName: string; readonly by: string } | null;
  readonly satisfaction: Satisfaction | null;
  readonly ground: InvalidGround | null;
  /** To be called back at; null when none was left or it is erased. */
  readonly phone: string | null;
  /** Served the visit: does nothing in it. */
  readonly amRated: boolean;
  readonly proposedByMe: boolean;
  readonly tookPart: boolean;
  /** Who may be the owner of a measure. */
  readonly owners: readonly { readonly staffId: StaffId; readonly name: string }[];
}

/** A group of fewer ratings is not shown: it would tell on somebody. */
export const leastRatings = 5;

/** Ratings of a period, over visits that ended in it. Scores are null below `leastRatings`, and never without n and ratable. */
export interface RatingFigure {
  /** Id of a service, counter or member of staff; 'all' for the hall. */
  readonly key: string;
  readonly ratable: number;
  readonly rated: number;
  /** Those in the score: neither flagged nor declared invalid. */
  readonly scored: number;
  readonly flagged: number;
  readonly invalid: number;
  /** 1..5. */
  readonly mean: number | null;
  /** With flagged ones in it. */
  readonly meanWithFlagged: number | null;
  /** How many of 1, 2, 3, 4 and 5, flagged ones not counted; null below `leastRatings`. */
  readonly levels: readonly [number, number, number, number, number] | null;
}

export interface RatingFigures {
  readonly from: string;
  readonly to: string;
  readonly hall: RatingFigure;
  readonly services: readonly RatingFigure[];
  readonly counters: readonly RatingFigure[];
  readonly staff: readonly RatingFigure[];
  /** Without a ticket: counted apart. */
  readonly opinions: { readonly given: number; readonly flagged: number; readonly mean: number | null };
}

/** A rating of level 3 to 5 that looks like misuse and does not count, until two people say otherwise. */
export interface FlaggedRating {
  readonly ticketId: TicketId;
  readonly number: string;
  readonly day: string;
  readonly serviceName: LocalizedText;
  readonly level: RatingLevel;
  readonly flags: readonly MisuseFlag[];
  /** UTC ms. */
  readonly at: number;
  /** Somebody has proposed to count it; what was written with it, newest last. */
  readonly proposal: { readonly byMe: boolean; readonly note: string | null } | null;
  /** Served the visit: decides nothing about it. */
  readonly amRated: boolean;
}
