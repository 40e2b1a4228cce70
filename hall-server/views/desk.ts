import type { Actor } from '../../shared/actors.ts';
import { StaffId, type TicketId } from '../../shared/ids.ts';
import type { DeskView, StaffFacts, TicketRow, WhyNotYet } from '../../shared/views.ts';
import { isOfficer } from '../diaries/diary.ts';
import { mayStep } from '../queue/lifecycle.ts';
import { intakeAt } from '../queue/opening-hours.ts';
import { cannotPostpone } from '../queue/postpone-ticket.ts';
import { cannotReprint } from '../queue/print-slip.ts';
import { cannotPutBack } from '../queue/put-back-missed.ts';
import { boundCounter, counterLabel, type HallState, type Ticket } from '../queue/state.ts';
import { whyNotYet } from '../queue/why-not-yet.ts';
import { appointmentsOfToday } from './appointments.ts';
import { groupChoices } from './group-choices.ts';
import { hallFacts, missedRule } from './hall-facts.ts';
import { queueName, serviceName } from './names.ts';
import type { Picture } from './picture.ts';
import { printerStatuses, printFacts, unprinted } from './printers.ts';

export function deskView(picture: Picture, me: StaffFacts): DeskView {
  const { state, now, local } = picture;
  return {
    kind: 'desk',
    hall: hallFacts(state),
    me,
    intake: intakeAt(state.setup, local),
    groups: groupChoices(picture),
    priorityClasses: state.setup.priorityClasses
      .filter((one) => one.active)
      .map(({ id, name, evidence }) => ({ id, name, evidence })),
    missedRule: missedRule(state),
    appointments: appointmentsOfToday(state, now),
    checkInRule: {
      beforeMinutes: state.setup.rules.appointment.checkInBeforeMinutes,
      afterMinutes: state.setup.rules.appointment.checkInAfterMinutes,
    },
    officers: [...state.diaries.officers.values()].filter(isOfficer).map(({ no }) => no),
    counters: state.setup.counters.flatMap(({ id, label }) => {
      const duty = state.counters.get(id);
      return duty === undefined || duty.status === 'closed' ? [] : [{ counterId: id, label, staffId: duty.staffId }];
    }),
    postponePlaces: state.setup.rules.waiting.postponePlaces,
    tickets: [...state.tickets.values()]
      .toSorted((a, b) => a.issueOrder - b.issueOrder)
      .map((ticket) => ticketRow(state, ticket, now)),
    unprinted: unprinted(picture),
    printers: printerStatuses(picture).filter(({ condition }) => condition !== 'ok' && condition !== 'unknown'),
  };
}

/** Anybody who may use the front desk: what can be done there does not depend on who it is. */
const desk: Actor = { kind: 'staff', staffId: StaffId.parse('desk'), role: 'reception' };

/** One ticket as staff see it, live or ended. */
export function ticketRow(state: HallState, ticket: Ticket, now: number): TicketRow {
  const counterId = 'counterId' in ticket ? ticket.counterId : boundCounter(state, ticket);
  return {
    ticketId: ticket.id,
    number: ticket.number,
    status: ticket.status,
    serviceId: ticket.serviceId,
    serviceName: serviceName(state, ticket.serviceId),
    queueId: ticket.queueId,
    queueName: queueName(state, ticket.queueId),
    priorityClassId: ticket.priorityClassId,
    issuedAt: ticket.issuedAt,
    since: ticket.since,
    counterLabel: counterId === null ? null : counterLabel(state, counterId),
    canPutBack: ticket.status === 'missed' && cannotPutBack(state, ticket, now) === null,
    canPostpone: ticket.status === 'waiting' && cannotPostpone(state, ticket) === null,
    canCancel: mayStep(ticket.status, 'cancelled'),
    slip: printFacts(ticket.slip),
    joined: ticket.caseId !== null,
    further: ticket.further.map(({ serviceId }) => ({ serviceId, name: serviceName(state, serviceId) })),
    canReprint: cannotReprint(state, ticket, desk, now) === null,
  };
}

/** Why a waiting ticket has not been called; null for one that does not wait. */
export function whyTicketWaits({ state, now }: Picture, ticketId: TicketId): WhyNotYet | null {
  const ticket = state.tickets.get(ticketId);
  return ticket?.status === 'waiting' ? whyNotYet(state, ticket, now) : null;
}
