import { demoSetup } from '../../hall-server/demo/demo-hall.ts';
import { instantOf, localTime } from '../../hall-server/local-time.ts';
import { rollDay } from '../../hall-server/queue/business-day.ts';
import { decide } from '../../hall-server/queue/decide.ts';
import { type Context, type Decision, isRejection } from '../../hall-server/queue/decision.ts';
import type { HallEvent } from '../../hall-server/queue/events.ts';
import { evolve } from '../../hall-server/queue/evolve.ts';
import { emptyHall, type HallState, type Ticket } from '../../hall-server/queue/state.ts';
import { forecastForIssue, type Picture, takePicture } from '../../hall-server/views/picture.ts';
import type { Actor, DeviceAssignment, Role } from '../../shared/actors.ts';
import type { ImportRow } from '../../shared/appointment-import.ts';
import type {
  Command,
  CommandOf,
  CounterOrder,
  HelpReason,
  HoldReason,
  LinePlace,
  Outcome,
  RatingLevel,
} from '../../shared/commands.ts';
import {
  type ConsentKind,
  type Cut,
  type DiaryWords,
  noWords,
  type OfficerCard,
  type SuggestionState,
} from '../../shared/diary.ts';
import {
  AppointmentId,
  CounterId,
  DeviceId,
  EmergencyMessageId,
  MessageId,
  PrinterId,
  PriorityClassId,
  QueueId,
  ServiceId,
  StaffId,
  TicketId,
  WorkProfileId,
} from '../../shared/ids.ts';
import type { PrintFault } from '../../shared/printing.ts';
import { type CaseStep, type CaseTexts, type FlagStep, wantedTexts } from '../../shared/rating-case.ts';
import type { Rules, Setup, SetupEntry } from '../../shared/setup.ts';

/** A story of the hall as far as it has been told. Every step makes a new one, so one beginning serves many endings. */
export interface Story {
  readonly state: HallState;
  /** UTC ms. */
  readonly now: number;
  readonly journal: readonly HallEvent[];
  /** What happened before: every one of these must be accepted. */
  readonly given: (...steps: readonly Steps[]) => Story;
  /** What the law answers, with the events of a new day in front if the day turns. */
  readonly when: (ask: Ask) => Decision;
  /** The latest ticket of that number. */
  readonly ticket: (number: string) => Ticket;
  readonly picture: () => Picture;
}

/** Somebody asks something of the hall; tickets are named by number and looked up when the time comes. */
export interface Ask {
  readonly by: Actor | ((story: Story) => Actor);
  readonly command: Command | ((story: Story) => Command);
}

/** The hall's wall clock moves. */
interface Moment {
  readonly move: (now: number) => number;
}

/** A fact from the journal, whatever led to it. */
interface Happened {
  readonly happened: HallEvent;
}

export type Steps = Ask | Moment | Happened | readonly Steps[];

/** The demonstration hall on a Tuesday at nine, its day just opened. */
export const given = (...steps: readonly Steps[]): Story => givenIn(demoSetup, ...steps);

export function givenIn(setup: Setup, ...steps: readonly Steps[]): Story {
  return tell(emptyHall(setup), ms(`${firstDay} 09:00`), []).given(clock.openDay(), ...steps);
}

/** The demonstration hall with other rules: `rules({ call: { maxTimesPassed: 2 } })`. */
export function rules(changes: { [Part in keyof Rules]?: Partial<Rules[Part]> }): Setup {
  const { issue, call, missed, waiting, dayClose, appointment, rating, ratingCase, printing } = demoSetup.rules;
  return {
    ...demoSetup,
    rules: {
      issue: { ...issue, ...changes.issue },
      call: { ...call, ...changes.call },
      missed: { ...missed, ...changes.missed },
      waiting: { ...waiting, ...changes.waiting },
      dayClose: { ...dayClose, ...changes.dayClose },
      appointment: { ...appointment, ...changes.appointment },
      rating: { ...rating, ...changes.rating },
      printing: { ...printing, ...changes.printing },
      alerts: { ...demoSetup.rules.alerts, ...changes.alerts },
      figures: { ...demoSetup.rules.figures, ...changes.figures },
      ratingCase: { ...ratingCase, ...changes.ratingCase },
    },
  };
}

