import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyCookie from '@fastify/cookie';
import fastifyHelmet from '@fastify/helmet';
import fastifyRateLimit from '@fastify/rate-limit';
import fastifyStatic from '@fastify/static';
import { type FastifyInstance, type FastifyReply, type FastifyRequest, fastify } from 'fastify';
import type { HttpRefusalCode } from '../../shared/http.ts';
import { openApis } from './api-openapi.ts';
import { isOwnOrigin } from './origin.ts';
import { pageFiles } from './page-files.ts';
import type { Parts } from './parts.ts';
import { publicApi } from './public-api.ts';
import { publicDiaries } from './public-diaries.ts';
import { Refused } from './refused.ts';
import { accountRoutes } from './routes-accounts.ts';
import { apiRoutes } from './routes-api.ts';
import { appointmentRoutes } from './routes-appointments.ts';
import { backupRoutes } from './routes-backups.ts';
import { bookingRoutes } from './routes-booking.ts';
import { diaryRoutes } from './routes-diaries.ts';
import { errandRoutes } from './routes-errands.ts';
import { exporterRoutes } from './routes-exporter.ts';
import { figuresRoutes } from './routes-figures.ts';
import { importRoutes } from './routes-import.ts';
import { printingRoutes } from './routes-printing.ts';
import { publicRoutes } from './routes-public.ts';
import { ratingRoutes } from './routes-rating.ts';
import { ratingsRoutes } from './routes-ratings.ts';
import { replayRoutes } from './routes-replay.ts';
import { setupRoutes } from './routes-setup.ts';
import { tokenRoutes } from './routes-tokens.ts';
import { voiceRoutes } from './routes-voice.ts';
import { webhookRoutes } from './routes-webhooks.ts';

const bodyLimit = 16 * 1024;

/** The HTTP door: pages, questions and accounts. Not yet listening. */
export async function createHttp(parts: Parts, pagesFolder: string): Promise<FastifyInstance> {
  const app = fastify({
    logger: false,
    bodyLimit,
    forceCloseConnections: true,
    // A proxy on this very machine that speaks https for us says who asked, and how; nobody else is believed.
    trustProxy: 'loopback',
    // An address that cannot be read is refused before any hook or handler.
    frameworkErrors: (_error, _request, reply) => refuse(reply, new Refused('malformed')),
  });

  await app.register(fastifyHelmet, {
    // Set by hand below: the style nonce is new for each page.
    contentSecurityPolicy: false,
    strictTransportSecurity: false,
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
  });
  await app.register(fastifyCookie);
  await app.register(fastifyRateLimit, {
    // A platform asks for many visitors from one address; each token has a limit of its own besides.
    max: (request) => (request.url.startsWith('/api/v1/') ? 1_200 : 300),
    timeWindow: 60_000,
    keyGenerator: (request) => `${request.url.startsWith('/api/v1/') ? 'v1 ' : ''}${request.ip}`,
    // Pages and their files are cheap; questions are counted.
    allowList: (request) => !request.url.startsWith('/api/'),
    errorResponseBuilder: () => new Refused('tooManyRequests'),
  });

  app.addHook('onRequest', async (request, reply) => {
    // Pages and answers are of this moment; only files whose name says what is in them may be kept (below).
    reply.header('cache-control', 'no-store').header('content-security-policy', policy(null, null));
    // Programs come with a token, not with a cookie that a browser would add by itself.
    if (request.url.startsWith('/api/v1/')) return;
    if (request.method === 'GET' || request.method === 'HEAD') return;
    if (!isOwnOrigin(request.headers)) throw new Refused('forbidden');
  });
  app.setErrorHandler((error: { statusCode?: number; validation?: unknown }, request, reply) => {
    const refusal = error instanceof Refused ? error : new Refused(codeOf(error.statusCode));
    if (refusal.code === 'internal') parts.log.error({ err: error, route: request.routeOptions.url }, 'request failed');
    refuse(reply, refusal);
  });
  app.setNotFoundHandler((request, reply) => {
    // A person who mistyped is led to the first page; a program is told.
    const person = request.method === 'GET' && request.headers.accept?.includes('text/html');
    if (person) return reply.redirect('/');
    throw new Refused('notFound');
  });

  publicRoutes(app, parts);
  accountRoutes(app, parts);
  ratingRoutes(app, parts);
  ratingsRoutes(app, parts);
  printingRoutes(app, parts);
  appointmentRoutes(app, parts);
  bookingRoutes(app, parts);
  importRoutes(app, parts);
  errandRoutes(app, parts);
  exporterRoutes(app, parts);
  voiceRoutes(app, parts);
  backupRoutes(app, parts);
  replayRoutes(app, parts);
  figuresRoutes(app, parts);
  setupRoutes(app, parts);
  tokenRoutes(app, parts);
  webhookRoutes(app, parts);
  const documents = openApis(parts.version);
  publicApi(app, parts, documents, pagesFolder);
  await app.register(async (v1) => apiRoutes(v1, parts, documents), { prefix: '/api/v1' });
  diaryRoutes(app, parts);
  publicDiaries(app, parts, pagesFolder);
  servePages(app, pagesFolder);
  await app.register(fastifyStatic, {
    root: join(pagesFolder, 'assets'),
    prefix: '/assets/',
    index: false,
    // As the build has packed it, to whoever can unpack it.
    preCompressed: true,
    // File names carry a hash of what is in them.
    maxAge: '365d',
    immutable: true,
  });
  return app;
}

function servePages(app: FastifyInstance, pagesFolder: string) {
  for (const [address, file] of Object.entries(pageFiles)) {
    const html = readFileSync(join(pagesFolder, file), 'utf8');
    const send = async () => {
      const nonce = randomBytes(16).toString('base64');
      return { nonce, page: html.replace('<head>', `<head><meta property="csp-nonce" nonce="${nonce}">`) };
    };
    // Printed codes are upper case throughout: '/T/' is the phone's page too.
    const open = async (_request: FastifyRequest, reply: FastifyReply) => {
      const { nonce, page } = await send();
      return reply
        .header('content-security-policy', policy(nonce, address))
        .type('text/html; charset=utf-8')
        .send(page);
    };
    app.get(address, open);
    if (address === '/t/') app.get('/T/', open);
    const bare = address.slice(0, -1);
    if (bare !== '')
      app.get(bare, async (request, reply) => reply.redirect(`${bare}/${request.url.slice(bare.length)}`));
  }
}

/** `address`: of the page; null for everything else. Nothing from elsewhere, no inline script; inline styles only with this page's nonce (the staff pages' kit needs them). */
function policy(styleNonce: string | null, address: string | null): string {
  const style = styleNonce === null ? "'self'" : `'self' 'nonce-${styleNonce}'`;
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src ${style}`,
    "font-src 'self'",
    "img-src 'self' data:",
    "media-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    // Administration shows small pictures of the screens; no other page frames or is framed.
    ...(address === '/admin/' ? ["frame-src 'self'"] : []),
    `frame-ancestors ${address === '/mirror/' ? "'self'" : "'none'"}`,
  ].join('; ');
}

function refuse(reply: FastifyReply, { status, code }: Refused) {
  reply.code(status).header('cache-control', 'no-store').send({ code });
}

function codeOf(status: number | undefined): HttpRefusalCode {
  // 403: a folder among the files; whether it is there is nobody's business.
  if (status === 403 || status === 404) return 'notFound';
  if (status === 429) return 'tooManyRequests';
  return status !== undefined && status >= 400 && status < 500 ? 'malformed' : 'internal';
}
