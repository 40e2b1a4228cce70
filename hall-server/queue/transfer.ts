// 转办: passed on to another queue or to one counter, with the same number and the same place in time.
import type { CommandOf } from '../../shared/commands.ts';
import type { CounterId, QueueId } from '../../shared/ids.ts';
import type { Rejection } from '../../shared/rejections.ts';
import { ticketAtOwnCounter } from './at-counter.ts';
import { type Context, type Decision, reject } from './decision.ts';
import type { HallState, ServingTicket } from './state.ts';

export function transfer(state: HallState, command: CommandOf<'transfer'>, context: Context): Decision {
  const found = ticketAtOwnCounter(state, context, command.ticketId, 'serving');
  if ('rejected' in found) return found;
  const place = target(state, command, found.ticket);
  if ('rejected' in place) return place;
  return [{ type: 'ticketTransferred', at: context.now, ticketId: command.ticketId, ...place, reason: command.reason }];
}

function target(
  state: HallState,
  { target: to }: CommandOf<'transfer'>,
  ticket: ServingTicket,
): { queueId: QueueId; reservedFor: CounterId | null } | Rejection {
  if (to.to === 'queue') {
    const queue = state.setup.queues.find((one) => one.id === to.queueId && one.active);
    if (queue === undefined) return reject('unknownQueue');
    return queue.id === ticket.queueId ? reject('transferToSelf') : { queueId: queue.id, reservedFor: null };
  }
  if (to.counterId === ticket.counterId) return reject('transferToSelf');
  const counter = state.setup.counters.find((one) => one.id === to.counterId);
  if (counter === undefined) return reject('unknownCounter');
  const duty = state.counters.get(counter.id);
  // Nobody would ever call it there.
  if (duty === undefined || duty.status === 'closed') return reject('counterClosed', { counter: counter.label });
  return { queueId: ticket.queueId, reservedFor: counter.id };
}
