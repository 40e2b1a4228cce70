// 大厅此刻: everything the law needs to know of the hall. Immutable; a new state for each event.
import type {
  AppointmentCancelReason,
  CancelReason,
  HelpReason,
  HoldReason,
  Outcome,
  PauseReason,
  RatingLevel,
} from '../../shared/commands.ts';
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
import type { Language } from '../../shared/languages.ts';
import type { PrintFault, SlipState } from '../../shared/printing.ts';
import type { Setup } from '../../shared/setup.ts';
import type { CallReason, TicketSource, TicketStatus, WaitRange } from '../../shared/views.ts';
import { type Diaries, noDiaries } from '../diaries/diary.ts';
import type { RatingCase } from '../rating-cases/rating-case.ts';
import type { CallsEnded, FirstCalls } from './day-counts.ts';
import { freshWatch, type RatingWatch } from './rating-watch.ts';
import type { Round } from './shares.ts';

/** A case is named by its first ticket; a second one that the same ticket opens by an id of its own. */
export type CaseId = TicketId;

/** A service the visitor has come for as well, to be begun when those before it are finished. */
export interface FurtherService {
  readonly serviceId: ServiceId;
  /** UTC ms since when it has been asked for: its place in the line of its queue. */
  readonly since: number;
}

/** A service of a visit that goes on with another one. */
export interface FinishedService {
  readonly serviceId: ServiceId;
  readonly counterId: CounterId;
  readonly staffId: StaffId;
  readonly at: number;
  readonly outcome: Outcome;
  readonly externalCaseNo: string | null;
  /** 'YYYY-MM-DD' */
  readonly collectOn: string | null;
  readonly missing: readonly MaterialId[];
  readonly caseId: CaseId | null;
}

/** What is true of a ticket in any status. Times are UTC ms. */
interface TicketFacts {
  readonly id: TicketId;
  /** 'A012': fixed at issue, whatever queue it waits in later. */
  readonly number: string;
  readonly day: string;
  readonly issuedQueueId: QueueId;
  readonly sequence: number;
  /** The how-manieth ticket of the day, over all queues: the last tie-break. */
  readonly issueOrder: number;
  /** The service it is in line for, or at; then those still to come, and those finished before it. */
  readonly serviceId: ServiceId;
  readonly further: readonly FurtherService[];
  readonly finished: readonly FinishedService[];
  readonly source: TicketSource;
  /** The kiosk that gave the number; null: the front desk or a platform did. */
  readonly issuedBy: DeviceId | null;
  /** The token of the platform that took it; null: none did. */
  readonly platform: string | null;
  readonly language: Language;
  readonly issuedAt: number;
  /** People ahead and the range told at issue; null when no counter served the queue. */
  readonly toldAhead: number;
  readonly toldWait: WaitRange | null;
  /** SHA-256 of the link on the slip. */
  readonly linkHash: string;

  /** The queue it waits in, or waited in last. */
  readonly queueId: QueueId;
  /** Its visit's place in time: issue, or the start of the slot. Never changes. */
  readonly effectiveAt: number;
  /** Its place in time in the present line: kept through missing, putting back and holding; a transfer may set another. */
  readonly lineAt: number;
  readonly priorityClassId: PriorityClassId | null;
  /** Has been passed on from another queue or counter. */
  readonly transferred: boolean;
  /** Has been called back to a counter for papers that were prepared meanwhile. */
  readonly collecting: boolean;
  /** Only this counter may call it. */
  readonly reservedFor: CounterId | null;
  /** Only this member of staff may call it, as long as he or she is at a counter. */
  readonly reservedForStaff: StaffId | null;
  readonly missedTimes: number;
  readonly putBackTimes: number;
  /** How often its visitor has let others go first. */
  readonly postponedTimes: number;
  /** UTC ms of the very first call; the wait ends here. */
  readonly firstCalledAt: number | null;
  /** The latest rule that called it, and the ordinary ticket it passed. */
  readonly callReason: CallReason | null;
  readonly passedNumber: string | null;
  /** Who has served the visit so far, in that order. */
  readonly servedBy: readonly StaffId[];
  readonly rating: {
    readonly level: RatingLevel;
    readonly at: number;
    /** The kiosk that took it; null: a phone. */
    readonly deviceId: DeviceId | null;
    /** Looks like misuse and is kept apart, until two people say otherwise. */
    readonly flagged: boolean;
    /** How often something has been added: details first, then one later addition. */
    readonly details: number;
  } | null;
  /** The errand it belongs to; null while none is known. */
  readonly caseId: CaseId | null;
  /** Its latest print; null where nothing prints. */
  readonly slip: Slip | null;
}

