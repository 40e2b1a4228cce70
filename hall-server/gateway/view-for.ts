import type { Actor } from '../../shared/actors.ts';
import type { Audience, View } from '../../shared/views.ts';
import type { Ticket } from '../queue/state.ts';
import { adminView } from '../views/admin.ts';
import { boardView } from '../views/board.ts';
import { counterView } from '../views/counter.ts';
import { deskView } from '../views/desk.ts';
import { emergencyFor } from '../views/hall-facts.ts';
import { nowView } from '../views/now.ts';
import { phoneView } from '../views/phone.ts';
import { pickUpView } from '../views/pick-up.ts';
import type { Picture } from '../views/picture.ts';
import { ratingKioskView } from '../views/rating-kiosk.ts';
import { signView } from '../views/sign.ts';
import { ticketKioskView } from '../views/ticket-kiosk.ts';

/** Which view an audience gets. `ticket`: the phone's own, of any day. */
export function viewFor(audience: Audience, caller: Actor, picture: Picture, ticket?: Ticket): View {
  if (caller.kind === 'device') return viewForDevice(caller, picture);
  if (caller.kind === 'staff') {
    const me = { staffId: caller.staffId, role: caller.role };
    if (audience === 'desk') return deskView(picture, me);
    if (audience === 'counter') return counterView(picture, me);
    return adminView(picture, me);
  }
  if (caller.kind === 'public') return nowView(picture);
  if (ticket === undefined) throw new Error(`no view for ${caller.kind} as ${audience}`);
  return phoneView(picture, ticket);
}

type DeviceActor = Extract<Actor, { kind: 'device' }>;

/** What its task shows, and the emergency message if this very device is to show one. */
function viewForDevice(device: DeviceActor, picture: Picture): View {
  const view = viewOfTask(device, picture);
  return { ...view, hall: { ...view.hall, emergency: emergencyFor(picture.state, device.deviceId) } };
}

function viewOfTask(device: DeviceActor, picture: Picture): View {
  const { assignment } = device;
  switch (assignment.kind) {
    case 'ticketKiosk':
      return ticketKioskView(picture, device);
    case 'ratingKiosk':
      return ratingKioskView(picture, assignment);
    case 'hallScreen':
    case 'zoneScreen':
      return boardView(picture, assignment);
    case 'pickUpScreen':
      return pickUpView(picture, assignment);
    case 'counterScreen':
      return signView(picture, assignment);
  }
}
