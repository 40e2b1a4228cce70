// 开始办理、办理结束: the visitor has come and is served; the visit ends with an outcome.
import type { CommandOf } from '../../shared/commands.ts';
import { ticketAtOwnCounter } from './at-counter.ts';
import type { Context, Decision } from './decision.ts';
import type { HallState } from './state.ts';

export function startService(state: HallState, { ticketId }: CommandOf<'startService'>, context: Context): Decision {
  const found = ticketAtOwnCounter(state, context, ticketId, 'called');
  if ('rejected' in found) return found;
  const { counterId, staffId } = found.own;
  return [{ type: 'serviceStarted', at: context.now, ticketId, counterId, staffId }];
}

export function finish(state: HallState, command: CommandOf<'finish'>, context: Context): Decision {
  const found = ticketAtOwnCounter(state, context, command.ticketId, 'serving');
  if ('rejected' in found) return found;
  const { ticketId, outcome, externalCaseNo, collectOn } = command;
  return [{ type: 'ticketFinished', at: context.now, ticketId, outcome, externalCaseNo, collectOn }];
}
