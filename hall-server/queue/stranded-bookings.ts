// 被挤掉的预约: open bookings whose slot a change of the set-up takes away; whoever changes it says what becomes of them.
import type { CommandOf } from '../../shared/commands.ts';
import type { Rejection } from '../../shared/rejections.ts';
import type { Setup, SetupEntry } from '../../shared/setup.ts';
import { slotsOnDate } from './appointment-slots.ts';
import { hasLapsed } from './check-in.ts';
import { reject } from './decision.ts';
import type { AppointmentCancelled } from './events.ts';
import { evolve } from './evolve.ts';
import { evolveSetup } from './evolve-setup.ts';
import type { Appointment, HallState } from './state.ts';

/** What is to become of bookings that lose their slot: kept, they can still be checked in. */
export type BookingsChoice = CommandOf<'saveSetup'>['bookings'];

/** The bookings to come that have a slot now and would have none after these changes, in the order of their slots. */
export function strandedBy(state: HallState, changes: readonly SetupEntry[], now: number): readonly Appointment[] {
  const lost = without(state, changes.reduce(evolveSetup, state.setup), now);
  if (lost.length === 0) return [];
  // Whoever was kept before is not asked about again, but for a service that is switched off: nobody could check in.
  const before = new Set(without(state, state.setup, now).map(({ id }) => id));
  return lost.filter((one) => !before.has(one.id) || isSwitchedOff(changes, one));
}

/** What a change does to bookings: nothing, their end, or a refusal until somebody has said which. */
export function settleBookings(
  state: HallState,
  changes: readonly SetupEntry[],
  choice: BookingsChoice,
  now: number,
): Rejection | readonly AppointmentCancelled[] {
  const stranded = strandedBy(state, changes, now);
  if (stranded.length === 0 || choice === 'keep') return [];
  if (choice === undefined) {
    const days = new Set(stranded.map(({ date }) => date)).size;
    return reject('bookingsInTheWay', { count: stranded.length, days });
  }
  return stranded.map(({ id: appointmentId }) => {
    return { type: 'appointmentCancelled', at: now, appointmentId, reason: 'hallClosed' };
  });
}

/** The hall as it is once those bookings have ended. */
export const afterEnding = (state: HallState, ended: readonly AppointmentCancelled[]) => ended.reduce(evolve, state);

/** Open bookings without a slot of their own in a set-up. The first come keep the places that are left. */
function without(state: HallState, setup: Setup, now: number): readonly Appointment[] {
  const open = [...state.appointments.values()]
    .filter((one) => one.status === 'open' && !hasLapsed(state, one, now))
    .toSorted((a, b) => a.startsAt - b.startsAt || a.bookedAt - b.bookedAt || a.place - b.place);
  const taken = new Map<string, number>();
  for (const one of state.appointments.values()) {
    if (one.status === 'checkedIn') taken.set(slotKey(one), (taken.get(slotKey(one)) ?? 0) + 1);
  }
  return open.filter((one) => {
    const service = setup.services.find(({ id }) => id === one.serviceId);
    const offered = service?.active === true ? service.appointments : null;
    if (service === undefined || offered === null || !slotsOnDate(setup, service, one.date).includes(one.slot))
      return true;
    const before = taken.get(slotKey(one)) ?? 0;
    taken.set(slotKey(one), before + 1);
    return before >= offered.quota;
  });
}

const slotKey = ({ serviceId, startsAt }: Appointment) => `${serviceId} ${startsAt}`;

function isSwitchedOff(changes: readonly SetupEntry[], { serviceId }: Appointment): boolean {
  return changes.some(({ kind, value }) => kind === 'service' && value.id === serviceId && !value.active);
}
