import type { FastifyInstance, FastifyRequest } from 'fastify';
import { v7 as uuidV7 } from 'uuid';
import { z } from 'zod';
import { NewWebhook, type WebhookAnswer, type WebhookMade, type WebhookRow } from '../../shared/interfaces.ts';
import type { Parts } from './parts.ts';
import { parsed, Refused } from './refused.ts';
import { newToken, sessionCookie } from './tokens.ts';

const Named = z.strictObject({ webhookId: z.uuid() });

/** Which programs are told what happens: made, paused, tried and removed by administrators. */
export function webhookRoutes(app: FastifyInstance, { staff, webhooks, accounts, hall }: Parts) {
  const administrator = (request: FastifyRequest) => {
    const found = staff.signedIn(request.cookies[sessionCookie('admin')] ?? null, 'admin');
    if (found === null) throw new Refused('notSignedIn');
    if (found.me.role !== 'administrator') throw new Refused('forbidden');
    return found.me.staffId;
  };
  const audit = (actor: string, action: string, subject: string) =>
    accounts.audit({ at: hall.now(), actor, action, subject, result: 'ok' });
  const done = (found: boolean) => {
    if (!found) throw new Refused('notFound');
    return {};
  };

  app.get('/api/webhooks', async (request): Promise<readonly WebhookRow[]> => {
    administrator(request);
    return webhooks.all();
  });

  app.post('/api/webhooks', async (request): Promise<WebhookMade> => {
    const actor = administrator(request);
    const wish = parsed(NewWebhook, request.body);
    const webhookId = uuidV7();
    const secret = newToken();
    webhooks.add(webhookId, wish, secret);
    audit(actor, 'makeWebhook', webhookId);
    return { webhookId, secret };
  });

  app.post('/api/webhooks/pause', async (request) => {
    const actor = administrator(request);
    const { webhookId, paused } = parsed(Named.extend({ paused: z.boolean() }), request.body);
    audit(actor, paused ? 'pauseWebhook' : 'resumeWebhook', webhookId);
    return done(webhooks.pause(webhookId, paused));
  });

  app.post('/api/webhooks/remove', async (request) => {
    const actor = administrator(request);
    const { webhookId } = parsed(Named, request.body);
    audit(actor, 'removeWebhook', webhookId);
    return done(webhooks.remove(webhookId));
  });

  app.post('/api/webhooks/try', async (request) => {
    administrator(request);
    return done(webhooks.tryNow(parsed(Named, request.body).webhookId));
  });

  app.post('/api/webhooks/again', async (request) => {
    const actor = administrator(request);
    const { webhookId } = parsed(Named, request.body);
    audit(actor, 'sendWebhookAgain', webhookId);
    return done(webhooks.sendAgain(webhookId));
  });

  app.post('/api/webhooks/secret', async (request): Promise<WebhookMade> => {
    const actor = administrator(request);
    const { webhookId } = parsed(Named, request.body);
    const secret = newToken();
    done(webhooks.changeSecret(webhookId, secret));
    audit(actor, 'changeWebhookSecret', webhookId);
    return { webhookId, secret };
  });

  app.post('/api/webhooks/test', async (request): Promise<{ readonly status: WebhookAnswer }> => {
    administrator(request);
    const status = await webhooks.test(parsed(Named, request.body).webhookId);
    if (status === undefined) throw new Refused('notFound');
    return { status };
  });
}
