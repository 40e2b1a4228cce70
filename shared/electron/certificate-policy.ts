import { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';

/** What Chromium has found out about a server's certificate. */
export interface Presented {
  readonly hostname: string;
  /** PEM: the server's own first, then who signed it, as far as known. */
  readonly chain: readonly string[];
  /** Whether the machine's own list of authorities trusts it. */
  readonly trusted: boolean;
}

/**
 * Whether the connection may go on. With a pinned certificate (the hall's own authority, or the server's own certificate)
 * nothing else is trusted, whatever the machine trusts; without one, the machine's list decides. `now`: UTC ms.
 */
export function mayTrust(presented: Presented, hall: { host: string; pinned: string | null }, now: number): boolean {
  if (presented.hostname !== hall.host) return false;
  if (hall.pinned === null) return presented.trusted;
  const [leaf, ...signers] = presented.chain.flatMap(read);
  const [pin] = read(hall.pinned);
  if (leaf === undefined || pin === undefined) return false;
  if (!isFor(leaf, hall.host)) return false;
  return leadsTo(leaf, signers, pin, now);
}

/** Follows the signatures, not the names: each certificate is in force and signed by the next, until the pinned one. */
function leadsTo(
  from: X509Certificate,
  signers: readonly X509Certificate[],
  pin: X509Certificate,
  now: number,
): boolean {
  if (!isInForce(from, now)) return false;
  if (from.fingerprint256 === pin.fingerprint256) return true;
  if (isSignedBy(from, pin)) return isInForce(pin, now);
  const [next, ...rest] = signers;
  return next !== undefined && isSignedBy(from, next) && leadsTo(next, rest, pin, now);
}

function isSignedBy(certificate: X509Certificate, signer: X509Certificate): boolean {
  return signer.ca && certificate.checkIssued(signer) && certificate.verify(signer.publicKey);
}

function isInForce({ validFrom, validTo }: X509Certificate, now: number): boolean {
  return Date.parse(validFrom) <= now && now <= Date.parse(validTo);
}

function isFor(certificate: X509Certificate, host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '');
  const named = isIP(bare) === 0 ? certificate.checkHost(bare) : certificate.checkIP(bare);
  return named !== undefined;
}

/** Nothing for what is no certificate: then it cannot be trusted either. */
function read(pem: string): X509Certificate[] {
  try {
    return [new X509Certificate(pem)];
  } catch {
    return [];
  }
}

/** SHA-256 as people compare it, 'AB:CD:…', or null for what is no certificate. */
export function fingerprintOf(pem: string): string | null {
  return read(pem)[0]?.fingerprint256 ?? null;
}
