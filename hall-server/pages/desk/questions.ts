import { type Asked, ask } from '../../../shared/browser/ask.ts';
import type { FoundAppointment, OfferedSlots } from '../../../shared/http.ts';
import type { ServiceId } from '../../../shared/ids.ts';

/** What the front desk asks about bookings. */
export interface AppointmentQuestions {
  readonly slots: (serviceId: ServiceId) => Promise<Asked<OfferedSlots>>;
  readonly byCode: (code: string) => Promise<Asked<FoundAppointment>>;
}

export const appointmentQuestions: AppointmentQuestions = {
  slots: (serviceId) => ask(`/api/appointments/slots?service=${encodeURIComponent(serviceId)}`),
  byCode: (code) => ask('/api/appointments/find', { code }),
};
