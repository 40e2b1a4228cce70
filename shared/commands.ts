import { z } from 'zod';
import type { Actor, DeviceKind, Role } from './actors.ts';
import { AppointmentCode } from './appointment-code.ts';
import { ImportRow, importedAtOnce } from './appointment-import.ts';
import {
  ConsentKind,
  Cuts,
  DiaryWords,
  longest,
  OfficerCard,
  OfficerNo,
  SuggestionAnswer,
  SuggestionId,
  SuggestionState,
} from './diary.ts';
import {
  AppointmentId,
  CounterId,
  DeviceId,
  EmergencyMessageId,
  MaterialId,
  MessageId,
  PriorityClassId,
  QueueId,
  ServiceId,
  StaffId,
  TicketId,
  WorkProfileId,
} from './ids.ts';
import { Language } from './languages.ts';
import { printFaults } from './printing.ts';
import { RatingDetail, Touches, typedText } from './rating.ts';
import { CallBackNumber, CaseStep, CaseTexts, FlagStep } from './rating-case.ts';
import { ClockTime, SetupEntry } from './setup.ts';

/** Reasons are chosen, not typed: nobody can write a name into the journal by accident. */
export const withdrawReasons = ['calledByMistake', 'counterProblem', 'otherReason'] as const;
export const holdReasons = [
  'missingPaper',
  'fillingForm',
  'waitingForColleague',
  'preparingPapers',
  'otherReason',
] as const;
/** Why a number is kept for one counter or one person. */
export const reserveReasons = ['sameClerk', 'language', 'accessibleCounter', 'specialist', 'otherReason'] as const;
export const transferReasons = ['otherService', 'nextStep', 'wrongQueue', 'specialist', 'otherReason'] as const;
export const cancelReasons = ['visitorLeft', 'takenByMistake', 'duplicate', 'otherReason'] as const;
export const appointmentCancelReasons = ['visitorAsked', 'bookedByMistake', 'otherReason'] as const;
export const chooseReasons = ['frail', 'returningAsAgreed', 'correctingMistake', 'otherReason'] as const;
export const pauseReasons = [
  'shortBreak',
  'lunch',
  'shiftChange',
  'systemTrouble',
  'paperwork',
  'otherReason',
] as const;
/** Why a counter needs the manager; the last two before 'otherReason' cannot wait. */
export const helpReasons = [
  'question',
  'difficultVisitor',
  'systemTrouble',
  'medical',
  'security',
  'otherReason',
] as const;
export const outcomes = [
  'accepted',
  'instant',
  'collected',
  'consulted',
  'incomplete',
  'wrongService',
  'other',
] as const;

export type WithdrawReason = (typeof withdrawReasons)[number];
export type HoldReason = (typeof holdReasons)[number];
export type ReserveReason = (typeof reserveReasons)[number];
export type TransferReason = (typeof transferReasons)[number];
export type CancelReason = (typeof cancelReasons)[number];
export type AppointmentCancelReason = (typeof appointmentCancelReasons)[number];
export type ChooseReason = (typeof chooseReasons)[number];
export type PauseReason = (typeof pauseReasons)[number];
export type HelpReason = (typeof helpReasons)[number];
export type Outcome = (typeof outcomes)[number];

/** 5 very satisfied ... 1 very dissatisfied (the five national levels). */
export const RatingLevel = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]);
export type RatingLevel = z.infer<typeof RatingLevel>;

/** Code points of a manager's message to a counter. */
export const longestMessage = 80;

/** What a manager may have a counter do. */
export const CounterOrder = z.discriminatedUnion('to', [
  z.strictObject({ to: z.literal('pause'), reason: z.enum(pauseReasons) }),
  z.strictObject({ to: z.literal('resume') }),
  z.strictObject({ to: z.literal('close') }),
  z.strictObject({ to: z.literal('profile'), workProfileId: WorkProfileId }),
  /** For somebody who will find it open. */
  z.strictObject({ to: z.literal('open'), staffId: StaffId, workProfileId: WorkProfileId }),
]);
export type CounterOrder = z.infer<typeof CounterOrder>;

export const TransferTarget = z.discriminatedUnion('to', [
  z.strictObject({ to: z.literal('queue'), queueId: QueueId }),
  z.strictObject({ to: z.literal('counter'), counterId: CounterId }),
  z.strictObject({ to: z.literal('staff'), staffId: StaffId }),
]);
export type TransferTarget = z.infer<typeof TransferTarget>;

