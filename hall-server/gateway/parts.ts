import type { BaseLogger } from 'pino';
import type { TicketId } from '../../shared/ids.ts';
import type { AskingFigures } from '../ask-figures.ts';
import type { Hall } from '../hall.ts';
import type { Backups } from '../keep-backups.ts';
import type { Exporting } from '../keep-exporting.ts';
import type { KeepingWebhooks } from '../keep-webhooks.ts';
import type { Printing } from '../printing/printing.ts';
import type { Replaying } from '../replay-days.ts';
import type { Accounts } from '../store/accounts.ts';
import type { ApiTokens } from '../store/api-tokens.ts';
import type { RatingReports } from '../store/rating-reports.ts';
import type { SetupVersions } from '../store/setup-versions.ts';
import type { Store } from '../store/store.ts';
import type { TypedText } from '../store/typed-texts.ts';
import type { TicketLinks } from '../ticket-links.ts';
import type { DiarySources } from '../views/diaries.ts';
import type { Picture } from '../views/picture.ts';
import type { VoiceRecordings } from '../voice-recordings.ts';
import type { DeviceAccess } from './device-access.ts';
import type { Presence } from './presence.ts';
import type { RatingProofs } from './rating-proofs.ts';
import type { StaffAccess } from './staff-access.ts';
import type { StaffCodes } from './staff-codes.ts';

/** What was typed about a visit, and the number to call back at. */
export interface RatingTexts {
  readonly texts: (id: TicketId) => readonly TypedText[];
  readonly textOf: (commandId: string, part: string) => { readonly ticketId: TicketId; readonly shown: string } | null;
  readonly blackOut: (commandId: string, part: string, shown: string) => boolean;
  readonly eraseText: (commandId: string, part: string) => boolean;
  readonly phone: (id: TicketId) => string | null;
}

/** What the doors (HTTP and sockets) are built from; put together in main.ts. */
export interface Parts {
  readonly hall: Hall;
  readonly store: Pick<
    Store,
    'appointmentByCode' | 'appointmentsByReference' | 'outcomeOf' | 'ratingCase' | 'ticketByLink' | 'ticketsByNumber'
  >;
  readonly accounts: Accounts;
  readonly links: TicketLinks;
  readonly staff: StaffAccess;
  readonly devices: DeviceAccess;
  readonly staffCodes: StaffCodes;
  readonly proofs: RatingProofs;
  readonly presence: Presence;
  readonly ratings: RatingReports & RatingTexts;
  readonly setupVersions: SetupVersions;
  readonly figures: Omit<AskingFigures, 'close'>;
  readonly apiTokens: ApiTokens;
  readonly webhooks: KeepingWebhooks;
  readonly diaries: DiarySources;
  /** A past day under another rule. */
  readonly replay: Replaying;
  /** UTC ms of a date's first minute in the hall's zone. */
  readonly instantOf: (date: string) => number;
  /** 'yyyy-MM-dd HH:mm:ss' in the hall's zone. */
  readonly localDateTime: (at: number) => string;
  readonly printing: Printing;
  readonly recordings: VoiceRecordings;
  /** Null: none are kept, as in most tests. */
  readonly backups: Backups | null;
  /** Null: ratings are sent nowhere, which is the usual. */
  readonly exporting: Exporting | null;
  /** The hall at this moment, worked out once for each state and moment. */
  readonly picture: () => Picture;
  /** The one-time code that lets the first administrator in; null once there is one. */
  readonly setupCode: () => string | null;
  readonly log: Pick<BaseLogger, 'info' | 'warn' | 'error'>;
  readonly version: string;
  readonly build: string;
  readonly startedAt: number;
}
