// 签到: a booking becomes a live number without a second queue; its place in time is its slot, or now if that is later.
import type { CommandOf, NamedAppointment } from '../../shared/commands.ts';
import { toClock } from './appointment-slots.ts';
import { type Context, type Decision, reject } from './decision.ts';
import { giveNumber, walkInRefused } from './issue-ticket.ts';
import { toMinute } from './opening-hours.ts';
import type { Appointment, HallState } from './state.ts';

export function checkIn(state: HallState, command: CommandOf<'checkIn'>, context: Context): Decision {
  const { setup, day } = state;
  const byPhone = context.actor.kind === 'visitor';
  if (byPhone && !setup.rules.appointment.phone.checkIn) return reject('phoneCheckInOff');
  const appointment = findAppointment(state, command.appointment, context);
  if (appointment === null) return reject('unknownAppointment');
  const { startsAt, slot, date } = appointment;
  if (appointment.status === 'checkedIn') {
    const number = state.tickets.get(appointment.ticketId)?.number;
    return reject('appointmentUsed', number === undefined ? undefined : { number });
  }
  if (appointment.status !== 'open') return reject('appointmentOver');
  if (day === null) return reject('dayNotOpen');
  if (date > day.date) return reject('appointmentOtherDay', { date, slot });
  if (date < day.date) return reject('appointmentOver');
  if (day.closedAt !== null) return reject('dayClosed');
  const { checkInBeforeMinutes } = setup.rules.appointment;
  if (context.now < checkInFrom(state, appointment)) {
    return reject('appointmentEarly', { slot, from: toClock(Math.max(0, toMinute(slot) - checkInBeforeMinutes)) });
  }
  const service = setup.services.find((one) => one.id === appointment.serviceId);
  const queue = setup.queues.find((one) => one.id === service?.queue);
  if (service === undefined || queue === undefined) return reject('unknownService');

  const wish = { service, queue, language: command.language, priorityClassId: null, appointmentId: appointment.id };
  if (hasLapsed(state, appointment, context.now)) {
    // A walk-in's number is given to whoever stands in the hall, and a phone may be anywhere.
    if (byPhone) return reject('phoneCheckInLate');
    // Too late for the slot: an ordinary number at once, if numbers are still given.
    const source = context.actor.kind === 'staff' ? 'desk' : 'ticketKiosk';
    const refused = walkInRefused(state, service, queue, source, context);
    return refused ?? giveNumber(state, { ...wish, source, effectiveAt: context.now }, context);
  }
  // Within its time a booking is owed a number, whatever the hours and limits of walk-in say.
  const effectiveAt = Math.max(startsAt, context.now);
  return giveNumber(state, { ...wish, source: 'appointment', effectiveAt }, context);
}

/** UTC ms from which a booking can be checked in. */
export function checkInFrom({ setup }: HallState, { startsAt }: Appointment): number {
  return startsAt - setup.rules.appointment.checkInBeforeMinutes * 60_000;
}

/** Whether a booking's time has passed: it gives no place ahead any more. */
export function hasLapsed(state: HallState, appointment: Appointment, now: number): boolean {
  return now > keptUntil(state, appointment);
}

/** UTC ms until which a booking is kept. */
export function keptUntil({ setup }: HallState, { startsAt }: Appointment): number {
  return startsAt + setup.rules.appointment.checkInAfterMinutes * 60_000;
}

/** By its code; by its id for the front desk, which has the day's list before it. */
function findAppointment(state: HallState, named: NamedAppointment, context: Context): Appointment | null {
  if ('appointmentId' in named) {
    return context.actor.kind === 'staff' ? (state.appointments.get(named.appointmentId) ?? null) : null;
  }
  const codeHash = context.hashOfCode(named.code);
  // A code may come again after years; the booking that can still be kept is meant.
  const all = [...state.appointments.values()].filter((one) => one.codeHash === codeHash);
  return all.find((one) => one.status === 'open') ?? all[0] ?? null;
}
