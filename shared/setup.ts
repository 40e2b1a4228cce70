import { z } from 'zod';
import {
  CounterId,
  EmergencyMessageId,
  MaterialId,
  PrinterId,
  PriorityClassId,
  QueueId,
  ServiceGroupId,
  ServiceId,
  WorkProfileId,
  ZoneId,
} from './ids.ts';
import { Language, LocalizedText, VoiceLanguage } from './languages.ts';
import { papers } from './printing.ts';
import { LocalQuestionId } from './rating.ts';
import { CalendarYear } from './working-days.ts';

/** '08:30'; '24:00' ends a day. */
export const ClockTime = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/);

const period = z
  .tuple([ClockTime, ClockTime])
  .refine(([from, to]) => from < to, { error: 'a period ends after it starts' })
  .readonly();
const periods = z.array(period).max(6).readonly();

export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof weekdays)[number];

export const OpeningHours = z
  .strictObject({
    monday: periods,
    tuesday: periods,
    wednesday: periods,
    thursday: periods,
    friday: periods,
    saturday: periods,
    sunday: periods,
    /** Days that differ: a holiday has no periods, a special day has its own. */
    exceptions: z
      .array(z.strictObject({ date: z.iso.date(), periods }))
      .max(400)
      .readonly(),
  })
  .readonly();
export type OpeningHours = z.infer<typeof OpeningHours>;

const timeZone = z.string().refine(
  (zone) => {
    try {
      new Intl.DateTimeFormat('en', { timeZone: zone });
      return true;
    } catch {
      return false;
    }
  },
  { error: 'not a time zone name, such as Asia/Shanghai' },
);

export const Hall = z
  .strictObject({
    name: LocalizedText,
    timeZone,
    hotline: z.string().max(20),
    displayLanguages: z.array(Language).min(1).max(3).readonly(),
    voiceLanguages: z.array(VoiceLanguage).max(3).readonly(),
    /** Where phones reach the hall, e.g. 'https://hall.example.gov.cn'; null: the address the kiosk itself uses. */
    phoneOrigin: z.url({ protocol: /^https?$/ }).nullable(),
    /** The service for whoever does not know which to choose: one tap at every kiosk. Null: none is offered. */
    generalService: ServiceId.nullable().default(null),
    /** A demo hall shows its accounts and lets devices on the same machine pair themselves. */
    demo: z.boolean(),
  })
  .readonly();
export type Hall = z.infer<typeof Hall>;

const minutes = z
  .int()
  .min(0)
  .max(24 * 60);

const seconds = z.int().min(0).max(3600);

/** When a rating is kept apart as a possible misuse. */
export const MisuseRules = z
  .strictObject({
    /** Sooner after the end of the visit than a person can read the question. */
    tooSoonSeconds: seconds,
    /** So many equal ratings in a row at one counter, each so soon after its visit's end. */
    equalRun: z.int().min(2).max(20),
    equalRunSeconds: seconds,
    /** More touches on the question than this within 15 s. */
    maxTouches: z.int().min(1).max(100),
    /** Between two unlinked opinions at a kiosk. */
    restSeconds: seconds,
    /** Wrong codes at the kiosk before the right one. */
    wrongCodes: z.int().min(1).max(5),
  })
  .readonly();
export type MisuseRules = z.infer<typeof MisuseRules>;
export const usualMisuseRules: MisuseRules = {
  tooSoonSeconds: 2,
  equalRun: 3,
  equalRunSeconds: 3,
  maxTouches: 6,
  restSeconds: 5,
  wrongCodes: 3,
};

const days = z.int().min(1).max(60);

/** Deadlines of a rating case, in working days; the warning in per cent of the time that has passed. */
export const RatingCaseRules = z
  .strictObject({
    verifyDays: days,
    rectifyDays: days,
    revisitDays: days,
    appealDays: days,
    warnPercent: z.int().min(1).max(99),
    /** Calendar days after closing until a call-back number is erased. */
    contactDays: z.int().min(0).max(365),
  })
  .readonly();
export type RatingCaseRules = z.infer<typeof RatingCaseRules>;
export const usualRatingCaseRules: RatingCaseRules = {
  verifyDays: 3,
  rectifyDays: 10,
  revisitDays: 5,
  appealDays: 5,
  warnPercent: 80,
  contactDays: 30,
};

const percent = z.int().min(1).max(100);

/** When a manager is told of something, as long as nobody has set it otherwise. */
export const usualAlertRules = {
  ...{ idleMinutes: 3, pauseMinutes: 30 },
  ...{ levelGoodPercent: 90, levelLowPercent: 75 },
  ...{ missedPercent: 20, missedOfCalls: 10 },
};

