// 事实如何改变大厅: each event applied to the state. Never refuses: what the journal says has happened.
import type { CounterId, QueueId, StaffId, TicketId } from '../../shared/ids.ts';
import type { MisuseFlag } from '../../shared/rating.ts';
import { evolveDiaries } from '../diaries/evolve-diaries.ts';
import { evolveCase } from '../rating-cases/evolve-case.ts';
import { hasCaseEnded } from '../rating-cases/rating-case.ts';
import { callEndedCounted, firstCallCounted, leavingCounted } from './day-counts.ts';
import type {
  CounterEvent,
  HallEvent,
  NumbersJumped,
  ServiceFinished,
  TicketCalled,
  TicketEvent,
  TicketIssued,
} from './events.ts';
import { evolveAppointments, holdsPlace, withCheckedIn } from './evolve-appointments.ts';
import { evolveSetup } from './evolve-setup.ts';
import { evolveHelp } from './help.ts';
import { hasEnded, mayStep } from './lifecycle.ts';
import { evolveMessages } from './messages.ts';
import { goesAhead } from './next-ticket.ts';
import { freshWatch, type SeenRating, watched } from './rating-watch.ts';
import type { Round } from './shares.ts';
import {
  type BusinessDay,
  boundCounter,
  type CaseId,
  type CounterDuty,
  factsOf,
  freshCounts,
  type HallState,
  type QueueDay,
  queueDay,
  type Ticket,
  type WaitingTicket,
} from './state.ts';

/** How many service times of a queue the forecast remembers. */
const serviceTimesKept = 20;

export function evolve(state: HallState, event: HallEvent): HallState {
  const next = { ...state, lastEventAt: Math.max(state.lastEventAt, event.at) };
  switch (event.type) {
    case 'dayOpened':
      return {
        ...next,
        watch: freshWatch,
        messages: new Map(),
        day: { date: event.date, openedAt: event.at, closedAt: null, issued: 0, done: 0, cancelled: 0 },
        queues: new Map([...state.queues].map(([id, queue]) => [id, { ...queue, ...freshCounts }])),
      };
    case 'dayClosed':
      return { ...next, messages: new Map(), day: state.day && { ...state.day, closedAt: event.at } };
    case 'numbersJumped':
      return { ...next, queues: afterJumps(state, event.jumps) };
    case 'setupSaved':
      return { ...next, setup: evolveSetup(state.setup, event.entry) };
    case 'appointmentBooked':
    case 'appointmentCancelled':
    case 'appointmentNotKept':
      return { ...next, appointments: evolveAppointments(state.appointments, event) };
    case 'emergencyShown':
      return { ...next, emergency: { messageId: event.messageId, devices: event.devices, since: event.at } };
    case 'emergencyLifted':
      return { ...next, emergency: null };
    case 'ratingFlagged':
      return withFlag(next, event.ratingOf, event.flag);
    case 'ratingJudged':
      return event.verdict === 'unflagged' ? withFlag(next, event.ratingOf, null) : next;
    case 'unflagProposed':
      return { ...next, unflagging: new Map(state.unflagging).set(event.ratingOf, event.staffId) };
    case 'unflagDecided': {
      const unflagging = new Map(state.unflagging);
      unflagging.delete(event.ratingOf);
      return { ...next, unflagging };
    }
    case 'opinionGiven':
      return withWatch(next, { ...event, visit: null });
    case 'officerEnrolled':
    case 'officerInvited':
    case 'consentSet':
    case 'diaryBegun':
    case 'diaryWritten':
    case 'diaryEdited':
    case 'diaryApproved':
    case 'diaryPublished':
    case 'diaryWithdrawn':
    case 'diaryErased':
    case 'suggestionAnswered':
      return { ...next, diaries: evolveDiaries(state.diaries, event) };
    case 'caseOpened':
    case 'callBackAgreed':
    case 'caseStepped': {
      const cases = new Map(state.cases).set(event.caseOf, evolveCase(state.cases.get(event.caseOf), event));
      return { ...next, cases };
    }
    case 'counterOpened':
    case 'counterTakenOver':
    case 'counterPaused':
    case 'counterResumed':
    case 'counterProfileChanged':
    case 'counterClosed':
      return withDuty(next, event.counterId, evolveCounter(state, event));
    case 'messageSent':
    case 'messageRead':
      return { ...next, messages: evolveMessages(state.messages, event) };
    case 'helpCalled':
    case 'helpAnswered':
    case 'helpEnded':
      return withDuty(next, event.counterId, evolveHelp(state.counters.get(event.counterId), event));
    default:
      return evolveTicket(next, event);
  }
}

