import type { WebhookAnswer } from '../../shared/interfaces.ts';

export const isReceipt = (answer: WebhookAnswer) => typeof answer === 'number' && answer >= 200 && answer < 300;

/** Come again later: too slow, too early, too often. */
const notYet: readonly WebhookAnswer[] = [408, 425, 429];

/** The receiver was there, has read it and will not have it. No answer, a 5xx, a redirection never mean that. */
export const isRefusal = (answer: WebhookAnswer): answer is number =>
  typeof answer === 'number' && answer >= 400 && answer < 500 && !notYet.includes(answer);

/**
 * An event that is refused for so long, and so often, is set aside. A day, because a receiver that refuses everything by a fault of its own
 * (a wrong route, a gateway without its certificate) is noticed and put right within one, and until then nothing may be passed over;
 * and of such a fault that lasts, at most one event a day comes to the list. So often, because a hall that was switched off has not tried.
 */
export const refusedForMs = 24 * 3_600_000;
export const refusedTimes = 12;
