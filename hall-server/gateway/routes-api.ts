import type { FastifyInstance, FastifyRequest } from 'fastify';
import { CommandId } from '../../shared/ids.ts';
import { endpoints } from './api-endpoints.ts';
import type { ApiDocuments } from './api-openapi.ts';
import { ApiRefused } from './api-refused.ts';
import { askedLanguage } from './asked-language.ts';
import type { Parts } from './parts.ts';
import { createRateLimit, type RateLimit } from './rate-limit.ts';
import { Refused } from './refused.ts';
import { hashToken } from './tokens.ts';

/** The HTTP API for programs outside the hall (docs/interfaces.md): a token, a scope, a schema, then the hall's own law. */
export function apiRoutes(app: FastifyInstance, parts: Parts, documents: ApiDocuments) {
  const { apiTokens, hall, log } = parts;
  const limits = new Map<string, { all: RateLimit; wrongCodes: RateLimit }>();
  const limitsOf = (tokenId: string) => {
    const known = limits.get(tokenId) ?? {
      all: createRateLimit({ perSecond: 10, burst: 60 }),
      // Eight digits must not be tried through.
      wrongCodes: createRateLimit({ perSecond: 1 / 30, burst: 10 }),
    };
    limits.set(tokenId, known);
    return known;
  };

  const tokenOf = (request: FastifyRequest) => {
    const [, token] = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '') ?? [];
    if (token === undefined) throw new ApiRefused('tokenNeeded');
    const hash = hashToken(token);
    const found = apiTokens.byHash(hash);
    if (found === null) throw new ApiRefused('tokenInvalid');
    if (found.revokedAt !== null) throw new ApiRefused('tokenRevoked');
    const until = found.hash === hash ? found.expiresAt : found.previousUntil;
    if (until !== null && hall.now() >= until) throw new ApiRefused('tokenExpired');
    if (!limitsOf(found.tokenId).all.allows()) throw new ApiRefused('tooManyRequests');
    return found;
  };
  const keyOf = (request: FastifyRequest) => {
    const key = CommandId.safeParse(request.headers['idempotency-key']);
    if (!key.success)
      throw new ApiRefused('malformed', 'Idempotency-Key: send a UUID, and the same one when repeating');
    return key.data;
  };

  app.removeContentTypeParser('text/plain');
  app.setErrorHandler((error: { statusCode?: number }, request, reply) => {
    const refusal = error instanceof ApiRefused ? error : new ApiRefused(codeOf(error));
    if (refusal.code === 'internal') log.error({ err: error, route: request.routeOptions.url }, 'request failed');
    if (refusal.code === 'tooManyRequests') reply.header('retry-after', String(refusal.retryAfter));
    return reply.code(refusal.status).send({ code: refusal.code, message: refusal.message });
  });
  app.setNotFoundHandler(() => {
    throw new ApiRefused('notFound');
  });

  app.get('/openapi.json', async (request) => documents[askedLanguage(request.query, 'en')]);

  for (const { method, path, scope, changes, handle } of endpoints) {
    // Before the body is read: who has no token is not listened to.
    const tokens = new WeakMap<FastifyRequest, ReturnType<typeof tokenOf>>();
    app.route({
      method,
      url: path,
      onRequest: async (request) => {
        const token = tokenOf(request);
        if (!token.scopes.includes(scope)) throw new ApiRefused('scopeMissing', `This needs the scope ${scope}.`);
        tokens.set(request, token);
      },
      handler: async (request) => {
        const token = tokens.get(request);
        if (token === undefined) throw new ApiRefused('tokenNeeded');
        apiTokens.use(token.tokenId, parts.localDateTime(hall.now()).slice(0, 10), hall.now());
        const id = changes ? keyOf(request) : null;
        const { wrongCodes } = limitsOf(token.tokenId);
        if (!wrongCodes.has()) throw new ApiRefused('tooManyRequests', null, { retryAfter: 30 });
        try {
          return await handle(request.body, { parts, actor: { kind: 'platform', tokenId: token.tokenId }, id });
        } catch (error) {
          if (error instanceof ApiRefused && error.code === 'unknownAppointment') wrongCodes.allows();
          throw error;
        }
      },
    });
  }
}

function codeOf(error: { statusCode?: number }): ApiRefused['code'] {
  if (error instanceof Refused) return error.code === 'tooManyRequests' ? 'tooManyRequests' : 'internal';
  const { statusCode = 500 } = error;
  if (statusCode === 413) return 'tooLarge';
  if (statusCode === 415) return 'unsupportedMediaType';
  return statusCode >= 400 && statusCode < 500 ? 'malformed' : 'internal';
}