/** One print of a ticket and what has become of it. */
export interface Slip {
  readonly printerId: PrinterId;
  /** 1 = the first; every later one is marked as printed again. */
  readonly printNo: number;
  readonly state: SlipState;
  readonly fault: PrintFault | null;
  /** UTC ms since when in this state. */
  readonly at: number;
}

export interface WaitingTicket extends TicketFacts {
  readonly status: 'waiting';
  readonly since: number;
  /** Put back or postponed: waits until its queue's `calls` reach this. */
  readonly blockedUntilCall: number | null;
  /** Passed on for a time: cannot be called before (UTC ms). */
  readonly notBefore: number | null;
}

export interface CalledTicket extends TicketFacts {
  readonly status: 'called';
  /** UTC ms of call 1 of this turn. */
  readonly since: number;
  readonly counterId: CounterId;
  readonly callNo: number;
  readonly lastCalledAt: number;
}

export interface ServingTicket extends TicketFacts {
  readonly status: 'serving';
  readonly since: number;
  readonly counterId: CounterId;
  readonly staffId: StaffId;
}

export interface HeldTicket extends TicketFacts {
  readonly status: 'held';
  readonly since: number;
  readonly counterId: CounterId;
  readonly reason: HoldReason;
  /** When its visitor is to be back, UTC ms; null: nothing was agreed. */
  readonly returnAt: number | null;
}

export interface MissedTicket extends TicketFacts {
  readonly status: 'missed';
  readonly since: number;
  readonly counterId: CounterId;
}

export interface DoneTicket extends TicketFacts {
  readonly status: 'done';
  readonly since: number;
  readonly counterId: CounterId;
  readonly outcome: Outcome;
  readonly externalCaseNo: string | null;
  /** 'YYYY-MM-DD' */
  readonly collectOn: string | null;
  readonly missing: readonly MaterialId[];
}

export interface CancelledTicket extends TicketFacts {
  readonly status: 'cancelled';
  readonly since: number;
  readonly reason: CancelReason;
}

export interface ExpiredTicket extends TicketFacts {
  readonly status: 'expired';
  readonly since: number;
  readonly from: TicketStatus;
}

export type Ticket =
  | WaitingTicket
  | CalledTicket
  | ServingTicket
  | HeldTicket
  | MissedTicket
  | DoneTicket
  | CancelledTicket
  | ExpiredTicket;

export const appointmentSources = ['desk', 'phone', 'platform', 'import'] as const;
export type AppointmentSource = (typeof appointmentSources)[number];

/** A booking. Nothing about the person: whoever holds the code is the visitor. */
interface AppointmentFacts {
  readonly id: AppointmentId;
  /** Keyed hash of the eight digits the visitor was told. */
  readonly codeHash: string;
  readonly serviceId: ServiceId;
  /** 'YYYY-MM-DD' and 'HH:MM' in the hall's zone, and the same as UTC ms. */
  readonly date: string;
  readonly slot: string;
  readonly startsAt: number;
  /** Which of the slot's places it holds, 1 to the quota when it was booked. */
  readonly place: number;
  readonly quota: number;
  readonly bookedAt: number;
  /** Where it was booked; null: before that was written down. */
  readonly source: AppointmentSource | null;
  /** What another system calls it; null: it was booked here. */
  readonly reference: string | null;
  /** The token of the platform that booked it; null: none did. */
  readonly platform: string | null;
}

export type Appointment =
  | (AppointmentFacts & { readonly status: 'open' })
  | (AppointmentFacts & { readonly status: 'checkedIn'; readonly endedAt: number; readonly ticketId: TicketId })
  | (AppointmentFacts & {
      readonly status: 'cancelled';
      readonly endedAt: number;
      readonly reason: AppointmentCancelReason | 'hallClosed';
    })
  | (AppointmentFacts & { readonly status: 'noShow'; readonly endedAt: number });

/** What stays of a booking when its status changes. */
export function appointmentFacts(appointment: AppointmentFacts): AppointmentFacts {
  const { id, codeHash, serviceId, date, slot, startsAt, place, quota, bookedAt, ...origin } = appointment;
  const { source, reference, platform } = origin;
  return { id, codeHash, serviceId, date, slot, startsAt, place, quota, bookedAt, source, reference, platform };
}

