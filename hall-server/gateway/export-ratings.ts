import { setImmediate } from 'node:timers/promises';
import type { TicketId } from '../../shared/ids.ts';
import type { CaseRow } from '../../shared/rating-ledger.ts';
import type { Row, Table } from '../export/row-file.ts';
import { ratingColumns, ratingMessage } from '../exporters/rating-message.ts';
import type { RatingReports } from '../store/rating-reports.ts';
import type { Parts } from './parts.ts';

type RatingCase = ReturnType<RatingReports['casesAfter']>[number];

interface Period {
  readonly from: string;
  readonly to: string;
  /** UTC ms, [since, until). */
  readonly since: number;
  readonly until: number;
}

/** A table to be written as a file, and how many rows it will have: how far an export is can be told. */
export interface Export extends Table {
  readonly count: number;
}

/** Rows read at a time; between two reads whatever waits is done first. */
const rowsAtOnce = 200;

/** The common core that provincial platforms ask for, and what we always add; one line a level, detail or opinion. */
export async function exportRatings(parts: Parts, period: Period): Promise<Export> {
  const { ratings, hall, figures } = parts;
  const { since, until } = period;
  const { ratable, rated } = (await figures.ratings({ ...period, now: hall.now() })).hall;
  async function* rows(): AsyncGenerator<Row> {
    for (let after = 0; ; ) {
      const batch = ratings.exportRows(after, since, until, rowsAtOnce);
      for (const row of batch) {
        const message = ratingMessage(row, hall.state().setup, parts.localDateTime);
        yield { ...message, ratableInPeriod: ratable, ratedInPeriod: rated };
      }
      const last = batch.at(-1);
      if (last === undefined) return;
      after = last.position;
      await setImmediate();
    }
  }
  return {
    columns: [...ratingColumns, 'ratableInPeriod', 'ratedInPeriod'],
    rows: rows(),
    count: ratings.exportRowCount(since, until),
  };
}

/** The follow-up of low ratings opened in the period, without what was written in it. */
export function exportCases(parts: Parts, { since, until }: Period, rowOf: (id: TicketId) => CaseRow): Export {
  const { ratings, localDateTime } = parts;
  const last = until - 1;
  async function* rows(): AsyncGenerator<Row> {
    for (let after: RatingCase | null = null; ; ) {
      const batch: readonly RatingCase[] = ratings.casesAfter(after, since, last, rowsAtOnce);
      for (const one of batch) yield caseLine(one, rowOf(one.ticketId), localDateTime);
      after = batch.at(-1) ?? null;
      if (after === null) return;
      await setImmediate();
    }
  }
  return { columns: caseColumns, rows: rows(), count: ratings.casesBetween(since, last) };
}

const caseColumns = [
  ...['ticketNumber', 'ticketDay', 'serviceName', 'level', 'misuseFlags', 'status', 'openedAt', 'since', 'waitsFor'],
  ...['dueOn', 'dueIsProvisional', 'overdue', 'mayCallBack', 'satisfaction', 'declaredInvalid'],
] as const;

function caseLine(one: RatingCase, row: CaseRow, localDateTime: Parts['localDateTime']) {
  return {
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
  } satisfies Record<(typeof caseColumns)[number], Row[string]>;
}
