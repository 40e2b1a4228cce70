// 取消预约: an open booking is given up in time, and its place can be booked again.
// A platform gives up only what it booked itself.
import type { CommandOf } from '../../shared/commands.ts';
import { type Context, type Decision, reject } from './decision.ts';
import type { Appointment, HallState } from './state.ts';

export function cancelAppointment(
  state: HallState,
  { appointmentId, reason }: CommandOf<'cancelAppointment'>,
  context: Context,
): Decision {
  const appointment = state.appointments.get(appointmentId);
  if (appointment === undefined) return reject('unknownAppointment');
  const { actor } = context;
  if (actor.kind === 'platform' && appointment.platform !== actor.tokenId) return reject('notOfThisPlatform');
  if (appointment.status === 'checkedIn') return reject('appointmentUsed');
  if (appointment.status !== 'open') return reject('appointmentOver');
  if (context.now > cancelUntil(state, appointment)) return reject('appointmentNotCancellable');
  return [{ type: 'appointmentCancelled', at: context.now, appointmentId, reason }];
}

/** UTC ms until which a booking can be cancelled: the service's own time before the slot. */
export function cancelUntil(state: HallState, { serviceId, startsAt }: Appointment): number {
  const service = state.setup.services.find((one) => one.id === serviceId);
  return startsAt - (service?.appointments?.cancelUntilMinutes ?? 0) * 60_000;
}
