import type { CounterId, ServiceId, StaffId, WorkProfileId } from '../../shared/ids.ts';
import type { CounterState, CounterTicket, CounterView, NamedService, StaffFacts } from '../../shared/views.ts';
import { acceptUntil, cannotAccept } from '../queue/accept-missed.ts';
import { lineOfCounter } from '../queue/line.ts';
import { missableFrom } from '../queue/mark-missed.ts';
import { callsToGo } from '../queue/next-ticket.ts';
import { cannotPutBack } from '../queue/put-back-missed.ts';
import { takenAt } from '../queue/quick-counter.ts';
import { canGoOnHere } from '../queue/several-services.ts';
import {
  boundCounter,
  type CalledTicket,
  counterLabel,
  counterOfStaff,
  type HallState,
  mayPickUp,
  type ServingTicket,
  ticketAtCounter,
} from '../queue/state.ts';
import { queuesOfProfile } from '../queue/work-profile.ts';
import { hallFacts } from './hall-facts.ts';
import { priorityName, queueName, serviceName, zoneName } from './names.ts';
import type { Picture } from './picture.ts';

/** How much of the line a clerk is shown: more than fits a screen, less than a crowd would cost. */
const lineShown = 30;

export function counterView(picture: Picture, me: StaffFacts): CounterView {
  const { state, now } = picture;
  const own = counterOfStaff(state, me.staffId);
  const tickets = [...state.tickets.values()];
  const present = own === null ? null : ticketAtCounter(state, own.counterId);
  return {
    kind: 'counter',
    hall: hallFacts(state),
    me,
    counter: own && {
      ...counterState(state, own.counterId),
      pauseReason: own.duty.status === 'paused' ? own.duty.reason : null,
      pausedBy: own.duty.status === 'paused' ? own.duty.by : null,
      profileBy: own.duty.profileBy,
      help: own.duty.help,
    },
    message: own === null ? null : unreadAt(picture, own.counterId),
    closedForMe: own === null ? closedFor(state, me.staffId) : null,
    counters: counterStates(state),
    workProfiles: state.setup.workProfiles.filter((one) => one.active).map(({ id, name }) => ({ id, name })),
    queues: state.setup.queues.filter((one) => one.active).map(({ id, prefix, name }) => ({ id, prefix, name })),
    services: servicesToChoose(state),
    current: present && currentTicket(state, present),
    waiting: own === null ? 0 : waitingFor(state, own.counterId, own.duty.workProfileId),
    line:
      own === null
        ? []
        : lineOfCounter(state, own.counterId, own.duty.workProfileId, lineShown, now).map(({ ticket, reason }) => ({
            ticketId: ticket.id,
            number: ticket.number,
            serviceName: serviceName(state, ticket.serviceId),
            queueId: ticket.queueId,
            issuedAt: ticket.issuedAt,
            priorityName: priorityName(state, ticket.priorityClassId),
            reason,
            callsToGo: callsToGo(state, ticket),
            reservedForMe: boundCounter(state, ticket) === own.counterId,
            further: ticket.further.length,
          })),
    held: tickets.flatMap((ticket) =>
      ticket.status === 'held'
        ? [
            {
              ticketId: ticket.id,
              number: ticket.number,
              serviceName: serviceName(state, ticket.serviceId),
              reason: ticket.reason,
              since: ticket.since,
              returnAt: ticket.returnAt,
              counterLabel: counterLabel(state, ticket.counterId),
            },
          ]
        : [],
    ),
    missed: tickets
      .flatMap((ticket) =>
        ticket.status === 'missed' && own !== null
          ? [
              {
                ticketId: ticket.id,
                number: ticket.number,
                serviceName: serviceName(state, ticket.serviceId),
                since: ticket.since,
                acceptUntil:
                  cannotAccept(state, ticket, own.counterId, now) === null ? acceptUntil(state, ticket) : null,
                canPutBack: cannotPutBack(state, ticket, now) === null,
              },
            ]
          : [],
      )
      .filter((missed) => missed.acceptUntil !== null || missed.canPutBack)
      .toSorted((a, b) => b.since - a.since),
    finishedToday: own?.duty.finished ?? 0,
  };
}

