// 预约: a place in a slot that is offered and not full; nothing is asked about the person.
import type { Actor } from '../../shared/actors.ts';
import type { CommandOf } from '../../shared/commands.ts';
import { firstFreePlace, offeredSlot } from './appointment-slots.ts';
import { type Context, type Decision, reject } from './decision.ts';
import type { AppointmentSource, HallState } from './state.ts';

export function bookAppointment(state: HallState, command: CommandOf<'bookAppointment'>, context: Context): Decision {
  const { serviceId, date, slot } = command;
  const service = state.setup.services.find((one) => one.id === serviceId && one.active);
  if (service === undefined) return reject('unknownService');
  if (service.appointments === null) return reject('serviceNotBookable');
  const source = sourceOf(context.actor);
  if (source === 'phone' && !state.setup.rules.appointment.phone.offered) return reject('phoneBookingOff');
  const offered = offeredSlot(state, service, context, { date, slot }, source === 'phone');
  if (offered === null) return reject('slotNotOffered');
  if (offered.tooSoon) return reject('slotTooSoon', { minutes: service.appointments.leadMinutes });
  if (offered.left === 0) return reject('slotFull', { slot });
  const { startsAt } = offered;
  return [
    {
      type: 'appointmentBooked',
      at: context.now,
      appointmentId: context.fresh.appointmentId,
      codeHash: context.fresh.codeHash,
      serviceId,
      date,
      slot,
      startsAt,
      place: firstFreePlace(state, serviceId, startsAt),
      quota: service.appointments.quota,
      source,
      ...(context.actor.kind === 'platform' && { platform: context.actor.tokenId }),
    },
  ];
}

function sourceOf({ kind }: Actor): AppointmentSource {
  return kind === 'visitor' ? 'phone' : kind === 'platform' ? 'platform' : 'desk';
}
