import { createHmac } from 'node:crypto';
import { answerWithinMs, type Exporter, type Said } from './exporter.ts';
import type { RatingMessage } from './rating-message.ts';

interface ExamplePlatform {
  /** 'https://platform.example/ratings' */
  readonly url: string;
  /** Shared with the platform; signs every message. */
  readonly secret: string;
  /** UTC ms. */
  readonly now: () => number;
}

/** How channels are written there. A default that nobody chose has no code: none is ever sent. */
const channelCodes: Readonly<Record<string, string>> = { slipQr: '3', phone: '2', ratingKiosk: '4', ticketKiosk: '5' };

/**
 * An example of an exporter, of no real platform: one JSON message a rating, signed with HMAC-SHA256 over time and body
 * (docs/exporters.md). The hash of the record is the message's id: a message sent twice is one.
 */
export function examplePlatform({ url, secret, now }: ExamplePlatform): Exporter {
  return {
    target: new URL(url).origin,
    send: async (message) => {
      const body = JSON.stringify(written(message));
      const time = String(now());
      const signature = createHmac('sha256', secret).update(`${time}.${body}`).digest('hex');
      try {
        const response = await fetch(url, {
          method: 'POST',
          headers: {
            'content-type': 'application/json; charset=utf-8',
            'idempotency-key': message.recordHash,
            'clearcall-time': time,
            'clearcall-signature': `sha256=${signature}`,
          },
          body,
          redirect: 'error',
          signal: AbortSignal.timeout(answerWithinMs),
        });
        // Read to its end, so that the connection can be used again; what it says is not kept.
        await response.arrayBuffer();
        return { outcome: outcomeOf(response.status), status: response.status };
      } catch {
        return { outcome: 'failed', status: null };
      }
    },
  };
}

function outcomeOf(status: number): Said['outcome'] {
  // 409: it has had this one before.
  if ((status >= 200 && status < 300) || status === 409) return 'taken';
  // Who we are, or how often we ask, can be put right; what this message says cannot.
  const passing = [401, 403, 404, 408, 425, 429];
  return status >= 400 && status < 500 && !passing.includes(status) ? 'refused' : 'failed';
}

/** The names of the platform for what we know. Local answers and staff are ours: they stay here. */
function written(message: RatingMessage) {
  return {
    projectNo: message.externalCaseNo,
    taskCode: message.serviceCode,
    taskName: message.serviceName,
    satisfaction: message.level,
    evalDetail: message.indicatorCodes,
    evalDetailVersion: message.indicatorVersion,
    writingEvaluation: message.text,
    assessTime: message.submittedAt,
    assessNumber: message.sequence,
    pf: message.channel === null ? null : (channelCodes[message.channel] ?? null),
    promiseTime: message.caseKind,
    flagged: message.misuseFlags !== '',
  };
}
