import type { WebhookRow } from '../../shared/interfaces.ts';
import type { Webhook, Webhooks } from '../store/webhooks.ts';
import { deliver, isReceipt } from './deliver.ts';
import { eventMessage } from './event-message.ts';

const atOnce = 200;
const lookEveryMs = 1_000;
/** After a failure twice as long as before, at most an hour. */
const firstDelayMs = 5_000;
const longestDelayMs = 3_600_000;

interface PushEvents {
  readonly id: string;
  readonly webhooks: Webhooks;
  /** Of the database: a restored one gives its events other ids. */
  readonly generation: number;
  /** UTC ms. */
  readonly now: () => number;
}

/**
 * Tells one receiver of the events it asked for, in the journal's order, the next only when the one before was received.
 * Whatever happens between the two, it is told again under the same id.
 */
export function pushEvents({ id, webhooks, generation, now }: PushEvents) {
  let fault: WebhookRow['fault'] = null;

  const tell = async (webhook: Webhook): Promise<boolean> => {
    const rows = webhooks.eventsAfter(webhook.cursor, atOnce);
    for (const row of rows) {
      if (!(webhook.events as readonly string[]).includes(row.type)) continue;
      const message = eventMessage(row, generation);
      const { url, secret } = webhook;
      const status = await deliver({ url, secret, id: message.id, message, now: now() });
      if (!isReceipt(status)) {
        const tries = (fault?.tries ?? 0) + 1;
        fault = { status, tries, nextAt: now() + Math.min(longestDelayMs, firstDelayMs * 2 ** (tries - 1)) };
        return false;
      }
      fault = null;
      webhooks.moveTo(id, row.sequence, row.at);
    }
    const last = rows.at(-1);
    if (last !== undefined) webhooks.moveTo(id, last.sequence, null);
    return rows.length === atOnce;
  };

  return {
    /** @returns UTC ms at which to come again */
    async step(): Promise<number> {
      if (fault !== null && now() < fault.nextAt) return fault.nextAt;
      for (;;) {
        // Read anew each time: it may have been paused or removed meanwhile.
        const webhook = webhooks.of(id);
        if (webhook === null || webhook.paused) return now() + lookEveryMs;
        const more = await tell(webhook);
        if (fault !== null) return fault.nextAt;
        if (!more) return now() + lookEveryMs;
      }
    },
    fault: () => fault,
    /** An administrator has put something right: the next step does not wait. */
    tryNow() {
      if (fault !== null) fault = { ...fault, nextAt: now() };
    },
  };
}
