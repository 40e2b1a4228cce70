// 紧急通知: a prepared message covers the chosen screens, or all, until it is lifted; a later one takes its place.
import type { CommandOf } from '../../shared/commands.ts';
import { type Context, type Decision, reject } from './decision.ts';
import type { HallState } from './state.ts';

/** Whether the devices exist is not asked: a message must never wait because one screen of a list was thrown away. */
export function showEmergency(
  { setup }: HallState,
  { messageId, devices }: CommandOf<'showEmergency'>,
  { now: at }: Context,
): Decision {
  const isReady = setup.emergencyMessages.some((one) => one.id === messageId && one.active);
  return isReady ? [{ type: 'emergencyShown', at, messageId, devices }] : reject('unknownEmergencyMessage');
}

export function liftEmergency({ emergency }: HallState, { now: at }: Context): Decision {
  return emergency === null ? reject('emergencyNotShown') : [{ type: 'emergencyLifted', at }];
}
