import type { DeviceKind } from '../../../shared/actors.ts';
import type { HallCard, StaffPage } from '../../../shared/http.ts';

export type DemoDevice = HallCard['demoDevices'][number];

const pageOfKind = {
  ticketKiosk: '/kiosk/',
  ratingKiosk: '/rating/',
  hallScreen: '/screen/',
  zoneScreen: '/screen/',
  pickUpScreen: '/screen/',
  counterScreen: '/screen/',
} as const satisfies Record<DeviceKind, string>;

/** A page that will ask to be paired as this kind of device. */
export function addressOfKind(kind: DeviceKind): string {
  return `${pageOfKind[kind]}?kind=${kind}`;
}

/** A page that is this demo device at once: the demo hall pairs it by itself. */
export function addressOfDevice({ deviceId, assignment: { kind } }: DemoDevice): string {
  return `${addressOfKind(kind)}&device=${deviceId}`;
}

export function addressOfStaffPage(page: StaffPage): string {
  return `/${page}/`;
}
