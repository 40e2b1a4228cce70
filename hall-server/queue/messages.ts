// 留言: a manager writes to counters, each says that it is read; when the day ends all is erased.
import type { CommandOf } from '../../shared/commands.ts';
import { ownCounter } from './at-counter.ts';
import { type Context, type Decision, reject } from './decision.ts';
import type { MessageEvent } from './events.ts';
import type { HallState } from './state.ts';

export function messageCounter(
  state: HallState,
  { counterIds }: CommandOf<'messageCounter'>,
  { now: at, actor, fresh }: Context,
): Decision {
  if (actor.kind !== 'staff') return reject('noCounter');
  const manned = [...state.counters].flatMap(([counterId, { status }]) => (status === 'closed' ? [] : [counterId]));
  if (manned.length === 0) return reject('noCounterOpen');
  // Written to nobody, it would be read by whoever comes later, or never.
  if (counterIds?.some((one) => !manned.includes(one))) return reject('counterNotTaken');
  const to = manned.filter((one) => counterIds === null || counterIds.includes(one));
  return [{ type: 'messageSent', at, messageId: fresh.messageId, staffId: actor.staffId, counterIds: to }];
}

export function readMessage(state: HallState, { messageId }: CommandOf<'readMessage'>, context: Context): Decision {
  const own = ownCounter(state, context);
  if ('rejected' in own) return own;
  const { counterId } = own;
  const unread = state.messages.get(messageId)?.to.some((one) => one.counterId === counterId && one.readAt === null);
  return unread ? [{ type: 'messageRead', at: context.now, messageId, counterId }] : reject('unknownMessage');
}

export function evolveMessages(messages: HallState['messages'], event: MessageEvent): HallState['messages'] {
  const next = new Map(messages);
  if (event.type === 'messageSent') {
    const { messageId: id, staffId: by, at, counterIds } = event;
    return next.set(id, { id, by, at, to: counterIds.map((counterId) => ({ counterId, readAt: null })) });
  }
  const message = messages.get(event.messageId);
  if (message === undefined) throw new Error(`nobody has sent the message ${event.messageId}`);
  const to = message.to.map((one) => (one.counterId === event.counterId ? { ...one, readAt: event.at } : one));
  return next.set(message.id, { ...message, to });
}
