import type { DeviceAssignment, Panel, Role, ScreenSettings } from './actors.ts';
import type { HelpReason, HoldReason, Outcome, PauseReason } from './commands.ts';
import type { OfficerNo } from './diary.ts';
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
  ServiceGroupId,
  ServiceId,
  StaffId,
  TicketId,
  WorkProfileId,
  ZoneId,
} from './ids.ts';
import type { Language, LocalizedText, VoiceLanguage } from './languages.ts';
import type { PrinterCondition, PrintFault, SlipState } from './printing.ts';
import type { LocalQuestion, Rules, Setup } from './setup.ts';

/** Whole minutes, low <= high. Null where a range cannot honestly be given: no counter serves the queue. */
export interface WaitRange {
  readonly lowMinutes: number;
  readonly highMinutes: number;
}

/** So many of so many. */
export interface Part {
  readonly n: number;
  readonly of: number;
}

/** Why a ticket was, or would be, called at its turn. */
export const callReasons = [
  'fifo',
  'priority',
  'appointment',
  'putBack',
  'transfer',
  'chosen',
  'share',
  'longWait',
  'helpsOut',
] as const;
export type CallReason = (typeof callReasons)[number];

export const ticketStatuses = [
  'waiting',
  'called',
  'serving',
  'held',
  'missed',
  'done',
  'cancelled',
  'expired',
] as const;
export type TicketStatus = (typeof ticketStatuses)[number];
/** Where a ticket was taken, or that a booking became it. */
export const ticketSources = ['ticketKiosk', 'desk', 'appointment', 'platform'] as const;
export type TicketSource = (typeof ticketSources)[number];

/** What every page may know of the hall. */
export interface HallFacts {
  readonly name: LocalizedText;
  readonly timeZone: string;
  readonly hotline: string;
  /** What boards and signs show, in turns; on a screen with languages of its own, those. */
  readonly displayLanguages: readonly Language[];
  /** In the order in which a call is said; none: a chime only. */
  readonly voiceLanguages: readonly VoiceLanguage[];
  /** 'https://hall.example.gov.cn', or null: the address the page itself came from. */
  readonly phoneOrigin: string | null;
  readonly demo: boolean;
  /** Whether the phone page takes bookings: only then do other pages lead to it. */
  readonly phoneBooking: boolean;
  /** Covers a screen, stands above everything elsewhere; null where none is to be shown on this page. */
  readonly emergency: EmergencyFacts | null;
}

/** An emergency message until it is lifted. */
export interface EmergencyFacts {
  readonly text: LocalizedText;
  /** UTC ms. */
  readonly since: number;
}

/** Whether numbers are being given out now. Times are 'HH:MM' in the hall's zone. */
export type Intake =
  | { readonly status: 'open' }
  | { readonly status: 'notYet'; readonly opensAt: string }
  | { readonly status: 'closed'; readonly nextOpening: NextOpening | null };

/** When the hall opens on its next opening day. */
export interface NextOpening {
  /** 'YYYY-MM-DD' */
  readonly date: string;
  /** 'HH:MM' */
  readonly time: string;
}

/** The missed-number rule, so that its words on slip, phone and screen always equal what the queue does. */
export interface MissedRule {
  readonly afterCalls: number;
  readonly acceptWithinMinutes: number;
  readonly putBackWithinMinutes: number;
  readonly putBackPlaces: number;
  readonly putBackTimes: number;
}

/** A printer as it was found last. */
export interface PrinterStatus {
  readonly printerId: PrinterId;
  /** What the administrator calls it. */
  readonly label: string;
  readonly condition: PrinterCondition;
  /** UTC ms; null while nothing is known of it. */
  readonly since: number | null;
}

/** What has become of a ticket's latest slip. */
export interface PrintFacts {
  readonly state: SlipState;
  readonly fault: PrintFault | null;
  /** It was printed again, and is marked so. */
  readonly again: boolean;
}

// --- ticket kiosk and front desk ------------------------------------------------------------------------------------

