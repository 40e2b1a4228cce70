import { describe, expect, it } from 'vitest';
import { fingerprintOf, mayTrust } from '../../shared/electron/certificate-policy.ts';
import * as pem from './certificates.ts';

const now = Date.parse('2027-03-01');
const trusts = (
  chain: readonly string[],
  pinned: string | null,
  options: { host?: string; asked?: string; trusted?: boolean; at?: number } = {},
) => {
  const { host = 'hall.example', asked = host, trusted = false, at = now } = options;
  return mayTrust({ hostname: asked, chain, trusted }, { host, pinned }, at);
};

describe('a pinned certificate is trusted, and nothing else', () => {
  it.each([
    ['a server signed by the pinned authority', [pem.server]],
    ['the same with its authority sent along', [pem.server, pem.hallCa]],
    ['through an intermediate authority', [pem.byIntermediate, pem.intermediate]],
  ])('%s', (_, chain) => expect(trusts(chain, pem.hallCa)).toBe(true));

  it('the server by its address', () => {
    expect(trusts([pem.server], pem.hallCa, { host: '10.0.0.2' })).toBe(true);
    expect(trusts([pem.server], pem.hallCa, { host: '10.0.0.3' })).toBe(false);
  });
  it('a certificate that is itself the pin', () => {
    expect(trusts([pem.selfSigned], pem.selfSigned)).toBe(true);
    expect(trusts([pem.server], pem.server)).toBe(true);
  });

  it.each([
    ['one of an authority with the same name', [pem.forged]],
    ['the same with the real authority shown beside it', [pem.forged, pem.hallCa]],
    ['the same with its own authority', [pem.forged, pem.otherCa]],
    ['the pinned authority shown in front', [pem.otherCa, pem.hallCa]],
    ['another name', [pem.otherName, pem.hallCa]],
    ['one signed with the key of a server', [pem.byServer, pem.server, pem.hallCa]],
    ['an intermediate that is not shown', [pem.byIntermediate]],
    ['one signed by itself', [pem.selfSigned]],
    ['no certificate', []],
    ['garbage', ['-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----']],
  ])('%s: refused, whatever the machine trusts', (_, chain) => {
    expect(trusts(chain, pem.hallCa, { trusted: true })).toBe(false);
    expect(trusts(chain, pem.hallCa)).toBe(false);
  });
  it('a pin that is none trusts nobody', () => expect(trusts([pem.server], 'garbage', { trusted: true })).toBe(false));
  it('before and after its time', () => {
    expect(trusts([pem.server], pem.hallCa, { at: Date.parse('2026-01-01') })).toBe(false);
    expect(trusts([pem.server], pem.hallCa, { at: Date.parse('2099-01-01') })).toBe(false);
    expect(trusts([pem.selfSigned], pem.selfSigned, { at: Date.parse('2099-01-01') })).toBe(false);
  });
});

describe('without a pin the machine decides', () => {
  it('for the hall only', () => {
    expect(trusts([pem.server], null, { trusted: true })).toBe(true);
    expect(trusts([pem.server], null)).toBe(false);
    expect(trusts([pem.server], null, { trusted: true, asked: 'update.example' })).toBe(false);
    expect(trusts([pem.server], pem.hallCa, { asked: '10.0.0.2' })).toBe(false);
  });
});

describe('the fingerprint people compare', () => {
  it('is SHA-256 in pairs', () => expect(fingerprintOf(pem.hallCa)).toMatch(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/));
  it('is none for garbage', () => expect(fingerprintOf('garbage')).toBeNull());
});
