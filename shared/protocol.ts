import { z } from 'zod';
import { Command } from './commands.ts';
import type { OfficerNo } from './diary.ts';
import type { OfficerView } from './diary-views.ts';
import { type AppointmentId, CommandId, DeviceId, type ServiceId, type TicketId } from './ids.ts';
import type { RefusalCode } from './rejections.ts';
import type { audiences, View, WaitRange } from './views.ts';

/**
 * How far the hall has come: the journal's length within one generation of the database.
 * A restore from a backup starts a new generation; views of an older revision are ignored.
 */
export interface Revision {
  readonly generation: number;
  readonly sequence: number;
}

/** -1, 0 or 1 as `a` is older than, the same as, or newer than `b`. */
export function compareRevisions(a: Revision, b: Revision): number {
  return Math.sign(a.generation - b.generation || a.sequence - b.sequence);
}

/** What an accepted command answers; a repeated command id is answered with the same again. */
export interface Receipt {
  readonly revision: Revision;
  /** The ticket the command was about, where there was one. */
  readonly ticket?: { readonly ticketId: TicketId; readonly number: string };
  /** For a ticket just issued: what slip and glass show. */
  readonly issued?: IssuedTicket;
  /** For an appointment just booked: what the visitor must be told. */
  readonly booked?: BookedAppointment;
  /** An experience officer's invitation: told this once. */
  readonly invited?: { readonly officerNo: OfficerNo; readonly link: string };
}

export interface BookedAppointment {
  readonly appointmentId: AppointmentId;
  /** Eight digits: whoever holds them checks in. */
  readonly code: string;
  /** 'YYYY-MM-DD' and 'HH:MM' in the hall's zone. */
  readonly date: string;
  readonly slot: string;
  /** UTC ms of the start of the slot. */
  readonly startsAt: number;
}

export interface IssuedTicket {
  readonly serviceId: ServiceId;
  /** 128 random bits as 26 letters and digits: the way to the phone page. */
  readonly link: string;
  /** Four digits that prove the slip at a rating kiosk. */
  readonly code: string;
  readonly issuedAt: number;
  readonly ahead: number;
  readonly wait: WaitRange | null;
  /** The booking it was made from. `late`: the slot had lapsed, so it is an ordinary number. */
  readonly appointment?: { readonly slot: string; readonly startsAt: number; readonly late: boolean };
}

export type Ack =
  | { readonly ok: true; readonly receipt: Receipt }
  | { readonly ok: false; readonly code: RefusalCode; readonly facts?: Readonly<Record<string, string | number>> };

/** The same to an experience officer, with the page as it is now; null: who withdrew everything has no page. */
export type OfficerAck =
  | { readonly ok: true; readonly view: OfficerView | null }
  | Extract<Ack, { readonly ok: false }>;

export const CommandMessage = z.strictObject({ id: CommandId, command: Command });
export type CommandMessage = z.infer<typeof CommandMessage>;

/** 26 base-32 characters: 128 bits. */
export const TicketLink = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}$/);
export const TicketCode = z.string().regex(/^\d{4}$/);

/** Name of one window on a machine that shows several devices; part of its cookie's name. */
export const DeviceSlot = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/);

/** Sent once when connecting. Who it is comes from the cookie (staff, device) or the link (phone). */
export const Handshake = z.discriminatedUnion('audience', [
  z.strictObject({ audience: z.literal('device'), slot: DeviceSlot, build: z.string().max(64) }),
  /** A small picture in administration of what one screen shows; who may see it is known by the session there. */
  z.strictObject({ audience: z.literal('mirror'), deviceId: DeviceId, build: z.string().max(64) }),
  z.strictObject({ audience: z.enum(['desk', 'counter', 'admin']), build: z.string().max(64) }),
  z.strictObject({ audience: z.literal('phone'), link: TicketLink, build: z.string().max(64) }),
  z.strictObject({ audience: z.literal('public'), build: z.string().max(64) }),
]);
export type Handshake = z.infer<typeof Handshake>;
export type StaffAudience = Extract<(typeof audiences)[number], 'desk' | 'counter' | 'admin'>;
export const staffAudiences = ['desk', 'counter', 'admin'] as const satisfies readonly StaffAudience[];

const pixels = z.number().min(1).max(20_000);
/** The window of a page as its browser measures it, in CSS pixels. */
export const GlassReport = z
  .strictObject({ width: pixels, height: pixels, devicePixelRatio: z.number().positive().max(20) })
  .readonly();
export type GlassReport = z.infer<typeof GlassReport>;

export const fontStates = ['bundled', 'fallback', 'unknown'] as const;
/** 'off': not meant to speak. 'mute': meant to, at volume 0 or not ready yet. 'blocked': the browser waits for a touch. */
export const soundStates = ['on', 'mute', 'blocked', 'broken', 'off'] as const;

/** How a screen is, as it says itself. */
export const ScreenReport = z
  .strictObject({ glass: GlassReport, font: z.enum(fontStates), sound: z.enum(soundStates) })
  .readonly();
export type ScreenReport = z.infer<typeof ScreenReport>;

/** This revision is on the glass. Which build painted it is known from the handshake. */
export const Painted = z.strictObject({
  revision: z.strictObject({ generation: z.int().min(0), sequence: z.int().min(0) }),
  screen: ScreenReport.optional(),
});
export type Painted = z.infer<typeof Painted>;

/** What administration may ask of one screen. It is lost without harm: nobody waits for it, and it can be sent again. */
export const orders = ['identify', 'measure', 'reload'] as const;
export type Order = (typeof orders)[number];
export interface OrderMessage {
  /** 'identify': its name, large. 'measure': its name and the outline of a bank card. 'reload': load the page anew. */
  readonly order: Order;
  /** The screen's name in administration. */
  readonly name: string;
}

export interface ViewMessage<Shown extends View = View> {
  readonly revision: Revision;
  /** The hall's clock, UTC ms. */
  readonly now: number;
  /** The server's build; a page of another build reloads when idle. */
  readonly build: string;
  readonly view: Shown;
}

export interface ClientToHall {
  command: (message: CommandMessage, ack: (answer: Ack) => void) => void;
  painted: (message: Painted) => void;
}

export interface HallToClient {
  view: (message: ViewMessage) => void;
  beat: (message: { readonly revision: Revision; readonly now: number }) => void;
  order: (message: OrderMessage) => void;
}

/** Why a connection was refused, as `connect_error`'s message. */
export const connectRefusals = ['notSignedIn', 'notPaired', 'forbidden', 'unknownTicket', 'malformed'] as const;
export type ConnectRefusal = (typeof connectRefusals)[number];

/** ms between beats. */
export const beatEveryMs = 2_000;
/**
 * Whoever looks at a page knows within 5 s of the hall's death that what it shows is old. The last beat may be as late as
 * the death itself: the silence a page bears, how often it listens for it and its painting add up to that.
 */
const staleOnGlassWithinMs = 5_000;
const paintsWithinMs = 400;
export const silenceCheckedEveryMs = 100;
export const staleAfterMs = staleOnGlassWithinMs - silenceCheckedEveryMs - paintsWithinMs;
/** A device that has not painted what it was sent: behind after so long, and it hangs after so much more. */
export const behindAfterMs = 5_000;
export const hangsAfterMs = 10_000;
export const lostAfterMs = 15_000;
