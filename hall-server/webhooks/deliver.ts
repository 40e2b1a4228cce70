import { createHmac } from 'node:crypto';
import { request as requestPlain } from 'node:http';
import { request as requestSafe } from 'node:https';
import type { WebhookAnswer } from '../../shared/interfaces.ts';
import { AddressRefused, judgedLookup, type Resolve } from './reachable.ts';

export interface Delivery {
  readonly url: string;
  readonly secret: string;
  /** Of the message: the receiver tells repetitions by it. */
  readonly id: string;
  readonly message: object;
  /** UTC ms. */
  readonly now: number;
}
export type Deliver = (delivery: Delivery) => Promise<WebhookAnswer>;

const answerWithinMs = 10_000;

/** Sends one message and tells what was answered. 2xx is a receipt, anything else, a redirection too, is none. */
export function createDeliver(resolve?: Resolve): Deliver {
  return async ({ url, secret, id, message, now }) => {
    const body = JSON.stringify(message);
    const signature = createHmac('sha256', secret).update(`${now}.${body}`).digest('hex');
    const headers = {
      'content-type': 'application/json; charset=utf-8',
      'idempotency-key': id,
      'clearcall-time': String(now),
      'clearcall-signature': `sha256=${signature}`,
    };
    try {
      return await post(new URL(url), headers, body, resolve);
    } catch (error) {
      return error instanceof AddressRefused ? 'addressRefused' : null;
    }
  };
}

/** A connection of its own each time: none is taken up again whose address was judged for something else. */
function post(url: URL, headers: Record<string, string>, body: string, resolve?: Resolve): Promise<number> {
  const request = url.protocol === 'https:' ? requestSafe : requestPlain;
  const lookup = judgedLookup(url, resolve);
  const signal = AbortSignal.timeout(answerWithinMs);
  return new Promise((answered, failed) => {
    const sent = request(url, { method: 'POST', headers, agent: false, lookup, signal }, (response) => {
      answered(response.statusCode ?? 0);
      // What it has to say is of no use here.
      response.destroy();
    });
    sent.on('error', failed);
    sent.end(body);
  });
}
