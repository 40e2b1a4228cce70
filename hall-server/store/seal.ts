import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type Database from 'better-sqlite3';

export interface Seal {
  /** `boundTo`: moved to another row it does not open. */
  readonly close: (text: string, boundTo: string) => Buffer;
  /** Null: the key is another one, as after a restore without it. */
  readonly open: (sealed: Buffer, boundTo: string) => string | null;
}

/** Short secrets in the database: sealed with a key that lies beside it and not in it, so a copied file tells nothing. */
export function openSeal(db: Database.Database): Seal {
  // Named after what it was made for first.
  const keyFile = join(dirname(db.name), 'call-back.key');
  let known: Buffer | null = null;
  const key = (): Buffer => {
    if (known === null && !existsSync(keyFile)) writeFileSync(keyFile, randomBytes(32), { mode: 0o600, flag: 'wx' });
    known ??= readFileSync(keyFile);
    return known;
  };
  return {
    close(text, boundTo) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key(), nonce);
      cipher.setAAD(Buffer.from(boundTo));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]);
    },
    open(sealed, boundTo) {
      try {
        const decipher = createDecipheriv('aes-256-gcm', key(), sealed.subarray(0, 12));
        decipher.setAAD(Buffer.from(boundTo));
        decipher.setAuthTag(sealed.subarray(12, 28));
        return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString('utf8');
      } catch {
        return null;
      }
    },
  };
}