/** An answer in short: why not, or the types of what happened. */
export function short(decision: Decision): string | readonly string[] {
  return isRejection(decision) ? decision.rejected : decision.map((event) => event.type);
}

export function eventsOf(decision: Decision): readonly HallEvent[] {
  if (isRejection(decision)) throw new Error(`refused: ${JSON.stringify(decision)}`);
  return decision;
}

// --- time -----------------------------------------------------------------------------------------------------------

const firstDay = '2026-09-22';

/** '2026-09-22 10:08:30' in the demonstration hall's zone, as UTC ms. */
export function ms(local: string): number {
  return Date.parse(`${local.replace(' ', 'T')}+08:00`);
}

/** It is '10:08' or '10:08:30' of the same day, or '2026-09-23 00:00:01'. */
export function at(time: string): Moment {
  const dated = time.includes(' ');
  return { move: (now) => ms(dated ? time : `${localTime(now, demoSetup.hall.timeZone).date} ${time}`) };
}

export function later(seconds: number): Moment {
  return { move: (now) => now + seconds * 1000 };
}

// --- who asks -------------------------------------------------------------------------------------------------------

export const staff = (login: string, role: Role): Actor => ({ kind: 'staff', staffId: StaffId.parse(login), role });
const device = (
  assignment: DeviceAssignment,
  provenTicketId: TicketId | null = null,
): Extract<Actor, { kind: 'device' }> => ({
  kind: 'device',
  deviceId: DeviceId.parse(`test-${assignment.kind}`),
  assignment,
  provenTicketId,
});

export const counterId = (label: number): CounterId => CounterId.parse(`counter-${String(label).padStart(2, '0')}`);
export const queueId = (letter: string): QueueId => QueueId.parse(letter);

const ofTicket =
  <Type extends Command['type']>(by: Ask['by'], type: Type) =>
  (number: string, rest?: Omit<CommandOf<Type>, 'type' | 'ticketId'>): Ask => ({
    by,
    command: (story) => ({ type, ticketId: idOf(story, number), ...rest }) as unknown as Command,
  });

/** The first service of a queue, so that a story can speak of queues. */
const issue =
  (by: Actor) =>
  (letter: string, priority: string | null = null, further: readonly string[] = []): Ask => ({
    by,
    command: ({ state }) => {
      const service = state.setup.services.find((one) => one.queue === letter);
      if (service === undefined) throw new Error(`no service of queue ${letter}`);
      const priorityClassId = priority === null ? null : PriorityClassId.parse(priority);
      const more = further.length > 0 ? { further: further.map((id) => ServiceId.parse(id)) } : {};
      return { type: 'issueTicket', serviceId: service.id, language: 'zhHans', priorityClassId, ...more };
    },
  });

const recordPrint =
  (by: Actor) =>
  (number: string, state: CommandOf<'recordPrint'>['state'], fault: PrintFault | null = null, printNo = 1): Ask =>
    ofTicket(by, 'recordPrint')(number, { printNo, state, fault });

/** This visit belongs to the errand of an earlier one, which may be of another day. */
const joinCase =
  (by: Ask['by']) =>
  (number: string, earlier: string | TicketId): Ask => ({
    by,
    command: (story) => ({
      type: 'joinCase',
      ticketId: idOf(story, number),
      earlierTicketId: find(story.state, earlier)?.id ?? TicketId.parse(earlier),
    }),
  });

