// 取消异常标记: a rating of level 3 to 5 that was set apart counts again only if two people say so. (Levels 1 and 2: in their case.)
import type { CommandOf } from '../../shared/commands.ts';
import { type Context, type Decision, reject } from '../queue/decision.ts';
import type { HallState } from '../queue/state.ts';
import { isLowLevel } from './open-case.ts';

export function judgeFlag(
  state: HallState,
  { ticketId: ratingOf, step }: CommandOf<'judgeFlag'>,
  { actor, now: at }: Context,
): Decision {
  const ticket = state.tickets.get(ratingOf);
  if (ticket === undefined || actor.kind !== 'staff') return reject('unknownTicket');
  const { staffId } = actor;
  if (ticket.servedBy.includes(staffId)) return reject('ratedPersonMayNot');
  if (ticket.rating === null || !ticket.rating.flagged) return reject('ratingNotFlagged');
  if (isLowLevel(ticket.rating.level)) return reject('flagInCase');
  const proposedBy = state.unflagging.get(ratingOf);
  if (step.kind === 'propose') {
    return proposedBy === undefined ? [{ type: 'unflagProposed', at, ratingOf, staffId }] : reject('proposalOpen');
  }
  if (proposedBy === undefined) return reject('nothingProposed');
  // Whoever proposed it may take it back, but not approve it.
  if (step.approve && proposedBy === staffId) return reject('secondPersonNeeded');
  const decided = { type: 'unflagDecided', at, ratingOf, staffId, approved: step.approve } as const;
  return step.approve ? [decided, { type: 'ratingJudged', at, ratingOf, verdict: 'unflagged' }] : [decided];
}