/** Where in the line a ticket that is passed on stands: where it would have stood, in front, at the end, or from a time on. */
export const LinePlace = z.discriminatedUnion('at', [
  z.strictObject({ at: z.literal('ownTime') }),
  z.strictObject({ at: z.literal('first') }),
  z.strictObject({ at: z.literal('last') }),
  z.strictObject({ at: z.literal('time'), time: ClockTime }),
]);
export type LinePlace = z.infer<typeof LinePlace>;

/** For whom a waiting ticket is kept; null: for nobody any more. */
export const ReservedFor = z
  .discriminatedUnion('to', [
    z.strictObject({ to: z.literal('counter'), counterId: CounterId }),
    z.strictObject({ to: z.literal('staff'), staffId: StaffId }),
  ])
  .nullable();

/** Services one ticket can carry: more are better told to the front desk. */
export const mostServices = 6;

/** By the code the visitor holds; the front desk may also take it from the day's list. */
export const NamedAppointment = z.union([
  z.strictObject({ code: AppointmentCode }),
  z.strictObject({ appointmentId: AppointmentId }),
]);
export type NamedAppointment = z.infer<typeof NamedAppointment>;

/** What becomes of bookings that a change of the set-up leaves without a slot; refused while it is not said and there are any. */
export const BookingsChoice = z.enum(['keep', 'cancel']).optional();

const ticketId = TicketId;
const version = z.int().min(0).max(100_000);
const ofTicket = <Type extends string>(type: Type) => z.strictObject({ type: z.literal(type), ticketId });
const plain = <Type extends string>(type: Type) => z.strictObject({ type: z.literal(type) });

