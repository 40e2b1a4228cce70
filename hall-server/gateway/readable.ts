import { type DeviceAssignment, isScreen } from '../../shared/actors.ts';
import type { GlassReport } from '../../shared/protocol.ts';
import type { Setup } from '../../shared/setup.ts';
import { fitOfScreen } from '../../signage-display/screen-fit.ts';

/** Whether somebody in the farthest seat could read what such a device calls; kiosks are not read from seats. */
export function isReadable(assignment: DeviceAssignment, glass: GlassReport | null, setup: Setup): boolean {
  return !isScreen(assignment) || fitOfScreen(assignment, glass, setup).isMet;
}
