import { z } from 'zod';
import { CounterId, type DeviceId, type StaffId, type TicketId, ZoneId } from './ids.ts';

export const roles = ['reception', 'clerk', 'manager', 'administrator'] as const;
export const Role = z.enum(roles);
export type Role = z.infer<typeof Role>;

export const deviceKinds = ['ticketKiosk', 'ratingKiosk', 'hallScreen', 'zoneScreen', 'counterScreen'] as const;
export const DeviceKind = z.enum(deviceKinds);
export type DeviceKind = z.infer<typeof DeviceKind>;

/** The glass of a screen and who must read it; sizes on it are computed from these, never chosen by taste. */
export const Panel = z
  .strictObject({
    diagonalInches: z.number().min(5).max(200),
    farthestViewMetres: z.number().min(0.5).max(50),
  })
  .readonly();
export type Panel = z.infer<typeof Panel>;

/** What a device is for; the fields exist only for the kinds that have them. */
export const DeviceAssignment = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ticketKiosk'), zone: ZoneId.nullable() }),
  z.strictObject({ kind: z.literal('ratingKiosk'), counter: CounterId.nullable() }),
  z.strictObject({ kind: z.literal('hallScreen'), panel: Panel }),
  z.strictObject({ kind: z.literal('zoneScreen'), zone: ZoneId, panel: Panel }),
  z.strictObject({ kind: z.literal('counterScreen'), counter: CounterId, panel: Panel }),
]);
export type DeviceAssignment = z.infer<typeof DeviceAssignment>;

/** Who sends a command: ids only, so that it may stand in the journal for ever. */
export type Actor =
  | { readonly kind: 'staff'; readonly staffId: StaffId; readonly role: Role }
  | {
      readonly kind: 'device';
      readonly deviceId: DeviceId;
      readonly assignment: DeviceAssignment;
      /** A rating kiosk: the visit whose slip was just shown to it. */
      readonly provenTicketId: TicketId | null;
    }
  | { readonly kind: 'phone'; readonly ticketId: TicketId }
  | { readonly kind: 'clock' };