/** What a call does to the queues: one more call made, and who has been passed how often. */
export function afterCall(
  state: HallState,
  called: WaitingTicket,
  passedQueueId: QueueId | null,
  at: number,
): ReadonlyMap<QueueId, QueueDay> {
  const queues = new Map(state.queues);
  const own = queueDay(state, called.queueId);
  // Only the turn of the line itself begins the count anew, not that of a ticket which stands beside it at one counter.
  const turnOfLine = !goesAhead(called, at) && boundCounter(state, called) === null;
  queues.set(called.queueId, { ...own, calls: own.calls + 1, passed: turnOfLine ? 0 : own.passed });
  if (passedQueueId !== null) {
    const passed = queues.get(passedQueueId) ?? queueDay(state, passedQueueId);
    queues.set(passedQueueId, { ...passed, passed: passed.passed + 1 });
  }
  return queues;
}

function afterJumps(state: HallState, jumps: NumbersJumped['jumps']): ReadonlyMap<QueueId, QueueDay> {
  const queues = new Map(state.queues);
  for (const { queueId, lastSequence } of jumps) {
    const queue = queueDay(state, queueId);
    queues.set(queueId, { ...queue, lastSequence, skipped: queue.skipped + lastSequence - queue.lastSequence });
  }
  return queues;
}

function evolveCounter({ day, counters }: HallState, event: CounterEvent): CounterDuty {
  const since = event.at;
  const duty = counters.get(event.counterId);
  if (event.type === 'counterOpened') {
    const { staffId, workProfileId, by } = event;
    // Opened again after a break, the counter goes on counting; a new day begins anew.
    const again = duty !== undefined && day !== null && duty.since > day.openedAt;
    const finished = again ? duty.finished : 0;
    return {
      status: 'open',
      since,
      staffId,
      workProfileId,
      finished,
      lastFinished: duty?.lastFinished ?? null,
      round: {},
      profileBy: by ?? null,
      help: null,
    };
  }
  if (duty === undefined || duty.status === 'closed') throw impossible(event);
  const { staffId, workProfileId, finished, lastFinished, round, profileBy, help } = duty;
  const facts = { since, workProfileId, finished, lastFinished, round };
  const kept = { ...facts, staffId, profileBy, help };
  switch (event.type) {
    case 'counterTakenOver':
      return { ...duty, staffId: event.staffId };
    case 'counterPaused':
      return { ...kept, status: 'paused', reason: event.reason, by: event.by ?? null };
    case 'counterResumed':
      return { ...kept, status: 'open' };
    case 'counterProfileChanged':
      // Turns taken by another profile's shares mean nothing in this one.
      return { ...duty, workProfileId: event.workProfileId, profileBy: event.by ?? null, round: {} };
    case 'counterClosed':
      // Closing must not cut short the question on the rating kiosk: `lastFinished` stays.
      return { ...facts, status: 'closed', closedFor: event.by === undefined ? null : { staffId, by: event.by } };
  }
}

function evolveTicket(state: HallState, event: TicketEvent): HallState {
  if (event.type === 'ticketIssued') return issue(state, event);
  const before = state.tickets.get(event.ticketId);
  if (before === undefined) throw impossible(event);
  const after = step(before, event);
  if (after.status !== before.status && !mayStep(before.status, after.status)) throw impossible(event);
  let next = withTicket(state, after);
  switch (event.type) {
    case 'ticketCalled':
      if (before.status !== 'waiting') throw impossible(event);
      next = firstCallCounted({ ...next, queues: callCounted(state, before, event) }, before, event.at);
      return withRound(next, event.counterId, event.round ?? null);
    case 'serviceStarted':
      return callEndedCounted(next, before.queueId, 'came', event.at);
    case 'ticketMissed':
      return callEndedCounted(next, before.queueId, 'missed', event.at);
    case 'ticketFinished': {
      if (before.status !== 'serving') throw impossible(event);
      next = countDay(withServiceTime(next, before.queueId, event.at - before.since), 'done');
      next = withCaseNo(next, event.externalCaseNo, event.caseId);
      return withLastFinished(next, before.counterId, { id: before.id, number: before.number, at: event.at });
    }
    case 'serviceFinished':
      if (before.status !== 'serving') throw impossible(event);
      next = withServiceTime(next, before.queueId, event.at - before.since);
      return withCaseNo(next, event.externalCaseNo, event.caseId);
    case 'ticketCancelled':
      return leavingCounted(countDay(next, 'cancelled'), before, event.at);
    case 'ticketExpired':
      return leavingCounted(next, before, event.at);
    case 'ticketRated':
      return withWatch(withRated(next, event.ticketId), { ...event, visit: event });
    default:
      return next;
  }
}