/** Booking by the visitors' own phones (docs/decisions/0030): a page that anybody can open. */
export const PhoneBooking = z
  .strictObject({
    offered: z.boolean(),
    /** Of each slot's places, rounded down: what is left is booked at the front desk and by platforms. */
    sharePercent: z.int().min(1).max(100),
    /** Bookings that one browser may hold open. */
    openPerBrowser: z.int().min(1).max(20),
    /** Bookings from one network address within an hour; many visitors may share one. */
    perAddressHour: z.int().min(1).max(1_000),
    /** Whether a phone may check in too: nobody sees where it is. */
    checkIn: z.boolean(),
  })
  .readonly();
export type PhoneBooking = z.infer<typeof PhoneBooking>;
export const usualPhoneBooking: PhoneBooking = {
  offered: false,
  sharePercent: 100,
  openPerBrowser: 2,
  perAddressHour: 30,
  checkIn: false,
};

/** Every number of the rules is a setting; where it comes from is said in docs/rules.md. */
export const Rules = z
  .strictObject({
    issue: z.strictObject({
      openBeforeMinutes: minutes,
      closeBeforeMinutes: minutes,
      throughBreaks: z.boolean(),
      /** So long after the issue the kiosk that gave the number may take it back; 0: never. */
      undoSeconds: z.int().min(0).max(120).default(20),
    }),
    call: z.strictObject({
      targetWaitMinutes: minutes,
      maxRecalls: z.int().min(0).max(20),
      /** How often the first ordinary ticket in line may be passed before it must be called. */
      maxTimesPassed: z.int().min(0).max(20),
    }),
    missed: z.strictObject({
      afterCalls: z.int().min(1).max(10),
      afterSeconds: z.int().min(0).max(3600),
      putBackTimes: z.int().min(0).max(10),
      putBackPlaces: z.int().min(0).max(50),
      putBackWithinMinutes: minutes,
      acceptWithinMinutes: minutes,
      acceptAmongLast: z.int().min(0).max(50),
    }),
    waiting: z
      .strictObject({
        /** The phone says "get ready" when so many are ahead. */
        remindAhead: z.int().min(0).max(50),
        /** How often a visitor may say "I will be late", and how many then go first. */
        postponeTimes: z.int().min(0).max(10),
        postponePlaces: z.int().min(1).max(50),
      })
      .default({ remindAhead: 3, postponeTimes: 1, postponePlaces: 3 }),
    dayClose: z.strictObject({ afterClosingMinutes: minutes }),
    /** Around the start of the slot: from when a booking may be checked in, and until when it is kept. */
    appointment: z
      .strictObject({
        checkInBeforeMinutes: minutes,
        checkInAfterMinutes: minutes,
        phone: PhoneBooking.default(usualPhoneBooking),
      })
      .default({ checkInBeforeMinutes: 30, checkInAfterMinutes: 30, phone: usualPhoneBooking }),
    printing: z
      .strictObject({
        /** Prints what the front desk issues and prints again. */
        deskPrinter: PrinterId.nullable(),
        /** For so long after issue a kiosk prints its own ticket again at the visitor's wish. */
        reprintMinutes: minutes,
        /** What a kiosk says when no slip comes: keep the number on the glass, or go to the front desk. */
        whenNoSlip: z.enum(['keepNumber', 'askDesk']),
      })
      .default({ deskPrinter: null, reprintMinutes: 5, whenNoSlip: 'keepNumber' }),
    rating: z.strictObject({
      kioskSeconds: z.int().min(10).max(600),
      linkDays: z.int().min(0).max(60),
      misuse: MisuseRules.default(usualMisuseRules),
    }),
    ratingCase: RatingCaseRules.default(usualRatingCaseRules),
    /** When the manager is told: a counter idle while people wait for it, one paused for so long, and what of today is low. */
    alerts: z
      .strictObject({
        idleMinutes: minutes,
        pauseMinutes: minutes,
        /** Of today's first calls within the target: from here on it is well, and below this it is bad. */
        levelGoodPercent: percent.default(usualAlertRules.levelGoodPercent),
        levelLowPercent: percent.default(usualAlertRules.levelLowPercent),
        /** Of the calls of the last hour so many were missed; of fewer calls than this nothing is said. */
        missedPercent: percent.default(usualAlertRules.missedPercent),
        missedOfCalls: z.int().min(1).max(1000).default(usualAlertRules.missedOfCalls),
      })
      .default(usualAlertRules),
    /** Whether managers may be shown the figures of single members of staff. */
    figures: z.strictObject({ byStaff: z.boolean() }).default({ byStaff: false }),
  })
  .readonly();
export type Rules = z.infer<typeof Rules>;

