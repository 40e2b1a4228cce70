import { describe, expect, test } from 'vitest';
import { isRejection } from '../../hall-server/queue/decision.ts';
import { isTicketEvent, type TicketEvent } from '../../hall-server/queue/events.ts';
import { evolve } from '../../hall-server/queue/evolve.ts';
import { hasEnded, lifecycle } from '../../hall-server/queue/lifecycle.ts';
import { allowedSenders, type CommandType } from '../../shared/commands.ts';
import { PrinterId, PriorityClassId, ServiceId, StaffId, TicketId } from '../../shared/ids.ts';
import type { RejectionReason } from '../../shared/rejections.ts';
import type { TicketStatus } from '../../shared/views.ts';
import {
  type Ask,
  admin,
  at,
  clerk,
  clock,
  counterId,
  given,
  handler,
  kiosk,
  later,
  manager,
  missedAt,
  officer,
  openCounters,
  phone,
  printer,
  queueId,
  ratingKiosk,
  reception,
  type Story,
  short,
} from '../support/given.ts';

/** One hall for each status: A001 is in it, counter 1 is manned by clerk 1 and could do whatever is legal. */
const opened = given(openCounters(1, 2), clerk(3).openCounter(9, 'tax'), kiosk.issue('A'));
const called = opened.given(clerk(1).callNext());
const serving = called.given(clerk(1).startService('A001'));
const storyIn: Record<TicketStatus, Story> = {
  waiting: opened,
  called: called.given(clerk(1).recall('A001'), clerk(1).recall('A001'), later(60)),
  serving,
  held: serving.given(clerk(1).hold('A001')),
  missed: opened.given(missedAt(1, 'A001')),
  done: serving.given(clerk(1).finish('A001')),
  cancelled: opened.given(reception.cancel('A001')),
  // Left over from yesterday, at a counter that is manned again.
  expired: opened.given(at('2026-09-23 09:00'), clock.openDay(), openCounters(1, 2)),
};

const asks: Record<CommandType, Ask> = {
  issueTicket: kiosk.issue('A'),
  grantPriority: reception.grantPriority('A001', 'elder'),
  addService: reception.addService('A001', 'tax-declaration'),
  dropService: reception.dropService('A001', 'tax-declaration'),
  reserveTicket: reception.reserveForCounter('A001', 2),
  putBackMissed: kiosk.putBackMissed('A001'),
  postponeTicket: phone('A001').postpone(),
  cancelTicket: reception.cancel('A001'),
  bookAppointment: reception.book('2026-09-24 10:00'),
  cancelAppointment: reception.cancelAppointment(),
  importAppointments: admin.imports(),
  checkIn: kiosk.checkIn(),
  rateTicket: phone('A001').rate(5),
  reprintTicket: reception.reprint('A001'),
  recordPrint: printer('none').record('A001', 'confirmed'),
  addToRating: phone('A001').add({ text: 'thanks' }),
  agreeToCallBack: phone('A001').agreeToCallBack(),
  giveOpinion: ratingKiosk(null).giveOpinion(3),
  stepCase: manager.stepCase('A001', { kind: 'contact', reached: true }),
  judgeFlag: handler('manager').judgeFlag('A001', { kind: 'propose' }),
  enrolOfficer: manager.enrolsOfficer(),
  inviteOfficer: manager.invitesOfficer(1),
  setConsent: manager.setsConsent(1, 'publish', false),
  beginDiary: reception.beginDiary('A001', 1),
  writeDiary: officer(1).writes('A001', 0),
  approveDiary: officer(1).approves('A001', 1),
  editDiary: manager.editsDiary('A001', 1),
  publishDiary: manager.publishesDiary('A001', 1),
  withdrawDiary: manager.withdrawsDiary('A001'),
  answerSuggestion: manager.answersSuggestion('A001', 'sign', 'planned'),
  openCounter: clerk(4).openCounter(4),
  takeOverCounter: clerk(4).takeOverCounter(1),
  pauseCounter: clerk(1).pauseCounter(),
  resumeCounter: clerk(1).resumeCounter(),
  closeCounter: clerk(1).closeCounter(),
  callNext: clerk(1).callNext(),
  recall: clerk(1).recall('A001'),
  withdrawCall: clerk(1).withdrawCall('A001'),
  startService: clerk(1).startService('A001'),
  finish: clerk(1).finish('A001'),
  joinCase: clerk(1).joinCase('A001', 'A001'),
  markMissed: clerk(1).markMissed('A001'),
  acceptMissed: clerk(1).acceptMissed('A001'),
  hold: clerk(1).hold('A001'),
  resume: clerk(1).resume('A001'),
  transfer: clerk(1).transferToQueue('A001', 'T'),
  callChosen: manager.callChosen('A001', 2),
  directCounter: manager.directs(12, { to: 'resume' }),
  messageCounter: manager.writes('please'),
  readMessage: clerk(1).readMessage(),
  callForHelp: clerk(1).callForHelp('question'),
  answerHelp: manager.answersHelp(1),
  endHelp: clerk(1).endHelp(1),
  closeDay: manager.closeDay(),
  showEmergency: admin.showsEmergency('evacuate'),
  liftEmergency: manager.liftEmergency(),
  saveSetup: admin.saves({ kind: 'rules', value: opened.state.setup.rules }),
  saveSetups: admin.savesAll([{ kind: 'rules', value: opened.state.setup.rules }]),
  openDay: clock.openDay(),
  jumpNumbers: clock.jumpNumbers(),
};