/** What anybody at a counter asks. */
function atCounter(by: Actor) {
  return {
    by,
    openCounter: (label: number, profile?: string): Ask => ({
      by,
      command: ({ state }) => {
        const usual = state.setup.counters.find((counter) => counter.id === counterId(label))?.workProfile;
        const workProfileId = WorkProfileId.parse(profile ?? usual ?? 'none');
        return { type: 'openCounter', counterId: counterId(label), workProfileId };
      },
    }),
    takeOverCounter: (label: number): Ask => ({
      by,
      command: { type: 'takeOverCounter', counterId: counterId(label) },
    }),
    pauseCounter: (): Ask => ({ by, command: { type: 'pauseCounter', reason: 'shortBreak' } }),
    resumeCounter: (): Ask => ({ by, command: { type: 'resumeCounter' } }),
    closeCounter: (): Ask => ({ by, command: { type: 'closeCounter' } }),
    readMessage: (nth = 1): Ask => ({
      by,
      command: ({ state }) => {
        const messageId = [...state.messages.keys()][nth - 1] ?? MessageId.parse('never-sent');
        return { type: 'readMessage', messageId };
      },
    }),
    callForHelp: (reason: HelpReason): Ask => ({ by, command: { type: 'callForHelp', reason } }),
    endHelp: (label: number): Ask => ({ by, command: { type: 'endHelp', counterId: counterId(label) } }),
    callNext: (): Ask => ({ by, command: { type: 'callNext' } }),
    recall: ofTicket(by, 'recall'),
    withdrawCall: (number: string) => ofTicket(by, 'withdrawCall')(number, { reason: 'calledByMistake' }),
    startService: ofTicket(by, 'startService'),
    finish: (number: string, outcome: Outcome = 'accepted', more: Partial<CommandOf<'finish'>> = {}) =>
      ofTicket(by, 'finish')(number, { outcome, externalCaseNo: null, collectOn: null, ...more }),
    joinCase: joinCase(by),
    markMissed: ofTicket(by, 'markMissed'),
    acceptMissed: ofTicket(by, 'acceptMissed'),
    putBackMissed: ofTicket(by, 'putBackMissed'),
    hold: (number: string, reason: HoldReason = 'missingPaper', returnInMinutes?: number) =>
      ofTicket(by, 'hold')(number, { reason, ...(returnInMinutes !== undefined && { returnInMinutes }) }),
    ...changesServices(by),
    resume: ofTicket(by, 'resume'),
    transferToQueue: (number: string, letter: string, place?: LinePlace) =>
      ofTicket(by, 'transfer')(number, {
        target: { to: 'queue', queueId: queueId(letter) },
        reason: 'nextStep',
        ...(place && { place }),
      }),
    transferToCounter: (number: string, label: number, place?: LinePlace) =>
      ofTicket(by, 'transfer')(number, {
        target: { to: 'counter', counterId: counterId(label) },
        reason: 'specialist',
        ...(place && { place }),
      }),
    transferToClerk: (number: string, n: number) =>
      ofTicket(by, 'transfer')(number, { target: { to: 'staff', staffId: staffIdOf(n) }, reason: 'specialist' }),
  };
}

const staffIdOf = (n: number) => StaffId.parse(`clerk${String(n).padStart(2, '0')}`);

const changesServices = (by: Actor) => ({
  addService: (number: string, serviceId: string) =>
    ofTicket(by, 'addService')(number, { serviceId: ServiceId.parse(serviceId) }),
  dropService: (number: string, serviceId: string) =>
    ofTicket(by, 'dropService')(number, { serviceId: ServiceId.parse(serviceId) }),
});

function atDesk(by: Actor) {
  return {
    by,
    issue: issue(by),
    ...changesServices(by),
    reserveForCounter: (number: string, label: number) =>
      ofTicket(by, 'reserveTicket')(number, {
        for: { to: 'counter', counterId: counterId(label) },
        reason: 'accessibleCounter',
      }),
    reserveForClerk: (number: string, n: number) =>
      ofTicket(by, 'reserveTicket')(number, { for: { to: 'staff', staffId: staffIdOf(n) }, reason: 'sameClerk' }),
    reserveForNobody: (number: string) => ofTicket(by, 'reserveTicket')(number, { for: null, reason: null }),
    reprint: ofTicket(by, 'reprintTicket'),
    grantPriority: (number: string, priority: string) =>
      ofTicket(by, 'grantPriority')(number, { priorityClassId: PriorityClassId.parse(priority) }),
    putBackMissed: ofTicket(by, 'putBackMissed'),
    postpone: ofTicket(by, 'postponeTicket'),
    joinCase: joinCase(by),
    cancel: (number: string) => ofTicket(by, 'cancelTicket')(number, { reason: 'visitorLeft' }),
    beginDiary: (number: string, officerNo: number) => ofTicket(by, 'beginDiary')(number, { officerNo }),
    book: book(by),
    cancelAppointment: cancelAppointment(by),
    checkIn: checkIn(by),
    /** From the day's list, without the code. */
    checkInById: (nth = 1): Ask => ({
      by,
      command: (story) => {
        const { id: appointmentId } = bookingOf(story, nth);
        return { type: 'checkIn', appointment: { appointmentId }, language: 'zhHans' };
      },
    }),
  };
}

