import { z } from 'zod';
import { AppointmentCode } from './appointment-code.ts';
import { CommandId, ServiceId } from './ids.ts';
import { Language, type LocalizedText } from './languages.ts';
import type { BookedAppointment } from './protocol.ts';
import type { RefusalCode } from './rejections.ts';
import { ClockTime } from './setup.ts';
import type { AppointmentRow, HallFacts } from './views.ts';

// What the phone page for bookings asks and is answered. Codes stand in bodies, never in an address.

/** `GET /api/booking`: what can be booked here by phone. */
export interface BookingOffer {
  readonly hall: HallFacts;
  readonly checkIn: {
    readonly beforeMinutes: number;
    readonly afterMinutes: number;
    /** Whether a phone may check in too. */
    readonly byPhone: boolean;
  };
  readonly services: readonly BookableService[];
}

export interface BookableService {
  readonly serviceId: ServiceId;
  readonly name: LocalizedText;
  readonly groupName: LocalizedText;
  readonly zoneName: LocalizedText;
  /** What to bring. */
  readonly materials: readonly LocalizedText[];
  readonly slotMinutes: number;
  /** Before the start of the slot: until then a booking can be cancelled. */
  readonly cancelUntilMinutes: number;
}

/** A booking as whoever holds its code sees it. */
export interface PhoneBooking extends Omit<AppointmentRow, 'appointmentId'> {
  /** The hall itself has cancelled it: nobody else need explain why. */
  readonly byHall: boolean;
  /** UTC ms until which it is kept, and until which it can be cancelled. */
  readonly keptUntil: number;
  readonly cancelUntil: number;
  readonly mayCheckIn: boolean;
  /** The way to the ticket it has become, while that ticket is in the hall. */
  readonly link: string | null;
}

const ofCode = { code: AppointmentCode };
const asked = { id: CommandId };

/** `POST /api/booking` -> Booked; `id` as with any command: sent again, it is answered, not done again. */
export const BookByPhone = z.strictObject({ ...asked, serviceId: ServiceId, date: z.iso.date(), slot: ClockTime });
export type BookByPhone = z.infer<typeof BookByPhone>;
/** `POST /api/booking/find` -> FoundBooking */
export const FindByPhone = z.strictObject(ofCode);
/** `POST /api/booking/cancel` -> FoundBooking */
export const CancelByPhone = z.strictObject({ ...asked, ...ofCode });
export type CancelByPhone = z.infer<typeof CancelByPhone>;
/** `POST /api/booking/check-in` -> CheckedIn */
export const CheckInByPhone = z.strictObject({ ...asked, ...ofCode, language: Language });
export type CheckInByPhone = z.infer<typeof CheckInByPhone>;

interface BookingRefusal {
  readonly ok: false;
  readonly code: RefusalCode;
  readonly facts: Readonly<Record<string, string | number>>;
}
export type Booked = { readonly ok: true; readonly booked: Omit<BookedAppointment, 'appointmentId'> } | BookingRefusal;
export type FoundBooking = { readonly ok: true; readonly booking: PhoneBooking } | BookingRefusal;
export type CheckedIn = { readonly ok: true; readonly number: string; readonly link: string } | BookingRefusal;