export const Zone = z
  .strictObject({
    id: ZoneId,
    name: LocalizedText,
    /** How to get there from the entrance, in a few words: 'on the left of the entrance'. */
    way: LocalizedText.nullable().default(null),
    active: z.boolean(),
  })
  .readonly();
export type Zone = z.infer<typeof Zone>;

export const ServiceGroup = z
  .strictObject({ id: ServiceGroupId, zone: ZoneId, name: LocalizedText, active: z.boolean() })
  .readonly();
export type ServiceGroup = z.infer<typeof ServiceGroup>;

export const Queue = z
  .strictObject({
    id: QueueId,
    /** One letter; look-alikes of digits and of each other (I O Q S Z B) are not used. */
    prefix: z.string().regex(/^[ACDEFGHJKLMNPRTUVWXY]$/),
    zone: ZoneId,
    dailyLimit: z.int().min(1).max(99_999).nullable(),
    name: LocalizedText,
    active: z.boolean(),
  })
  .readonly();
export type Queue = z.infer<typeof Queue>;

/** How a service can be booked. Its slots lie within the opening hours of the day. */
export const ServiceAppointments = z
  .strictObject({
    slotMinutes: z.int().min(5).max(240),
    /** Bookings a slot. */
    quota: z.int().min(1).max(200),
    /** Opening days ahead of today. */
    daysAhead: z.int().min(0).max(60),
    /** From booking to the start of the slot, at least. */
    leadMinutes: minutes,
    /** Before the start of the slot: until then a booking can be cancelled. */
    cancelUntilMinutes: minutes,
  })
  .readonly();
export type ServiceAppointments = z.infer<typeof ServiceAppointments>;

/** When numbers for a service are given, within the hall's own hours. */
export const ServiceHours = z
  .strictObject({ weekdays: z.array(z.enum(weekdays)).min(1).max(7).readonly(), from: ClockTime, until: ClockTime })
  .refine(({ from, until }) => from < until, { error: 'hours end after they start' })
  .readonly();
export type ServiceHours = z.infer<typeof ServiceHours>;

export const Service = z
  .strictObject({
    id: ServiceId,
    serviceGroup: ServiceGroupId,
    queue: QueueId,
    typicalMinutes: z.number().min(0.5).max(480),
    /** Done at once, promised for a later day, or no case at all. */
    caseKind: z.enum(['instant', 'promised', 'none']),
    /** Papers are prepared while the visitor waits: pick-up screens list who waits for them and call who may fetch them. */
    pickUp: z.boolean().default(false),
    /** Short enough for a quick counter. */
    quick: z.boolean().default(false),
    /** Null: whenever the hall is open. */
    hours: ServiceHours.nullable().default(null),
    /** Null: walk-in only. Walk-in is always possible. */
    appointments: ServiceAppointments.nullable().default(null),
    name: LocalizedText,
    active: z.boolean(),
  })
  .readonly();
export type Service = z.infer<typeof Service>;

/** One queue of a level. */
export const ProfileQueue = z
  .strictObject({
    queue: QueueId,
    /** Its turns in a round of the level, where the level is called by shares. */
    share: z.int().min(1).max(9),
    /** Whoever has waited so long there goes first, before every level; null: nobody does. */
    firstAfterMinutes: z
      .int()
      .min(1)
      .max(24 * 60)
      .nullable(),
  })
  .readonly();
export type ProfileQueue = z.infer<typeof ProfileQueue>;

export const levelOrders = ['time', 'share'] as const;

/** Queues called together: by place in time over all of them, or in turns by their shares. */
export const ProfileLevel = z
  .strictObject({ order: z.enum(levelOrders), queues: z.array(ProfileQueue).min(1).max(26).readonly() })
  .readonly();
export type ProfileLevel = z.infer<typeof ProfileLevel>;

/** Which queues a counter serves: the first level with somebody to call is served first, the later ones are helped. */
export const WorkProfile = z
  .strictObject({
    id: WorkProfileId,
    name: LocalizedText,
    levels: z.array(ProfileLevel).min(1).max(5).readonly(),
    active: z.boolean(),
  })
  .readonly();
export type WorkProfile = z.infer<typeof WorkProfile>;

/** For everything, for some things only, or for short matters: a quick counter calls quick services first (next-ticket.ts). */
export const counterKinds = ['general', 'special', 'quick'] as const;
export type CounterKind = (typeof counterKinds)[number];

export const Counter = z
  .strictObject({
    id: CounterId,
    /** What stands over the counter and is called aloud: '5'. */
    label: z.string().trim().min(1).max(4),
    zone: ZoneId,
    workProfile: WorkProfileId,
    kind: z.enum(counterKinds).default('general'),
    active: z.boolean(),
  })
  .readonly();
