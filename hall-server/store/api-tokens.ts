import type Database from 'better-sqlite3';
import { z } from 'zod';
import { ApiScope, type NewToken, type TokenRow } from '../../shared/interfaces.ts';

const Row = z
  .object({
    id: z.string(),
    name: z.string(),
    scopes: z.string().transform((text) => z.array(ApiScope).parse(JSON.parse(text))),
    created_at: z.number(),
    expires_at: z.number().nullable(),
    revoked_at: z.number().nullable(),
    used_on: z.string().nullable(),
  })
  .transform(
    ({ id, name, scopes, created_at, expires_at, revoked_at, used_on }): TokenRow => ({
      ...{ tokenId: id, name, scopes, createdAt: created_at },
      ...{ expiresAt: expires_at, revokedAt: revoked_at, usedOn: used_on },
    }),
  );

/** Tokens of programs that use the HTTP API; only their hashes are kept. Times are UTC ms, `date` is the hall's. */
export function openApiTokens(db: Database.Database) {
  const all = db.prepare('SELECT * FROM api_tokens ORDER BY created_at DESC');
  const byHash = db.prepare('SELECT * FROM api_tokens WHERE token_hash = ?');
  const insert = db.prepare(
    'INSERT INTO api_tokens (id, name, scopes, token_hash, created_at, expires_at) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const revoke = db.prepare('UPDATE api_tokens SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL');
  const use = db.prepare('UPDATE api_tokens SET used_on = ? WHERE id = ? AND used_on IS NOT ?');
  return {
    all: () => all.all().map((row) => Row.parse(row)),
    byHash: (hash: string) => {
      const row = byHash.get(hash);
      return row === undefined ? null : Row.parse(row);
    },
    add: (id: string, hash: string, { name, scopes, expiresAt }: NewToken, at: number) =>
      void insert.run(id, name, JSON.stringify(scopes), hash, at, expiresAt),
    /** @returns whether there was such a token in use */
    revoke: (id: string, at: number) => revoke.run(at, id).changes === 1,
    use: (id: string, date: string) => void use.run(date, id, date),
  };
}
export type ApiTokens = ReturnType<typeof openApiTokens>;
