// 发生了什么: every fact the journal can hold. Ids only, never a name; `at` is UTC ms.
import type {
  AppointmentCancelReason,
  CancelReason,
  ChooseReason,
  HelpReason,
  HoldReason,
  Outcome,
  PauseReason,
  RatingLevel,
  ReserveReason,
  TransferReason,
  WithdrawReason,
} from '../../shared/commands.ts';
import type { ConsentKind, Cut, OfficerNo, SuggestionId, SuggestionState } from '../../shared/diary.ts';
import type {
  AppointmentId,
  CounterId,
  DeviceId,
  EmergencyMessageId,
  MaterialId,
  MessageId,
  PrinterId,
  PriorityClassId,
  QueueId,
  ServiceId,
  StaffId,
  TicketId,
  WorkProfileId,
} from '../../shared/ids.ts';
import type { IndicatorCode } from '../../shared/indicators.ts';
import type { Language } from '../../shared/languages.ts';
import type { PrintFault, SlipState } from '../../shared/printing.ts';
import type { LocalAnswer, MisuseFlag, RatingChannel } from '../../shared/rating.ts';
import type { CaseStep } from '../../shared/rating-case.ts';
import type { SetupEntry } from '../../shared/setup.ts';
import type { CallReason, TicketSource, WaitRange } from '../../shared/views.ts';
import type { Round } from './shares.ts';
import type { AppointmentSource, CaseId } from './state.ts';

interface Fact<Type extends string> {
  readonly type: Type;
  readonly at: number;
}
interface TicketFact<Type extends string> extends Fact<Type> {
  readonly ticketId: TicketId;
}

export interface DayOpened extends Fact<'dayOpened'> {
  readonly date: string;
}
export interface DayClosed extends Fact<'dayClosed'> {
  readonly date: string;
}
/** After a restore: where each queue's numbers go on. */
export interface NumbersJumped extends Fact<'numbersJumped'> {
  readonly jumps: readonly { readonly queueId: QueueId; readonly lastSequence: number }[];
}
export interface SetupSaved extends Fact<'setupSaved'> {
  readonly entry: SetupEntry;
}

/** Which message, by id; its words are in the set-up. `devices` null: everywhere. */
export interface EmergencyShown extends Fact<'emergencyShown'> {
  readonly messageId: EmergencyMessageId;
  readonly devices: readonly DeviceId[] | null;
}
export interface EmergencyLifted extends Fact<'emergencyLifted'> {}

export interface CounterOpened extends Fact<'counterOpened'> {
  readonly counterId: CounterId;
  readonly staffId: StaffId;
  readonly workProfileId: WorkProfileId;
  /** The manager who opened it for them; absent: they did, or it was before this was written. */
  readonly by?: StaffId;
}
export interface CounterTakenOver extends Fact<'counterTakenOver'> {
  readonly counterId: CounterId;
  readonly staffId: StaffId;
  readonly fromStaffId: StaffId;
}
export interface CounterPaused extends Fact<'counterPaused'> {
  readonly counterId: CounterId;
  readonly reason: PauseReason;
  /** The manager who did it for the clerk; absent: the clerk, or it was before this was written. */
  readonly by?: StaffId;
}
export interface CounterResumed extends Fact<'counterResumed'> {
  readonly counterId: CounterId;
}
/** By the manager; the visit at the counter goes on as it was. */
export interface CounterProfileChanged extends Fact<'counterProfileChanged'> {
  readonly counterId: CounterId;
  readonly workProfileId: WorkProfileId;
  /** Absent before this was written. */
  readonly by?: StaffId;
}
export interface CounterClosed extends Fact<'counterClosed'> {
  readonly counterId: CounterId;
  /** The manager who did it for the clerk; absent: the clerk, the end of the day, or it was before this was written. */
  readonly by?: StaffId;
}

/** A counter needs the manager; at an end when its clerk or a manager says so, or when the counter closes. */
export interface HelpCalled extends Fact<'helpCalled'> {
  readonly counterId: CounterId;
  readonly reason: HelpReason;
}
export interface HelpAnswered extends Fact<'helpAnswered'> {
  readonly counterId: CounterId;
  readonly staffId: StaffId;
}
export interface HelpEnded extends Fact<'helpEnded'> {
  readonly counterId: CounterId;
}

