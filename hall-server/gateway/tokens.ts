import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits for a cookie. Only its hash is stored. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** The value of one cookie of a Cookie header. */
export function cookieValue(header: string | undefined, name: string): string | null {
  for (const part of header?.split(';') ?? []) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return null;
}

/** Each staff page has a session of its own, each window of a device its own token. */
export const sessionCookie = (page: string) => `clearcall-session-${page}`;
export const deviceCookie = (slot: string) => `clearcall-device-${slot}`;