/** Whoever has served a visitor, in order; each once. */
const servedToo = ({ servedBy }: Ticket, staffId: StaffId) =>
  servedBy.includes(staffId) ? servedBy : [...servedBy, staffId];

/** One ticket's own step. */
function step(ticket: Ticket, event: Exclude<TicketEvent, TicketIssued>): Ticket {
  const { at } = event;
  switch (event.type) {
    case 'ticketCalled': {
      const { counterId, reason, passed } = event;
      const firstCalledAt = ticket.firstCalledAt ?? at;
      const call = { callReason: reason, passedNumber: passed?.number ?? null, firstCalledAt };
      return { ...factsOf(ticket), ...call, status: 'called', since: at, counterId, callNo: 1, lastCalledAt: at };
    }
    case 'ticketRecalled':
      if (ticket.status !== 'called') throw impossible(event);
      return { ...ticket, callNo: event.callNo, lastCalledAt: at };
    case 'callWithdrawn':
      return { ...factsOf(ticket), status: 'waiting', since: at, blockedUntilCall: null, notBefore: null };
    case 'serviceStarted':
    case 'missedAccepted':
    case 'ticketResumed': {
      const { counterId, staffId } = event;
      const servedBy = servedToo(ticket, staffId);
      const collecting = ticket.status === 'held' && ticket.reason === 'preparingPapers';
      const kept = { ...factsOf(ticket), servedBy, collecting, reservedFor: null, reservedForStaff: null };
      return { ...kept, status: 'serving', since: at, counterId, staffId };
    }
    case 'serviceTakenOver': {
      if (ticket.status !== 'serving') throw impossible(event);
      const { staffId } = event;
      return { ...ticket, staffId, servedBy: servedToo(ticket, staffId) };
    }
    case 'ticketFinished': {
      if (ticket.status !== 'serving') throw impossible(event);
      const { outcome, externalCaseNo, collectOn, missing, caseId } = event;
      const ended = { outcome, externalCaseNo, collectOn, missing };
      return { ...factsOf(ticket), caseId, status: 'done', since: at, counterId: ticket.counterId, ...ended };
    }
    case 'serviceFinished':
      return serviceFinished(ticket, event);
    case 'serviceAdded':
      return { ...ticket, further: [...ticket.further, { serviceId: event.serviceId, since: at }] };
    case 'serviceDropped':
      return { ...ticket, further: ticket.further.filter(({ serviceId }) => serviceId !== event.serviceId) };
    case 'caseJoined':
      return { ...ticket, caseId: event.caseId };
    case 'ticketMissed':
      if (ticket.status !== 'called') throw impossible(event);
      return {
        ...factsOf(ticket),
        missedTimes: ticket.missedTimes + 1,
        status: 'missed',
        since: at,
        counterId: ticket.counterId,
      };
    case 'ticketPutBack':
      return {
        ...factsOf(ticket),
        putBackTimes: ticket.putBackTimes + 1,
        reservedFor: null,
        reservedForStaff: null,
        status: 'waiting',
        since: at,
        blockedUntilCall: event.blockedUntilCall,
        notBefore: null,
      };
    case 'ticketPostponed':
      if (ticket.status !== 'waiting') throw impossible(event);
      return { ...ticket, postponedTimes: ticket.postponedTimes + 1, blockedUntilCall: event.blockedUntilCall };
    case 'ticketHeld':
      if (ticket.status !== 'serving') throw impossible(event);
      return {
        ...factsOf(ticket),
        collecting: false,
        status: 'held',
        since: at,
        counterId: ticket.counterId,
        reason: event.reason,
        returnAt: event.returnAt ?? null,
      };
    case 'ticketTransferred': {
      const { queueId, reservedFor, reservedForStaff = null, lineAt = ticket.lineAt, notBefore = null } = event;
      return {
        ...factsOf(ticket),
        queueId,
        reservedFor,
        reservedForStaff,
        lineAt,
        transferred: true,
        collecting: false,
        status: 'waiting',
        since: at,
        blockedUntilCall: null,
        notBefore,
      };
    }
    case 'ticketReserved':
      return { ...ticket, reservedFor: event.counterId, reservedForStaff: event.staffId };
    case 'reservationLifted':
      return { ...ticket, reservedFor: null };
    case 'priorityGranted':
      return { ...ticket, priorityClassId: event.priorityClassId };
    case 'ticketCancelled':
      return { ...factsOf(ticket), status: 'cancelled', since: at, reason: event.reason };
    case 'ticketExpired':
      return { ...factsOf(ticket), status: 'expired', since: at, from: ticket.status };
    case 'ticketReprinted': {
      const { printerId, printNo } = event;
      return { ...ticket, slip: { printerId, printNo, state: 'issued', fault: null, at } };
    }
    case 'printRecorded': {
      if (ticket.slip?.printNo !== event.printNo) throw impossible(event);
      return { ...ticket, slip: { ...ticket.slip, state: event.state, fault: event.fault, at } };
    }
    case 'ticketRated':
      return {
        ...ticket,
        rating: { level: event.level, at, deviceId: event.deviceId, flagged: event.flags.length > 0, details: 0 },
      };
    case 'ratingDetailed':
      if (ticket.rating === null) throw impossible(event);
      return { ...ticket, rating: { ...ticket.rating, details: event.sequence } };
  }
}

