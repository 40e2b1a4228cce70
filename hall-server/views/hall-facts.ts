import type { HallFacts, MissedRule } from '../../shared/views.ts';
import type { HallState } from '../queue/state.ts';

/** What any page may know of the hall. */
export function hallFacts({ setup: { hall } }: HallState): HallFacts {
  const { name, timeZone, hotline, displayLanguages, voiceLanguages, phoneOrigin, demo } = hall;
  return { name, timeZone, hotline, displayLanguages, voiceLanguages, phoneOrigin, demo };
}

export function missedRule({ setup: { rules } }: HallState): MissedRule {
  const { afterCalls, acceptWithinMinutes, putBackWithinMinutes, putBackPlaces, putBackTimes } = rules.missed;
  return { afterCalls, acceptWithinMinutes, putBackWithinMinutes, putBackPlaces, putBackTimes };
}
