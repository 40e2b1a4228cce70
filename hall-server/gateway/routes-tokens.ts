import type { FastifyInstance, FastifyRequest } from 'fastify';
import { v7 as uuidV7 } from 'uuid';
import { z } from 'zod';
import { bothTokensMs, NewToken, RenewToken, type TokenMade, type TokenRow } from '../../shared/interfaces.ts';
import type { Parts } from './parts.ts';
import { parsed, Refused } from './refused.ts';
import { hashToken, newToken, sessionCookie } from './tokens.ts';

/** Which programs may use the HTTP API: made, listed and revoked by administrators. */
export function tokenRoutes(app: FastifyInstance, { staff, apiTokens, accounts, hall }: Parts) {
  const administrator = (request: FastifyRequest) => {
    const found = staff.signedIn(request.cookies[sessionCookie('admin')] ?? null, 'admin');
    if (found === null) throw new Refused('notSignedIn');
    if (found.me.role !== 'administrator') throw new Refused('forbidden');
    return found.me.staffId;
  };

  app.get('/api/tokens', async (request): Promise<readonly TokenRow[]> => {
    administrator(request);
    const names = new Map<string, string>(accounts.staff().map(({ id, name }) => [id, name]));
    return apiTokens
      .all()
      .map(({ hash: _, madeBy, ...row }) => ({ ...row, madeBy: madeBy === null ? null : (names.get(madeBy) ?? null) }));
  });

  app.post('/api/tokens', async (request): Promise<TokenMade> => {
    const actor = administrator(request);
    const wish = parsed(NewToken, request.body);
    const tokenId = uuidV7();
    const token = `cc_${newToken()}`;
    const at = hall.now();
    apiTokens.add(tokenId, hashToken(token), wish, at, actor);
    accounts.audit({ at, actor, action: 'makeApiToken', subject: tokenId, result: 'ok' });
    return { tokenId, token };
  });

  app.post('/api/tokens/renew', async (request): Promise<TokenMade> => {
    const actor = administrator(request);
    const { tokenId, expiresAt } = parsed(RenewToken, request.body);
    const token = `cc_${newToken()}`;
    const at = hall.now();
    if (!apiTokens.exchange(tokenId, hashToken(token), expiresAt, at + bothTokensMs)) throw new Refused('notFound');
    accounts.audit({ at, actor, action: 'renewApiToken', subject: tokenId, result: 'ok' });
    return { tokenId, token };
  });

  app.post('/api/tokens/revoke', async (request) => {
    const actor = administrator(request);
    const { tokenId } = parsed(z.strictObject({ tokenId: z.uuid() }), request.body);
    const at = hall.now();
    if (!apiTokens.revoke(tokenId, at)) throw new Refused('notFound');
    accounts.audit({ at, actor, action: 'revokeApiToken', subject: tokenId, result: 'ok' });
    return {};
  });
}
