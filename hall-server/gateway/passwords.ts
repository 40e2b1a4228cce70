import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify<string, Buffer, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(scrypt);

// 32 MiB and about a third of a second a guess (OWASP's scrypt figures, adapted to a small hall server).
const cost = { N: 2 ** 15, r: 8, p: 3 } as const;
const keyBytes = 32;

/** Hashing takes memory and a core: only so many at once, so that logging in never starves the queue. */
const atOnce = 2;
let running = 0;
const queue: (() => void)[] = [];

async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  if (running >= atOnce) await new Promise<void>((go) => queue.push(go));
  running += 1;
  try {
    return await work();
  } finally {
    running -= 1;
    queue.shift()?.();
  }
}

function hash(password: string, salt: Buffer, { N, r, p }: typeof cost | { N: number; r: number; p: number }) {
  const maxmem = 256 * N * r;
  return inTurn(() => derive(password.normalize('NFC'), salt, keyBytes, { N, r, p, maxmem }));
}

/** 'scrypt$N$r$p$salt$hash': the parameters stay with the hash, so that they can be raised later. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await hash(password, salt, cost);
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64'), key.toString('base64')].join('$');
}

/** Compared in constant time. An unknown account (null) costs the same and is always wrong. */
export async function verifyPassword(password: string, stored: string | null): Promise<boolean> {
  const [, n = '', r = '', p = '', salt = '', wanted = ''] = (stored ?? decoy).split('$');
  const key = await hash(password, Buffer.from(salt, 'base64'), { N: Number(n), r: Number(r), p: Number(p) });
  const expected = Buffer.from(wanted, 'base64');
  return stored !== null && key.length === expected.length && timingSafeEqual(key, expected);
}

const decoy = ['scrypt', cost.N, cost.r, cost.p, randomBytes(16).toString('base64'), ''].join('$');
