import type { BaseLogger } from 'pino';
import type { NewWebhook, WebhookAnswer, WebhookRow } from '../shared/interfaces.ts';
import { stepLoop } from './step-loop.ts';
import type { Webhooks } from './store/webhooks.ts';
import { createDeliver } from './webhooks/deliver.ts';
import { eventId } from './webhooks/event-message.ts';
import { pushEvents } from './webhooks/push-events.ts';

export interface KeepingWebhooks {
  readonly all: () => readonly WebhookRow[];
  readonly add: (id: string, wish: NewWebhook, secret: string) => void;
  /** Each @returns whether there is such a one */
  readonly remove: (id: string) => boolean;
  readonly pause: (id: string, paused: boolean) => boolean;
  readonly tryNow: (id: string) => boolean;
  /** From the next message on. */
  readonly changeSecret: (id: string, secret: string) => boolean;
  /** What was set aside, once more, in its order and before anything newer. */
  readonly sendAgain: (id: string) => boolean;
  /** A message of the type `test`; undefined: there is no such one */
  readonly test: (id: string) => Promise<WebhookAnswer | undefined>;
  readonly close: () => Promise<void>;
}

interface KeepWebhooks {
  readonly webhooks: Webhooks;
  readonly generation: number;
  readonly now: () => number;
  readonly log: Pick<BaseLogger, 'error'>;
}

/** Tells programs outside the hall what happens, beside its own work: never in a command's way. */
export function keepWebhooks({ webhooks, generation, now, log }: KeepWebhooks): KeepingWebhooks {
  const deliver = createDeliver();
  const loops = new Map<string, { pusher: ReturnType<typeof pushEvents>; loop: ReturnType<typeof stepLoop> }>();
  const begin = (id: string) => {
    const pusher = pushEvents({ id, webhooks, generation, now, deliver });
    loops.set(id, { pusher, loop: stepLoop({ step: pusher.step, now, log, about: 'events could not be told' }) });
  };
  for (const { id } of webhooks.all()) begin(id);
  const forward = (id: string) => {
    const found = loops.get(id);
    found?.pusher.tryNow();
    found?.loop.bringForward();
    return found !== undefined;
  };
  const asideOf = (id: string): WebhookRow['setAside'] => {
    const { count, first } = webhooks.aside(id);
    return {
      count,
      first: first.map(({ sequence, type, number, status, setAsideAt, again }) => ({
        ...{ id: eventId(generation, sequence), type, number, status, at: setAsideAt, again },
      })),
    };
  };
  return {
    all: () =>
      webhooks.all().map(({ id, name, url, events, paused, deliveredAt }) => ({
        ...{ webhookId: id, name, url, events, paused, deliveredAt },
        fault: loops.get(id)?.pusher.fault() ?? null,
        setAside: asideOf(id),
      })),
    add(id, wish, secret) {
      webhooks.add(id, wish, secret, now());
      begin(id);
    },
    remove(id) {
      const removed = webhooks.remove(id);
      void loops.get(id)?.loop.close();
      loops.delete(id);
      return removed;
    },
    pause(id, paused) {
      const found = webhooks.pause(id, paused);
      if (found && !paused) forward(id);
      return found;
    },
    tryNow: forward,
    changeSecret(id, secret) {
      const found = webhooks.changeSecret(id, secret);
      if (found) forward(id);
      return found;
    },
    sendAgain(id) {
      const found = webhooks.sendAgain(id);
      if (found) forward(id);
      return found;
    },
    async test(id) {
      const webhook = webhooks.of(id);
      if (webhook === null) return undefined;
      const { url, secret } = webhook;
      if (secret === null) return 'secretLost';
      const message = { id: `test-${now()}`, type: 'test', at: new Date(now()).toISOString() };
      return deliver({ url, secret, id: message.id, message, now: now() });
    },
    async close() {
      await Promise.all([...loops.values()].map(({ loop }) => loop.close()));
    },
  };
}
