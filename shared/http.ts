import { z } from 'zod';
import { DeviceAssignment, DeviceKind, Role } from './actors.ts';
import { BookingsChoice, Command, type Outcome } from './commands.ts';
import { CommandId, type DeviceId, PrinterId, type ServiceId, type StaffId, type TicketId } from './ids.ts';
import { Language, type LocalizedText } from './languages.ts';
import type { Paper, PrintFault } from './printing.ts';
import { DeviceSlot, GlassReport, orders, type ScreenReport, TicketCode, TicketLink } from './protocol.ts';
import { typedText } from './rating.ts';
import { caseTextParts } from './rating-case.ts';
import type { RefusalCode, RejectionReason } from './rejections.ts';
import { SetupEntry } from './setup.ts';
import type { AppointmentRow, HallFacts, PhoneView, TicketRow } from './views.ts';

/**
 * Questions and accounts go over HTTP; what changes the hall's queues goes over the socket.
 * Every route, what it takes and what it answers, in one place.
 *
 *   GET  /health                       Health                 anyone
 *   GET  /api/hall                     HallCard               anyone (the launchpad)
 *   POST /api/login                    Login -> Me            anyone; sets the session cookie of that page
 *   POST /api/logout                   {page} -> {}           the session's owner
 *   GET  /api/me?page=counter          Me                     the session's owner
 *   POST /api/setup-code               FirstAdministrator     holder of the console's one-time code, empty hall only
 *   POST /api/pairing                  PairingRequest -> PairingState    anyone (rate-limited)
 *   POST /api/pairing/poll             {slot, secret} -> PairingState    the screen that asked; sets the device cookie
 *   GET  /api/backups                  BackupState            administrator, manager
 *   POST /api/backups                  {} -> BackupState      administrator, manager: one now
 *   POST /api/replay?id=               ReplayWish -> Replayed administrator, manager: a past day under another rule; `id` names it while it runs
 *   GET  /api/replay/progress?id       {done, total}          administrator, manager: steps gone of how many
 *   GET  /api/setup/versions?before    SetupVersionRow[]      administrator, manager: who changed what, newest first
 *   GET  /api/setup/file               SetupFile              administrator
 *   POST /api/setup/preview            SetupWish -> SetupPreview    administrator: changes nothing
 *   POST /api/setup                    {id, wish} -> SetupChanged   administrator
 *   GET  /api/tokens                   TokenRow[]             administrator: who may use /api/v1 (docs/interfaces.md)
 *   POST /api/tokens                   NewToken -> TokenMade  administrator; the token is told this once
 *   POST /api/tokens/renew             RenewToken -> TokenMade  administrator; another one for the same platform
 *   GET  /api/webhooks                 WebhookRow[]           administrator: who is told of events, and how that goes
 *   POST /api/webhooks                 NewWebhook -> WebhookMade  administrator; the secret is told this once
 *   POST /api/webhooks/secret          {webhookId} -> WebhookMade  administrator; another secret
 *   POST /api/webhooks/pause           {webhookId, paused} -> {}   administrator; likewise remove, try, again {webhookId}
 *   POST /api/webhooks/test            {webhookId} -> {status}     administrator
 *   POST /api/tokens/revoke            {tokenId} -> {}        administrator
 *   GET  /api/devices                  DeviceRow[]            administrator, manager
 *   POST /api/devices/approve          ApproveDevice          administrator
 *   POST /api/devices/assign           AssignDevice           administrator
 *   POST /api/devices/order            OrderDevice            administrator, manager; to a screen that is online
 *   POST /api/devices/revoke           {deviceId}             administrator; cuts the device's socket
 *   POST /api/devices/staff-code       {deviceId} -> StaffCode    administrator: opens that device's shell, once
 *   POST /api/devices/staff-code/use   UseStaffCode -> {}     the shell of a device (rate-limited)
 *   GET  /api/staff                    StaffRow[]             administrator, manager
 *   GET  /api/colleagues               Colleague[]            whoever is signed in at a counter: names, for what others did there
 *   POST /api/staff                    SaveStaff              administrator
 *   POST /api/rating/find              FindVisit -> FoundVisit    a rating kiosk
 *   GET  /api/slip?slot=&ticket=&print= ShellSlip             the ticket kiosk that issued it, for its desktop shell
 *   GET  /api/slip-sample?paper=80&language=en  a PNG         administrator, manager
 *   POST /api/printers/test            TestPrint -> TestPrinted    administrator
 *   GET  /api/figures?from&to&by&step  Figures                manager, administrator: what a period came to (shared/figures.ts)
 *   GET  /api/figures/file?...&format  a file                 the same: its table of groups
 *   GET  /api/cases?from&to            CaseRow[]              manager, administrator: the ledger of low ratings
 *   GET  /api/cases/<ticketId>         CaseView               manager, administrator
 *   POST /api/cases/text               TextChange             manager, administrator: black a text out, or erase it
 *   GET  /api/ratings/flagged?from&to  FlaggedRating[]        manager, administrator: levels 3 to 5 that do not count
 *   GET  /api/ratings/figures?from&to  RatingFigures          manager, administrator
 *   GET  /api/ratings/mine?from&to     RatingFigure           a clerk's own, of working days that are over
 *   GET  /api/ratings/export?what&format&from&to&id   a file  manager, administrator; `id` names it while it is written
 *   GET  /api/ratings/export/progress?id   {done, total}      manager, administrator: rows written of how many
 *   GET  /api/exporter                 ExportState, or target null   manager, administrator: ratings sent to a platform
 *   POST /api/exporter                 -> ExportState         the same: try again now
 *   POST /api/errands/find?page=       FindEarlier -> FoundEarlier    clerk, reception, manager: a visit of any day
 *   POST /api/errands/shown?slot=      ShowSlip -> ShownSlip   a ticket kiosk: the slip held before its scanner
 *   GET  /api/errands/notice?ticketId=X Notice                 clerk, manager: whoever served it
 *   GET  /api/trips?from=&to=          TripsOfService[]       administrator, manager: errands ended on days in [from, to)
 *   GET  /api/officers                 OfficersView           manager, administrator: experience officers, diaries, suggestions
 *   POST /api/officer                  AskOfficer -> OfficerView    the holder of an invitation
 *   POST /api/officer/visit            OfficerVisit -> OfficerAck   the same, with a slip's number, day and code
 *   POST /api/officer/command          OfficerCommand -> OfficerAck the same: what an officer may send
 *   GET  /diaries/, /diaries/<no>, /diaries/<no>.md    anyone: published diaries and the board of suggestions
 *   GET  /api/tickets?number=A012      TicketRow[]            reception, manager: tickets of today, ended ones too
 *   GET  /api/tickets/why?ticketId=X   WhyNotYet              reception, manager: who goes before a waiting ticket, and why
 *   GET  /api/booking                  BookingOffer           anyone: what can be booked by phone (shared/booking.ts)
 *   GET  /api/booking/slots?service=X  OfferedSlots           anyone: of the phones' share
 *   POST /api/booking                  BookByPhone -> Booked  anyone, within the limits of hall-server/gateway/booking-limits.ts
 *   POST /api/booking/find             FindByPhone -> FoundBooking    the holder of a code, and the two below
 *   POST /api/booking/cancel           CancelByPhone -> FoundBooking
 *   POST /api/booking/check-in         CheckInByPhone -> CheckedIn
 *   GET  /api/appointments/slots?service=X  OfferedSlots      reception, manager: what can be booked
 *   POST /api/appointments/import/preview  {rows} -> ImportVerdict[]   manager, administrator: changes nothing (shared/appointment-import.ts)
 *   POST /api/appointments/import      {id, rows} -> ImportResult[]    the same: books them; the codes are told here
 *   POST /api/appointments/find        {code} -> FoundAppointment    reception, manager
 */

