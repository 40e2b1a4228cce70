import type { DeviceAssignment } from '../../shared/actors.ts';
import type { SignView } from '../../shared/views.ts';
import { counterLabel, ticketAtCounter } from '../queue/state.ts';
import { publicCall } from './board.ts';
import { screenFacts } from './hall-facts.ts';
import { zoneNameOfCounter } from './names.ts';
import type { Picture } from './picture.ts';

export function signView(picture: Picture, assignment: Extract<DeviceAssignment, { kind: 'counterScreen' }>): SignView {
  const { state } = picture;
  const { counter: counterId } = assignment;
  const duty = state.counters.get(counterId);
  const usual = state.setup.counters.find((counter) => counter.id === counterId)?.workProfile;
  const profileId = duty === undefined || duty.status === 'closed' ? usual : duty.workProfileId;
  const levels = state.setup.workProfiles.find((profile) => profile.id === profileId)?.levels ?? [];
  const ticket = ticketAtCounter(state, counterId);
  return {
    kind: 'sign',
    ...screenFacts(state, assignment),
    counterLabel: counterLabel(state, counterId),
    zoneName: zoneNameOfCounter(state, counterId),
    status: duty?.status ?? 'closed',
    call: ticket && publicCall(state, ticket),
    serves: (levels[0]?.queues ?? []).flatMap((served) =>
      state.setup.queues.filter((queue) => queue.id === served.queue).map(({ prefix, name }) => ({ prefix, name })),
    ),
  };
}