interface DutyFacts {
  readonly since: number;
  readonly workProfileId: WorkProfileId;
  /** Visits finished at the counter today. */
  readonly finished: number;
  readonly lastFinished: LastFinished | null;
  /** Turns of each queue in the present round, where its profile calls by shares. */
  readonly round: Round;
}

interface MannedFacts extends DutyFacts {
  readonly staffId: StaffId;
  /** The manager who chose the profile; null: whoever works there did. */
  readonly profileBy: StaffId | null;
  readonly help: HelpCall | null;
}

/** A counter as it is manned; a counter never opened has no entry. `by`: the manager who did it; null: the clerk. */
export type CounterDuty =
  | (DutyFacts & {
      readonly status: 'closed';
      /** By a manager, for whoever worked there: they are told. */
      readonly closedFor: { readonly staffId: StaffId; readonly by: StaffId } | null;
    })
  | (MannedFacts & { readonly status: 'open' })
  | (MannedFacts & { readonly status: 'paused'; readonly reason: PauseReason; readonly by: StaffId | null });
export type MannedDuty = Exclude<CounterDuty, { status: 'closed' }>;

/** A counter calls for the manager. */
export interface HelpCall {
  readonly reason: HelpReason;
  readonly since: number;
  /** Somebody is coming. */
  readonly answered: { readonly by: StaffId; readonly at: number } | null;
}

/** A manager's message, without its words. */
export interface CounterMessage {
  readonly id: MessageId;
  readonly by: StaffId;
  readonly at: number;
  /** Each counter it was sent to, and when it was read there. */
  readonly to: readonly { readonly counterId: CounterId; readonly readAt: number | null }[];
}

/** The visit last finished at a counter: what its rating kiosk asks about. */
export interface LastFinished {
  readonly ticketId: TicketId;
  readonly number: string;
  readonly at: number;
  readonly rated: boolean;
}

export interface QueueDay {
  /** Last number given out today. */
  readonly lastSequence: number;
  /** Numbers up to it that nobody was given: a restore from a backup jumps. */
  readonly skipped: number;
  /** Calls made from this queue today (recalls not counted): what a put-back ticket waits for. */
  readonly calls: number;
  /** How often in a row its first ordinary ticket has been passed. */
  readonly passed: number;
  /** Service times of the latest visits, ms, newest last: what the forecast learns from. */
  readonly recentServiceMs: readonly number[];
  readonly firstCalls: FirstCalls;
  /** By the minute, newest last; those of more than an hour before the newest are gone. */
  readonly callsEnded: readonly CallsEnded[];
}

export interface BusinessDay {
  /** 'YYYY-MM-DD' in the hall's zone. */
  readonly date: string;
  readonly openedAt: number;
  readonly closedAt: number | null;
  /** Tickets issued so far, over all queues. */
  readonly issued: number;
  readonly done: number;
  readonly cancelled: number;
}

/** A message that covers screens until somebody lifts it, over days and restarts. */
export interface Emergency {
  readonly messageId: EmergencyMessageId;
  /** Null: everywhere. */
  readonly devices: readonly DeviceId[] | null;
  readonly since: number;
}

export interface HallState {
  readonly setup: Setup;
  readonly day: BusinessDay | null;
  readonly queues: ReadonlyMap<QueueId, QueueDay>;
  /** Every ticket that has not ended, and those that ended since the hall last settled. */
  readonly tickets: ReadonlyMap<TicketId, Ticket>;
  /** Every booking that holds a place of today or a later day, and those that ended since the hall last settled. */
  readonly appointments: ReadonlyMap<AppointmentId, Appointment>;
  /** Errands by their number upstream: those a command has named since the hall last settled. */
  readonly errands: ReadonlyMap<string, CaseId>;
  readonly counters: ReadonlyMap<CounterId, CounterDuty>;
  readonly emergency: Emergency | null;
  /** Today's, the oldest first; none outlives its day. */
  readonly messages: ReadonlyMap<MessageId, CounterMessage>;
  readonly watch: RatingWatch;
  /** The follow-up of low ratings: every case that has not ended, by its ticket. */
  readonly cases: ReadonlyMap<TicketId, RatingCase>;
  /** Who has proposed that a flagged rating counts again, while nobody else has decided; by its ticket. */
  readonly unflagging: ReadonlyMap<TicketId, StaffId>;
  /** Experience officers and the diaries of their visits: all there ever were, they are few. */
  readonly diaries: Diaries;
  /** UTC ms of the latest event: time never runs backwards in the journal. */
  readonly lastEventAt: number;
}