export interface Health {
  readonly status: 'ok' | 'failing';
  readonly version: string;
  readonly build: string;
  readonly uptimeSeconds: number;
  readonly day: string | null;
  readonly sequence: number;
  readonly storage: 'ok' | 'failing';
  /** UTC ms of the latest checked backup; null: there is none. */
  readonly latestBackupAt: number | null;
  readonly connected: { readonly devices: number; readonly staff: number; readonly phones: number };
}

/** The copies of the database from which the hall can be restored. */
export interface BackupState {
  /** Where they are, on the server's machine. */
  readonly folder: string;
  /** On the database's own disk: lost with it. */
  readonly sameDisk: boolean;
  /** UTC ms of the latest, which has been checked; null: there is none. */
  readonly latestAt: number | null;
  readonly kept: number;
  /** How much of one is copied, 0 to 1; null: none is being made. */
  readonly running: number | null;
  /** Why the last attempt failed, and when (UTC ms); null: it did not. */
  readonly failure: { readonly why: 'diskFull' | 'notWritable' | 'behind' | 'other'; readonly at: number } | null;
}

export interface HallCard {
  readonly hall: HallFacts;
  readonly version: string;
  /** No administrator yet: the administration page asks for the one-time code. */
  readonly needsSetup: boolean;
  /** Only in a demo hall. */
  readonly demoAccounts: readonly { readonly login: string; readonly password: string; readonly role: Role }[];
  readonly demoDevices: readonly {
    readonly deviceId: DeviceId;
    readonly assignment: DeviceAssignment;
    /** Where it stands, in words: the label of its counter, the name of its zone. */
    readonly counterLabel: string | null;
    readonly zoneName: LocalizedText | null;
  }[];
}