export interface TicketIssued extends TicketFact<'ticketIssued'> {
  readonly day: string;
  readonly number: string;
  readonly queueId: QueueId;
  readonly sequence: number;
  readonly issueOrder: number;
  readonly serviceId: ServiceId;
  /** What else the visitor has come for, in order; absent: nothing, as in journals of before. */
  readonly further?: readonly ServiceId[];
  readonly source: TicketSource;
  /** The kiosk that gave the number; null: the front desk or a platform did. */
  readonly issuedBy: DeviceId | null;
  /** The token of the platform that took the number; absent: none did, or it was before this was written. */
  readonly platform?: string;
  readonly language: Language;
  readonly priorityClassId: PriorityClassId | null;
  /** Its place in time: now, or the start of the slot it was booked for. */
  readonly effectiveAt: number;
  /** The booking it was made from, which ends by this; null for anybody else. */
  readonly appointmentId: AppointmentId | null;
  readonly toldAhead: number;
  readonly toldWait: WaitRange | null;
  readonly linkHash: string;
  /** Prints the slip; null: nothing does. */
  readonly printerId: PrinterId | null;
}
export interface PriorityGranted extends TicketFact<'priorityGranted'> {
  readonly priorityClassId: PriorityClassId;
}
export interface TicketCalled extends TicketFact<'ticketCalled'> {
  readonly counterId: CounterId;
  readonly reason: CallReason;
  readonly chooseReason: ChooseReason | null;
  /** The ordinary ticket first in line that this call passed, if it passed one. */
  readonly passed: { readonly ticketId: TicketId; readonly queueId: QueueId; readonly number: string } | null;
  /** The counter's round of shares after this call; absent where the call was not a turn of one. */
  readonly round?: Round;
  /** Which version of the rules decided. */
  readonly ruleVersion: number;
}
export interface TicketRecalled extends TicketFact<'ticketRecalled'> {
  readonly callNo: number;
}
export interface CallWithdrawn extends TicketFact<'callWithdrawn'> {
  readonly reason: WithdrawReason;
}
export interface ServiceStarted extends TicketFact<'serviceStarted'> {
  readonly counterId: CounterId;
  readonly staffId: StaffId;
}
/** A colleague has taken the counter over in the middle of a service: both have served the visitor. */
export interface ServiceTakenOver extends TicketFact<'serviceTakenOver'> {
  readonly staffId: StaffId;
}
export interface MissedAccepted extends TicketFact<'missedAccepted'> {
  readonly counterId: CounterId;
  readonly staffId: StaffId;
  readonly minutesSinceMissed: number;
}
export interface TicketFinished extends TicketFact<'ticketFinished'> {
  readonly outcome: Outcome;
  readonly externalCaseNo: string | null;
  readonly collectOn: string | null;
  /** What an incomplete visit lacked. */
  readonly missing: readonly MaterialId[];
  readonly caseId: CaseId | null;
}
/** One service of several: the visit goes on with the next one, at the same counter or in the line of its queue. */
export interface ServiceFinished extends TicketFact<'serviceFinished'> {
  readonly outcome: Outcome;
  readonly externalCaseNo: string | null;
  readonly collectOn: string | null;
  readonly missing: readonly MaterialId[];
  readonly caseId: CaseId | null;
  readonly next: {
    readonly serviceId: ServiceId;
    readonly queueId: QueueId;
    /** UTC ms: its place in the line; null: it is begun at once, at the same counter. */
    readonly lineAt: number | null;
  };
}
export interface ServiceAdded extends TicketFact<'serviceAdded'> {
  readonly serviceId: ServiceId;
}
export interface ServiceDropped extends TicketFact<'serviceDropped'> {
  readonly serviceId: ServiceId;
}
export interface CaseJoined extends TicketFact<'caseJoined'> {
  readonly caseId: CaseId;
}
export interface TicketMissed extends TicketFact<'ticketMissed'> {}
export interface TicketPutBack extends TicketFact<'ticketPutBack'> {
  /** May be called again once its queue's calls of today reach this. */
  readonly blockedUntilCall: number;
}
export interface TicketPostponed extends TicketFact<'ticketPostponed'> {
  /** As when put back: may be called once its queue's calls of today reach this. */
  readonly blockedUntilCall: number;
}
export interface TicketHeld extends TicketFact<'ticketHeld'> {
  readonly reason: HoldReason;
  /** When its visitor is to be back, UTC ms; absent: nothing was agreed. */
  readonly returnAt?: number;
}
export interface TicketResumed extends TicketFact<'ticketResumed'> {
  readonly counterId: CounterId;
  readonly staffId: StaffId;
}
export interface TicketTransferred extends TicketFact<'ticketTransferred'> {
  readonly queueId: QueueId;
  readonly reservedFor: CounterId | null;
  readonly reservedForStaff?: StaffId;
  readonly reason: TransferReason;
  /** Its new place in time, UTC ms; absent: the one it had. */
  readonly lineAt?: number;
  /** Cannot be called before, UTC ms; absent: at once. */
  readonly notBefore?: number;
}
/** A waiting ticket is kept for one counter or one member of staff, or (both null) for nobody any more. */
export interface TicketReserved extends TicketFact<'ticketReserved'> {
  readonly counterId: CounterId | null;
  readonly staffId: StaffId | null;
  readonly reason: ReserveReason | null;
}
/** The counter it was reserved for has closed: any counter of its queue may call it. */
export interface ReservationLifted extends TicketFact<'reservationLifted'> {}
export interface TicketCancelled extends TicketFact<'ticketCancelled'> {
  readonly reason: CancelReason;
}
export interface TicketExpired extends TicketFact<'ticketExpired'> {}
export interface TicketRated extends TicketFact<'ticketRated'> {
  readonly level: RatingLevel;
  readonly channel: RatingChannel;
  /** The kiosk that took it; null: a phone. */
  readonly deviceId: DeviceId | null;
  /** Where the visit ended; null: it was still being served when the day closed. */
  readonly counterId: CounterId | null;
  /** From the end of the visit. */
  readonly afterMs: number;
  readonly flags: readonly MisuseFlag[];
}
/** What was added to a rating: 1 at once, 2 later (追评). The visitor's own words are kept elsewhere. */
export interface RatingDetailed extends TicketFact<'ratingDetailed'> {
  readonly sequence: 1 | 2;
  readonly indicators: readonly IndicatorCode[];
  readonly answers: readonly LocalAnswer[];
  readonly hasText: boolean;
}

