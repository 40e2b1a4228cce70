import type { RefusalCode } from '../../shared/rejections.ts';
import { type ApiDoorCode, apiDoorCodes, apiPageTexts } from '../../shared/texts/api-page.ts';
import { rejectionTexts } from '../../shared/texts/rejections.ts';

export type ApiCode = ApiDoorCode | RefusalCode;

const statusOf: Partial<Record<ApiCode, number>> = {
  ...{ malformed: 400, tokenNeeded: 401, tokenInvalid: 401, tokenExpired: 401, tokenRevoked: 401, scopeMissing: 403 },
  notOfThisPlatform: 403,
  ...{ notFound: 404, unknownTicket: 404, unknownService: 404, unknownAppointment: 404, tooLarge: 413 },
  ...{ unsupportedMediaType: 415, tooManyRequests: 429, internal: 500, storageFailing: 503 },
};

/** What the law refuses is a 409, unless there is a better word for it. */
export const apiStatusOf = (code: ApiCode): number => statusOf[code] ?? 409;

/** Answered as `{code, message}`, in English: who reads it writes programs. */
export class ApiRefused extends Error {
  override name = 'ApiRefused';
  readonly status: number;
  readonly code: ApiCode;
  /** Seconds after which it may be tried again. */
  readonly retryAfter: number;
  constructor(code: ApiCode, words: string | null = null, facts: Readonly<Record<string, string | number>> = {}) {
    super(words ?? (isDoorCode(code) ? plain(apiPageTexts.en.door[code]) : rejectionTexts.en[code](facts)));
    this.code = code;
    this.retryAfter = Number(facts.retryAfter ?? 1);
    this.status = apiStatusOf(code);
  }
}

function isDoorCode(code: ApiCode): code is ApiDoorCode {
  return (apiDoorCodes as readonly string[]).includes(code);
}

const plain = (words: string) => words.replaceAll('`', '');
