import type { DeviceAssignment } from '../../shared/actors.ts';
import type { RatingKioskView } from '../../shared/views.ts';
import { counterLabel } from '../queue/state.ts';
import { hallFacts } from './hall-facts.ts';
import type { Picture } from './picture.ts';

/** The question opens by itself when a visit ends at the kiosk's counter, and closes by time or by the answer. */
export function ratingKioskView(
  { state, now }: Picture,
  { counter }: Extract<DeviceAssignment, { kind: 'ratingKiosk' }>,
): RatingKioskView {
  const lastFinished = counter === null ? null : (state.counters.get(counter)?.lastFinished ?? null);
  const until = lastFinished === null ? 0 : lastFinished.at + state.setup.rules.rating.kioskSeconds * 1000;
  return {
    kind: 'ratingKiosk',
    hall: hallFacts(state),
    counterLabel: counter === null ? null : counterLabel(state, counter),
    prefixes: state.setup.queues.filter(({ active }) => active).map(({ prefix }) => prefix),
    ask:
      lastFinished === null || lastFinished.rated || now >= until
        ? null
        : { ticketId: lastFinished.ticketId, number: lastFinished.number, until },
    questions: state.setup.localQuestions.filter(({ active }) => active),
    takesOpinions: counter === null,
  };
}