/** Everything anybody can ask the hall to do. */
export const Command = z.discriminatedUnion('type', [
  // visitors, kiosks and the front desk
  z.strictObject({
    type: z.literal('issueTicket'),
    serviceId: ServiceId,
    language: Language,
    /** Only the front desk, having seen the document, grants a priority class. */
    priorityClassId: PriorityClassId.nullable(),
    /** The visitor comes again about the errand of this earlier visit. */
    earlierTicketId: TicketId.optional(),
    /** What else the visitor has come for, in the order in which it is to be done. */
    further: z
      .array(ServiceId)
      .max(mostServices - 1)
      .readonly()
      .optional(),
  }),
  z.strictObject({ type: z.literal('addService'), ticketId, serviceId: ServiceId }),
  z.strictObject({ type: z.literal('dropService'), ticketId, serviceId: ServiceId }),
  z.strictObject({
    ...{ type: z.literal('reserveTicket'), ticketId, for: ReservedFor },
    reason: z.enum(reserveReasons).nullable(),
  }),
  z.strictObject({ type: z.literal('grantPriority'), ticketId, priorityClassId: PriorityClassId }),
  ofTicket('putBackMissed'),
  ofTicket('postponeTicket'),
  z.strictObject({ type: z.literal('cancelTicket'), ticketId, reason: z.enum(cancelReasons) }),
  /** `date` and `slot` in the hall's zone, the slot by the time it begins. */
  z.strictObject({ type: z.literal('bookAppointment'), serviceId: ServiceId, date: z.iso.date(), slot: ClockTime }),
  z.strictObject({
    type: z.literal('cancelAppointment'),
    appointmentId: AppointmentId,
    reason: z.enum(appointmentCancelReasons),
  }),
  /** What another system has promised: each row by itself, and the same reference is the same booking. */
  z.strictObject({
    type: z.literal('importAppointments'),
    rows: z.array(ImportRow).min(1).max(importedAtOnce).readonly(),
  }),
  z.strictObject({ type: z.literal('checkIn'), appointment: NamedAppointment, language: Language }),
  ofTicket('reprintTicket'),
  z.strictObject({
    /** What has become of the ticket's slip, from whoever prints it: the server's printer, or a kiosk with a shell. */
    type: z.literal('recordPrint'),
    ticketId,
    printNo: z.int().min(1),
    state: z.enum(['sent', 'confirmed', 'failed', 'unknown']),
    fault: z.enum(printFaults).nullable(),
  }),
  z.strictObject({ type: z.literal('rateTicket'), ticketId, level: RatingLevel, touches: Touches.optional() }),
  z.strictObject({ type: z.literal('addToRating'), ticketId, ...RatingDetail }),
  z.strictObject({ type: z.literal('agreeToCallBack'), ticketId, phone: CallBackNumber }),
  /** At a kiosk that stands at no counter, by anybody: not linked to a visit, counted apart. */
  z.strictObject({ type: z.literal('giveOpinion'), level: RatingLevel, touches: Touches.optional() }),

  // the counter; which one is known from who asks, never from the message
  z.strictObject({ type: z.literal('openCounter'), counterId: CounterId, workProfileId: WorkProfileId }),
  z.strictObject({ type: z.literal('takeOverCounter'), counterId: CounterId }),
  z.strictObject({ type: z.literal('pauseCounter'), reason: z.enum(pauseReasons) }),
  plain('resumeCounter'),
  plain('closeCounter'),
  z.strictObject({ type: z.literal('readMessage'), messageId: MessageId }),
  z.strictObject({ type: z.literal('callForHelp'), reason: z.enum(helpReasons) }),
  plain('callNext'),
  ofTicket('recall'),
  z.strictObject({ type: z.literal('withdrawCall'), ticketId, reason: z.enum(withdrawReasons) }),
  ofTicket('startService'),
  z.strictObject({
    type: z.literal('finish'),
    ticketId,
    outcome: z.enum(outcomes),
    /** What was not there, all of it at once; only with 'incomplete'. */
    missing: z.array(MaterialId).max(20).readonly().optional(),
    externalCaseNo: z
      .string()
      .trim()
      .regex(/^[A-Za-z0-9-]{1,40}$/)
      .nullable(),
    collectOn: z.iso.date().nullable(),
    /** Of a visit with further services: the next one here, or in the line of its queue, or none of them. */
    next: z.enum(['here', 'passOn', 'end']).optional(),
  }),
  /** This visit and an earlier one are about the same errand. */
  z.strictObject({ type: z.literal('joinCase'), ticketId, earlierTicketId: TicketId }),
  ofTicket('markMissed'),
  ofTicket('acceptMissed'),
  z.strictObject({
    ...{ type: z.literal('hold'), ticketId, reason: z.enum(holdReasons) },
    returnInMinutes: z.int().min(1).max(480).optional(),
  }),
  ofTicket('resume'),
  z.strictObject({
    ...{ type: z.literal('transfer'), ticketId, target: TransferTarget, reason: z.enum(transferReasons) },
    place: LinePlace.optional(),
  }),

  // the manager
  z.strictObject({
    type: z.literal('callChosen'),
    ticketId,
    counterId: CounterId,
    reason: z.enum(chooseReasons),
  }),
  /** For the clerk of a counter: the reason of a break is that of the clerk's own. */
  z.strictObject({ type: z.literal('directCounter'), counterId: CounterId, order: CounterOrder }),
  /** Null: every counter that is open or paused. The words are kept beside the journal and erased when the day ends. */
  z.strictObject({
    type: z.literal('messageCounter'),
    counterIds: z.array(CounterId).min(1).max(100).readonly().nullable(),
    text: typedText(longestMessage),
  }),
  /** 'I am coming.' */
  z.strictObject({ type: z.literal('answerHelp'), counterId: CounterId }),
  /** By the clerk of that counter or by a manager: nobody is needed there any more. */
  z.strictObject({ type: z.literal('endHelp'), counterId: CounterId }),
  plain('closeDay'),
  z.strictObject({ type: z.literal('stepCase'), ticketId, step: CaseStep, texts: CaseTexts }),
  z.strictObject({ type: z.literal('judgeFlag'), ticketId, step: FlagStep, note: typedText(500) }),

  // experience officers and their diaries
  z.strictObject({
    type: z.literal('enrolOfficer'),
    card: OfficerCard,
    consent: z.array(ConsentKind).max(3).readonly(),
  }),
  z.strictObject({ type: z.literal('inviteOfficer'), officerNo: OfficerNo }),
  z.strictObject({ type: z.literal('setConsent'), officerNo: OfficerNo, consent: ConsentKind, given: z.boolean() }),
  z.strictObject({ type: z.literal('beginDiary'), ticketId, officerNo: OfficerNo }),
  /** `version`: the one that was changed, here and below. */
  z.strictObject({ type: z.literal('writeDiary'), ticketId, version, words: DiaryWords }),
  z.strictObject({ type: z.literal('approveDiary'), ticketId, version }),
  z.strictObject({
    ...{ type: z.literal('editDiary'), ticketId, version, cuts: Cuts },
    note: typedText(longest.note).nullable(),
  }),
  z.strictObject({ type: z.literal('publishDiary'), ticketId, version }),
  ofTicket('withdrawDiary'),
  z.strictObject({
    ...{ type: z.literal('answerSuggestion'), ticketId, suggestionId: SuggestionId },
    ...{ state: SuggestionState, answer: SuggestionAnswer },
  }),

  // the manager or the administrator, whoever is there
  z.strictObject({
    type: z.literal('showEmergency'),
    messageId: EmergencyMessageId,
    /** Null: all of the hall, phones too. */
    devices: z.array(DeviceId).min(1).max(300).readonly().nullable(),
  }),
  plain('liftEmergency'),

  // the administrator
  z.strictObject({ type: z.literal('saveSetup'), entry: SetupEntry, bookings: BookingsChoice }),
  /** Many entries at once, all or none. `others`: what is not among them stays, or is switched off. */
  z.strictObject({
    type: z.literal('saveSetups'),
    entries: z.array(SetupEntry).min(1).max(3_000).readonly(),
    others: z.enum(['keep', 'switchOff']),
    bookings: BookingsChoice,
  }),

  // the hall's own clock
  plain('openDay'),
  plain('jumpNumbers'),
]);
export type Command = z.infer<typeof Command>;
export type CommandType = Command['type'];
export type CommandOf<Type extends CommandType> = Extract<Command, { readonly type: Type }>;

