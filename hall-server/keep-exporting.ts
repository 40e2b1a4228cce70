import type { BaseLogger } from 'pino';
import type { ExportState } from '../shared/http.ts';
import type { Exporter } from './exporters/exporter.ts';
import { type Pusher, pushRatings } from './exporters/push-ratings.ts';
import type { RatingMessage } from './exporters/rating-message.ts';
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
  const pusher: Pusher = pushRatings({ exporter, ledger, rowsAfter, messageOf, now });
  let closed = false;
  let timer: NodeJS.Timeout | null = null;
  let stepping: Promise<void> = Promise.resolve();

  const step = async () => {
    const nextAt = await pusher.step().catch((err: unknown) => {
      log.error({ err }, 'ratings could not be exported');
      return now() + 60_000;
    });
    if (!closed) timer = setTimeout(begin, Math.max(0, nextAt - now()));
  };
  const begin = () => {
    timer = null;
    stepping = step();
  };
  begin();

  return {
    state: () => ({ target: exporter.target, ...ledger.counts(), refusals: ledger.refused(), fault: pusher.fault() }),
    tryNow() {
      pusher.tryNow();
      // A message on its way is waited for; otherwise there is a timer to be brought forward.
      if (timer === null) return;
      clearTimeout(timer);
      begin();
    },
    async close() {
      closed = true;
      if (timer !== null) clearTimeout(timer);
      await stepping;
    },
  };
}
