// 工单如何改变: each event of a case applied to it. Never refuses: what the journal says has happened.
import type { StaffId } from '../../shared/ids.ts';
import type { CaseStep } from '../../shared/rating-case.ts';
import type { CaseEvent, CaseOpened, CaseStepped } from '../queue/events.ts';
import { hasCaseEnded, openAppeal, type RatingCase } from './rating-case.ts';

/** The case after an event; `before` is undefined only for its opening. */
export function evolveCase(before: RatingCase | undefined, event: CaseEvent): RatingCase {
  if (event.type === 'caseOpened') return opened(event);
  if (before === undefined) throw new Error(`the journal cannot hold ${JSON.stringify(event)} here`);
  if (event.type === 'callBackAgreed') return { ...before, mayCallBack: true };
  const after = stepped(before, event);
  const tookPart = withOne(before.tookPart, event.staffId);
  return { ...after, tookPart, since: after.status === before.status ? before.since : event.at };
}

function opened({ caseOf, at, on, level, flags, servedBy, days }: CaseOpened): RatingCase {
  return {
    ticketId: caseOf,
    level,
    flags,
    servedBy,
    status: 'open',
    openedAt: at,
    since: at,
    openedOn: on,
    days,
    mayCallBack: false,
    verifiedOn: null,
    fedBackOn: null,
    reopenedOn: null,
    measure: null,
    satisfaction: null,
    proposal: null,
    appeals: {},
    declaredInvalid: false,
    tookPart: [],
  };
}

function stepped(one: RatingCase, { step, staffId: by, on }: CaseStepped): RatingCase {
  switch (step.kind) {
    case 'contact':
      return { ...one, status: 'contacted' };
    case 'verify':
      return { ...one, status: 'verified', verifiedOn: on };
    case 'rectify':
      return { ...one, status: 'rectifying', measure: { owner: step.owner, by: step.by } };
    case 'cannotBeMet':
      return { ...one, status: 'rectifying', measure: null };
    case 'feedBack':
      return { ...one, status: 'fedBack', fedBackOn: on };
    case 'revisit': {
      const again = step.answer === 'not' && one.reopenedOn === null;
      const satisfaction = step.answer;
      return again
        ? { ...one, satisfaction, status: 'rectifying', reopenedOn: on }
        : { ...one, satisfaction, status: 'revisited' };
    }
    case 'noRevisit':
      return { ...one, status: 'revisited' };
    case 'close':
      // Over the head of a rater who is still not satisfied: not by one person alone.
      return one.satisfaction === 'not' ? { ...one, proposal: { what: 'close', by } } : { ...one, status: 'closed' };
    case 'proposeInvalid':
      return { ...one, proposal: { what: 'invalid', by, ground: step.ground } };
    case 'proposeUnflag':
      return { ...one, proposal: { what: 'unflag', by } };
    case 'decideProposal':
      return proposalDecided({ ...one, proposal: null }, one.proposal?.what, step.approve);
    case 'appeal':
      return { ...one, appeals: { ...one.appeals, [step.by]: { upheld: null } } };
    case 'decideAppeal':
      return appealDecided(one, step, on);
  }
}

function proposalDecided(
  one: RatingCase,
  what: NonNullable<RatingCase['proposal']>['what'] | undefined,
  approved: boolean,
): RatingCase {
  if (!approved || what === undefined) return one;
  if (what === 'unflag') return { ...one, flags: [] };
  return what === 'close' ? { ...one, status: 'closed' } : { ...one, status: 'invalid', declaredInvalid: true };
}

function appealDecided(
  one: RatingCase,
  { upheld }: Extract<CaseStep, { kind: 'decideAppeal' }>,
  on: CaseStepped['on'],
): RatingCase {
  const by = openAppeal(one);
  if (by === null) return one;
  const decided = { ...one, appeals: { ...one.appeals, [by]: { upheld } } };
  if (upheld && by === 'rater') {
    return { ...decided, status: 'rectifying', reopenedOn: on, declaredInvalid: false, proposal: null };
  }
  const ended = hasCaseEnded(one);
  if (upheld) return { ...decided, declaredInvalid: true, status: ended ? 'closed' : 'invalid', proposal: null };
  return ended ? { ...decided, status: 'closed' } : decided;
}

function withOne(staff: readonly StaffId[], one: StaffId): readonly StaffId[] {
  return staff.includes(one) ? staff : [...staff, one];
}
