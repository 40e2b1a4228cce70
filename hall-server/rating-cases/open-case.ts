// 差评工单的开立: levels 1 and 2 open a case by themselves, flagged or not, in the same step as the rating.
import type { CommandOf, RatingLevel } from '../../shared/commands.ts';
import type { MisuseFlag } from '../../shared/rating.ts';
import { type Context, type Decision, reject } from '../queue/decision.ts';
import type { CaseOpened } from '../queue/events.ts';
import type { HallState, Ticket } from '../queue/state.ts';
import { hasCaseEnded } from './rating-case.ts';

/** 差评: what is followed up. */
export const isLowLevel = (level: RatingLevel) => level <= 2;

export function openCase(
  { setup: { rules } }: HallState,
  ticket: Ticket,
  level: RatingLevel,
  flags: readonly MisuseFlag[],
  { now: at, local }: Context,
): readonly CaseOpened[] {
  if (!isLowLevel(level)) return [];
  const { verifyDays, rectifyDays, revisitDays, appealDays } = rules.ratingCase;
  const days = { verify: verifyDays, rectify: rectifyDays, revisit: revisitDays, appeal: appealDays };
  const on = { date: local.date, minute: local.minute };
  return [{ type: 'caseOpened', at, caseOf: ticket.id, level, flags, servedBy: ticket.servedBy, on, days }];
}

/** "May we call you back?" is asked only after a low level; yes means a number, kept encrypted. */
export function agreeToCallBack(
  state: HallState,
  { ticketId }: CommandOf<'agreeToCallBack'>,
  { now: at }: Context,
): Decision {
  const found = state.cases.get(ticketId);
  if (found === undefined) return reject('noRatingCase');
  return hasCaseEnded(found) ? reject('caseEnded') : [{ type: 'callBackAgreed', at, caseOf: ticketId }];
}