const book =
  (by: Actor) =>
  (time: string, serviceId = 'licence-new-individual'): Ask => {
    const [slot = '', date] = time.split(' ').toReversed();
    return {
      by,
      command: ({ now }) => {
        const today = localTime(now, demoSetup.hall.timeZone).date;
        return { type: 'bookAppointment', serviceId: ServiceId.parse(serviceId), date: date ?? today, slot };
      },
    };
  };

const cancelAppointment =
  (by: Actor) =>
  (nth = 1): Ask => ({
    by,
    command: (story) => {
      return { type: 'cancelAppointment', appointmentId: bookingOf(story, nth).id, reason: 'visitorAsked' };
    },
  });

/** By the code of the story's n-th booking. */
const checkIn =
  (by: Actor) =>
  (nth = 1): Ask => ({
    by,
    command: (story) => {
      return { type: 'checkIn', appointment: { code: bookingOf(story, nth).code }, language: 'zhHans' };
    },
  });

const hashOfCode = (code: string) => `hash-of-code-${code}`;

/** The n-th booking of a story; a code nobody was ever given when there is none. */
function bookingOf({ journal }: Story, nth: number): { id: AppointmentId; code: string } {
  const booked = journal.filter((event) => event.type === 'appointmentBooked')[nth - 1];
  return {
    id: booked?.appointmentId ?? AppointmentId.parse('never-booked'),
    code: booked?.codeHash.slice(-8) ?? '99999999',
  };
}

/** Somebody with the phone page. */
const visitorBy: Actor = { kind: 'visitor' };

export const clerk = (n: number) => atCounter(staff(staffIdOf(n), 'clerk'));

export const reception = atDesk(staff('reception', 'reception'));

export const visitor = {
  book: book(visitorBy),
  cancelAppointment: cancelAppointment(visitorBy),
  checkIn: checkIn(visitorBy),
};

/** A step of the follow-up with everything written that it needs. */
const stepCase =
  (by: Actor) =>
  (number: string, step: CaseStep, texts?: CaseTexts): Ask => {
    const written = Object.fromEntries(wantedTexts[step.kind].map((part) => [part, `about the ${part}`]));
    return ofTicket(by, 'stepCase')(number, { step, texts: texts ?? written });
  };
/** Anybody who follows up low ratings. */
export const handler = (login: string, role: Role = 'manager') => ({
  stepCase: stepCase(staff(login, role)),
  judgeFlag: (number: string, step: FlagStep): Ask =>
    ofTicket(staff(login, role), 'judgeFlag')(number, { step, note: 'looked into it' }),
});

const setsConsent =
  (by: Actor) =>
  (officerNo: number, consent: ConsentKind, consentGiven: boolean): Ask => ({
    by,
    command: { type: 'setConsent', officerNo, consent, given: consentGiven },
  });

const managerBy = staff('manager', 'manager');
export const manager = {
  ...atCounter(managerBy),
  ...atDesk(managerBy),
  callChosen: (number: string, label: number) =>
    ofTicket(managerBy, 'callChosen')(number, { counterId: counterId(label), reason: 'frail' }),
  directs: (label: number, order: CounterOrder): Ask => ({
    by: managerBy,
    command: { type: 'directCounter', counterId: counterId(label), order },
  }),
  writes: (text: string, ...labels: readonly number[]): Ask => ({
    by: managerBy,
    command: { type: 'messageCounter', counterIds: labels.length === 0 ? null : labels.map(counterId), text },
  }),
  answersHelp: (label: number): Ask => ({
    by: managerBy,
    command: { type: 'answerHelp', counterId: counterId(label) },
  }),
  closeDay: (): Ask => ({ by: managerBy, command: { type: 'closeDay' } }),
  liftEmergency: (): Ask => ({ by: managerBy, command: { type: 'liftEmergency' } }),
  stepCase: stepCase(managerBy),
  enrolsOfficer: (
    consent: readonly ConsentKind[] = ['keep', 'publish', 'quote'],
    card: OfficerCard = officerCard,
  ): Ask => ({
    by: managerBy,
    command: { type: 'enrolOfficer', card, consent },
  }),
  invitesOfficer: (officerNo: number): Ask => ({ by: managerBy, command: { type: 'inviteOfficer', officerNo } }),
  setsConsent: setsConsent(managerBy),
  editsDiary: (number: string, version: number, cuts: readonly Cut[] = [], note: string | null = null) =>
    ofTicket(managerBy, 'editDiary')(number, { version, cuts, note }),
  publishesDiary: (number: string, version: number) => ofTicket(managerBy, 'publishDiary')(number, { version }),
  withdrawsDiary: ofTicket(managerBy, 'withdrawDiary'),
  answersSuggestion: (number: string, suggestionId: string, state: SuggestionState, answer: string | null = null) =>
    ofTicket(managerBy, 'answerSuggestion')(number, { suggestionId, state, answer: { wording: null, answer } }),
};

