// 开始办理、办理结束: the visitor has come and is served; the visit ends with an outcome, or goes on with the next service.
import type { CommandOf, Outcome } from '../../shared/commands.ts';
import type { MaterialId } from '../../shared/ids.ts';
import type { Rejection } from '../../shared/rejections.ts';
import { ticketAtOwnCounter } from './at-counter.ts';
import { type Context, type Decision, reject } from './decision.ts';
import { caseOfVisit } from './join-case.ts';
import { goesOnWith } from './several-services.ts';
import type { HallState, ServingTicket } from './state.ts';

export function startService(state: HallState, { ticketId }: CommandOf<'startService'>, context: Context): Decision {
  const found = ticketAtOwnCounter(state, context, ticketId, 'called');
  if ('rejected' in found) return found;
  const { counterId, staffId } = found.own;
  return [{ type: 'serviceStarted', at: context.now, ticketId, counterId, staffId }];
}

export function finish(state: HallState, command: CommandOf<'finish'>, context: Context): Decision {
  const found = ticketAtOwnCounter(state, context, command.ticketId, 'serving');
  if ('rejected' in found) return found;
  const { ticketId, outcome, externalCaseNo, collectOn, missing = [] } = command;
  const refused = cannotLack(state, found.ticket, outcome, missing);
  if (refused !== null) return refused;
  const caseId = caseOfVisit(state, found.ticket, command, context.fresh.ticketId);
  if (caseId !== null && typeof caseId === 'object') return caseId;
  const next = goesOnWith(state, found.ticket, command.next);
  if (next !== null && 'rejected' in next) return next;
  const result = { at: context.now, ticketId, outcome, externalCaseNo, collectOn, missing, caseId };
  return next === null ? [{ type: 'ticketFinished', ...result }] : [{ type: 'serviceFinished', ...result, next }];
}

/** What is said to be missing must be on the service's list, and only an incomplete visit lacks anything. */
function cannotLack(
  { setup }: HallState,
  { serviceId }: ServingTicket,
  outcome: Outcome,
  missing: readonly MaterialId[],
): Rejection | null {
  if (missing.length > 0 && outcome !== 'incomplete') return reject('missingOnlyIfIncomplete');
  const listed = (id: MaterialId) => setup.materials.some((one) => one.id === id && one.service === serviceId);
  return missing.every(listed) ? null : reject('unknownMaterial');
}
