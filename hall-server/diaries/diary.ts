// 体验官与日记的状态: who agreed to what, and where each diary stands. What they wrote is kept elsewhere, where it can be erased.
import {
  type ConsentKind,
  type Cut,
  consentKinds,
  type DiaryStatus,
  type OfficerNo,
  type SuggestionId,
  type SuggestionState,
} from '../../shared/diary.ts';
import type { TicketId } from '../../shared/ids.ts';

/** Dates 'YYYY-MM-DD' in the hall's zone. In force: given, and not withdrawn since. */
export interface Consent {
  readonly givenOn: string | null;
  readonly withdrawnOn: string | null;
}

export interface Officer {
  readonly no: OfficerNo;
  readonly enrolledOn: string;
  /** The how-manieth invitation opens his page, and the SHA-256 of its link. */
  readonly linkNo: number;
  readonly linkHash: string;
  readonly consent: Readonly<Record<ConsentKind, Consent>>;
}

/** The diary of one visit. It has the id of the visit's ticket: there is one diary a visit. */
export interface Diary {
  readonly ticketId: TicketId;
  readonly officerNo: OfficerNo;
  readonly status: DiaryStatus;
  /** UTC ms. */
  readonly since: number;
  /** Counts every change of what would be published; 0: nothing is written yet. */
  readonly version: number;
  /** Story and score are there. */
  readonly isWhole: boolean;
  /** The editor has changed something that the officer has not approved yet. */
  readonly isEdited: boolean;
  readonly cuts: readonly Cut[];
  /** Its public number, from its first publication on for ever. */
  readonly no: number | null;
  readonly publishedOn: string | null;
  readonly suggestions: readonly {
    readonly id: SuggestionId;
    readonly state: SuggestionState;
    /** UTC ms. */
    readonly since: number;
  }[];
}

export interface Diaries {
  readonly officers: ReadonlyMap<OfficerNo, Officer>;
  readonly diaries: ReadonlyMap<TicketId, Diary>;
}

export const noDiaries: Diaries = { officers: new Map(), diaries: new Map() };

export function isInForce({ givenOn, withdrawnOn }: Consent): boolean {
  return givenOn !== null && withdrawnOn === null;
}

/** Who no longer agrees that anything is kept is an officer no more. */
export function isOfficer({ consent }: Officer): boolean {
  return isInForce(consent.keep);
}

/** Given, withdrawn, or given again, on a date. */
export function consentAfter(before: Consent, given: boolean, on: string): Consent {
  return given ? { givenOn: on, withdrawnOn: null } : { ...before, withdrawnOn: on };
}

export function consentsGiven(kinds: readonly ConsentKind[], on: string): Officer['consent'] {
  const one = (kind: ConsentKind): Consent => ({ givenOn: kinds.includes(kind) ? on : null, withdrawnOn: null });
  const [keep, publish, quote] = consentKinds;
  return { keep: one(keep), publish: one(publish), quote: one(quote) };
}