/** How many a counter may call, now or when their turn comes. */
function waitingFor(state: HallState, counterId: CounterId, workProfileId: WorkProfileId): number {
  const profile = state.setup.workProfiles.find((one) => one.id === workProfileId);
  const queues = profile === undefined ? [] : queuesOfProfile(profile);
  const takes = takenAt(state, counterId);
  const here = [...state.tickets.values()].filter((ticket) => {
    if (ticket.status !== 'waiting' || !takes(ticket)) return false;
    const bound = boundCounter(state, ticket);
    return bound === null ? queues.includes(ticket.queueId) : bound === counterId;
  });
  return here.length;
}

function currentTicket(state: HallState, ticket: CalledTicket | ServingTicket): CounterTicket {
  const called = ticket.status === 'called' ? ticket : null;
  const firstCalledAt = called?.since ?? ticket.firstCalledAt ?? ticket.since;
  return {
    ticketId: ticket.id,
    number: ticket.number,
    status: ticket.status,
    serviceId: ticket.serviceId,
    serviceName: serviceName(state, ticket.serviceId),
    queueName: queueName(state, ticket.queueId),
    priorityName: priorityName(state, ticket.priorityClassId),
    reason: ticket.callReason ?? 'fifo',
    passedNumber: ticket.passedNumber,
    issuedAt: ticket.issuedAt,
    since: ticket.since,
    callNo: called?.callNo ?? 0,
    firstCalledAt,
    lastCalledAt: called?.lastCalledAt ?? firstCalledAt,
    recallsLeft: called === null ? 0 : Math.max(0, state.setup.rules.call.maxRecalls + 1 - called.callNo),
    missableFrom: called === null ? null : missableFrom(state, called),
    missedTimes: ticket.missedTimes,
    transferred: ticket.transferred,
    materials: state.setup.materials
      .filter((one) => one.active && one.service === ticket.serviceId)
      .map(({ id, name }) => ({ id, name })),
    joined: ticket.caseId !== null,
    pickUp: mayPickUp(state, ticket),
    further: ticket.further.map(({ serviceId }) => namedService(state, serviceId)),
    nextHere: ticket.status === 'serving' && canGoOnHere(state, ticket),
    finished: ticket.finished.map(({ serviceId, outcome }) => ({ ...namedService(state, serviceId), outcome })),
  };
}

/** The oldest message that waits to be read there. */
function unreadAt({ state, messageText }: Picture, counterId: CounterId): CounterView['message'] {
  const unread = [...state.messages.values()].filter(({ to }) =>
    to.some((one) => one.counterId === counterId && one.readAt === null),
  );
  const [first] = unread;
  if (first === undefined) return null;
  const { id: messageId, by, at } = first;
  return { messageId, text: messageText(messageId) ?? '', by, at, more: unread.length - 1 };
}

/** Closed by a manager while they worked there; told until they open another one, or the day turns. */
function closedFor(state: HallState, staffId: StaffId): CounterView['closedForMe'] {
  for (const [counterId, duty] of state.counters) {
    if (duty.status !== 'closed' || duty.closedFor?.staffId !== staffId) continue;
    if (state.day === null || duty.since < state.day.openedAt) continue;
    return { label: counterLabel(state, counterId), by: duty.closedFor.by, at: duty.since };
  }
  return null;
}

function namedService(state: HallState, serviceId: ServiceId): NamedService {
  return { serviceId, name: serviceName(state, serviceId) };
}

function servicesToChoose({ setup }: HallState): readonly NamedService[] {
  return setup.services.filter(({ active }) => active).map(({ id: serviceId, name }) => ({ serviceId, name }));
}

/** Every counter in use, manned or not, in the hall's order. */
export function counterStates(state: HallState): readonly CounterState[] {
  return state.setup.counters.filter((counter) => counter.active).map((counter) => counterState(state, counter.id));
}

function counterState(state: HallState, counterId: CounterId): CounterState {
  const counter = state.setup.counters.find((one) => one.id === counterId);
  const duty = state.counters.get(counterId);
  if (counter === undefined) throw new Error(`counter ${counterId} is not in the set-up`);
  return {
    counterId,
    label: counter.label,
    zoneName: zoneName(state, counter.zone),
    status: duty?.status ?? 'closed',
    workProfileId: duty === undefined || duty.status === 'closed' ? counter.workProfile : duty.workProfileId,
    staffId: duty === undefined || duty.status === 'closed' ? null : duty.staffId,
    since: duty?.since ?? null,
  };
}
