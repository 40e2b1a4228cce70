// 转办: passed on to another queue, counter or colleague, with the same number; at its own place in time, in front, at the
// end, or from a time on.
import type { CommandOf, LinePlace } from '../../shared/commands.ts';
import type { CounterId, QueueId, StaffId } from '../../shared/ids.ts';
import type { Rejection } from '../../shared/rejections.ts';
import { ticketAtOwnCounter } from './at-counter.ts';
import { type Context, type Decision, reject } from './decision.ts';
import { toMinute } from './opening-hours.ts';
import { cannotCall } from './reserve-ticket.ts';
import { boundCounter, counterOfStaff, type HallState, type ServingTicket } from './state.ts';

export function transfer(state: HallState, command: CommandOf<'transfer'>, context: Context): Decision {
  const { ticketId, reason } = command;
  const found = ticketAtOwnCounter(state, context, ticketId, 'serving');
  if ('rejected' in found) return found;
  const to = target(state, command, found.ticket);
  if ('rejected' in to) return to;
  const place = placeInLine(state, to, command.place ?? { at: 'ownTime' }, context);
  if ('rejected' in place) return place;
  return [{ type: 'ticketTransferred', at: context.now, ticketId, ...to, ...place, reason }];
}

interface Target {
  readonly queueId: QueueId;
  readonly reservedFor: CounterId | null;
  readonly reservedForStaff?: StaffId;
}

function target(state: HallState, { target: to }: CommandOf<'transfer'>, ticket: ServingTicket): Target | Rejection {
  if (to.to === 'queue') {
    const queue = state.setup.queues.find((one) => one.id === to.queueId && one.active);
    if (queue === undefined) return reject('unknownQueue');
    return queue.id === ticket.queueId ? reject('transferToSelf') : { queueId: queue.id, reservedFor: null };
  }
  const { queueId } = ticket;
  const counterId = to.to === 'counter' ? to.counterId : counterOfStaff(state, to.staffId)?.counterId;
  if (counterId === ticket.counterId) return reject('transferToSelf');
  // Nobody would ever call it there.
  const refused = cannotCall(state, to);
  if (refused !== null) return refused;
  return to.to === 'counter'
    ? { queueId, reservedFor: to.counterId }
    : { queueId, reservedFor: null, reservedForStaff: to.staffId };
}

/** First: just before the first of those it joins. Its visit's own place in time is kept for the record in any case. */
function placeInLine(
  state: HallState,
  { queueId, reservedFor }: Target,
  place: LinePlace,
  { now, local, instantOf }: Context,
): { lineAt?: number; notBefore?: number } | Rejection {
  switch (place.at) {
    case 'ownTime':
      return {};
    case 'last':
      return { lineAt: now };
    case 'first': {
      const places = [...state.tickets.values()].flatMap((other) =>
        other.status === 'waiting' && other.queueId === queueId && boundCounter(state, other) === reservedFor
          ? [other.lineAt]
          : [],
      );
      return { lineAt: Math.min(now, ...places) - 1 };
    }
    case 'time': {
      const notBefore = instantOf(local.date, toMinute(place.time));
      return notBefore <= now ? reject('timeIsPast', { time: place.time }) : { notBefore };
    }
  }
}