export interface ServiceChoice {
  readonly serviceId: ServiceId;
  readonly name: LocalizedText;
  readonly queueId: QueueId;
  readonly prefix: string;
  /** People waiting in this service's queue. */
  readonly waiting: number;
  readonly wait: WaitRange | null;
  /** Labels of the open counters that serve it, in the hall's order: where to look once called. */
  readonly counterLabels: readonly string[];
  /** All numbers of the day are given out. */
  readonly full: boolean;
  /** Numbers are given now, by the service's own hours; if not, when next (null: not known). */
  readonly given: boolean;
  readonly opens: NextOpening | null;
  /** A place in a later slot can be booked. */
  readonly bookable: boolean;
  /** Every open counter that serves it has people of other queues to call first: a wait though nobody waits here. */
  readonly othersFirst: boolean;
  /** 'HH:MM' at which the hall closes, where the wait may be longer than until then; else null. */
  readonly mayNotBeReachedBy: string | null;
}

export interface GroupChoice {
  readonly groupId: ServiceGroupId;
  readonly name: LocalizedText;
  readonly zoneId: ZoneId;
  readonly zoneName: LocalizedText;
  /** How to get there, in a few words; null where nobody has said so. */
  readonly zoneWay: LocalizedText | null;
  readonly services: readonly ServiceChoice[];
  /** Over the group's queues, each counted once. */
  readonly waiting: number;
  readonly wait: WaitRange | null;
}

export interface TicketKioskView {
  readonly kind: 'ticketKiosk';
  readonly hall: HallFacts;
  readonly intake: Intake;
  /** When numbers of a full service are given again. */
  readonly nextOpening: NextOpening | null;
  readonly groups: readonly GroupChoice[];
  /** For whoever does not know which service to choose; null where the hall has set none. */
  readonly generalServiceId: ServiceId | null;
  /** Who may ask the front desk for priority, and what is looked at there. */
  readonly priorityClasses: readonly { readonly name: LocalizedText; readonly evidence: LocalizedText }[];
  /** How long after its issue this kiosk may take a number back; 0: never. */
  readonly undoSeconds: number;
  readonly missedRule: MissedRule;
  /** Whether anybody can hold an appointment code: bookings are taken or still open. */
  readonly takesAppointments: boolean;
  /** Recently missed numbers that this kiosk may put back. */
  readonly missed: readonly { readonly ticketId: TicketId; readonly number: string }[];
  /** The kiosk's own printer; null: it has none, and promises no slip. */
  readonly printer:
    | (PrinterStatus & {
        /** The page itself prints, through the desktop shell around it: `GET /api/slips/...`, then `recordPrint`. */
        readonly byShell: boolean;
      })
    | null;
  /** What a page says when no slip comes. */
  readonly whenNoSlip: Rules['printing']['whenNoSlip'];
  /** Slips of numbers taken here in the last minutes, the newest first. */
  readonly slips: readonly (PrintFacts & {
    readonly ticketId: TicketId;
    readonly number: string;
    /** Names this one print. */
    readonly printNo: number;
    /** The visitor may ask for it once more, here and now. */
    readonly canReprint: boolean;
  })[];
}

/** A live ticket as staff see it. */
export interface TicketRow {
  readonly ticketId: TicketId;
  readonly number: string;
  readonly status: TicketStatus;
  readonly serviceId: ServiceId;
  readonly serviceName: LocalizedText;
  readonly queueId: QueueId;
  readonly queueName: LocalizedText;
  readonly priorityClassId: PriorityClassId | null;
  /** UTC ms: when the number was taken. */
  readonly issuedAt: number;
  /** UTC ms: since when in this status. */
  readonly since: number;
  /** Where it is called, served, held or was missed; where it is reserved, if waiting. */
  readonly counterLabel: string | null;
  readonly canPutBack: boolean;
  readonly canPostpone: boolean;
  readonly canCancel: boolean;
  /** Null where nothing was to be printed. */
  readonly slip: PrintFacts | null;
  /** The front desk may print it again now. */
  /** Belongs to an errand: the same as an earlier visit's, or its own. */
  readonly joined: boolean;
  /** What else it is for, in order. */
  readonly further: readonly NamedService[];
  readonly canReprint: boolean;
}