export type Counter = z.infer<typeof Counter>;

export const PriorityClass = z
  .strictObject({ id: PriorityClassId, name: LocalizedText, evidence: LocalizedText, active: z.boolean() })
  .readonly();
export type PriorityClass = z.infer<typeof PriorityClass>;

/** What a service asks visitors to bring; a clerk ticks what was missing, and the notice names it. */
export const Material = z
  .strictObject({ id: MaterialId, service: ServiceId, name: LocalizedText, active: z.boolean() })
  .readonly();
export type Material = z.infer<typeof Material>;

/** Where a printer is reached. */
export const PrinterConnection = z.discriminatedUnion('via', [
  z.strictObject({
    via: z.literal('network'),
    /** A name or an address. */
    host: z
      .string()
      .max(253)
      .regex(/^[A-Za-z0-9]([A-Za-z0-9.:-]*[A-Za-z0-9])?$/),
    port: z.int().min(1).max(65_535),
  }),
  z.strictObject({
    /** A device file of the server's machine, such as '/dev/usb/lp0'. */
    via: z.literal('deviceFile'),
    path: z
      .string()
      .max(200)
      .regex(/^(\/[\w.:/-]+|\\\\[\w.?-]+\\[\w .-]+)$/),
  }),
  /** Attached to the kiosk's own machine; its desktop shell prints. */
  z.strictObject({ via: z.literal('shell') }),
]);
export type PrinterConnection = z.infer<typeof PrinterConnection>;

export const Printer = z
  .strictObject({
    id: PrinterId,
    name: z.string().trim().min(1).max(40),
    connection: PrinterConnection,
    paper: z.literal(papers),
    active: z.boolean(),
  })
  .readonly();
export type Printer = z.infer<typeof Printer>;
/** Prepared in calm hours, so that in the bad one a press is enough and no wrong word can be typed. */
export const EmergencyMessage = z
  .strictObject({ id: EmergencyMessageId, text: LocalizedText, active: z.boolean() })
  .readonly();
export type EmergencyMessage = z.infer<typeof EmergencyMessage>;
/** A question of the hall's own after a rating, apart from the national indicators and never handed on under their codes. */
export const LocalQuestion = z
  .strictObject({
    id: LocalQuestionId,
    text: LocalizedText,
    answers: z
      .array(z.strictObject({ id: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/), text: LocalizedText }))
      .min(2)
      .max(5)
      .readonly(),
    active: z.boolean(),
  })
  .readonly();
export type LocalQuestion = z.infer<typeof LocalQuestion>;

/** One thing of the hall's set-up, as an administrator saves it. */
export const SetupEntry = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('hall'), value: Hall }),
  z.strictObject({ kind: z.literal('rules'), value: Rules }),
  z.strictObject({ kind: z.literal('openingHours'), value: OpeningHours }),
  z.strictObject({ kind: z.literal('zone'), value: Zone }),
  z.strictObject({ kind: z.literal('serviceGroup'), value: ServiceGroup }),
  z.strictObject({ kind: z.literal('queue'), value: Queue }),
  z.strictObject({ kind: z.literal('service'), value: Service }),
  z.strictObject({ kind: z.literal('workProfile'), value: WorkProfile }),
  z.strictObject({ kind: z.literal('counter'), value: Counter }),
  z.strictObject({ kind: z.literal('priorityClass'), value: PriorityClass }),
  z.strictObject({ kind: z.literal('material'), value: Material }),
  z.strictObject({ kind: z.literal('printer'), value: Printer }),
  z.strictObject({ kind: z.literal('emergencyMessage'), value: EmergencyMessage }),
  z.strictObject({ kind: z.literal('localQuestion'), value: LocalQuestion }),
  z.strictObject({ kind: z.literal('calendarYear'), value: CalendarYear }),
]);
export type SetupEntry = z.infer<typeof SetupEntry>;
export type SetupKind = SetupEntry['kind'];

/** The whole set-up of a hall, in the order an administrator arranged it. */
export interface Setup {
  readonly hall: Hall;
  readonly rules: Rules;
  readonly openingHours: OpeningHours;
  readonly zones: readonly Zone[];
  readonly serviceGroups: readonly ServiceGroup[];
  readonly queues: readonly Queue[];
  readonly services: readonly Service[];
  readonly workProfiles: readonly WorkProfile[];
  readonly counters: readonly Counter[];
  readonly priorityClasses: readonly PriorityClass[];
  readonly materials: readonly Material[];
  readonly printers: readonly Printer[];
  readonly emergencyMessages: readonly EmergencyMessage[];
  readonly localQuestions: readonly LocalQuestion[];
  readonly calendarYears: readonly CalendarYear[];
}
