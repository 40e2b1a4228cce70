import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fingerprintOf, mayTrust } from '../../shared/electron/certificate-policy.ts';
import { temporaryFolder } from '../support/hall.ts';

const folder = temporaryFolder();
afterAll(folder.remove);

const make = () =>
  execFileSync('sh', ['docs/deploy/make-certificates.sh', folder.path, 'hall.example', '192.168.1.10'], {
    encoding: 'utf8',
    stdio: 'pipe',
  });
const read = (name: string) => readFileSync(join(folder.path, name), 'utf8');

describe('the certificates docs/deploy makes', () => {
  let said = '';
  beforeAll(() => {
    said = make();
  });
  /** What a server with this chain is, to a shell that keeps the authority. */
  const trusted = (host: string) => {
    const chain = read('chain.pem')
      .split(/(?<=-----END CERTIFICATE-----)\n/)
      .filter((one) => one.includes('BEGIN'));
    return mayTrust({ hostname: host, chain, trusted: false }, { host, pinned: read('authority.pem') }, Date.now());
  };

  it('are what a shell trusts, by name and by address, and for nothing else', () => {
    expect(['hall.example', '192.168.1.10', 'other.example', '192.168.1.11'].map(trusted)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
  it('show the fingerprint that a new box shows', () => {
    expect(said).toContain(fingerprintOf(read('authority.pem')) ?? 'none');
  });
  it('made anew, the server has another certificate of the same authority', () => {
    const [server, authority] = [read('server.pem'), read('authority.pem')];
    make();
    expect(read('server.pem')).not.toBe(server);
    expect(read('authority.pem')).toBe(authority);
    expect(trusted('hall.example')).toBe(true);
  });
});