const officerCard: OfficerCard = { name: '梁*能', sex: 'male', ageBand: 'to35', occupation: '个体工商户' };

/** A story and a score, and one suggestion named 'sign'. */
export const wholeWords: DiaryWords = {
  ...noWords('zhHans'),
  story: '没有预约，也很快办好了。',
  score: 9,
  suggestions: [{ id: 'sign', text: '窗口的牌子小了一点。' }],
};

/** An experience officer on the phone. */
export function officer(no: number) {
  const by: Actor = { kind: 'officer', officerNo: no };
  return {
    by,
    begins: (number: string) => ofTicket(by, 'beginDiary')(number, { officerNo: no }),
    writes: (number: string, version: number, words: DiaryWords = wholeWords) =>
      ofTicket(by, 'writeDiary')(number, { version, words }),
    approves: (number: string, version: number) => ofTicket(by, 'approveDiary')(number, { version }),
    withdraws: ofTicket(by, 'withdrawDiary'),
    setsConsent: setsConsent(by),
  };
}

const adminBy = staff('admin', 'administrator');
export const admin = {
  saves: (entry: SetupEntry, bookings?: 'keep' | 'cancel'): Ask => ({
    by: adminBy,
    command: { type: 'saveSetup', entry, bookings },
  }),
  imports: (...rows: readonly ImportRow[]): Ask => ({ by: adminBy, command: { type: 'importAppointments', rows } }),
  savesAll: (
    entries: readonly SetupEntry[],
    others: 'keep' | 'switchOff' = 'keep',
    bookings?: 'keep' | 'cancel',
  ): Ask => ({
    by: adminBy,
    command: { type: 'saveSetups', entries, others, bookings },
  }),
  /** On these devices; on all, if none is named. */
  showsEmergency: (message: string, ...devices: readonly string[]): Ask => ({
    by: adminBy,
    command: {
      type: 'showEmergency',
      messageId: EmergencyMessageId.parse(message),
      devices: devices.length === 0 ? null : devices.map((id) => DeviceId.parse(id)),
    },
  }),
};

const kioskBy = device({ kind: 'ticketKiosk', zone: null, printer: null });
const undo = (by: Actor) => (number: string) => ofTicket(by, 'cancelTicket')(number, { reason: 'takenByMistake' });
function atKiosk(by: Extract<Actor, { kind: 'device' }>) {
  return {
    by,
    issue: issue(by),
    putBackMissed: ofTicket(by, 'putBackMissed'),
    undo: undo(by),
    checkIn: checkIn(by),
    reprint: ofTicket(by, 'reprintTicket'),
    record: recordPrint(by),
  };
}
export const kiosk = atKiosk(kioskBy);

/** A program outside the hall, by its token. */
export const platform = (tokenId: string) => {
  const by: Actor = { kind: 'platform', tokenId };
  return {
    issue: issue(by),
    cancel: (number: string) => ofTicket(by, 'cancelTicket')(number, { reason: 'visitorLeft' }),
    book: book(by),
    cancelAppointment: cancelAppointment(by),
  };
};

/** Another ticket kiosk of the same hall. */
export const otherKiosk = atKiosk({ ...kioskBy, deviceId: DeviceId.parse('other-kiosk') });

