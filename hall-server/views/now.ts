import type { NowView } from '../../shared/views.ts';
import { intakeAt } from '../queue/opening-hours.ts';
import { groupChoices } from './group-choices.ts';
import { hallFacts } from './hall-facts.ts';
import type { Picture } from './picture.ts';

/** What the poster's page shows: how many wait for what, and how long it would take. No number, no counter, nobody. */
export function nowView(picture: Picture): NowView {
  const { state, local } = picture;
  return {
    kind: 'now',
    hall: hallFacts(state),
    intake: intakeAt(state.setup, local),
    groups: groupChoices(picture).map(({ groupId, name, zoneName, waiting, wait, services }) => ({
      groupId,
      name,
      zoneName,
      waiting,
      wait,
      full: services.every((service) => service.full),
    })),
  };
}
