// 不记名意见: somebody without a ticket says how it was. Counted apart, never in the figures of a counter or of staff.
import type { CommandOf } from '../../shared/commands.ts';
import { type Context, type Decision, reject } from './decision.ts';
import { misuseOf } from './misuse.ts';
import type { HallState } from './state.ts';

export function giveOpinion(
  state: HallState,
  { level, touches = 0 }: CommandOf<'giveOpinion'>,
  { actor, now }: Context,
): Decision {
  // Not on a counter's own tablet: whoever sits there has it in reach all day.
  if (actor.kind !== 'device' || actor.assignment.kind !== 'ratingKiosk' || actor.assignment.counter !== null) {
    return reject('ratingNotOpenHere');
  }
  const { deviceId } = actor;
  const { restSeconds } = state.setup.rules.rating.misuse;
  const last = state.watch.lastAtKiosk.get(deviceId);
  if (last !== undefined && now < last + restSeconds * 1000) return reject('kioskResting', { seconds: restSeconds });
  const flags = misuseOf(state, { at: now, level, deviceId, visit: null }, { touches, wrongCodes: 0 });
  return [{ type: 'opinionGiven', at: now, level, deviceId, flags }];
}