/** The finished service is put by; the next one is at the counter or in line. It may belong to another errand. */
function serviceFinished(ticket: Ticket, event: ServiceFinished): Ticket {
  if (ticket.status !== 'serving') throw impossible(event);
  const { at, next, outcome, externalCaseNo, collectOn, missing, caseId } = event;
  const { serviceId: done, counterId, staffId } = ticket;
  const result = { outcome, externalCaseNo, collectOn, missing, caseId };
  const facts = {
    ...factsOf(ticket),
    finished: [...ticket.finished, { serviceId: done, counterId, staffId, at, ...result }],
    further: ticket.further.filter(({ serviceId }) => serviceId !== next.serviceId),
    serviceId: next.serviceId,
    queueId: next.queueId,
    collecting: false,
    caseId: null,
  };
  return next.lineAt === null
    ? { ...facts, status: 'serving', since: at, counterId, staffId }
    : { ...facts, lineAt: next.lineAt, status: 'waiting', since: at, blockedUntilCall: null, notBefore: null };
}

function issue(state: HallState, event: TicketIssued): HallState {
  const { ticketId: id, at, type: _, queueId, printerId, appointmentId, ...rest } = event;
  const { further = [], platform = null, ...issued } = rest;
  const ticket: WaitingTicket = {
    id,
    ...issued,
    issuedQueueId: queueId,
    issuedAt: at,
    queueId,
    lineAt: issued.effectiveAt,
    platform,
    further: further.map((serviceId) => ({ serviceId, since: issued.effectiveAt })),
    finished: [],
    transferred: false,
    collecting: false,
    reservedFor: null,
    reservedForStaff: null,
    missedTimes: 0,
    putBackTimes: 0,
    postponedTimes: 0,
    caseId: null,
    firstCalledAt: null,
    callReason: null,
    passedNumber: null,
    servedBy: [],
    rating: null,
    slip: printerId && { printerId, printNo: 1, state: 'issued', fault: null, at },
    status: 'waiting',
    since: at,
    blockedUntilCall: null,
    notBefore: null,
  };
  const queues = new Map(state.queues).set(queueId, { ...queueDay(state, queueId), lastSequence: event.sequence });
  const appointments =
    appointmentId === null ? state.appointments : withCheckedIn(state.appointments, appointmentId, id, at);
  const day = state.day && { ...state.day, issued: event.issueOrder };
  return withTicket({ ...state, queues, appointments, day }, ticket);
}

