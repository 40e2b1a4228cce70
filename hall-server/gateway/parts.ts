import type { BaseLogger } from 'pino';
import type { Hall } from '../hall.ts';
import type { Printing } from '../printing/printing.ts';
import type { Accounts } from '../store/accounts.ts';
import type { Store } from '../store/store.ts';
import type { TicketLinks } from '../ticket-links.ts';
import type { Picture } from '../views/picture.ts';
import type { DeviceAccess } from './device-access.ts';
import type { Presence } from './presence.ts';
import type { RatingProofs } from './rating-proofs.ts';
import type { StaffAccess } from './staff-access.ts';
import type { StaffCodes } from './staff-codes.ts';

/** What the doors (HTTP and sockets) are built from; put together in main.ts. */
export interface Parts {
  readonly hall: Hall;
  readonly store: Pick<Store, 'appointmentByCode' | 'ticketByLink' | 'ticketsByNumber'>;
  readonly accounts: Accounts;
  readonly links: TicketLinks;
  readonly staff: StaffAccess;
  readonly devices: DeviceAccess;
  readonly staffCodes: StaffCodes;
  readonly proofs: RatingProofs;
  readonly presence: Presence;
  readonly printing: Printing;
  /** The hall at this moment, worked out once for each state and moment. */
  readonly picture: () => Picture;
  /** The one-time code that lets the first administrator in; null once there is one. */
  readonly setupCode: () => string | null;
  readonly log: Pick<BaseLogger, 'info' | 'warn' | 'error'>;
  readonly version: string;
  readonly build: string;
  readonly startedAt: number;
}
