import type { WebhookAnswer, WebhookRow } from '../../shared/interfaces.ts';
import type { EventRow, Webhook, Webhooks } from '../store/webhooks.ts';
import { isReceipt, isRefusal, refusedForMs, refusedTimes } from './answers.ts';
import { createDeliver, type Deliver } from './deliver.ts';
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
  readonly deliver?: Deliver;
}

/**
 * Tells one receiver of the events it asked for, in the journal's order, the next only when the one before was received, or set aside because
 * it was refused for good. Whatever happens between the two, it is told again under the same id.
 */
export function pushEvents({ id, webhooks, generation, now, deliver = createDeliver() }: PushEvents) {
  let fault: WebhookRow['fault'] = null;

  const send = async ({ url, secret }: Webhook, row: EventRow): Promise<WebhookAnswer> => {
    const message = eventMessage(row, generation);
    return secret === null ? 'secretLost' : deliver({ url, secret, id: message.id, message, now: now() });
  };
  const failed = (status: WebhookAnswer) => {
    const tries = (fault?.tries ?? 0) + 1;
    fault = { status, tries, nextAt: now() + Math.min(longestDelayMs, firstDelayMs * 2 ** (tries - 1)) };
  };

  /** Those that an administrator wants sent again, each once. @returns whether all have been, and the newer ones are due */
  const tellAgain = async (webhook: Webhook): Promise<boolean> => {
    for (let row = webhooks.nextToSendAgain(id); row !== null; row = webhooks.nextToSendAgain(id)) {
      const answer = await send(webhook, row);
      if (isReceipt(answer)) webhooks.takenAtLast(id, row.sequence);
      else if (isRefusal(answer)) webhooks.keepAside(id, row.sequence, answer, now());
      else {
        failed(answer);
        return false;
      }
      fault = null;
    }
    return true;
  };

  /** @returns whether there is more to be told at once */
  const tell = async (webhook: Webhook): Promise<boolean> => {
    const rows = webhooks.eventsAfter(webhook.cursor, atOnce);
    let { refusedSince } = webhook;
    let refused = webhook.refusedTimes;
    for (const row of rows) {
      if (!(webhook.events as readonly string[]).includes(row.type)) continue;
      const answer = await send(webhook, row);
      if (isReceipt(answer)) webhooks.moveTo(id, row.sequence, row.at);
      else if (isRefusal(answer) && refused + 1 >= refusedTimes && now() - (refusedSince ?? now()) >= refusedForMs) {
        webhooks.setAside(id, row.sequence, answer, now());
      } else {
        webhooks.countRefusal(id, isRefusal(answer) ? now() : false);
        failed(answer);
        return false;
      }
      fault = null;
      refusedSince = null;
      refused = 0;
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
        const more = (await tellAgain(webhook)) && (await tell(webhook));
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