const stepOfTicket = {
  dropService: 'serviceNotToCome',
  reserveTicket: 'ticketNotWaiting',
  putBackMissed: 'ticketNotMissed',
  postponeTicket: 'ticketNotWaiting',
  cancelTicket: 'ticketNotCancellable',
  rateTicket: 'notRatable',
  grantPriority: 'priorityNotGrantableNow',
  recall: 'ticketNotCalled',
  withdrawCall: 'ticketNotCalled',
  startService: 'ticketNotCalled',
  joinCase: 'earlierVisitNotServed',
  markMissed: 'ticketNotCalled',
  finish: 'ticketNotServing',
  hold: 'ticketNotServing',
  transfer: 'ticketNotServing',
  acceptMissed: 'ticketNotMissed',
  resume: 'ticketNotHeld',
  callChosen: 'ticketNotWaiting',
  directCounter: 'counterNotTaken',
  // Printing is not a step of the ticket: print-slip.test.ts.
  reprintTicket: 'noPrinter',
  recordPrint: 'printNotExpected',
  addToRating: 'notRatedYet',
  agreeToCallBack: 'noRatingCase',
  stepCase: 'noRatingCase',
  judgeFlag: 'ratingNotFlagged',
  // Whose visit it is, and what becomes of the diary, is no step of the ticket: test/diaries.
  beginDiary: 'unknownOfficer',
  writeDiary: 'unknownDiary',
  approveDiary: 'unknownDiary',
  editDiary: 'unknownDiary',
  publishDiary: 'unknownDiary',
  withdrawDiary: 'unknownDiary',
  answerSuggestion: 'unknownSuggestion',
} as const satisfies Partial<Record<CommandType, RejectionReason>>;

const stepOfHall = {
  issueTicket: ['ticketIssued'],
  bookAppointment: ['appointmentBooked'],
  cancelAppointment: 'unknownAppointment',
  importAppointments: [],
  checkIn: 'unknownAppointment',
  openCounter: ['counterOpened'],
  messageCounter: ['messageSent'],
  readMessage: 'unknownMessage',
  callForHelp: ['helpCalled'],
  answerHelp: 'helpNotCalled',
  endHelp: 'helpNotCalled',
  takeOverCounter: ['counterTakenOver'],
  saveSetup: ['setupSaved'],
  saveSetups: 'nothingToChange',
  showEmergency: ['emergencyShown'],
  liftEmergency: 'emergencyNotShown',
  openDay: 'dayAlreadyOpen',
  jumpNumbers: ['numbersJumped'],
  giveOpinion: ['opinionGiven'],
  enrolOfficer: ['officerEnrolled'],
  inviteOfficer: 'unknownOfficer',
  setConsent: 'unknownOfficer',
} as const;

/** At a counter where nobody stands. */
const free = {
  pauseCounter: ['counterPaused'],
  resumeCounter: 'counterNotPaused',
  closeCounter: ['counterClosed'],
  callNext: 'nobodyWaiting',
} as const;

