// 导入预约: what another system has promised is booked row by row; the same reference is the same booking.
import type { ImportRow } from '../../shared/appointment-import.ts';
import type { CommandOf } from '../../shared/commands.ts';
import type { AppointmentId } from '../../shared/ids.ts';
import type { Rejection } from '../../shared/rejections.ts';
import { slotsOnDate } from './appointment-slots.ts';
import { type Context, type Decision, reject } from './decision.ts';
import type { AppointmentBooked } from './events.ts';
import { toMinute } from './opening-hours.ts';
import type { Appointment, HallState } from './state.ts';

/** No system promises farther ahead. */
const farthestMs = 200 * 24 * 3_600_000;

export type RowVerdict =
  | { readonly is: 'new'; readonly event: AppointmentBooked }
  | { readonly is: 'known'; readonly appointmentId: AppointmentId }
  | { readonly is: 'refused'; readonly why: Rejection };

/** A refused row keeps no other from being booked: each is somebody else's promise. */
export function importAppointments(
  state: HallState,
  { rows }: CommandOf<'importAppointments'>,
  context: Context,
): Decision {
  return judgeRows(state, rows, context).flatMap((verdict) => (verdict.is === 'new' ? [verdict.event] : []));
}

type Judging = Pick<Context, 'now' | 'instantOf'> & { readonly fresh: Pick<Context['fresh'], 'imported'> };

/** What becomes of each row if they are booked now, in their order. */
export function judgeRows(state: HallState, rows: readonly ImportRow[], context: Judging): readonly RowVerdict[] {
  const byReference = new Map<string, Pick<Appointment, 'id' | 'serviceId' | 'date' | 'slot' | 'status'>>();
  const places = new Map<string, Set<number>>();
  const placesOf = (serviceId: string, startsAt: number) => {
    const key = `${serviceId} ${startsAt}`;
    const known = places.get(key) ?? new Set();
    places.set(key, known);
    return known;
  };
  for (const one of state.appointments.values()) {
    if (one.reference !== null) byReference.set(one.reference, one);
    if (one.status === 'open' || one.status === 'checkedIn') placesOf(one.serviceId, one.startsAt).add(one.place);
  }

  const judge = (row: ImportRow, index: number): RowVerdict => {
    const refused = (why: Rejection): RowVerdict => ({ is: 'refused', why });
    const { serviceId, date, slot, reference } = row;
    const known = reference === null ? undefined : byReference.get(reference);
    if (known !== undefined) {
      const same = known.serviceId === serviceId && known.date === date && known.slot === slot;
      return same && known.status === 'open'
        ? { is: 'known', appointmentId: known.id }
        : refused(reject('referenceTaken', { reference: reference ?? '' }));
    }
    const service = state.setup.services.find((one) => one.id === serviceId && one.active);
    if (service === undefined) return refused(reject('unknownService'));
    const { appointments } = service;
    if (appointments === null) return refused(reject('serviceNotBookable'));
    // How far ahead and how soon may be booked was the other system's question: this is promised already.
    const startsAt = context.instantOf(date, toMinute(slot));
    if (startsAt <= context.now) return refused(reject('slotOver'));
    const isSlot = startsAt - context.now < farthestMs && slotsOnDate(state.setup, service, date).includes(slot);
    if (!isSlot) return refused(reject('slotNotOffered'));
    const taken = placesOf(serviceId, startsAt);
    if (taken.size >= appointments.quota) return refused(reject('slotFull', { slot }));
    const fresh = context.fresh.imported[index];
    if (fresh === undefined) throw new Error('no id for an imported row');
    let place = 1;
    while (taken.has(place)) place += 1;
    taken.add(place);
    const { quota } = appointments;
    if (reference !== null) byReference.set(reference, { ...row, id: fresh.appointmentId, status: 'open' });
    return {
      is: 'new',
      event: {
        ...{ type: 'appointmentBooked', at: context.now, ...fresh, serviceId, date, slot, startsAt, place, quota },
        ...{ source: 'import', ...(reference !== null && { reference }) },
      },
    };
  };
  return rows.map(judge);
}
