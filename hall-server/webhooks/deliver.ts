import { createHmac } from 'node:crypto';

export interface Delivery {
  readonly url: string;
  readonly secret: string;
  /** Of the message: the receiver tells repetitions by it. */
  readonly id: string;
  readonly message: object;
  /** UTC ms. */
  readonly now: number;
}

const answerWithinMs = 10_000;

/** The status that was answered; null: nobody answered in time. 2xx is a receipt, anything else, a redirection too, is none. */
export async function deliver({ url, secret, id, message, now }: Delivery): Promise<number | null> {
  const body = JSON.stringify(message);
  const signature = createHmac('sha256', secret).update(`${now}.${body}`).digest('hex');
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'idempotency-key': id,
        'clearcall-time': String(now),
        'clearcall-signature': `sha256=${signature}`,
      },
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(answerWithinMs),
    });
    await response.body?.cancel();
    return response.status;
  } catch {
    return null;
  }
}

export const isReceipt = (status: number | null) => status !== null && status >= 200 && status < 300;