function callCounted(state: HallState, called: WaitingTicket, { at, reason, passed }: TicketCalled) {
  if (reason !== 'chosen') return afterCall(state, called, passed?.queueId ?? null, at);
  // Chosen by hand: it counts as a call, but neither passes anybody by rule nor gives a turn back.
  const own = queueDay(state, called.queueId);
  return new Map(state.queues).set(called.queueId, { ...own, calls: own.calls + 1 });
}

function withTicket(state: HallState, ticket: Ticket): HallState {
  return { ...state, tickets: new Map(state.tickets).set(ticket.id, ticket) };
}

function withDuty(state: HallState, counterId: CounterId, duty: CounterDuty): HallState {
  return { ...state, counters: new Map(state.counters).set(counterId, duty) };
}

/** Turns of shares are the counter's own. */
export function withRound(state: HallState, counterId: CounterId, round: Round | null): HallState {
  const duty = state.counters.get(counterId);
  return duty === undefined || round === null ? state : withDuty(state, counterId, { ...duty, round });
}

function withServiceTime(state: HallState, queueId: QueueId, ms: number): HallState {
  const queue = queueDay(state, queueId);
  const recentServiceMs = [...queue.recentServiceMs, ms].slice(-serviceTimesKept);
  return { ...state, queues: new Map(state.queues).set(queueId, { ...queue, recentServiceMs }) };
}

function withLastFinished(state: HallState, counterId: CounterId, visit: { id: TicketId; number: string; at: number }) {
  const duty = state.counters.get(counterId);
  if (duty === undefined) return state;
  const lastFinished = { ticketId: visit.id, number: visit.number, at: visit.at, rated: false };
  return withDuty(state, counterId, { ...duty, finished: duty.finished + 1, lastFinished });
}

function withRated(state: HallState, ticketId: TicketId): HallState {
  for (const [counterId, duty] of state.counters) {
    if (duty.lastFinished?.ticketId !== ticketId) continue;
    return withDuty(state, counterId, { ...duty, lastFinished: { ...duty.lastFinished, rated: true } });
  }
  return state;
}

function withWatch(state: HallState, seen: SeenRating): HallState {
  return { ...state, watch: watched(state.watch, seen, state.setup.rules.rating.misuse) };
}

function withCaseNo(state: HallState, externalCaseNo: string | null, caseId: CaseId | null): HallState {
  if (externalCaseNo === null || caseId === null) return state;
  return { ...state, errands: new Map(state.errands).set(externalCaseNo, caseId) };
}

function countDay(state: HallState, what: 'done' | 'cancelled'): HallState {
  if (state.day === null) return state;
  const day: BusinessDay = { ...state.day, [what]: state.day[what] + 1 };
  return { ...state, day };
}

/** The journal contradicts itself: a bug, never a visitor's or clerk's mistake. */
function impossible(event: HallEvent): Error {
  return new Error(`the journal cannot hold ${JSON.stringify(event)} here`);
}

/** Ended tickets, bookings and cases leave memory once their step is committed; the store keeps them for ever. */
export function settle(state: HallState): HallState {
  const tickets = new Map([...state.tickets].filter(([, ticket]) => !hasEnded(ticket.status)));
  const appointments = new Map([...state.appointments].filter(([, one]) => holdsPlace(one, state.day)));
  const cases = new Map([...state.cases].filter(([, one]) => !hasCaseEnded(one)));
  const errands = state.errands.size === 0 ? state.errands : new Map<string, CaseId>();
  const settled =
    tickets.size === state.tickets.size &&
    appointments.size === state.appointments.size &&
    cases.size === state.cases.size &&
    errands === state.errands;
  return settled ? state : { ...state, tickets, appointments, cases, errands };
}

/** A rating given earlier is flagged, or (null) no longer. Its visit has ended: it is known only while a command names it. */
function withFlag(state: HallState, id: TicketId, flag: MisuseFlag | null): HallState {
  const ticket = state.tickets.get(id);
  const one = state.cases.get(id);
  const rated = ticket !== undefined && ticket.rating !== null;
  return {
    ...state,
    tickets: rated
      ? new Map(state.tickets).set(id, { ...ticket, rating: { ...ticket.rating, flagged: flag !== null } })
      : state.tickets,
    cases:
      one === undefined || flag === null || one.flags.includes(flag)
        ? state.cases
        : new Map(state.cases).set(id, { ...one, flags: [...one.flags, flag] }),
  };
}
