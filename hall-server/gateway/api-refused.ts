import type { RefusalCode } from '../../shared/rejections.ts';
import { rejectionTexts } from '../../shared/texts/rejections.ts';

/** What the API's own door says, in English: who reads it writes programs. */
const doorWords = {
  tokenNeeded: 'Send a token: "Authorization: Bearer cc_...".',
  tokenInvalid: 'This token is not known here.',
  tokenExpired: 'This token has expired.',
  tokenRevoked: 'This token has been revoked.',
  scopeMissing: 'This token may not do this.',
  notFound: 'There is no such address; see /api/v1/openapi.json.',
  unsupportedMediaType: 'Send JSON: "Content-Type: application/json".',
  tooLarge: 'The body is too large.',
} as const;
type ApiCode = keyof typeof doorWords | RefusalCode;

const statusOf: Partial<Record<ApiCode, number>> = {
  ...{ malformed: 400, tokenNeeded: 401, tokenInvalid: 401, tokenExpired: 401, tokenRevoked: 401, scopeMissing: 403 },
  notOfThisPlatform: 403,
  ...{ notFound: 404, unknownTicket: 404, unknownService: 404, unknownAppointment: 404, tooLarge: 413 },
  ...{ unsupportedMediaType: 415, tooManyRequests: 429, internal: 500, storageFailing: 503 },
};

/** Answered as `{code, message}`; what the law refuses is a 409. */
export class ApiRefused extends Error {
  override name = 'ApiRefused';
  readonly status: number;
  readonly code: ApiCode;
  constructor(code: ApiCode, words: string | null = null, facts: Readonly<Record<string, string | number>> = {}) {
    super(words ?? (isDoorCode(code) ? doorWords[code] : rejectionTexts.en[code](facts)));
    this.code = code;
    this.status = statusOf[code] ?? 409;
  }
}

function isDoorCode(code: ApiCode): code is keyof typeof doorWords {
  return Object.hasOwn(doorWords, code);
}