type Sender = Role | DeviceKind | 'phone' | 'officer' | 'public' | 'visitor' | 'printer' | 'platform' | 'clock';

const atCounter = ['clerk', 'manager'] as const;
const atDesk = ['reception', 'manager'] as const;
const editors = ['manager', 'administrator'] as const;

/** Who may send what; whoever is not listed is refused. Whose ticket or counter it must be is the law's business. */
export const allowedSenders = {
  issueTicket: ['ticketKiosk', ...atDesk, 'platform'],
  grantPriority: atDesk,
  addService: [...atDesk, 'clerk'],
  dropService: [...atDesk, 'clerk'],
  reserveTicket: atDesk,
  putBackMissed: ['ticketKiosk', ...atDesk, 'clerk'],
  postponeTicket: [...atDesk, 'phone'],
  cancelTicket: ['ticketKiosk', ...atDesk, 'phone', 'platform'],
  bookAppointment: [...atDesk, 'platform', 'visitor'],
  cancelAppointment: [...atDesk, 'platform', 'visitor'],
  importAppointments: editors,
  checkIn: ['ticketKiosk', ...atDesk, 'visitor'],
  rateTicket: ['ratingKiosk', 'phone'],
  reprintTicket: ['ticketKiosk', ...atDesk],
  recordPrint: ['printer', 'ticketKiosk'],
  addToRating: ['ratingKiosk', 'phone'],
  agreeToCallBack: ['phone'],
  giveOpinion: ['ratingKiosk'],
  stepCase: ['manager', 'administrator'],
  judgeFlag: ['manager', 'administrator'],
  openCounter: atCounter,
  takeOverCounter: atCounter,
  pauseCounter: atCounter,
  resumeCounter: atCounter,
  closeCounter: atCounter,
  readMessage: atCounter,
  callForHelp: atCounter,
  callNext: atCounter,
  recall: atCounter,
  withdrawCall: atCounter,
  startService: atCounter,
  finish: atCounter,
  joinCase: ['reception', ...atCounter],
  markMissed: atCounter,
  acceptMissed: atCounter,
  hold: atCounter,
  resume: atCounter,
  transfer: atCounter,
  callChosen: ['manager'],
  directCounter: ['manager'],
  messageCounter: ['manager'],
  answerHelp: ['manager'],
  endHelp: atCounter,
  closeDay: ['manager', 'clock'],
  enrolOfficer: editors,
  inviteOfficer: editors,
  setConsent: [...editors, 'officer'],
  beginDiary: [...atDesk, 'officer'],
  writeDiary: ['officer'],
  approveDiary: ['officer'],
  editDiary: editors,
  publishDiary: editors,
  withdrawDiary: [...editors, 'officer'],
  answerSuggestion: editors,
  showEmergency: ['manager', 'administrator'],
  liftEmergency: ['manager', 'administrator'],
  saveSetup: ['administrator'],
  saveSetups: ['administrator'],
  openDay: ['clock'],
  jumpNumbers: ['clock'],
} as const satisfies Record<CommandType, readonly Sender[]>;

/** Whether this kind of sender may send this kind of command at all. */
export function maySend(actor: Actor, type: CommandType): boolean {
  const sender: Sender =
    actor.kind === 'staff' ? actor.role : actor.kind === 'device' ? actor.assignment.kind : actor.kind;
  return (allowedSenders[type] as readonly Sender[]).includes(sender);
}