export const StaffPage = z.enum(['desk', 'counter', 'admin']);
export type StaffPage = z.infer<typeof StaffPage>;

/** Who may use which staff page. */
export const rolesOfPage = {
  desk: ['reception', 'manager'],
  counter: ['clerk', 'manager'],
  admin: ['administrator', 'manager'],
} as const satisfies Record<StaffPage, readonly Role[]>;

const loginName = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9._-]{2,40}$/);
const password = z.string().min(8).max(200);

export const Login = z.strictObject({ page: StaffPage, login: loginName, password: z.string().min(1).max(200) });
export type Login = z.infer<typeof Login>;
export interface Me {
  readonly staffId: StaffId;
  readonly name: string;
  readonly role: Role;
}

export const FirstAdministrator = z.strictObject({
  code: z.string().min(1).max(20),
  login: loginName,
  name: z.string().trim().min(1).max(40),
  password,
});
export type FirstAdministrator = z.infer<typeof FirstAdministrator>;

export const PairingRequest = z.strictObject({
  slot: DeviceSlot,
  /** The kind of page that asks. */
  kind: DeviceKind,
  /** In a demo hall a window on the same machine may name the demo device it wants to be. */
  wants: z.string().max(64).nullable(),
  /** The window that asks, so that its sizes can be judged before it is let in. */
  glass: GlassReport.nullable().default(null),
});
export type PairingRequest = z.infer<typeof PairingRequest>;
export const PairingPoll = z.strictObject({ slot: DeviceSlot, secret: z.string().min(20).max(100) });
export type PairingState =
  | { readonly state: 'waiting'; readonly code: string; readonly secret: string; readonly expiresAt: number }
  | { readonly state: 'paired'; readonly deviceId: DeviceId; readonly byItself: boolean }
  | { readonly state: 'over' };

export const ApproveDevice = z.strictObject({
  code: z.string().trim().max(12),
  name: z.string().trim().min(1).max(40),
  assignment: DeviceAssignment,
});
export type ApproveDevice = z.infer<typeof ApproveDevice>;
export const AssignDevice = z.strictObject({
  deviceId: z.string().max(64),
  name: z.string().trim().min(1).max(40),
  assignment: DeviceAssignment,
});
export type AssignDevice = z.infer<typeof AssignDevice>;

/** Opens a kiosk's shell at its glass, once. */
export interface StaffCode {
  readonly code: string;
  /** UTC ms. */
  readonly expiresAt: number;
}
/** What a shell hands in: the token of its window's device, and what was typed. */
export const UseStaffCode = z.strictObject({ token: z.string().min(20).max(100), code: z.string().max(20) });
export type UseStaffCode = z.infer<typeof UseStaffCode>;
export const OrderDevice = z.strictObject({ deviceId: z.string().max(64), order: z.enum(orders) });
export type OrderDevice = z.infer<typeof OrderDevice>;

/** How a connected device is. */
export interface DeviceHealth {
  /** Whether its page is of the server's build. */
  readonly isCurrentBuild: boolean;
  /** For how long it has owed a painting; 0: what it was sent is on its glass. */
  readonly lagMs: number;
  /** What a screen last said of itself; null: nothing yet, or no screen. */
  readonly screen: ScreenReport | null;
}

/** A name for staff pages only. */
export interface Colleague {
  readonly staffId: StaffId;
  readonly name: string;
}