/** At a counter where somebody is called or served. */
const busy = {
  pauseCounter: 'counterBusy',
  resumeCounter: 'counterNotPaused',
  closeCounter: 'counterBusy',
  callNext: 'counterBusy',
  acceptMissed: 'counterBusy',
  resume: 'counterBusy',
} as const;

const countersClose = ['counterClosed', 'counterClosed', 'counterClosed', 'dayClosed'] as const;
const openAtClose = { closeDay: ['ticketExpired', ...countersClose], addService: ['serviceAdded'] } as const;
const over = { reprintTicket: 'ticketEnded', addService: 'ticketEnded', dropService: 'ticketEnded' } as const;
const endedBefore = { closeDay: countersClose, ...over } as const;

/** The whole law of steps. Every status and every command has its place here, or this does not compile. */
const answers: Record<TicketStatus, Record<CommandType, RejectionReason | readonly string[]>> = {
  waiting: {
    ...stepOfTicket,
    ...stepOfHall,
    ...free,
    ...openAtClose,
    reserveTicket: ['ticketReserved'],
    grantPriority: ['priorityGranted'],
    postponeTicket: ['ticketPostponed'],
    cancelTicket: ['ticketCancelled'],
    callNext: ['ticketCalled'],
    callChosen: ['ticketCalled'],
  },
  called: {
    ...stepOfTicket,
    ...stepOfHall,
    ...busy,
    ...openAtClose,
    recall: ['ticketRecalled'],
    withdrawCall: ['callWithdrawn'],
    startService: ['serviceStarted'],
    markMissed: ['ticketMissed'],
  },
  serving: {
    ...stepOfTicket,
    ...stepOfHall,
    ...busy,
    ...openAtClose,
    takeOverCounter: ['counterTakenOver', 'serviceTakenOver'],
    finish: ['ticketFinished'],
    hold: ['ticketHeld'],
    transfer: ['ticketTransferred'],
  },
  held: {
    ...stepOfTicket,
    ...stepOfHall,
    ...free,
    ...openAtClose,
    resume: ['ticketResumed'],
    cancelTicket: ['ticketCancelled'],
  },
  missed: {
    ...stepOfTicket,
    ...stepOfHall,
    ...free,
    ...openAtClose,
    putBackMissed: ['ticketPutBack'],
    acceptMissed: ['missedAccepted'],
    grantPriority: ['priorityGranted'],
    cancelTicket: ['ticketCancelled'],
  },
  done: { ...stepOfTicket, ...stepOfHall, ...free, ...endedBefore, rateTicket: ['ticketRated'] },
  cancelled: { ...stepOfTicket, ...stepOfHall, ...free, ...endedBefore },
  expired: {
    ...stepOfTicket,
    ...stepOfHall,
    ...free,
    closeDay: ['counterClosed', 'counterClosed', 'dayClosed'],
    ...over,
  },
};

const statuses = Object.keys(lifecycle) as TicketStatus[];
const commands = Object.keys(allowedSenders) as CommandType[];

test('the table has every status and every command', () => {
  expect(Object.keys(answers).toSorted()).toEqual(statuses.toSorted());
  for (const status of statuses) expect(Object.keys(answers[status]).toSorted()).toEqual(commands.toSorted());
});

for (const status of statuses) {
  describe(`a ticket that is ${status}`, () => {
    const story = storyIn[status];
    test('is what the story says', () => expect(story.ticket('A001').status).toBe(status));
    test.each(commands)('%s', (command) => {
      expect(short(story.when(asks[command]))).toEqual(answers[status][command]);
    });
  });
}

test('the commands together can make every step of the lifecycle and no other', () => {
  const edge = (from: string, to: string) => `${from} -> ${to}`;
  const made = new Set<string>();
  for (const status of statuses) {
    const story = storyIn[status];
    const { id } = story.ticket('A001');
    for (const command of commands) {
      const decision = story.when(asks[command]);
      if (isRejection(decision) || !decision.some((event) => isTicketEvent(event) && event.ticketId === id)) continue;
      const after = decision.reduce(evolve, story.state).tickets.get(id)?.status ?? 'gone';
      if (after !== status || command === 'recall') made.add(edge(status, after));
    }
  }
  const listed = statuses.flatMap((from) => lifecycle[from].map((to) => edge(from, to)));
  expect([...made].toSorted()).toEqual(listed.toSorted());
});

test('done, cancelled and expired are the ends', () => {
  expect(statuses.filter(hasEnded)).toEqual(['done', 'cancelled', 'expired']);
});

