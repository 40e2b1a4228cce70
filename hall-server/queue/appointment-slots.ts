// 预约时段: the slots of a service lie within the opening hours of its bookable days; each has so many places.
import type { ServiceId } from '../../shared/ids.ts';
import type { Service, ServiceAppointments, Setup } from '../../shared/setup.ts';
import type { Context, LocalTime } from './decision.ts';
import { dayAfter, periodsOn, periodsOnDate, toMinute, weekdayOf } from './opening-hours.ts';
import { servedPeriods } from './service-hours.ts';
import type { Appointment, HallState } from './state.ts';

type Day = Pick<LocalTime, 'date' | 'weekday'>;

/** A place in time that can be booked. */
export interface OfferedSlot {
  /** 'YYYY-MM-DD' and 'HH:MM' in the hall's zone. */
  readonly date: string;
  readonly slot: string;
  /** UTC ms. */
  readonly startsAt: number;
  /** Places not taken; 0 when full. */
  readonly left: number;
  /** Starts within the service's lead time. */
  readonly tooSoon: boolean;
}

/** 570 -> '09:30' */
export function toClock(minute: number): string {
  return [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

/** How far a calendar of closed days is searched for the next opening day. */
const farthestDays = 120;

type Moment = Pick<Context, 'now' | 'local' | 'instantOf'>;

/** Every slot of a service from now to the last bookable day, in order of time. `byPhone`: of the phones' share. */
export function offeredSlots(
  state: HallState,
  service: Service,
  moment: Moment,
  byPhone = false,
): readonly OfferedSlot[] {
  const { appointments } = service;
  if (appointments === null) return [];
  return bookableDays(state, appointments, moment.local).flatMap((day) =>
    slotsOn(state.setup, service, day).flatMap(
      (slot) => offer(state, service.id, appointments, moment, day, slot, byPhone) ?? [],
    ),
  );
}

/** One of them; null when there is no such slot, or it has begun. */
export function offeredSlot(
  state: HallState,
  service: Service,
  moment: Moment,
  wanted: Pick<OfferedSlot, 'date' | 'slot'>,
  byPhone = false,
): OfferedSlot | null {
  const { appointments } = service;
  if (appointments === null) return null;
  const day = bookableDays(state, appointments, moment.local).find(({ date }) => date === wanted.date);
  if (day === undefined || !slotsOn(state.setup, service, day).includes(wanted.slot)) return null;
  return offer(state, service.id, appointments, moment, day, wanted.slot, byPhone);
}

function offer(
  state: HallState,
  serviceId: ServiceId,
  { leadMinutes, quota }: ServiceAppointments,
  { now, instantOf }: Moment,
  { date }: Day,
  slot: string,
  byPhone: boolean,
): OfferedSlot | null {
  const startsAt = instantOf(date, toMinute(slot));
  if (startsAt <= now) return null;
  const holders = holdersOf(state, serviceId, startsAt);
  const left = Math.max(0, quota - new Set(holders.map(({ place }) => place)).size);
  return {
    date,
    slot,
    startsAt,
    left: byPhone ? leftForPhones(left) : left,
    tooSoon: startsAt - now < leadMinutes * 60_000,
  };

  function leftForPhones(inAll: number): number {
    const share = Math.floor((quota * state.setup.rules.appointment.phone.sharePercent) / 100);
    const byPhones = holders.filter(({ source }) => source === 'phone').length;
    return Math.max(0, Math.min(inAll, share - byPhones));
  }
}

/** The smallest free place of a slot, 1 and up; whether the quota allows it is the caller's question. */
export function firstFreePlace(state: HallState, serviceId: ServiceId, startsAt: number): number {
  const taken = new Set(holdersOf(state, serviceId, startsAt).map((one) => one.place));
  let place = 1;
  while (taken.has(place)) place += 1;
  return place;
}

/** A place stays taken when its booking has been checked in: the visitor is served in its time. */
function holdersOf(state: HallState, serviceId: ServiceId, startsAt: number): readonly Appointment[] {
  return [...state.appointments.values()].filter(
    (one) =>
      (one.status === 'open' || one.status === 'checkedIn') && one.serviceId === serviceId && one.startsAt === startsAt,
  );
}

/** Today, if the hall is open today and its day has not been closed, and the next opening days after it. */
function bookableDays(state: HallState, { daysAhead }: ServiceAppointments, local: LocalTime): readonly Day[] {
  const closed = state.day !== null && state.day.date === local.date && state.day.closedAt !== null;
  const isOpen = (day: Day) => periodsOn(state.setup, day).length > 0;
  const days: Day[] = closed || !isOpen(local) ? [] : [local];
  let day: Day = local;
  for (let ahead = 0, searched = 0; ahead < daysAhead && searched < farthestDays; searched += 1) {
    day = dayAfter(day);
    if (!isOpen(day)) continue;
    days.push(day);
    ahead += 1;
  }
  return days;
}

const slotsOn = (setup: Setup, service: Service, day: Day) =>
  slotsWithin(servedPeriods(service, day.weekday, periodsOn(setup, day)), service);

/** The slots of a service on any date, whether it can still be booked or not. */
export const slotsOnDate = (setup: Setup, service: Service, date: string): readonly string[] =>
  slotsWithin(servedPeriods(service, weekdayOf(date), periodsOnDate(setup, date)), service);

/** Slots follow one another from the start of each period; one that would not end within it is not offered. */
function slotsWithin(
  periods: readonly (readonly [string, string])[],
  { appointments }: Pick<Service, 'appointments'>,
): readonly string[] {
  if (appointments === null) return [];
  const { slotMinutes } = appointments;
  return periods.flatMap(([from, to]) => {
    const starts: string[] = [];
    for (let minute = toMinute(from); minute + slotMinutes <= toMinute(to); minute += slotMinutes) {
      starts.push(toClock(minute));
    }
    return starts;
  });
}