export interface DeviceRow {
  readonly deviceId: DeviceId;
  readonly name: string;
  readonly assignment: DeviceAssignment;
  readonly paired: boolean;
  readonly online: boolean;
  /** UTC ms; null if never seen. */
  readonly lastSeenAt: number | null;
  /** Null while it is not connected. */
  readonly health: DeviceHealth | null;
  /** The resolution by which its sizes are judged, also when it is gone; null: it has not told yet. */
  readonly glass: GlassReport | null;
}
export interface PendingDevice {
  readonly code: string;
  readonly kind: DeviceKind;
  readonly address: string;
  readonly glass: GlassReport | null;
  readonly expiresAt: number;
}
export interface DeviceList {
  readonly devices: readonly DeviceRow[];
  readonly pending: readonly PendingDevice[];
}

export interface StaffRow {
  readonly staffId: StaffId;
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly active: boolean;
}
export const SaveStaff = z.strictObject({
  /** Null: a new account. */
  staffId: z.string().max(64).nullable(),
  login: loginName,
  name: z.string().trim().min(1).max(40),
  role: Role,
  active: z.boolean(),
  /** Null keeps the present password; a new account needs one. */
  password: password.nullable(),
});
export type SaveStaff = z.infer<typeof SaveStaff>;

/** What proves a visit at a rating kiosk: the slip's QR, or its number and code. */
export const FindVisit = z.union([
  z.strictObject({ link: TicketLink }),
  z.strictObject({ number: z.string().max(12), code: TicketCode }),
]);
export type FindVisit = z.infer<typeof FindVisit>;
export interface FoundVisit {
  readonly ticketId: TicketId;
  readonly number: string;
  /** Whether it may be rated, and if not, why. */
  readonly rating: 'open' | 'notOpen' | 'given' | 'over';
}

export const TestPrint = z.strictObject({ printerId: PrinterId, language: Language });
export type TestPrint = z.infer<typeof TestPrint>;
export interface TestPrinted {
  readonly state: 'confirmed' | 'failed' | 'unknown';
  readonly fault: PrintFault | null;
}
export const SlipSample = z.strictObject({
  paper: z.enum(['58', '80']).transform((text): Paper => (text === '58' ? 58 : 80)),
  language: Language,
});
/** The slots of a service from now to the last day that can be booked, in order of time. */
export type OfferedSlots = readonly {
  readonly date: string;
  readonly slot: string;
  readonly startsAt: number;
  /** Places not taken; 0 when full. */
  readonly left: number;
  readonly tooSoon: boolean;
}[];

/** The booking of a code: the open one, or the one that had it last. */
export interface FoundAppointment {
  readonly appointment: AppointmentRow | null;
}

/** Days in the hall's zone, the last one included. */
export const RatingPeriod = z.object({ from: z.iso.date(), to: z.iso.date() });

/** Other words to be shown in place of a text; null erases it for good. */
export const TextChange = z.strictObject({
  commandId: z.uuid(),
  part: z.enum(['rating', ...caseTextParts]),
  shown: typedText(500).nullable(),
});
export type TextChange = z.infer<typeof TextChange>;

/** What a platform has of the hall's ratings. Counts of messages: a rating and what was added to it are two. */
export interface ExportState {
  /** 'https://platform.example' */
  readonly target: string;
  readonly taken: number;
  readonly refused: number;
  readonly waiting: number;
  /** The latest that it will never take: where in the record, and what it answered. */
  readonly refusals: readonly { readonly position: number; readonly status: number | null; readonly at: number }[];
  /** Why the next message has not been taken yet; `status` null: nobody answered. */
  readonly fault: {
    readonly at: number;
    readonly status: number | null;
    readonly tries: number;
    readonly nextAt: number;
  } | null;
}

export const setupFileFormat = 'clearcall-setup-1';
/** A hall's whole set-up as a file; accounts, devices and passwords are not in it. */
export const SetupFile = z.strictObject({
  format: z.literal(setupFileFormat),
  /** 'yyyy-MM-dd HH:mm:ss' in the hall's zone. */
  savedAt: z.string().max(40),
  entries: z.array(SetupEntry).min(1).max(3_000).readonly(),
});
export type SetupFile = z.infer<typeof SetupFile>;