/** A booking as the front desk sees it. */
export interface AppointmentRow {
  readonly appointmentId: AppointmentId;
  readonly serviceId: ServiceId;
  readonly serviceName: LocalizedText;
  /** 'YYYY-MM-DD' and 'HH:MM' in the hall's zone; the same as UTC ms. */
  readonly date: string;
  readonly slot: string;
  readonly startsAt: number;
  readonly status: 'open' | 'checkedIn' | 'cancelled' | 'noShow';
  /** The number it became, while that ticket is live. */
  readonly number: string | null;
  /** UTC ms. */
  readonly checkInFrom: number;
  readonly canCheckIn: boolean;
  /** Its time has passed: checked in now, it is an ordinary number. */
  readonly lapsed: boolean;
  readonly canCancel: boolean;
}

export interface DeskView {
  readonly kind: 'desk';
  readonly hall: HallFacts;
  readonly me: StaffFacts;
  readonly intake: Intake;
  readonly groups: readonly GroupChoice[];
  readonly priorityClasses: readonly {
    readonly id: PriorityClassId;
    readonly name: LocalizedText;
    readonly evidence: LocalizedText;
  }[];
  readonly missedRule: MissedRule;
  /** Experience officers, by number: the only place where a ticket is marked as one's, and nobody is told a name. */
  readonly officers: readonly OfficerNo[];
  /** Behind how many a ticket goes whose visitor will be late. */
  readonly postponePlaces: number;
  /** Counters for which, or for whose member of staff, a number may be kept. */
  readonly counters: readonly {
    readonly counterId: CounterId;
    readonly label: string;
    readonly staffId: StaffId;
  }[];
  /** Today's bookings that nobody has come for yet, in the order of their slots. */
  readonly appointments: readonly AppointmentRow[];
  /** Around the start of a slot: from when a booking is checked in, and until when it is kept. */
  readonly checkInRule: { readonly beforeMinutes: number; readonly afterMinutes: number };
  /** Every ticket of today that has not ended, oldest first. */
  readonly tickets: readonly TicketRow[];
  /** People who wait without a slip, or perhaps without: the newest first. They may not know their number. */
  readonly unprinted: readonly {
    readonly ticketId: TicketId;
    readonly number: string;
    readonly serviceName: LocalizedText;
    readonly issuedAt: number;
    readonly state: Extract<SlipState, 'failed' | 'unknown'>;
    readonly fault: PrintFault | null;
    readonly printer: string;
  }[];
  /** Printers in use that need somebody. */
  readonly printers: readonly PrinterStatus[];
}

/** What the front desk can tell somebody who asks why the number has not been called. */
export interface WhyNotYet {
  /** The open counter at which its turn comes after the fewest others; null: none may call it now. */
  readonly counter: {
    readonly label: string;
    /** The number called or served there. */
    readonly busyWith: string | null;
    /** Everybody that counter would call before, each with the rule; the line is followed for 30. */
    readonly before: readonly { readonly number: string; readonly reason: CallReason }[];
    /** Why its own turn comes; null: it comes later than the line was followed. */
    readonly reason: CallReason | null;
  } | null;
  readonly reservedFor: string | null;
  /** Calls of its queue that still have to be made before it may be called, after being put back or postponed. */
  readonly callsToGo: number;
  /** Passed on for a time: not called before (UTC ms). */
  readonly notBefore: number | null;
}

/** A service of a visit besides the one it is in line for, or at. */
export interface NamedService {
  readonly serviceId: ServiceId;
  readonly name: LocalizedText;
}

// --- counter --------------------------------------------------------------------------------------------------------

export interface StaffFacts {
  readonly staffId: StaffId;
  readonly role: Role;
}

export interface CounterTicket {
  readonly ticketId: TicketId;
  readonly number: string;
  readonly status: 'called' | 'serving';
  readonly serviceId: ServiceId;
  readonly serviceName: LocalizedText;
  readonly queueName: LocalizedText;
  readonly priorityName: LocalizedText | null;
  readonly reason: CallReason;
  /** The ordinary ticket that was passed by this call, if one was. */
  readonly passedNumber: string | null;
  readonly issuedAt: number;
  readonly since: number;
  /** How often called (1 = first call), and when first and last. */
  readonly callNo: number;
  readonly firstCalledAt: number;
  readonly lastCalledAt: number;
  readonly recallsLeft: number;
  /** UTC ms from which it may be marked missed; null while more calls are needed first. */
  readonly missableFrom: number | null;
  readonly missedTimes: number;
  readonly transferred: boolean;
  /** What its service asks visitors to bring. */
  readonly materials: readonly { readonly id: MaterialId; readonly name: LocalizedText }[];
  /** It is known to belong to an earlier visit's errand. */
  readonly joined: boolean;
  /** Its papers may be prepared while the visitor waits. */
  readonly pickUp: boolean;
  /** What else the visitor has come for, in order; whether this counter may go on with the first of them. */
  readonly further: readonly NamedService[];
  readonly nextHere: boolean;
  readonly finished: readonly (NamedService & { readonly outcome: Outcome })[];
}

