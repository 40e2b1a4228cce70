import type { ImportRow, ImportVerdict } from '../../shared/appointment-import.ts';
import { AppointmentId } from '../../shared/ids.ts';
import type { Context } from '../queue/decision.ts';
import { judgeRows } from '../queue/import-appointments.ts';
import type { Appointment, HallState } from '../queue/state.ts';

/** What would become of each row, by the law itself. `known`: bookings that have one of their references, ended ones too. */
export function importPreview(
  state: HallState,
  rows: readonly ImportRow[],
  known: readonly Appointment[],
  moment: Pick<Context, 'now' | 'instantOf'>,
): readonly ImportVerdict[] {
  const appointments = new Map(state.appointments);
  for (const one of known) if (!appointments.has(one.id)) appointments.set(one.id, one);
  // Nothing is written, so any id will do.
  const nobody = { appointmentId: AppointmentId.parse('preview'), codeHash: '' };
  const fresh = { imported: rows.map(() => nobody) };
  return judgeRows({ ...state, appointments }, rows, { ...moment, fresh }).map((verdict) =>
    verdict.is === 'refused'
      ? { is: 'refused', code: verdict.why.rejected, facts: verdict.why.facts ?? {} }
      : { is: verdict.is },
  );
}
