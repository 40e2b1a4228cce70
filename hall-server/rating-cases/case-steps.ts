// 差评工单的办理: open, contacted, verified, rectifying, fed back, revisited, closed. What would favour the rated takes two people.
import type { CommandOf } from '../../shared/commands.ts';
import type { StaffId } from '../../shared/ids.ts';
import { type CaseStatus, type CaseStep, type CaseStepKind, wantedTexts } from '../../shared/rating-case.ts';
import { type Context, type Decision, reject } from '../queue/decision.ts';
import type { CaseMoment, HallEvent, RatingJudged } from '../queue/events.ts';
import type { HallState } from '../queue/state.ts';
import { mayStillAppeal } from './deadlines.ts';
import { hasCaseEnded, openAppeal, type RatingCase } from './rating-case.ts';

/** From where a step leads on; the others may come at any time before the end. */
const comesFrom: Partial<Record<CaseStepKind, readonly CaseStatus[]>> = {
  contact: ['open'],
  verify: ['open', 'contacted'],
  rectify: ['verified', 'rectifying'],
  cannotBeMet: ['verified', 'rectifying'],
  feedBack: ['rectifying'],
  revisit: ['fedBack'],
  noRevisit: ['fedBack'],
  close: ['revisited'],
};

export function stepCase(
  state: HallState,
  { ticketId, step, texts }: CommandOf<'stepCase'>,
  { actor, now: at, local }: Context,
): Decision {
  const one = state.cases.get(ticketId);
  if (one === undefined || actor.kind !== 'staff') return reject('noRatingCase');
  const { staffId } = actor;
  // Who was rated has one thing to say in it, and says it through somebody else.
  if (one.servedBy.includes(staffId)) return reject('ratedPersonMayNot');
  if (wantedTexts[step.kind].some((part) => texts[part] === undefined)) return reject('caseTextMissing');
  const on = { date: local.date, minute: local.minute };
  const refused = refusalOf(state, one, step, staffId, on);
  if (refused !== null) return reject(refused);
  const stepped: HallEvent = { type: 'caseStepped', at, caseOf: ticketId, staffId, on, step };
  const judged = verdictOf(one, step);
  return judged === null ? [stepped] : [stepped, { type: 'ratingJudged', at, ratingOf: ticketId, verdict: judged }];
}

type Refusal = Parameters<typeof reject>[0];

function refusalOf(
  { setup }: HallState,
  one: RatingCase,
  step: CaseStep,
  by: StaffId,
  now: CaseMoment,
): Refusal | null {
  const mayAfterEnd = step.kind === 'appeal' || step.kind === 'decideAppeal';
  if (hasCaseEnded(one) && !mayAfterEnd) return 'caseEnded';
  const from = comesFrom[step.kind];
  if (from !== undefined && !from.includes(one.status)) return 'caseNotThere';
  switch (step.kind) {
    case 'contact':
    case 'revisit':
      return one.mayCallBack ? null : 'callBackNotAgreed';
    case 'verify':
      // Who agreed to be called is called first, or it is said that nobody answered.
      return one.mayCallBack && one.status === 'open' ? 'caseNotThere' : null;
    case 'feedBack':
      return step.how === 'told' && !one.mayCallBack ? 'callBackNotAgreed' : null;
    case 'close':
      if (openAppeal(one) !== null) return 'appealOpen';
      return one.proposal === null ? null : 'proposalOpen';
    case 'proposeInvalid':
      return one.proposal === null ? null : 'proposalOpen';
    case 'proposeUnflag':
      if (one.flags.length === 0) return 'ratingNotFlagged';
      return one.proposal === null ? null : 'proposalOpen';
    case 'decideProposal':
      if (one.proposal === null) return 'nothingProposed';
      return one.proposal.by === by && step.approve ? 'secondPersonNeeded' : null;
    case 'appeal':
      if (one.appeals[step.by] !== undefined || openAppeal(one) !== null) return 'appealOpen';
      return mayStillAppeal(setup, one, step.by, now) ? null : 'appealTooLate';
    case 'decideAppeal':
      if (openAppeal(one) === null) return 'noAppeal';
      return one.tookPart.includes(by) ? 'tookPartAlready' : null;
    case 'rectify':
    case 'cannotBeMet':
    case 'noRevisit':
      return null;
  }
}

/** What a step says about whether the rating counts; the answer goes into the chained record. */
function verdictOf(one: RatingCase, step: CaseStep): RatingJudged['verdict'] | null {
  if (step.kind === 'decideProposal' && step.approve) {
    if (one.proposal?.what === 'invalid') return 'invalid';
    if (one.proposal?.what === 'unflag') return 'unflagged';
  }
  if (step.kind === 'decideAppeal' && step.upheld) {
    const by = openAppeal(one);
    if (by === 'ratedPerson' && !one.declaredInvalid) return 'invalid';
    if (by === 'rater' && one.declaredInvalid) return 'reinstated';
  }
  return null;
}
