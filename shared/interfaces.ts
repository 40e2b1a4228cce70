import { z } from 'zod';

/** What a token allows, each by name. */
export const apiScopes = [
  'state:read',
  'tickets:read',
  'tickets:write',
  'appointments:read',
  'appointments:write',
] as const;
export const ApiScope = z.enum(apiScopes);
export type ApiScope = z.infer<typeof ApiScope>;

/** What can be asked, each below /api/v1. */
export const apiPaths = [
  '/state',
  '/tickets',
  '/tickets/find',
  '/tickets/cancel',
  '/appointments',
  '/appointments/slots',
  '/appointments/find',
  '/appointments/cancel',
] as const;
export type ApiPath = (typeof apiPaths)[number];

export const NewToken = z.strictObject({
  name: z.string().trim().min(1).max(60),
  scopes: z.array(ApiScope).min(1).max(apiScopes.length).readonly(),
  /** UTC ms from which it is refused; null: never. */
  expiresAt: z.int().positive().nullable(),
});
export type NewToken = z.infer<typeof NewToken>;

export interface TokenRow {
  readonly tokenId: string;
  readonly name: string;
  readonly scopes: readonly ApiScope[];
  /** UTC ms. */
  readonly createdAt: number;
  readonly expiresAt: number | null;
  readonly revokedAt: number | null;
  /** Name of the administrator; null: not known any more. */
  readonly madeBy: string | null;
  /** 'YYYY-MM-DD' in the hall's zone; null: never used. */
  readonly usedOn: string | null;
  /** UTC ms, to the minute; null: never used, or not since this is written down. */
  readonly usedAt: number | null;
  /** UTC ms until which the token before this one opens too; null: there is none. */
  readonly previousUntil: number | null;
}

/** How long the token before opens beside a new one: a working day to put the new one in everywhere. */
export const bothTokensMs = 24 * 3_600_000;

/** Another token for the same platform, so that it can still give up what it took by the one before. */
export const RenewToken = z.strictObject({ tokenId: z.uuid(), expiresAt: z.int().positive().nullable() });
export type RenewToken = z.infer<typeof RenewToken>;

/** The token itself is told this once. */
export interface TokenMade {
  readonly tokenId: string;
  readonly token: string;
}

/** What a program can be told of: the journal's own names. */
export const webhookEvents = [
  'ticketIssued',
  'ticketCalled',
  'ticketRecalled',
  'ticketMissed',
  'ticketPutBack',
  'serviceStarted',
  'serviceFinished',
  'ticketTransferred',
  'ticketFinished',
  'ticketCancelled',
  'ticketExpired',
  'appointmentBooked',
  'appointmentCancelled',
  'appointmentNotKept',
  'ticketRated',
] as const;
export type WebhookEvent = (typeof webhookEvents)[number];

/** Where no hall has business: a machine's own neighbours that hand out its secrets, and no address at all. */
const forbidden = /^(169\.254\.|0\.|\[?fe80:|\[::\]|metadata\.)/i;
const ofTheHouse = /^(localhost|(127|10|192\.168|172\.(1[6-9]|2\d|3[01]))(\.\d+)+|\[::1\]|\[f[cd][\da-f:]+\])$/i;
/** https anywhere, or http within the house. */
export const WebhookUrl = z.url({ protocol: /^https?$/ }).refine((text) => {
  // A rule is asked of every text, of one still being typed too.
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  if (username !== '' || password !== '' || forbidden.test(hostname)) return false;
  return protocol === 'https:' || ofTheHouse.test(hostname);
});

export const NewWebhook = z.strictObject({
  name: z.string().trim().min(1).max(60),
  url: WebhookUrl,
  events: z.array(z.enum(webhookEvents)).min(1).max(webhookEvents.length).readonly(),
});
export type NewWebhook = z.infer<typeof NewWebhook>;

/** The status that a receiver answered; or why nothing was sent: not to this address, nothing to sign it with; null: nobody answered. */
export type WebhookAnswer = number | 'addressRefused' | 'secretLost' | null;

/** An event that its receiver refused for good. */
export interface SetAsideEvent {
  /** As it is sent. */
  readonly id: string;
  readonly type: string;
  readonly number: string | null;
  readonly status: number;
  /** UTC ms. */
  readonly at: number;
  /** Is about to be sent once more. */
  readonly again: boolean;
}

export interface WebhookRow {
  readonly webhookId: string;
  readonly name: string;
  readonly url: string;
  readonly events: readonly WebhookEvent[];
  readonly paused: boolean;
  /** UTC ms of the event that was taken last; null: none yet. */
  readonly deliveredAt: number | null;
  /** Why the next has not been taken. */
  readonly fault: { readonly status: WebhookAnswer; readonly tries: number; readonly nextAt: number } | null;
  /** How many were set aside, and the first of them. */
  readonly setAside: { readonly count: number; readonly first: readonly SetAsideEvent[] };
}

/** What signs its messages is told this once. */
export interface WebhookMade {
  readonly webhookId: string;
  readonly secret: string;
}
