import type Database from 'better-sqlite3';
import { z } from 'zod';
import { ApiScope, type NewToken } from '../../shared/interfaces.ts';

const Row = z
  .object({
    id: z.string(),
    name: z.string(),
    scopes: z.string().transform((text) => z.array(ApiScope).parse(JSON.parse(text))),
    token_hash: z.string(),
    created_at: z.number(),
    made_by: z.string().nullable(),
    expires_at: z.number().nullable(),
    revoked_at: z.number().nullable(),
    used_on: z.string().nullable(),
    used_at: z.number().nullable(),
    previous_until: z.number().nullable(),
  })
  .transform(({ id, name, scopes, token_hash, ...row }) => ({
    ...{ tokenId: id, name, scopes, hash: token_hash, createdAt: row.created_at, madeBy: row.made_by },
    ...{ expiresAt: row.expires_at, revokedAt: row.revoked_at, previousUntil: row.previous_until },
    ...{ usedOn: row.used_on, usedAt: row.used_at },
  }));
export type ApiToken = z.infer<typeof Row>;

/** A use within this time of the one before is not written down: reading must not become writing. */
const usedEveryMs = 60_000;

/** Tokens of programs that use the HTTP API; only their hashes are kept. Times are UTC ms, `date` is the hall's. */
export function openApiTokens(db: Database.Database) {
  const all = db.prepare('SELECT * FROM api_tokens ORDER BY created_at DESC');
  const one = db.prepare('SELECT * FROM api_tokens WHERE id = ?');
  const byHash = db.prepare('SELECT * FROM api_tokens WHERE token_hash = :hash OR previous_hash = :hash');
  const insert = db.prepare(
    'INSERT INTO api_tokens (id, name, scopes, token_hash, created_at, expires_at, made_by) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const revoke = db.prepare('UPDATE api_tokens SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL');
  const exchange = db.prepare(`
    UPDATE api_tokens SET previous_hash = token_hash, token_hash = :hash, expires_at = :expiresAt,
      previous_until = min(:until, coalesce(expires_at, :until)) WHERE id = :id AND revoked_at IS NULL`);
  const use = db.prepare(
    'UPDATE api_tokens SET used_on = ?, used_at = ? WHERE id = ? AND (used_at IS NULL OR used_at <= ?)',
  );
  return {
    all: () => all.all().map((row) => Row.parse(row)),
    of: (id: string): ApiToken | null => {
      const row = one.get(id);
      return row === undefined ? null : Row.parse(row);
    },
    /** By its own hash, or by that of the token before it. */
    byHash: (hash: string): ApiToken | null => {
      const row = byHash.get({ hash });
      return row === undefined ? null : Row.parse(row);
    },
    add: (id: string, hash: string, { name, scopes, expiresAt }: NewToken, at: number, by: string) =>
      void insert.run(id, name, JSON.stringify(scopes), hash, at, expiresAt, by),
    /** @returns whether there was such a token in use */
    revoke: (id: string, at: number) => revoke.run(at, id).changes === 1,
    /** Another secret for the same platform; the one before opens until then, unless it ends sooner. @returns whether there was such a token in use */
    exchange: (id: string, hash: string, expiresAt: number | null, until: number) =>
      exchange.run({ id, hash, expiresAt, until }).changes === 1,
    use: (id: string, date: string, at: number) => void use.run(date, at, id, at - usedEveryMs),
  };
}
export type ApiTokens = ReturnType<typeof openApiTokens>;
