import type { ZodType } from 'zod';
import type { HttpRefusalCode } from '../../shared/http.ts';

const statusOf = {
  malformed: 400,
  passwordNeeded: 400,
  notSignedIn: 401,
  wrongLogin: 401,
  forbidden: 403,
  wrongCode: 403,
  codeOver: 403,
  notFound: 404,
  unknownDevice: 404,
  deviceOffline: 409,
  notReadable: 409,
  loginTaken: 409,
  lastAdministrator: 409,
  waitBeforeRetry: 429,
  tooManyRequests: 429,
  internal: 500,
  storageFailing: 503,
} as const satisfies Record<HttpRefusalCode, number>;

/** A request that is refused with a code; the words for it are the page's. */
export class Refused extends Error {
  override name = 'Refused';
  readonly code: HttpRefusalCode;
  readonly status: number;
  constructor(code: HttpRefusalCode) {
    super(code);
    this.code = code;
    this.status = statusOf[code];
  }
}

/** The body as its schema says. @throws Refused 'malformed' */
export function parsed<Shape>(schema: ZodType<Shape>, body: unknown): Shape {
  const result = schema.safeParse(body);
  if (!result.success) throw new Refused('malformed');
  return result.data;
}