/** A ticket kiosk with a printer beside it. */
export const kioskWith = (printer: string, name = `kiosk-${printer}`) =>
  atKiosk({
    ...kioskBy,
    deviceId: DeviceId.parse(name),
    assignment: { kind: 'ticketKiosk', zone: null, printer: PrinterId.parse(printer) },
  });

/** What a printer tells of the slips it was given. */
export const printer = (id: string) => ({
  record: recordPrint({ kind: 'printer', printerId: PrinterId.parse(id) }),
});

/** A rating kiosk at a counter; `proven`: the number whose slip was just shown to it, after so many wrong codes. */
export const ratingKiosk = (label: number | null, proven: string | null = null, wrongCodes = 0) => {
  const by = (story: Story): Actor => ({
    kind: 'device',
    deviceId: DeviceId.parse(`rating-kiosk-${label ?? 'exit'}`),
    assignment: { kind: 'ratingKiosk', counter: label === null ? null : counterId(label) },
    provenTicketId: proven === null ? null : idOf(story, proven),
    wrongCodes,
  });
  return {
    rate: (number: string, level: RatingLevel, touches = 1) => ofTicket(by, 'rateTicket')(number, { level, touches }),
    add: (number: string, detail: Partial<Detail> = {}) =>
      ofTicket(by, 'addToRating')(number, { ...nothing, ...detail }),
    giveOpinion: (level: RatingLevel, touches = 1): Ask => ({ by, command: { type: 'giveOpinion', level, touches } }),
  };
};

type Detail = Omit<CommandOf<'addToRating'>, 'type' | 'ticketId'>;
const nothing: Detail = { indicators: [], answers: [], text: null };

/** The phone that holds the link of a ticket. */
export const phone = (number: string) => {
  const by = (story: Story): Actor => ({ kind: 'phone', ticketId: idOf(story, number) });
  return {
    cancel: () => ofTicket(by, 'cancelTicket')(number, { reason: 'visitorLeft' }),
    postpone: () => ofTicket(by, 'postponeTicket')(number),
    rate: (level: RatingLevel) => ofTicket(by, 'rateTicket')(number, { level }),
    add: (detail: Partial<Detail> = {}) => ofTicket(by, 'addToRating')(number, { ...nothing, ...detail }),
    agreeToCallBack: () => ofTicket(by, 'agreeToCallBack')(number, { phone: '13800138000' }),
  };
};

const clockBy: Actor = { kind: 'clock' };
export const clock = {
  openDay: (): Ask => ({ by: clockBy, command: { type: 'openDay' } }),
  closeDay: (): Ask => ({ by: clockBy, command: { type: 'closeDay' } }),
  jumpNumbers: (): Ask => ({ by: clockBy, command: { type: 'jumpNumbers' } }),
};

// --- usual beginnings -----------------------------------------------------------------------------------------------

/** So many tickets of a queue, one a second. */
export function waiting(letter: string, count: number): Steps {
  return Array.from({ length: count }, () => [kiosk.issue(letter), later(1)]);
}

/** Clerk n at counter n, each with the counter's usual work profile. */
export function openCounters(...labels: readonly number[]): Steps {
  return labels.map((label) => clerk(label).openCounter(label));
}

/** The next ticket of a counter is called, served and gone. */
export function servedNext(label: number): Steps {
  const present = (story: Story) => presentAt(story, label);
  const { by } = clerk(label);
  return [
    clerk(label).callNext(),
    { by, command: (story) => ({ type: 'startService', ticketId: present(story).id }) },
    {
      by,
      command: (story) => ({
        type: 'finish',
        ticketId: present(story).id,
        outcome: 'accepted',
        externalCaseNo: null,
        collectOn: null,
      }),
    },
  ];
}

/** Called to the clerk's counter three times within a minute, and not come. */
export function missedAt(label: number, number: string): Steps {
  return [
    clerk(label).callNext(),
    later(20),
    clerk(label).recall(number),
    later(20),
    clerk(label).recall(number),
    later(20),
    clerk(label).markMissed(number),
  ];
}

