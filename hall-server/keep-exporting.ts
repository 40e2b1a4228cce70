import type { BaseLogger } from 'pino';
import type { ExportState } from '../shared/http.ts';
import type { Exporter } from './exporters/exporter.ts';
import { pushRatings } from './exporters/push-ratings.ts';
import type { RatingMessage } from './exporters/rating-message.ts';
import { stepLoop } from './step-loop.ts';
import type { PushLedger } from './store/push-ledger.ts';
import type { ExportRow, RatingReports } from './store/rating-reports.ts';

export interface Exporting {
  readonly state: () => ExportState;
  readonly tryNow: () => void;
  readonly close: () => Promise<void>;
}

interface KeepExporting {
  readonly exporter: Exporter;
  readonly ledger: PushLedger;
  readonly reports: Pick<RatingReports, 'exportRows'>;
  readonly messageOf: (row: ExportRow) => RatingMessage;
  readonly now: () => number;
  readonly log: Pick<BaseLogger, 'error'>;
}

/** Sends ratings to a platform beside the hall's own work: never in a command's way, and never two messages at a time. */
export function keepExporting({ exporter, ledger, reports, messageOf, now, log }: KeepExporting): Exporting {
  const rowsAfter = (position: number, limit: number) =>
    reports.exportRows(position, 0, Number.MAX_SAFE_INTEGER, limit);
  const pusher = pushRatings({ exporter, ledger, rowsAfter, messageOf, now });
  const loop = stepLoop({ step: pusher.step, now, log, about: 'ratings could not be exported' });
  return {
    state: () => ({ target: exporter.target, ...ledger.counts(), refusals: ledger.refused(), fault: pusher.fault() }),
    tryNow() {
      pusher.tryNow();
      loop.bringForward();
    },
    close: loop.close,
  };
}
