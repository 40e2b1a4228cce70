// 主管调度: the manager pauses, resumes or closes a counter for its clerk, or moves it to another work profile. Whoever stands there is not touched.
import type { CommandOf } from '../../shared/commands.ts';
import { closingEvents } from './counters.ts';
import { type Context, type Decision, reject } from './decision.ts';
import { type HallState, ticketAtCounter } from './state.ts';

export function directCounter(
  state: HallState,
  { counterId, order }: CommandOf<'directCounter'>,
  { now: at }: Context,
): Decision {
  const duty = state.counters.get(counterId);
  if (duty === undefined || duty.status === 'closed') return reject('counterNotTaken');
  const present = ticketAtCounter(state, counterId);
  switch (order.to) {
    case 'pause':
      if (duty.status === 'paused') return reject('counterPaused');
      if (present !== null) return reject('counterBusy', { number: present.number });
      return [{ type: 'counterPaused', at, counterId, reason: order.reason }];
    case 'resume':
      return duty.status === 'paused' ? [{ type: 'counterResumed', at, counterId }] : reject('counterNotPaused');
    case 'close':
      if (present !== null) return reject('counterBusy', { number: present.number });
      return closingEvents(state, counterId, at);
    case 'profile': {
      const { workProfileId } = order;
      if (!state.setup.workProfiles.some((one) => one.id === workProfileId && one.active)) {
        return reject('unknownWorkProfile');
      }
      if (duty.workProfileId === workProfileId) return reject('nothingToChange');
      // The visit at the counter goes on; the next call is by the new profile.
      return [{ type: 'counterProfileChanged', at, counterId, workProfileId }];
    }
  }
}
