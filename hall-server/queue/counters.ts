// 窗口开、停、关: one member of staff at a counter, one counter for a member of staff.
import type { CommandOf } from '../../shared/commands.ts';
import type { CounterId, StaffId } from '../../shared/ids.ts';
import type { Rejection } from '../../shared/rejections.ts';
import { freeCounter, ownCounter } from './at-counter.ts';
import { type Context, type Decision, reject } from './decision.ts';
import type { CounterOpened, HallEvent } from './events.ts';
import { counterLabel, counterOfStaff, type HallState, ticketAtCounter } from './state.ts';

export function openCounter(state: HallState, command: CommandOf<'openCounter'>, context: Context): Decision {
  if (context.actor.kind !== 'staff') return reject('noCounter');
  const opening = openingOf(state, { ...command, staffId: context.actor.staffId });
  return 'rejected' in opening ? opening : [{ ...opening, at: context.now }];
}

/** What is needed to open a counter, whoever does it; the hour is the caller's. */
export function openingOf(
  state: HallState,
  { counterId, workProfileId, staffId }: Omit<CounterOpened, 'type' | 'at' | 'by'>,
): Omit<CounterOpened, 'at'> | Rejection {
  if (state.day === null) return reject('dayNotOpen');
  if (state.day.closedAt !== null) return reject('dayClosed');
  const counter = state.setup.counters.find((one) => one.id === counterId && one.active);
  if (counter === undefined) return reject('unknownCounter');
  if (!state.setup.workProfiles.some((one) => one.id === workProfileId && one.active)) {
    return reject('unknownWorkProfile');
  }
  const other = counterOfStaff(state, staffId);
  if (other !== null) return reject('staffAtOtherCounter', { counter: counterLabel(state, other.counterId) });
  const duty = state.counters.get(counterId);
  if (duty !== undefined && duty.status !== 'closed') return reject('counterTaken', { counter: counter.label });
  return { type: 'counterOpened', counterId, staffId, workProfileId };
}

/** A colleague has gone without closing: the counter, with whoever stands there, passes to the asker. */
export function takeOverCounter(state: HallState, command: CommandOf<'takeOverCounter'>, context: Context): Decision {
  const { counterId } = command;
  if (context.actor.kind !== 'staff') return reject('noCounter');
  const { staffId } = context.actor;
  const duty = state.counters.get(counterId);
  if (duty === undefined || duty.status === 'closed') return reject('counterNotTaken');
  const other = counterOfStaff(state, staffId);
  if (other !== null) return reject('staffAtOtherCounter', { counter: counterLabel(state, other.counterId) });
  const { now: at } = context;
  const taken = { type: 'counterTakenOver', at, counterId, staffId, fromStaffId: duty.staffId } as const;
  const present = ticketAtCounter(state, counterId);
  // Whoever goes on with a service has a part in it: what is said of the visit is said of both.
  return present?.status === 'serving'
    ? [taken, { type: 'serviceTakenOver', at, ticketId: present.id, staffId }]
    : [taken];
}

export function pauseCounter(state: HallState, command: CommandOf<'pauseCounter'>, context: Context): Decision {
  const own = freeCounter(state, context);
  if ('rejected' in own) return own;
  return [{ type: 'counterPaused', at: context.now, counterId: own.counterId, reason: command.reason }];
}

export function resumeCounter(state: HallState, context: Context): Decision {
  const own = ownCounter(state, context);
  if ('rejected' in own) return own;
  if (own.duty.status !== 'paused') return reject('counterNotPaused');
  return [{ type: 'counterResumed', at: context.now, counterId: own.counterId }];
}

export function closeCounter(state: HallState, context: Context): Decision {
  const own = ownCounter(state, context);
  if ('rejected' in own) return own;
  const { counterId } = own;
  const present = ticketAtCounter(state, counterId);
  return present === null
    ? closingEvents(state, counterId, context.now)
    : reject('counterBusy', { number: present.number });
}

/** Whoever was passed on to just this counter must not wait for ever. */
export function closingEvents(
  state: HallState,
  counterId: CounterId,
  at: number,
  by: StaffId | null = null,
): readonly HallEvent[] {
  const lifted = [...state.tickets.values()].flatMap((ticket): HallEvent[] =>
    ticket.status === 'waiting' && ticket.reservedFor === counterId
      ? [{ type: 'reservationLifted', at, ticketId: ticket.id }]
      : [],
  );
  return [...lifted, { type: 'counterClosed', at, counterId, ...(by !== null && { by }) }];
}
