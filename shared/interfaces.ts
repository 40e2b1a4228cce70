import { z } from 'zod';

/** What a token allows, each by name. */
export const apiScopes = [
  'state:read',
  'tickets:read',
  'tickets:write',
  'appointments:read',
  'appointments:write',
] as const;
export const ApiScope = z.enum(apiScopes);
export type ApiScope = z.infer<typeof ApiScope>;

export const NewToken = z.strictObject({
  name: z.string().trim().min(1).max(60),
  scopes: z.array(ApiScope).min(1).max(apiScopes.length).readonly(),
  /** UTC ms from which it is refused; null: never. */
  expiresAt: z.int().positive().nullable(),
});
export type NewToken = z.infer<typeof NewToken>;

export interface TokenRow {
  readonly tokenId: string;
  readonly name: string;
  readonly scopes: readonly ApiScope[];
  /** UTC ms. */
  readonly createdAt: number;
  readonly expiresAt: number | null;
  readonly revokedAt: number | null;
  /** 'YYYY-MM-DD' in the hall's zone; null: never used. */
  readonly usedOn: string | null;
}

/** The token itself is told this once. */
export interface TokenMade {
  readonly tokenId: string;
  readonly token: string;
}
