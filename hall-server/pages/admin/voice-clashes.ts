import { isScreen, type ScreenAssignment } from '../../../shared/actors.ts';
import type { Setup } from '../../../shared/setup.ts';

interface Named {
  readonly name: string;
  readonly assignment: Parameters<typeof isScreen>[0];
}

/** Names of speaking screens that would say the same calls, one group for each zone in which that is so. */
export function voiceClashes(devices: readonly Named[], setup: Setup): readonly (readonly string[])[] {
  const speaking = devices.flatMap(({ name, assignment }) =>
    isScreen(assignment) && assignment.settings.speaks && assignment.settings.volume > 0
      ? [{ name, zones: zonesOf(assignment, setup) }]
      : [],
  );
  const groups = setup.zones.map(({ id }) =>
    speaking.filter(({ zones }) => zones === 'all' || zones === id).map(({ name }) => name),
  );
  const told = groups.filter((names) => names.length > 1).map((names) => names.join('\n'));
  return [...new Set(told)].map((names) => names.split('\n'));
}

/** A hall screen says the calls of every zone. */
function zonesOf(assignment: ScreenAssignment, { counters }: Setup): string {
  switch (assignment.kind) {
    case 'hallScreen':
      return 'all';
    case 'zoneScreen':
      return assignment.zone;
    case 'counterScreen':
      return counters.find((one) => one.id === assignment.counter)?.zone ?? '';
    // Calls that no other screen says.
    case 'pickUpScreen':
      return '';
  }
}