/** What every queue begins a day with. */
export const freshCounts = {
  ...{ lastSequence: 0, skipped: 0, calls: 0, passed: 0 },
  firstCalls: { called: 0, within: 0, leftLate: 0 },
  callsEnded: [],
} as const satisfies Partial<QueueDay>;
export const freshQueueDay: QueueDay = { ...freshCounts, recentServiceMs: [] };

/** A hall before its first day. */
export function emptyHall(setup: Setup): HallState {
  const nothing = { queues: new Map(), tickets: new Map(), appointments: new Map(), counters: new Map() };
  const apart = { watch: freshWatch, cases: new Map(), unflagging: new Map(), diaries: noDiaries };
  const errands = new Map<string, CaseId>();
  return { setup, day: null, ...nothing, ...apart, errands, emergency: null, messages: new Map(), lastEventAt: 0 };
}

/** The ticket called or being served at a counter: by law there is at most one. */
export function ticketAtCounter(state: HallState, counterId: CounterId): CalledTicket | ServingTicket | null {
  for (const ticket of state.tickets.values()) {
    if ((ticket.status === 'called' || ticket.status === 'serving') && ticket.counterId === counterId) return ticket;
  }
  return null;
}

/** The counter a member of staff has opened, if any: by law there is at most one. */
export function counterOfStaff(state: HallState, staffId: StaffId): { counterId: CounterId; duty: MannedDuty } | null {
  for (const [counterId, duty] of state.counters) {
    if (duty.status !== 'closed' && duty.staffId === staffId) return { counterId, duty };
  }
  return null;
}

/**
 * The one counter that may call a ticket; null: any that calls its queue. Somebody kept for a person who is at no counter
 * is anybody's: nobody waits for ever for a colleague who has gone home.
 */
export function boundCounter(state: HallState, ticket: Pick<TicketFacts, 'reservedFor' | 'reservedForStaff'>) {
  const { reservedFor, reservedForStaff } = ticket;
  if (reservedForStaff === null) return reservedFor;
  return counterOfStaff(state, reservedForStaff)?.counterId ?? null;
}

/** What stands over the counter: '5'. */
export function counterLabel(state: HallState, counterId: CounterId): string {
  return state.setup.counters.find((counter) => counter.id === counterId)?.label ?? counterId;
}

/** How many numbers a queue has given today. */
export function givenToday(state: HallState, queueId: QueueId): number {
  const { lastSequence, skipped } = queueDay(state, queueId);
  return lastSequence - skipped;
}

export function queueDay(state: HallState, queueId: QueueId): QueueDay {
  return state.queues.get(queueId) ?? freshQueueDay;
}

/** What stays of a ticket when its status changes: everything but the fields of the status. */
export function factsOf(ticket: TicketFacts): TicketFacts {
  const {
    id,
    number,
    day,
    issuedQueueId,
    sequence,
    issueOrder,
    serviceId,
    further,
    finished,
    source,
    issuedBy,
    platform,
    language,
    issuedAt,
    toldAhead,
    toldWait,
    linkHash,
    queueId,
    effectiveAt,
    lineAt,
    priorityClassId,
    transferred,
    collecting,
    reservedFor,
    reservedForStaff,
    missedTimes,
    putBackTimes,
    postponedTimes,
    firstCalledAt,
    callReason,
    passedNumber,
    servedBy,
    caseId,
    rating,
    slip,
  } = ticket;
  return {
    id,
    number,
    day,
    issuedQueueId,
    sequence,
    issueOrder,
    serviceId,
    further,
    finished,
    source,
    issuedBy,
    platform,
    language,
    issuedAt,
    toldAhead,
    toldWait,
    linkHash,
    queueId,
    effectiveAt,
    lineAt,
    priorityClassId,
    transferred,
    collecting,
    reservedFor,
    reservedForStaff,
    missedTimes,
    putBackTimes,
    postponedTimes,
    firstCalledAt,
    callReason,
    passedNumber,
    servedBy,
    caseId,
    rating,
    slip,
  };
}

/** Whether papers of this ticket's service may be prepared while its visitor waits. */
export function mayPickUp({ setup }: HallState, { serviceId }: Pick<TicketFacts, 'serviceId'>): boolean {
  return setup.services.some((service) => service.id === serviceId && service.pickUp);
}
