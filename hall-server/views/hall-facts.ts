import type { ScreenAssignment } from '../../shared/actors.ts';
import type { DeviceId } from '../../shared/ids.ts';
import type { EmergencyFacts, HallFacts, MissedRule, ScreenFacts } from '../../shared/views.ts';
import type { HallState } from '../queue/state.ts';

/** What any page may know of the hall. */
export function hallFacts(state: HallState): HallFacts {
  const { name, timeZone, hotline, displayLanguages, voiceLanguages, phoneOrigin, demo } = state.setup.hall;
  const emergency = emergencyFor(state, null);
  const phoneBooking = booksByPhone(state);
  return { name, timeZone, hotline, displayLanguages, voiceLanguages, phoneOrigin, demo, phoneBooking, emergency };
}

function booksByPhone({ setup }: HallState): boolean {
  if (!setup.rules.appointment.phone.offered) return false;
  return setup.services.some((service) => service.active && service.appointments !== null);
}

/** The emergency message that this device, or a page of nobody's in particular (null), must show. */
export function emergencyFor({ emergency, setup }: HallState, device: DeviceId | null): EmergencyFacts | null {
  if (emergency === null) return null;
  const { messageId, devices, since } = emergency;
  const isMeant = devices === null || (device !== null && devices.includes(device));
  const message = setup.emergencyMessages.find((one) => one.id === messageId);
  return isMeant && message !== undefined ? { text: message.text, since } : null;
}

/** The same for a screen, with what an administrator has settled for it. */
export function screenFacts(
  state: HallState,
  { panel, settings }: ScreenAssignment,
): ScreenFacts & { hall: HallFacts } {
  const { theme, languages, speaks, volume } = settings;
  const hall = hallFacts(state);
  return {
    hall: { ...hall, displayLanguages: languages ?? hall.displayLanguages },
    panel,
    theme,
    sound: { speaks, volume },
  };
}

export function missedRule({ setup: { rules } }: HallState): MissedRule {
  const { afterCalls, acceptWithinMinutes, putBackWithinMinutes, putBackPlaces, putBackTimes } = rules.missed;
  return { afterCalls, acceptWithinMinutes, putBackWithinMinutes, putBackPlaces, putBackTimes };
}

/** Whether a visitor may come with an appointment: some service can be booked, or a booking is still open. */
export function takesAppointments({ setup, appointments }: HallState): boolean {
  const bookable = setup.services.some((service) => service.active && service.appointments !== null);
  return bookable || [...appointments.values()].some(({ status }) => status === 'open');
}
