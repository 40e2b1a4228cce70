import type { BookableService, BookingOffer, PhoneBooking } from '../../shared/booking.ts';
import { cancelUntil } from '../queue/cancel-appointment.ts';
import { keptUntil } from '../queue/check-in.ts';
import type { Appointment, HallState } from '../queue/state.ts';
import { appointmentRow } from './appointments.ts';
import { hallFacts } from './hall-facts.ts';
import { zoneName } from './names.ts';

/** What the phone page offers: the services that can be booked, in the hall's order. */
export function bookingOffer(state: HallState): BookingOffer {
  const { checkInBeforeMinutes, checkInAfterMinutes, phone } = state.setup.rules.appointment;
  const hall = hallFacts(state);
  const checkIn = { beforeMinutes: checkInBeforeMinutes, afterMinutes: checkInAfterMinutes, byPhone: phone.checkIn };
  return { hall, checkIn, services: hall.phoneBooking ? bookableServices(state) : [] };
}

function bookableServices(state: HallState): readonly BookableService[] {
  const { services, serviceGroups, materials } = state.setup;
  return serviceGroups
    .filter((group) => group.active)
    .flatMap((group) =>
      services.flatMap((service): BookableService[] => {
        const { id: serviceId, name, appointments } = service;
        if (!service.active || appointments === null || service.serviceGroup !== group.id) return [];
        const { slotMinutes, cancelUntilMinutes } = appointments;
        const toBring = materials.filter((one) => one.active && one.service === serviceId);
        return [
          {
            ...{ serviceId, name, slotMinutes, cancelUntilMinutes },
            groupName: group.name,
            zoneName: zoneName(state, group.zone),
            materials: toBring.map((material) => material.name),
          },
        ];
      }),
    );
}

/** `link`: of the ticket it has become, if whoever holds the code may still be led to it. */
export function phoneBooking(
  state: HallState,
  appointment: Appointment,
  now: number,
  link: string | null,
): PhoneBooking {
  const { appointmentId: _, ...row } = appointmentRow(state, appointment, now);
  const byHall = appointment.status === 'cancelled' && appointment.reason === 'hallClosed';
  const mayCheckIn = row.canCheckIn && !row.lapsed && state.setup.rules.appointment.phone.checkIn;
  return {
    ...row,
    ...{ byHall, mayCheckIn, link },
    keptUntil: keptUntil(state, appointment),
    cancelUntil: cancelUntil(state, appointment),
  };
}
