// 差评工单的状态: where the follow-up of a low rating stands. Who may do what next is in case-steps.ts.
import type { RatingLevel } from '../../shared/commands.ts';
import type { StaffId, TicketId } from '../../shared/ids.ts';
import type { MisuseFlag } from '../../shared/rating.ts';
import type { Appealer, CaseStatus, InvalidGround, Satisfaction } from '../../shared/rating-case.ts';
import type { CaseMoment } from '../queue/events.ts';

/** What one person wants and another one must approve. */
export type Proposal =
  | { readonly what: 'invalid'; readonly by: StaffId; readonly ground: InvalidGround }
  | { readonly what: 'unflag' | 'close'; readonly by: StaffId };

/** The follow-up of one low rating. It has the id of the visit's ticket: there is one rating a visit. */
export interface RatingCase {
  readonly ticketId: TicketId;
  readonly level: RatingLevel;
  readonly flags: readonly MisuseFlag[];
  readonly servedBy: readonly StaffId[];
  readonly status: CaseStatus;
  /** UTC ms. */
  readonly openedAt: number;
  readonly since: number;
  readonly openedOn: CaseMoment;
  readonly days: {
    readonly verify: number;
    readonly rectify: number;
    readonly revisit: number;
    readonly appeal: number;
  };
  /** The rater has left a number to be called back at. */
  readonly mayCallBack: boolean;
  readonly verifiedOn: CaseMoment | null;
  readonly fedBackOn: CaseMoment | null;
  /** The rater was not satisfied, or won an appeal: done once more, from then on. */
  readonly reopenedOn: CaseMoment | null;
  readonly measure: { readonly owner: StaffId; readonly by: string } | null;
  readonly satisfaction: Satisfaction | null;
  readonly proposal: Proposal | null;
  /** Each side appeals once; null: not decided yet. */
  readonly appeals: Readonly<Partial<Record<Appealer, { readonly upheld: boolean | null }>>>;
  /** The rating no longer counts in the score; it stays visible. */
  readonly declaredInvalid: boolean;
  /** Everybody who has done a step: none of them reviews an appeal. */
  readonly tookPart: readonly StaffId[];
}

export function hasCaseEnded({ status }: Pick<RatingCase, 'status'>): boolean {
  return status === 'closed' || status === 'invalid';
}

export function openAppeal({ appeals }: RatingCase): Appealer | null {
  if (appeals.ratedPerson?.upheld === null) return 'ratedPerson';
  if (appeals.rater?.upheld === null) return 'rater';
  return null;
}