const others = z.enum(['keep', 'switchOff']);
/** Entries to be saved together, or the set-up as it was at a place in the journal. */
export const SetupWish = z.union([
  z.strictObject({ entries: SetupFile.shape.entries, others, bookings: BookingsChoice }),
  z.strictObject({ asOf: z.int().min(0), others, bookings: BookingsChoice }),
]);
export type SetupWish = z.infer<typeof SetupWish>;

export interface SetupChange {
  /** Null: it did not exist. */
  readonly before: SetupEntry | null;
  readonly after: SetupEntry;
}
/** A booking that would have no slot any more; its code is nowhere. */
export interface AffectedBooking {
  readonly serviceName: LocalizedText;
  readonly date: string;
  readonly slot: string;
  /** What another system calls it. */
  readonly reference: string | null;
}
export interface SetupPreview {
  readonly changes: readonly SetupChange[];
  /** What is to become of them is asked before anything is saved. */
  readonly bookings: readonly AffectedBooking[];
  readonly refused: {
    readonly code: RejectionReason;
    readonly facts: Readonly<Record<string, string | number>>;
  } | null;
}
export interface SetupVersionRow {
  /** Places of its first and last entry in the journal; as of `first - 1` the set-up is that of before. */
  readonly first: number;
  readonly sequence: number;
  /** UTC ms. */
  readonly at: number;
  /** Null: the program itself. */
  readonly staffName: string | null;
  readonly changes: readonly SetupChange[];
}
export type SetupChanged =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: RefusalCode; readonly facts: Readonly<Record<string, string | number>> };

export type FoundTickets = readonly TicketRow[];

/** An earlier visit by its slip's link, or by its number and business day. */
export const FindEarlier = z.union([
  z.strictObject({ link: TicketLink }),
  z.strictObject({ number: z.string().max(12), date: z.iso.date() }),
]);
export type FindEarlier = z.infer<typeof FindEarlier>;
export interface FoundEarlier {
  readonly ticketId: TicketId;
  readonly number: string;
  readonly date: string;
  readonly serviceName: LocalizedText;
  readonly outcome: Outcome | null;
}

/** The slip that a visitor holds before a ticket kiosk's scanner. */
export const ShowSlip = z.strictObject({ link: TicketLink });
export interface ShownSlip {
  readonly ticketId: TicketId;
  readonly number: string;
  /** 'YYYY-MM-DD', of the visit. */
  readonly date: string;
  readonly serviceId: ServiceId;
  readonly serviceName: LocalizedText;
  /** `missed`: may be put back; `live`: its turn is to come, or has come; `over`: nobody was served by it. */
  readonly is: 'live' | 'missed' | 'served' | 'over';
}

/** What a visitor who has to come again is given on paper (一次性告知), in the language of the ticket. */
export interface Notice {
  readonly language: Language;
  readonly hallName: LocalizedText;
  readonly hotline: string;
  /** 'YYYY-MM-DD', of the visit. */
  readonly date: string;
  readonly number: string;
  readonly zoneName: LocalizedText;
  readonly next: PhoneView['next'];
}

/** The invitation of an experience officer; as long as a ticket's link. */
export const AskOfficer = z.strictObject({ link: TicketLink });
export const OfficerVisit = z.strictObject({
  ...{ link: TicketLink, id: CommandId },
  ...{ number: z.string().max(12), day: z.iso.date(), code: TicketCode },
});
export const OfficerCommand = z.strictObject({ link: TicketLink, id: CommandId, command: Command });

/** Of one service: how many errands ended, and how many trips and calendar days they took (nearest rank). */
export interface TripsRow {
  readonly serviceId: ServiceId;
  readonly cases: number;
  readonly trips: { readonly mean: number; readonly median: number; readonly p90: number };
  readonly days: { readonly mean: number; readonly median: number; readonly p90: number };
}

/** The body of every HTTP refusal. */
export interface HttpRefusal {
  readonly code: HttpRefusalCode;
}
export const httpRefusalCodes = [
  'malformed',
  'notFound',
  'notSignedIn',
  'forbidden',
  'wrongLogin',
  'waitBeforeRetry',
  'wrongCode',
  'codeOver',
  'loginTaken',
  'passwordNeeded',
  'lastAdministrator',
  'unknownDevice',
  'deviceOffline',
  'notReadable',
  'tooManyRequests',
  'storageFailing',
  'internal',
] as const;
export type HttpRefusalCode = (typeof httpRefusalCodes)[number];