export interface WaitingTicket {
  readonly ticketId: TicketId;
  readonly number: string;
  readonly serviceName: LocalizedText;
  readonly queueId: QueueId;
  readonly issuedAt: number;
  readonly priorityName: LocalizedText | null;
  readonly reason: CallReason;
  /** A ticket put back waits for so many more calls of its queue; 0 when its turn is not held up. */
  readonly callsToGo: number;
  readonly reservedForMe: boolean;
  /** Services still to come after this one. */
  readonly further: number;
}

export interface CounterState {
  readonly counterId: CounterId;
  readonly label: string;
  readonly zoneName: LocalizedText;
  readonly status: 'open' | 'paused' | 'closed';
  readonly workProfileId: WorkProfileId;
  readonly staffId: StaffId | null;
  readonly since: number | null;
}

/** A counter calls for the manager. Times are UTC ms. */
export interface HelpFacts {
  readonly reason: HelpReason;
  readonly since: number;
  /** Who is coming, since when. */
  readonly answered: { readonly by: StaffId; readonly at: number } | null;
}

export interface CounterView {
  readonly kind: 'counter';
  readonly hall: HallFacts;
  readonly me: StaffFacts;
  /** The counter I have opened; null until I choose one. */
  readonly counter:
    | (CounterState & {
        readonly pauseReason: PauseReason | null;
        /** The manager who paused it, and who chose its profile; null: I did, or a colleague here. */
        readonly pausedBy: StaffId | null;
        readonly profileBy: StaffId | null;
        /** I have called for the manager. */
        readonly help: HelpFacts | null;
      })
    | null;
  /** What a manager has written to my counter and nobody has read yet: the oldest, and how many more. Times are UTC ms. */
  readonly message: {
    readonly messageId: MessageId;
    readonly text: string;
    readonly by: StaffId;
    readonly at: number;
    readonly more: number;
  } | null;
  /** The counter that a manager has closed for me today, while I have opened no other. */
  readonly closedForMe: { readonly label: string; readonly by: StaffId; readonly at: number } | null;
  readonly counters: readonly CounterState[];
  readonly workProfiles: readonly { readonly id: WorkProfileId; readonly name: LocalizedText }[];
  readonly queues: readonly { readonly id: QueueId; readonly prefix: string; readonly name: LocalizedText }[];
  /** Everything a number can be taken for, in the hall's order. */
  readonly services: readonly NamedService[];
  readonly current: CounterTicket | null;
  /** How many this counter may call in all. */
  readonly waiting: number;
  /** The first of them, in the order in which this counter would call them. */
  readonly line: readonly WaitingTicket[];
  readonly held: readonly {
    readonly ticketId: TicketId;
    readonly number: string;
    readonly serviceName: LocalizedText;
    readonly reason: HoldReason;
    readonly since: number;
    /** When the visitor is to be back, UTC ms, if that was agreed. */
    readonly returnAt: number | null;
    readonly counterLabel: string;
  }[];
  readonly missed: readonly {
    readonly ticketId: TicketId;
    readonly number: string;
    readonly serviceName: LocalizedText;
    readonly since: number;
    /** May be served at this counter now, until this UTC ms; null when only putting back is possible. */
    readonly acceptUntil: number | null;
    readonly canPutBack: boolean;
  }[];
  readonly finishedToday: number;
}

// --- screens --------------------------------------------------------------------------------------------------------

/** One call as the public sees it: a number and a place, nothing else. */
export interface PublicCall {
  readonly number: string;
  readonly counterLabel: string;
  readonly status: 'called' | 'serving';
  /** 1 = first call. A new `callNo` of the same number is a new onset. */
  readonly callNo: number;
  /** UTC ms of the latest call. */
  readonly calledAt: number;
}

