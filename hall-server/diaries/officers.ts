// 体验官: enrolled by a manager with a consent of three parts, each with its date; whoever withdraws one is obeyed at once.
import type { CommandOf } from '../../shared/commands.ts';
import { type Context, type Decision, reject } from '../queue/decision.ts';
import type { DiaryEvent } from '../queue/events.ts';
import type { HallState } from '../queue/state.ts';
import { isInForce, isOfficer } from './diary.ts';

export function enrolOfficer(
  { diaries: { officers } }: HallState,
  { consent }: CommandOf<'enrolOfficer'>,
  { now: at, local, officerLinkHash }: Context,
): Decision {
  // Without it nothing may be written down at all.
  if (!consent.includes('keep')) return reject('consentToKeepNeeded');
  const officerNo = Math.max(0, ...officers.keys()) + 1;
  const linkHash = officerLinkHash(officerNo, 1);
  return [{ type: 'officerEnrolled', at, officerNo, linkNo: 1, linkHash, consent, on: local.date }];
}

/** A new invitation; the one before opens nothing any more. */
export function inviteOfficer(
  { diaries }: HallState,
  { officerNo }: CommandOf<'inviteOfficer'>,
  { now: at, officerLinkHash }: Context,
): Decision {
  const officer = diaries.officers.get(officerNo);
  if (officer === undefined || !isOfficer(officer)) return reject('unknownOfficer');
  const linkNo = officer.linkNo + 1;
  return [{ type: 'officerInvited', at, officerNo, linkNo, linkHash: officerLinkHash(officerNo, linkNo) }];
}

export function setConsent(
  { diaries }: HallState,
  { officerNo, consent, given }: CommandOf<'setConsent'>,
  { now: at, local, actor }: Context,
): Decision {
  const officer = diaries.officers.get(officerNo);
  if (officer === undefined || !isOfficer(officer)) return reject('unknownOfficer');
  if (actor.kind === 'officer' && actor.officerNo !== officerNo) return reject('notOwnDiary');
  if (isInForce(officer.consent[consent]) === given) return [];
  const set: DiaryEvent = { type: 'consentSet', at, officerNo, consent, given, on: local.date };
  if (given || consent === 'quote') return [set];
  const own = [...diaries.diaries.values()].filter((one) => one.officerNo === officerNo && one.status !== 'erased');
  if (consent === 'keep') {
    return [set, ...own.map(({ ticketId }) => ({ type: 'diaryErased', at, diaryOf: ticketId }) as const)];
  }
  const shown = own.filter(({ status }) => status === 'published');
  return [set, ...shown.map(({ ticketId }) => ({ type: 'diaryWithdrawn', at, diaryOf: ticketId }) as const)];
}
