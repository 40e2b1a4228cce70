// 裁决: what a rule may answer, and what it may know besides the state.
import type { Actor } from '../../shared/actors.ts';
import type { OfficerNo } from '../../shared/diary.ts';
import type { AppointmentId, MessageId, TicketId } from '../../shared/ids.ts';
import type { Rejection, RejectionReason } from '../../shared/rejections.ts';
import type { Weekday } from '../../shared/setup.ts';
import type { WaitRange } from '../../shared/views.ts';
import type { HallEvent } from './events.ts';
import type { HallState } from './state.ts';

/** The hall's wall clock at the moment of the command, in its own time zone. */
export interface LocalTime {
  /** 'YYYY-MM-DD' */
  readonly date: string;
  readonly weekday: Weekday;
  /** Minutes since midnight, 0..1439. */
  readonly minute: number;
}

/** All a rule may use that is not in the state: time, ids and forecasts come in as data. */
export interface Context {
  /** UTC ms, never before the latest event. */
  readonly now: number;
  readonly local: LocalTime;
  readonly actor: Actor;
  /** For the ticket that this command may issue, the appointment that it may book, the message that it may send. */
  readonly fresh: {
    readonly ticketId: TicketId;
    readonly linkHash: string;
    readonly appointmentId: AppointmentId;
    readonly codeHash: string;
    readonly messageId: MessageId;
    /** For each row of an import, which books many. */
    readonly imported: readonly { readonly appointmentId: AppointmentId; readonly codeHash: string }[];
  };
  /** What an appointment's code is stored as. */
  readonly hashOfCode: (code: string) => string;
  /** What the n-th invitation of an officer is stored as. */
  readonly officerLinkHash: (no: OfficerNo, linkNo: number) => string;
  /** UTC ms of a minute of a date in the hall's zone. */
  readonly instantOf: (date: string, minute: number) => number;
  /** The wait of a waiting ticket. */
  readonly forecast: (state: HallState, ticketId: TicketId, now: number) => WaitRange | null;
}

export type Decision = readonly HallEvent[] | Rejection;

export function reject(reason: RejectionReason, facts?: Rejection['facts']): Rejection {
  return facts === undefined ? { rejected: reason } : { rejected: reason, facts };
}

export function isRejection(decision: Decision): decision is Rejection {
  return 'rejected' in decision;
}