/** Numbers in the order in which a counter really calls them, by calling and serving until nobody is left. */
export function reallyCalled(story: Story, label: number, limit = 100): { number: string; reason: string }[] {
  const called: { number: string; reason: string }[] = [];
  for (let told = story; called.length < limit; ) {
    const decision = told.when(clerk(label).callNext());
    if (isRejection(decision)) return called;
    const [event] = decision.filter((one) => one.type === 'ticketCalled');
    if (event === undefined) throw new Error('called nobody');
    const number = told.state.tickets.get(event.ticketId)?.number ?? '';
    called.push({ number, reason: event.reason });
    told = told.given(servedNext(label));
  }
  return called;
}

// --- the telling ----------------------------------------------------------------------------------------------------

function tell(state: HallState, now: number, journal: readonly HallEvent[]): Story {
  const story: Story = {
    state,
    now,
    journal,
    given: (...steps) => steps.reduce<Story>(go, story),
    when: (ask) => {
      const { rolled, decision } = consider(story, ask);
      return isRejection(decision) ? decision : [...rolled, ...decision];
    },
    ticket: (number) => {
      const ticket = find(state, number);
      if (ticket === undefined) throw new Error(`no ticket ${number}`);
      return ticket;
    },
    picture: () => takePicture(state, now, localTime(now, state.setup.hall.timeZone)),
  };
  return story;
}

function go(story: Story, step: Steps): Story {
  if ('move' in step) return tell(story.state, step.move(story.now), story.journal);
  if ('happened' in step) return follow(story, [step.happened]);
  if (!('by' in step)) return step.reduce<Story>(go, story);
  const { rolled, decision, command } = consider(story, step);
  // A day that has turned by itself is what `openDay` asked for.
  if (isRejection(decision) && !(command.type === 'openDay' && rolled.length > 0)) {
    throw new Error(`given ${JSON.stringify(command)}: refused, ${JSON.stringify(decision)}`);
  }
  const events = [...rolled, ...(isRejection(decision) ? [] : decision)];
  return follow(story, events);
}

function follow({ state, now, journal }: Story, events: readonly HallEvent[]): Story {
  return tell(events.reduce(evolve, state), now, [...journal, ...events]);
}

/** As the hall does it: the day turns first, then the law decides. */
function consider(story: Story, { by, command: asked }: Ask) {
  const { state } = story;
  const now = Math.max(story.now, state.lastEventAt);
  const id = `ticket-${story.journal.length + 1}`;
  const context: Context = {
    now,
    local: localTime(now, state.setup.hall.timeZone),
    actor: typeof by === 'function' ? by(story) : by,
    fresh: {
      ticketId: TicketId.parse(id),
      linkHash: `hash-of-${id}`,
      appointmentId: AppointmentId.parse(`appointment-${story.journal.length + 1}`),
      messageId: MessageId.parse(`message-${story.journal.length + 1}`),
      codeHash: hashOfCode(String(story.journal.length + 1).padStart(8, '0')),
      imported: Array.from({ length: 100 }, (_, n) => ({
        appointmentId: AppointmentId.parse(`imported-${story.journal.length + 1}-${n}`),
        codeHash: hashOfCode(String((story.journal.length + 1) * 1_000 + n).padStart(8, '0')),
      })),
    },
    hashOfCode,
    officerLinkHash: (no, linkNo) => `hash-of-officer-${no}-${linkNo}`,
    instantOf: (date, minute) => instantOf(date, minute, state.setup.hall.timeZone),
    forecast: forecastForIssue,
  };
  const command = typeof asked === 'function' ? asked(story) : asked;
  const rolled = rollDay(state, context);
  return { rolled, command, decision: decide(rolled.reduce(evolve, state), command, context) };
}

function find(state: HallState, number: string): Ticket | undefined {
  return [...state.tickets.values()].findLast((ticket) => ticket.number === number);
}

/** A number nobody has ever had gives an id nobody knows. */
function idOf({ state }: Story, number: string): TicketId {
  return find(state, number)?.id ?? TicketId.parse(`unknown-${number}`);
}

function presentAt({ state }: Story, label: number): Ticket {
  for (const ticket of state.tickets.values()) {
    const here = ticket.status === 'called' || ticket.status === 'serving';
    if (here && ticket.counterId === counterId(label)) return ticket;
  }
  throw new Error(`nobody at counter ${label}`);
}