/** A rating given earlier turns out to be one of a run. */
export interface RatingFlagged extends Fact<'ratingFlagged'> {
  readonly ratingOf: TicketId;
  readonly flag: MisuseFlag;
}
/** Two people agreed on it, or a reviewer of an appeal did: it counts, or no longer counts, in the score. */
export interface RatingJudged extends Fact<'ratingJudged'> {
  readonly ratingOf: TicketId;
  readonly verdict: 'unflagged' | 'invalid' | 'reinstated';
}
/** One person wants a flagged rating to count again; another one decides. */
export interface UnflagProposed extends Fact<'unflagProposed'> {
  readonly ratingOf: TicketId;
  readonly staffId: StaffId;
}
export interface UnflagDecided extends Fact<'unflagDecided'> {
  readonly ratingOf: TicketId;
  readonly staffId: StaffId;
  readonly approved: boolean;
}
export interface OpinionGiven extends Fact<'opinionGiven'> {
  readonly level: RatingLevel;
  readonly deviceId: DeviceId;
  readonly flags: readonly MisuseFlag[];
}

/** The hall's wall clock when a case took a step. */
export interface CaseMoment {
  /** 'YYYY-MM-DD' */
  readonly date: string;
  readonly minute: number;
}
export interface CaseOpened extends Fact<'caseOpened'> {
  readonly caseOf: TicketId;
  readonly level: RatingLevel;
  readonly flags: readonly MisuseFlag[];
  /** Everybody who served the visit: none of them decides about it. */
  readonly servedBy: readonly StaffId[];
  readonly on: CaseMoment;
  /** The deadlines promised then; later settings do not move them. */
  readonly days: {
    readonly verify: number;
    readonly rectify: number;
    readonly revisit: number;
    readonly appeal: number;
  };
}
/** The rater agrees to be called back; the number itself is kept elsewhere, encrypted. */
export interface CallBackAgreed extends Fact<'callBackAgreed'> {
  readonly caseOf: TicketId;
}
export interface CaseStepped extends Fact<'caseStepped'> {
  readonly caseOf: TicketId;
  readonly staffId: StaffId;
  readonly on: CaseMoment;
  readonly step: CaseStep;
}

/** Who the officer is stands elsewhere; here a number. */
export interface OfficerEnrolled extends Fact<'officerEnrolled'> {
  readonly officerNo: OfficerNo;
  readonly linkNo: number;
  readonly linkHash: string;
  readonly consent: readonly ConsentKind[];
  readonly on: string;
}
export interface OfficerInvited extends Fact<'officerInvited'> {
  readonly officerNo: OfficerNo;
  readonly linkNo: number;
  readonly linkHash: string;
}
export interface ConsentSet extends Fact<'consentSet'> {
  readonly officerNo: OfficerNo;
  readonly consent: ConsentKind;
  readonly given: boolean;
  readonly on: string;
}
/** Of one visit; what is written in it is kept elsewhere. */
interface DiaryFact<Type extends string> extends Fact<Type> {
  readonly diaryOf: TicketId;
}
export interface DiaryBegun extends DiaryFact<'diaryBegun'> {
  readonly officerNo: OfficerNo;
  readonly atDesk: boolean;
}
export interface DiaryWritten extends DiaryFact<'diaryWritten'> {
  readonly version: number;
  readonly isWhole: boolean;
  readonly suggestions: readonly SuggestionId[];
}
export interface DiaryEdited extends DiaryFact<'diaryEdited'> {
  readonly version: number;
  readonly cuts: readonly Cut[];
}
export interface DiaryApproved extends DiaryFact<'diaryApproved'> {
  readonly version: number;
}
export interface DiaryPublished extends DiaryFact<'diaryPublished'> {
  readonly no: number;
  readonly on: string;
}
export interface DiaryWithdrawn extends DiaryFact<'diaryWithdrawn'> {}
/** Its words are gone for good. */
export interface DiaryErased extends DiaryFact<'diaryErased'> {}
export interface SuggestionAnswered extends DiaryFact<'suggestionAnswered'> {
  readonly suggestionId: SuggestionId;
  readonly state: SuggestionState;
}

