import type { DeviceAssignment } from '../../shared/actors.ts';
import type { BoardView } from '../../shared/views.ts';
import type { HeldTicket, ServingTicket } from '../queue/state.ts';
import { publicCall } from './board.ts';
import { missedRule, screenFacts } from './hall-facts.ts';
import type { Picture } from './picture.ts';

/** Who waits for papers, and who may fetch them where: called from the moment a counter has taken the ticket up again. */
export function pickUpView(
  { state }: Picture,
  assignment: Extract<DeviceAssignment, { kind: 'pickUpScreen' }>,
): BoardView {
  const tickets = [...state.tickets.values()];
  const isPrepared = (ticket: (typeof tickets)[number]): ticket is HeldTicket =>
    ticket.status === 'held' && ticket.reason === 'preparingPapers';
  const isCollecting = (ticket: (typeof tickets)[number]): ticket is ServingTicket =>
    ticket.status === 'serving' && ticket.collecting;
  return {
    kind: 'board',
    ...screenFacts(state, assignment),
    screen: assignment.kind,
    zoneName: null,
    calls: tickets
      .filter(isCollecting)
      .map((ticket) => ({ ...publicCall(state, ticket), status: 'called' as const, callNo: 1 }))
      .toSorted((a, b) => b.calledAt - a.calledAt),
    groups: [],
    missed: [],
    preparing: tickets
      .filter(isPrepared)
      .toSorted((a, b) => a.since - b.since)
      .map(({ number }) => number),
    missedRule: missedRule(state),
  };
}