/** What an administrator has settled for one screen. */
export interface ScreenFacts {
  readonly panel: Panel;
  readonly theme: ScreenSettings['theme'];
  /** Volume 0 to 100. */
  readonly sound: Pick<ScreenSettings, 'speaks' | 'volume'>;
}

export interface BoardView extends ScreenFacts {
  readonly kind: 'board';
  readonly hall: HallFacts;
  readonly screen: 'hallScreen' | 'zoneScreen' | 'pickUpScreen';
  readonly zoneName: LocalizedText | null;
  /** Newest call first; only those called and not yet arrived, then those being served. */
  readonly calls: readonly PublicCall[];
  readonly groups: readonly {
    readonly groupId: ServiceGroupId;
    readonly name: LocalizedText;
    readonly prefixes: readonly string[];
    readonly waiting: number;
    readonly wait: WaitRange | null;
  }[];
  readonly missed: readonly { readonly number: string; readonly counterLabel: string }[];
  /** A pick-up screen: whose papers are being prepared, longest first; `calls` are those who may fetch theirs. */
  readonly preparing: readonly string[];
  readonly missedRule: MissedRule;
}

export interface SignView extends ScreenFacts {
  readonly kind: 'sign';
  readonly hall: HallFacts;
  readonly counterLabel: string;
  readonly zoneName: LocalizedText;
  readonly status: 'open' | 'paused' | 'closed';
  readonly call: PublicCall | null;
  /** What is served here: the queues of the counter's work profile. */
  readonly serves: readonly { readonly prefix: string; readonly name: LocalizedText }[];
}

export interface RatingKioskView {
  readonly kind: 'ratingKiosk';
  readonly hall: HallFacts;
  readonly counterLabel: string | null;
  /** The letters with which numbers of this hall begin: the first keys of the keypad. */
  readonly prefixes: readonly string[];
  /** The visit just finished at this kiosk's counter and not yet rated; the question closes at `until` (UTC ms). */
  readonly ask: { readonly ticketId: TicketId; readonly number: string; readonly until: number } | null;
  /** The hall's own questions after a rating. */
  readonly questions: readonly LocalQuestion[];
  /** Stands at no counter: takes opinions without a ticket too. */
  readonly takesOpinions: boolean;
}

/** Why the visitor has to come again, or go elsewhere; said once and completely (一次性告知). */
export type NextTrip =
  | { readonly for: 'material'; readonly materials: readonly LocalizedText[] }
  /** 'YYYY-MM-DD' in the hall's zone. */
  | { readonly for: 'collect'; readonly on: string }
  | { readonly for: 'otherService' };

// --- phone ----------------------------------------------------------------------------------------------------------

export interface PhoneView {
  readonly kind: 'phone';
  readonly hall: HallFacts;
  readonly ticketId: TicketId;
  readonly number: string;
  readonly status: TicketStatus;
  readonly serviceName: LocalizedText;
  /** The zone of the counter it is to go to; of its queue while none is known. */
  readonly zoneName: LocalizedText;
  readonly issuedAt: number;
  readonly since: number;
  /** People who will be called before this ticket; null unless waiting. */
  readonly ahead: number | null;
  readonly wait: WaitRange | null;
  /** Where it is called or served; where it was missed. */
  readonly counterLabel: string | null;
  /** Open counters that serve it. */
  readonly counterLabels: readonly string[];
  readonly callNo: number;
  readonly missedRule: MissedRule;
  /** While missed: what may still be done, each until a UTC ms. */
  readonly acceptUntil: number | null;
  readonly putBackUntil: number | null;
  readonly canCancel: boolean;
  /** "I will be late": how many go first, and how often that may still be said; null when not now. */
  readonly postpone: { readonly places: number; readonly timesLeft: number } | null;
  /** The page says "get ready" when so many are ahead, or fewer. */
  readonly remindAhead: number;
  readonly rating: 'notOpen' | 'open' | 'given' | 'over';
  /** What is still to come on another day, by service, with the opening hours of that day ('09:00', '12:00'), if it is known. */
  readonly next: readonly (NextTrip & {
    readonly serviceName: LocalizedText;
    readonly open: readonly (readonly [string, string])[] | null;
  })[];
  /** Of a visit for several services: those still to come, in order, and those finished before the present one. */
  readonly further: readonly LocalizedText[];
  readonly finished: readonly { readonly name: LocalizedText; readonly outcome: Outcome }[];
  /** Agreed with the visitor, UTC ms: stepped aside until then, or passed on and not called before. */
  readonly expectedAt: number | null;
  /** What may be added to a rating: 1 its details, 2 one later addition. The level is never told again. */
  readonly more: { readonly sequence: 1 | 2; readonly questions: readonly LocalQuestion[] } | null;
}

