import type {
  BookByPhone,
  Booked,
  CancelByPhone,
  CheckedIn,
  CheckInByPhone,
  FoundBooking,
} from '../../../shared/booking.ts';
import { type Asked, ask } from '../../../shared/browser/ask.ts';
import type { OfferedSlots } from '../../../shared/http.ts';
import type { ServiceId } from '../../../shared/ids.ts';

/** What the page asks of the hall; in tests, of a fixture. */
export interface BookingQuestions {
  readonly slots: (serviceId: ServiceId) => Promise<Asked<OfferedSlots>>;
  readonly book: (wish: BookByPhone) => Promise<Asked<Booked>>;
  readonly find: (code: string) => Promise<Asked<FoundBooking>>;
  readonly cancel: (wish: CancelByPhone) => Promise<Asked<FoundBooking>>;
  readonly checkIn: (wish: CheckInByPhone) => Promise<Asked<CheckedIn>>;
  /** Leads to the ticket that a booking has become. */
  readonly openTicket: (link: string) => void;
}

export const hallQuestions: BookingQuestions = {
  slots: (serviceId) => ask(`/api/booking/slots?service=${serviceId}`),
  book: (wish) => ask('/api/booking', wish),
  find: (code) => ask('/api/booking/find', { code }),
  cancel: (wish) => ask('/api/booking/cancel', wish),
  checkIn: (wish) => ask('/api/booking/check-in', wish),
  openTicket: (link) => location.assign(`/t/#${link}`),
};
