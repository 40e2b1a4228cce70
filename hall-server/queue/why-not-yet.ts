// 为什么还没叫到: who goes before a waiting ticket, where, and by which rule; from the order itself.
import type { WhyNotYet } from '../../shared/views.ts';
import { lineOfCounter } from './line.ts';
import { callsToGo, isLater } from './next-ticket.ts';
import { takenAt } from './quick-counter.ts';
import { boundCounter, counterLabel, type HallState, ticketAtCounter, type WaitingTicket } from './state.ts';
import { queuesOfProfile } from './work-profile.ts';

/** So far a line is followed: who stands behind more is told that many. */
const linesAsked = 30;

/** Every open counter calls on its own in this answer: in truth others take some of those before, never more. */
export function whyNotYet(state: HallState, ticket: WaitingTicket, now: number): WhyNotYet {
  const bound = boundCounter(state, ticket);
  const counters = state.setup.counters.flatMap(({ id, label }) => {
    const duty = state.counters.get(id);
    if (duty?.status !== 'open') return [];
    const profile = state.setup.workProfiles.find((one) => one.id === duty.workProfileId);
    const serves =
      bound === null
        ? profile !== undefined && queuesOfProfile(profile).includes(ticket.queueId) && takenAt(state, id)(ticket)
        : bound === id;
    if (!serves) return [];
    const line = lineOfCounter(state, id, duty.workProfileId, linesAsked, now);
    const place = line.findIndex((next) => next.ticket.id === ticket.id);
    const before = (place < 0 ? line : line.slice(0, place)).map((next) => ({
      number: next.ticket.number,
      reason: next.reason,
    }));
    const busyWith = ticketAtCounter(state, id)?.number ?? null;
    return [{ label, busyWith, before, reason: line[place]?.reason ?? null }];
  });
  const [first, ...others] = counters;
  const counter =
    first === undefined
      ? null
      : others.reduce((best, one) => (one.before.length < best.before.length ? one : best), first);
  return {
    counter,
    reservedFor: bound === null ? null : counterLabel(state, bound),
    callsToGo: callsToGo(state, ticket),
    notBefore: isLater(ticket, now) ? ticket.notBefore : null,
  };
}