// --- everybody ------------------------------------------------------------------------------------------------------

/** The waiting situation for whoever scans the poster: numbers of people, never a person's number. */
export interface NowView {
  readonly kind: 'now';
  readonly hall: HallFacts;
  readonly intake: Intake;
  readonly groups: readonly {
    readonly groupId: ServiceGroupId;
    readonly name: LocalizedText;
    readonly zoneName: LocalizedText;
    readonly waiting: number;
    readonly wait: WaitRange | null;
    /** No more numbers today, whatever of the group is asked for. */
    readonly full: boolean;
  }[];
}

// --- administration -------------------------------------------------------------------------------------------------

export interface AdminView {
  readonly kind: 'admin';
  readonly hall: HallFacts;
  readonly me: StaffFacts;
  readonly setup: Setup;
  /** The follow-up of low ratings: how many are not done, and how many of them are past their deadline. */
  readonly cases: { readonly open: number; readonly over: number };
  /** Every printer in use. */
  readonly printers: readonly PrinterStatus[];
  /** What managers have written to counters today, the newest first, and when it was read there. Times are UTC ms. */
  readonly messages: readonly {
    readonly messageId: MessageId;
    readonly text: string;
    readonly by: StaffId;
    readonly at: number;
    readonly to: readonly { readonly label: string; readonly readAt: number | null }[];
  }[];
  /** What is shown where; `devices` null: everywhere. */
  readonly emergency: {
    readonly messageId: EmergencyMessageId;
    readonly devices: readonly DeviceId[] | null;
    /** UTC ms. */
    readonly since: number;
  } | null;
  readonly today: {
    /** 'YYYY-MM-DD' in the hall's zone; null before the first day is opened. */
    readonly day: string | null;
    readonly closed: boolean;
    readonly issued: number;
    readonly waiting: number;
    readonly called: number;
    readonly serving: number;
    readonly held: number;
    readonly missed: number;
    readonly done: number;
    readonly cancelled: number;
    readonly queues: readonly {
      readonly queueId: QueueId;
      readonly prefix: string;
      readonly name: LocalizedText;
      readonly waiting: number;
      readonly oldestIssuedAt: number | null;
      readonly wait: WaitRange | null;
      /** The wait if one more counter, for this queue alone, opened now; null when nobody waits or none is left to open. */
      readonly waitWithOneMore: WaitRange | null;
      readonly openCounters: number;
      /** Of today's first calls those within the target wait; who left uncalled after it counts as not. */
      readonly withinTarget: Part;
      /** Of the calls that ended in the last 60 minutes those whose number was missed. */
      readonly recentlyMissed: Part;
    }[];
    readonly counters: readonly (CounterState & {
      readonly number: string | null;
      readonly ticketStatus: 'called' | 'serving' | null;
      readonly ticketSince: number | null;
      /** Open with nobody at it since then; null: not so. */
      readonly idleSince: number | null;
      readonly help: HelpFacts | null;
    })[];
  };
}

// --- all ------------------------------------------------------------------------------------------------------------

export type View =
  | TicketKioskView
  | DeskView
  | CounterView
  | BoardView
  | SignView
  | RatingKioskView
  | PhoneView
  | NowView
  | AdminView;

/** What a page asks to be shown. A device's page asks for 'device' and is given the view of its assignment. */
export const audiences = ['device', 'mirror', 'desk', 'counter', 'admin', 'phone', 'public'] as const;
export type Audience = (typeof audiences)[number];

/** Which view each kind of device is given. */
export const viewOfDevice = {
  ticketKiosk: 'ticketKiosk',
  ratingKiosk: 'ratingKiosk',
  hallScreen: 'board',
  zoneScreen: 'board',
  pickUpScreen: 'board',
  counterScreen: 'sign',
} as const satisfies Record<DeviceAssignment['kind'], View['kind']>;
