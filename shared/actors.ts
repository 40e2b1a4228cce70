import { z } from 'zod';
import type { OfficerNo } from './diary.ts';
import { CounterId, type DeviceId, PrinterId, type StaffId, type TicketId, ZoneId } from './ids.ts';
import { Language } from './languages.ts';

export const roles = ['reception', 'clerk', 'manager', 'administrator'] as const;
export const Role = z.enum(roles);
export type Role = z.infer<typeof Role>;

export const deviceKinds = [
  'ticketKiosk',
  'ratingKiosk',
  'hallScreen',
  'zoneScreen',
  'counterScreen',
  'pickUpScreen',
] as const;
export const DeviceKind = z.enum(deviceKinds);
export type DeviceKind = z.infer<typeof DeviceKind>;
export const screenKinds = [
  'hallScreen',
  'zoneScreen',
  'counterScreen',
  'pickUpScreen',
] as const satisfies readonly DeviceKind[];
export type ScreenKind = (typeof screenKinds)[number];

/** The glass of a screen and who must read it; sizes on it are computed from these, never chosen by taste. */
export const Panel = z
  .strictObject({
    diagonalInches: z.number().min(5).max(200),
    farthestViewMetres: z.number().min(0.5).max(50),
  })
  .readonly();
export type Panel = z.infer<typeof Panel>;

export const themes = ['light', 'dark'] as const;

/** How one screen looks and sounds where it hangs. */
export const ScreenSettings = z
  .strictObject({
    theme: z.enum(themes),
    /** In the order in which they take turns; null: those of the hall. */
    languages: z.array(Language).min(1).max(2).readonly().nullable(),
    speaks: z.boolean(),
    /** 0 to 100, as loud as it sounds. */
    volume: z.int().min(0).max(100),
  })
  .readonly();
export type ScreenSettings = z.infer<typeof ScreenSettings>;

const usual = { theme: 'light', languages: null, volume: 80 } as const;
/** Until an administrator says otherwise. Counter signs keep silent: each would talk over the board and over the others. */
export const usualSettings = {
  hallScreen: { ...usual, speaks: true },
  zoneScreen: { ...usual, speaks: true },
  counterScreen: { ...usual, speaks: false },
  pickUpScreen: { ...usual, speaks: true },
} as const satisfies Record<ScreenKind, ScreenSettings>;

/** Assignments stored before screens had settings have the usual ones. */
const screen = (kind: ScreenKind) => ({ panel: Panel, settings: ScreenSettings.default(usualSettings[kind]) });

/** What a device is for; the fields exist only for the kinds that have them. */
export const DeviceAssignment = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('ticketKiosk'),
    zone: ZoneId.nullable(),
    /** Prints what is issued here; null: the number is on the glass only. */
    printer: PrinterId.nullable().default(null),
  }),
  z.strictObject({ kind: z.literal('ratingKiosk'), counter: CounterId.nullable() }),
  z.strictObject({ kind: z.literal('hallScreen'), ...screen('hallScreen') }),
  z.strictObject({ kind: z.literal('zoneScreen'), zone: ZoneId, ...screen('zoneScreen') }),
  z.strictObject({ kind: z.literal('counterScreen'), counter: CounterId, ...screen('counterScreen') }),
  z.strictObject({ kind: z.literal('pickUpScreen'), ...screen('pickUpScreen') }),
]);
export type DeviceAssignment = z.infer<typeof DeviceAssignment>;
export type ScreenAssignment = Extract<DeviceAssignment, { readonly kind: ScreenKind }>;

export function isScreen(assignment: DeviceAssignment): assignment is ScreenAssignment {
  return 'panel' in assignment;
}

/** Who sends a command: ids only, so that it may stand in the journal for ever. */
export type Actor =
  | { readonly kind: 'staff'; readonly staffId: StaffId; readonly role: Role }
  | {
      readonly kind: 'device';
      readonly deviceId: DeviceId;
      readonly assignment: DeviceAssignment;
      /** A rating kiosk: the visit whose slip was just shown to it. */
      readonly provenTicketId: TicketId | null;
      /** Wrong codes there before it was shown; a rating after many is kept apart. */
      readonly wrongCodes?: number;
    }
  | { readonly kind: 'phone'; readonly ticketId: TicketId }
  /** An experience officer, by the link of the invitation. */
  | { readonly kind: 'officer'; readonly officerNo: OfficerNo }
  /** Whoever scanned the poster: is shown the waiting situation and may ask nothing. */
  | { readonly kind: 'public' }
  /** Whoever books by phone: nobody in particular, and one browser is not told from another here. */
  | { readonly kind: 'visitor' }
  /** What the server has learned from a printer. */
  | { readonly kind: 'printer'; readonly printerId: PrinterId }
  /** A program outside the hall, by its token (decision 0029). */
  | { readonly kind: 'platform'; readonly tokenId: string }
  | { readonly kind: 'clock' };
