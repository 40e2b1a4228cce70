import type { PushLedger } from '../store/push-ledger.ts';
import type { ExportRow } from '../store/rating-reports.ts';
import type { Exporter, Said } from './exporter.ts';
import type { RatingMessage } from './rating-message.ts';

const atOnce = 50;
/** Between two looks for something new. */
const lookEveryMs = 5_000;
/** After a failure twice as long as before, at most an hour. */
const firstDelayMs = 10_000;
const longestDelayMs = 3_600_000;

interface PushRatings {
  readonly exporter: Exporter;
  readonly ledger: PushLedger;
  /** The next entries of the record after a position. */
  readonly rowsAfter: (position: number, limit: number) => readonly ExportRow[];
  readonly messageOf: (row: ExportRow) => RatingMessage;
  /** UTC ms. */
  readonly now: () => number;
}

/** Why the next message has not been taken yet. */
export interface PushFault {
  readonly at: number;
  readonly status: number | null;
  readonly tries: number;
  readonly nextAt: number;
}

/**
 * Sends the rating record to a platform, entry by entry in its order. Each is written into the ledger once it is taken or
 * refused; whatever happens between the two, it is sent again under the same id.
 */
export function pushRatings({ exporter, ledger, rowsAfter, messageOf, now }: PushRatings) {
  let fault: PushFault | null = null;

  const failed = ({ status }: Said): number => {
    const tries = (fault?.tries ?? 0) + 1;
    const nextAt = now() + Math.min(longestDelayMs, firstDelayMs * 2 ** (tries - 1));
    fault = { at: now(), status, tries, nextAt };
    return nextAt;
  };

  /** Sends what is due. @returns UTC ms at which to come again */
  const step = async (): Promise<number> => {
    if (fault !== null && now() < fault.nextAt) return fault.nextAt;
    for (;;) {
      const rows = rowsAfter(ledger.last(), atOnce);
      if (rows.length === 0) return now() + lookEveryMs;
      for (const row of rows) {
        // What was said without a ticket belongs to no matter that a platform knows.
        if (row.kind === 'opinion') {
          ledger.write(row.position, 'notSent', null, now());
          continue;
        }
        const said = await exporter.send(messageOf(row));
        if (said.outcome === 'failed') return failed(said);
        ledger.write(row.position, said.outcome, said.status, now());
        fault = null;
      }
    }
  };

  return {
    step,
    fault: () => fault,
    /** An administrator has put something right: the next step does not wait. */
    tryNow() {
      if (fault !== null) fault = { ...fault, nextAt: now() };
    },
  };
}
export type Pusher = ReturnType<typeof pushRatings>;
