import { type Session, session } from 'electron';
import { z } from 'zod';
import { fingerprintOf, mayTrust } from './certificate-policy.ts';
import type { Tried } from './first-start.ts';
import { addressesToTry } from './hall-address.ts';
import { chainOf } from './hardened-session.ts';

const answersWithinMs = 4_000;
/** What only a hall's server answers. */
const Health = z.object({ status: z.enum(['ok', 'failing']), version: z.string(), build: z.string() });

/** Whether a hall's server answers there, asked with the pages' own session and its rules. */
export async function isAnswering(hall: string): Promise<boolean> {
  return answers(session.defaultSession, hall);
}

async function answers(by: Session, hall: string): Promise<boolean> {
  try {
    const response = await by.fetch(`${hall}/health`, {
      signal: AbortSignal.timeout(answersWithinMs),
      redirect: 'error',
      credentials: 'omit',
      cache: 'no-store',
    });
    return Health.safeParse(await response.json()).success;
  } catch {
    return false;
  }
}

let tries = 0;

/** Looks for a hall where somebody says there is one; `pin` is the certificate to keep when it is the one. */
export async function tryHall(typed: string): Promise<{ tried: Tried; pin: string | null }> {
  for (const address of addressesToTry(typed)) {
    // A session of its own: a verdict on a certificate is remembered by the session that asked.
    tries += 1;
    const by = session.fromPartition(`try-${tries}`);
    const untrusted: string[] = [];
    by.setCertificateVerifyProc(({ certificate, verificationResult }, answer) => {
      if (verificationResult === 'OK') return answer(-3);
      untrusted.push(...chainOf(certificate));
      answer(-2);
    });
    const { protocol, hostname } = new URL(address);
    if (await answers(by, address)) {
      return { tried: { outcome: 'hall', address, encrypted: protocol === 'https:' }, pin: null };
    }
    if (untrusted.length > 0) return offer(address, hostname, untrusted);
  }
  return { tried: { outcome: 'noHall' }, pin: null };
}

/** The highest certificate the server has shown is the one to keep, if it would really be trusted for this name today. */
function offer(address: string, host: string, chain: readonly string[]): { tried: Tried; pin: string | null } {
  const pinned = chain.at(-1) ?? '';
  const fingerprint = fingerprintOf(pinned);
  const fits = mayTrust({ hostname: host, chain, trusted: false }, { host, pinned }, Date.now());
  if (fingerprint === null || !fits) return { tried: { outcome: 'wrongCertificate', address }, pin: null };
  return { tried: { outcome: 'unknownCertificate', address, fingerprint }, pin: pinned };
}
