import { setImmediate } from 'node:timers/promises';
import type { TicketId } from '../../shared/ids.ts';
import type { CaseRow } from '../../shared/rating-ledger.ts';
import { type FileFormat, type Row, rowFile } from '../export/row-file.ts';
import { ratingMessage } from '../exporters/rating-message.ts';
import type { Parts } from './parts.ts';

interface Period {
  readonly from: string;
  readonly to: string;
  /** UTC ms, [since, until). */
  readonly since: number;
  readonly until: number;
}

/** Rows read at a time; between two reads whatever waits is done first. */
const rowsAtOnce = 200;

/** The common core that provincial platforms ask for, and what we always add; one line a level, detail or opinion. */
export function exportRatings(parts: Parts, period: Period, format: FileFormat) {
  const { ratings, hall } = parts;
  const { hall: whole } = ratings.figures(period.from, period.to, period.since, period.until);
  async function* rows(): AsyncGenerator<Row> {
    for (let after = 0; ; ) {
      const batch = ratings.exportRows(after, period.since, period.until, rowsAtOnce);
      for (const row of batch) {
        yield {
          ...ratingMessage(row, hall.state().setup, parts.localDateTime),
          ratableInPeriod: whole.ratable,
          ratedInPeriod: whole.rated,
        };
      }
      const last = batch.at(-1);
      if (last === undefined) return;
      after = last.position;
      await setImmediate();
    }
  }
  return rowFile(rows(), format);
}

/** The follow-up of low ratings, without what was written in it. */
export function exportCases(
  { ratings, localDateTime }: Parts,
  period: Period,
  format: FileFormat,
  rowOf: (id: TicketId) => CaseRow,
) {
  async function* rows(): AsyncGenerator<Row> {
    for (const one of ratings.cases(period.since, period.until - 1)) {
      const row = rowOf(one.ticketId);
      yield {
        ticketNumber: row.number,
        ticketDay: row.day,
        serviceName: row.serviceName.zhHans,
        level: row.level,
        misuseFlags: row.flags.join(','),
        status: row.status,
        openedAt: localDateTime(row.openedAt),
        since: localDateTime(one.since),
        waitsFor: row.due?.what ?? null,
        dueOn: row.due?.date ?? null,
        dueIsProvisional: row.due?.provisional ?? null,
        overdue: row.due?.colour === 'over',
        mayCallBack: row.mayCallBack,
        satisfaction: one.satisfaction,
        declaredInvalid: row.declaredInvalid,
      };
      await setImmediate();
    }
  }
  return rowFile(rows(), format);
}