/** The same ticket is to be printed once more. */
export interface TicketReprinted extends TicketFact<'ticketReprinted'> {
  readonly printerId: PrinterId;
  readonly printNo: number;
}
export interface PrintRecorded extends TicketFact<'printRecorded'> {
  readonly printNo: number;
  readonly state: SlipState;
  readonly fault: PrintFault | null;
}

export interface AppointmentBooked extends Fact<'appointmentBooked'> {
  readonly appointmentId: AppointmentId;
  readonly codeHash: string;
  readonly serviceId: ServiceId;
  readonly date: string;
  readonly slot: string;
  readonly startsAt: number;
  /** Which of the slot's places, 1 to `quota`. */
  readonly place: number;
  readonly quota: number;
  /** Both are left out in journals of before; `reference` also when the booking was made here. */
  readonly source?: AppointmentSource;
  readonly reference?: string;
  /** The token of the platform that booked; absent: none did, or it was before this was written. */
  readonly platform?: string;
}
export interface AppointmentCancelled extends Fact<'appointmentCancelled'> {
  readonly appointmentId: AppointmentId;
  readonly reason: AppointmentCancelReason | 'hallClosed';
}
/** Its day closed after its time had passed, and nobody had come. */
export interface AppointmentNotKept extends Fact<'appointmentNotKept'> {
  readonly appointmentId: AppointmentId;
}

/** Checking in is the issue of its ticket. */
export type AppointmentEvent = AppointmentBooked | AppointmentCancelled | AppointmentNotKept;

export type TicketEvent =
  | TicketIssued
  | PriorityGranted
  | TicketCalled
  | TicketRecalled
  | CallWithdrawn
  | ServiceStarted
  | ServiceTakenOver
  | MissedAccepted
  | TicketFinished
  | ServiceFinished
  | ServiceAdded
  | ServiceDropped
  | CaseJoined
  | TicketMissed
  | TicketPutBack
  | TicketPostponed
  | TicketHeld
  | TicketResumed
  | TicketTransferred
  | TicketReserved
  | ReservationLifted
  | TicketCancelled
  | TicketExpired
  | TicketRated
  | TicketReprinted
  | PrintRecorded
  | RatingDetailed;

export type CounterEvent =
  | CounterOpened
  | CounterTakenOver
  | CounterPaused
  | CounterResumed
  | CounterProfileChanged
  | CounterClosed;

/** A manager has written to counters; the words are kept elsewhere, until the day ends. */
export interface MessageSent extends Fact<'messageSent'> {
  readonly messageId: MessageId;
  readonly staffId: StaffId;
  readonly counterIds: readonly CounterId[];
}
/** Somebody has read it there. */
export interface MessageRead extends Fact<'messageRead'> {
  readonly messageId: MessageId;
  readonly counterId: CounterId;
}

export type MessageEvent = MessageSent | MessageRead;

export type HelpEvent = HelpCalled | HelpAnswered | HelpEnded;

export type HallEvent =
  | DayOpened
  | DayClosed
  | NumbersJumped
  | SetupSaved
  | EmergencyShown
  | EmergencyLifted
  | CounterEvent
  | HelpEvent
  | MessageEvent
  | AppointmentEvent
  | TicketEvent
  | RatingEvent
  | CaseEvent
  | DiaryEvent;

export type RatingEvent = RatingFlagged | RatingJudged | UnflagProposed | UnflagDecided | OpinionGiven;

export type CaseEvent = CaseOpened | CallBackAgreed | CaseStepped;

export type DiaryEvent =
  | OfficerEnrolled
  | OfficerInvited
  | ConsentSet
  | DiaryBegun
  | DiaryWritten
  | DiaryEdited
  | DiaryApproved
  | DiaryPublished
  | DiaryWithdrawn
  | DiaryErased
  | SuggestionAnswered;

export function isTicketEvent(event: HallEvent): event is TicketEvent {
  return 'ticketId' in event;
}

export function isDiaryEvent(event: HallEvent): event is DiaryEvent {
  return 'diaryOf' in event || 'officerNo' in event;
}

export function isCaseEvent(event: HallEvent): event is CaseEvent {
  return 'caseOf' in event;
}
