// 主管调度: the manager opens a counter for somebody, pauses, resumes or closes it for its clerk, or moves it to another work profile. Whoever stands there is not touched.
import type { CommandOf } from '../../shared/commands.ts';
import { closingEvents, openingOf } from './counters.ts';
import { type Context, type Decision, reject } from './decision.ts';
import { type HallState, ticketAtCounter } from './state.ts';

export function directCounter(
  state: HallState,
  { counterId, order }: CommandOf<'directCounter'>,
  { now: at, actor }: Context,
): Decision {
  if (actor.kind !== 'staff') return reject('noCounter');
  const { staffId: by } = actor;
  if (order.to === 'open') {
    // That the member of staff exists and may work at a counter the door knows; the law knows ids.
    const opening = openingOf(state, { counterId, ...order });
    return 'rejected' in opening ? opening : [{ ...opening, at, by }];
  }
  const duty = state.counters.get(counterId);
  if (duty === undefined || duty.status === 'closed') return reject('counterNotTaken');
  const present = ticketAtCounter(state, counterId);
  switch (order.to) {
    case 'pause':
      if (duty.status === 'paused') return reject('counterPaused');
      if (present !== null) return reject('counterBusy', { number: present.number });
      return [{ type: 'counterPaused', at, counterId, reason: order.reason, by }];
    case 'resume':
      return duty.status === 'paused' ? [{ type: 'counterResumed', at, counterId }] : reject('counterNotPaused');
    case 'close':
      if (present !== null) return reject('counterBusy', { number: present.number });
      return closingEvents(state, counterId, at, by);
    case 'profile': {
      const { workProfileId } = order;
      if (!state.setup.workProfiles.some((one) => one.id === workProfileId && one.active)) {
        return reject('unknownWorkProfile');
      }
      if (duty.workProfileId === workProfileId) return reject('nothingToChange');
      // The visit at the counter goes on; the next call is by the new profile.
      return [{ type: 'counterProfileChanged', at, counterId, workProfileId, by }];
    }
  }
}