/** Of each event what it says besides ticket and time. */
type Facts = {
  [Type in Exclude<TicketEvent['type'], 'ticketIssued'>]: Omit<
    Extract<TicketEvent, { type: Type }>,
    'type' | 'at' | 'ticketId'
  >;
};

describe('a journal cannot make a step outside the lifecycle', () => {
  const place = { counterId: counterId(1), staffId: StaffId.parse('clerk01') };
  const facts: Facts = {
    priorityGranted: { priorityClassId: PriorityClassId.parse('elder') },
    ticketCalled: { counterId: counterId(1), reason: 'fifo', chooseReason: null, passed: null, ruleVersion: 1 },
    ticketRecalled: { callNo: 2 },
    callWithdrawn: { reason: 'calledByMistake' },
    serviceStarted: place,
    serviceTakenOver: { staffId: StaffId.parse('clerk02') },
    missedAccepted: { ...place, minutesSinceMissed: 1 },
    ticketFinished: { outcome: 'accepted', externalCaseNo: null, collectOn: null, missing: [], caseId: null },
    serviceFinished: {
      ...{ outcome: 'accepted', externalCaseNo: null, collectOn: null, missing: [], caseId: null },
      next: { serviceId: ServiceId.parse('tax-declaration'), queueId: queueId('T'), lineAt: 1 },
    },
    serviceAdded: { serviceId: ServiceId.parse('tax-declaration') },
    serviceDropped: { serviceId: ServiceId.parse('tax-declaration') },
    ticketReserved: { counterId: null, staffId: null, reason: null },
    caseJoined: { caseId: TicketId.parse('ticket-1') },
    ticketMissed: {},
    ticketPutBack: { blockedUntilCall: 3 },
    ticketPostponed: { blockedUntilCall: 3 },
    ticketHeld: { reason: 'missingPaper' },
    ticketResumed: place,
    ticketTransferred: { queueId: queueId('T'), reservedFor: null, reason: 'nextStep' },
    reservationLifted: {},
    ticketCancelled: { reason: 'visitorLeft' },
    ticketExpired: {},
    ticketReprinted: { printerId: PrinterId.parse('one'), printNo: 1 },
    printRecorded: { printNo: 1, state: 'confirmed', fault: null },
    ticketRated: { level: 5, channel: 'slipQr', deviceId: null, counterId: null, afterMs: 1, flags: [] },
    ratingDetailed: { sequence: 1, indicators: [], answers: [], hasText: false },
  };
  const types = Object.keys(facts) as (keyof Facts)[];
  const told = ({ now }: Story, type: keyof Facts, ticketId: TicketId) =>
    ({ type, at: now, ticketId, ...facts[type] }) as TicketEvent;

  test.each(statuses)('from %s', (status) => {
    const story = storyIn[status];
    const { id } = story.ticket('A001');
    for (const type of types) {
      let reached: TicketStatus | undefined;
      try {
        reached = evolve(story.state, told(story, type, id)).tickets.get(id)?.status;
      } catch (error) {
        expect(String(error)).toContain('the journal cannot hold');
        continue;
      }
      if (reached !== status) expect(lifecycle[status], type).toContain(reached);
    }
  });

  test('out of an end there is no way', () => {
    const staying = new Set([
      'priorityGranted',
      'serviceAdded',
      'serviceDropped',
      'ticketReserved',
      'reservationLifted',
      'ticketRated',
      'ticketReprinted',
      'printRecorded',
      'caseJoined',
    ]);
    for (const status of statuses.filter(hasEnded)) {
      const story = storyIn[status];
      for (const type of types.filter((one) => !staying.has(one))) {
        if (evolvesTo(type) === status) continue;
        const event = told(story, type, story.ticket('A001').id);
        expect(() => evolve(story.state, event), `${type} of ${status}`).toThrow('the journal cannot hold');
      }
    }
  });

  test('nor for a ticket that was never issued', () => {
    const event = told(opened, 'ticketMissed', TicketId.parse('nobody'));
    expect(() => evolve(opened.state, event)).toThrow('the journal cannot hold');
  });
});

function evolvesTo(type: keyof Facts): TicketStatus | null {
  if (type === 'ticketCancelled') return 'cancelled';
  return type === 'ticketExpired' ? 'expired' : null;
}
