import { readFileSync, writeFileSync } from 'node:fs';
import { request as rawRequest } from 'node:http';
import { connect as tcp } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageFiles } from '../../hall-server/gateway/page-files.ts';
import type { DeskView } from '../../shared/views.ts';
import { accepted, issueLicence } from '../support/crowd.ts';
import {
  connectStaff,
  logIn,
  type RunningHall,
  refusalOf,
  request,
  startDemoHall,
  temporaryFolder,
} from '../support/hall.ts';

let folder: { path: string; remove: () => void };
let hall: RunningHall;
beforeAll(async () => {
  folder = temporaryFolder();
  hall = await startDemoHall({ dataDir: folder.path });
});
afterAll(async () => {
  await hall.close();
  folder.remove();
});

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** As sent, to the byte: `fetch` would tidy a path and refuse to set an origin of its own choice. */
function send(method: string, path: string, headers: Record<string, string> = {}, body = ''): Promise<Answer> {
  const { hostname, port } = new URL(hall.address);
  return new Promise((settle, fail) => {
    const asked = rawRequest({ hostname, port, method, path, headers, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part) => {
        text += part;
      });
      response.on('end', () => settle({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
    });
    asked.on('error', fail);
    asked.end(body);
  });
}
const get = (path: string, headers?: Record<string, string>) => send('GET', path, headers);
const refusedAs = (answer: Answer) => ({ status: answer.status, body: JSON.parse(answer.body) });

const addresses = Object.keys(pageFiles);

/** 'script-src' -> "'self'" */
const policyOf = ({ headers }: Answer) =>
  Object.fromEntries(
    String(headers['content-security-policy'])
      .split('; ')
      .map((part) => [part.slice(0, part.indexOf(' ')), part.slice(part.indexOf(' ') + 1)]),
  );

describe('pages', () => {
  it.each(addresses)(
    '%s comes with a policy of its own, is not kept, cannot be framed but by administration where it is a mirror',
    async (address) => {
      const answers = await Promise.all([get(address), get(address)]);
      const nonces = answers.map((answer) => {
        expect(answer.status).toBe(200);
        expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
        expect(answer.headers['cache-control']).toBe('no-store');
        const nonce = /<head><meta property="csp-nonce" nonce="([^"]+)">/.exec(answer.body)?.[1] ?? '';
        expect(Buffer.from(nonce, 'base64')).toHaveLength(16);
        expect(policyOf(answer)).toEqual({
          'default-src': "'none'",
          'script-src': "'self'",
          'style-src': `'self' 'nonce-${nonce}'`,
          'font-src': "'self'",
          'img-src': "'self' data:",
          'media-src': "'self'",
          'connect-src': "'self'",
          'form-action': "'self'",
          'base-uri': "'none'",
          'frame-ancestors': address === '/mirror/' ? "'self'" : "'none'",
          ...(address === '/admin/' && { 'frame-src': "'self'" }),
        });
        return nonce;
      });
      expect(new Set(nonces).size).toBe(2);
    },
  );

  it.each(Object.values(pageFiles))('%s has the place for the nonce', (file) => {
    expect(readFileSync(file, 'utf8').split('<head>')).toHaveLength(2);
  });

  it('without the last slash the page is still found, and what was asked with it', async () => {
    for (const address of addresses.filter((one) => one !== '/')) {
      const { status, headers } = await get(`${address.slice(0, -1)}?device=left`);
      expect({ status, to: headers.location }).toEqual({ status: 302, to: `${address}?device=left` });
    }
    for (const elsewhere of ['//example.com', '//example.com/kiosk', '/kiosk//example.com', '/\\example.com']) {
      expect((await get(elsewhere)).headers.location ?? '').not.toMatch(/^(\/\/|https?:|\/\\)/);
    }
  });
});

describe('what the build has packed', () => {
  it('is sent packed to whoever can unpack it, and as it is to others', async () => {
    const file = join(folder.path, 'pages', 'assets', 'packed-1a2b3c.js');
    writeFileSync(file, 'export const packed = true;');
    writeFileSync(`${file}.gz`, gzipSync('export const packed = true;'));
    const ask = (encoding: string) =>
      fetch(`${hall.address}/assets/packed-1a2b3c.js`, { headers: { 'accept-encoding': encoding } });
    const packed = await ask('gzip');
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    expect(packed.headers.get('content-type')).toContain('javascript');
    expect(packed.headers.get('cache-control')).toContain('immutable');
    expect(await packed.text()).toBe('export const packed = true;');
    const plain = await ask('identity');
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(await plain.text()).toBe('export const packed = true;');
  });
});

describe('every answer', () => {
  const paths = ['/', '/health', '/api/hall', '/assets/page-1a2b3c.js', '/nowhere', '/api/me?page=desk', '/kiosk'];

  it.each(paths)('%s says nothing of the server, is not guessed at, leaves no trace elsewhere', async (path) => {
    const { headers } = await get(path);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'SAMEORIGIN',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
    });
    expect(headers).not.toHaveProperty('x-powered-by');
    expect(headers).not.toHaveProperty('access-control-allow-origin');
    // On plain http, by a name in the house, these would switch every script off.
    expect(headers).not.toHaveProperty('strict-transport-security');
    expect(headers['content-security-policy']).not.toContain('upgrade-insecure-requests');
    expect(headers['content-security-policy']).not.toMatch(/unsafe|\*/);
  });

  it('is kept nowhere, but for files whose name says what is in them', async () => {
    for (const path of paths) {
      const kept = path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-store';
      expect({ path, kept: (await get(path)).headers['cache-control'] }).toEqual({ path, kept });
    }
    const own = { origin: hall.address, 'content-type': 'application/json' };
    const wish = JSON.stringify({ slot: 'a', kind: 'hallScreen', wants: null });
    for (const [path, body] of [
      ['/api/pairing', wish],
      ['/api/login', '{}'],
    ] as const) {
      expect((await send('POST', path, own, body)).headers['cache-control']).toBe('no-store');
    }
  });
});

describe('health', () => {
  it('says how the hall is, as numbers and words, and nothing about anybody', async () => {
    const before = (await request(hall.address, '/health')).body;
    expect(before).toEqual({
      status: 'ok',
      version: 'test',
      build: 'test',
      uptimeSeconds: expect.any(Number),
      day: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      sequence: expect.any(Number),
      storage: 'ok',
      latestBackupAt: null,
      connected: { devices: 0, staff: 0, phones: 0 },
    });
    const desk = await connectStaff<DeskView>(hall.address, 'desk', 'reception');
    accepted(await desk.send(issueLicence));
    const { body } = await request(hall.address, '/health');
    expect(body).toMatchObject({ sequence: before.sequence + 1, connected: { devices: 0, staff: 1, phones: 0 } });
    const gone = new Promise((settle) => desk.socket.once('disconnect', settle));
    desk.close();
    await gone;
  });

  it('the launchpad learns which accounts and devices a demo has', async () => {
    const { body } = await request(hall.address, '/api/hall');
    expect(body).toMatchObject({ needsSetup: false, version: 'test', hall: { demo: true } });
    expect(body.demoAccounts).toHaveLength(15);
    expect(body.demoDevices.map((device: { deviceId: string }) => device.deviceId)).toContain('zone-screen-b');
  });
});

describe('what is not there', () => {
  it.each([
    ['GET', '/nowhere'],
    ['GET', '/api'],
    ['GET', '/api/login'],
    ['GET', '/kiosk/page'],
    ['GET', '/assets/'],
    ['GET', '/assets/nothing.js'],
    ['GET', '/.env'],
    ['POST', '/kiosk/'],
    ['POST', '/health'],
    ['PUT', '/api/staff'],
    ['DELETE', '/api/staff'],
  ])('%s %s: 404 as JSON', async (method, path) => {
    expect(refusedAs(await send(method, path, { origin: hall.address }))).toEqual({
      status: 404,
      body: { code: 'notFound' },
    });
  });

  it.each([
    '/assets/../../hall.sqlite',
    '/assets/..%2f..%2fhall.sqlite',
    '/assets/%2e%2e/%2e%2e/hall.sqlite',
    '/assets/..%5c..%5chall.sqlite',
    '/assets/%252e%252e%252f%252e%252e%252fhall.sqlite',
    '/assets//../../hall.sqlite',
    '/assets/....//....//hall.sqlite',
    '/assets/%00',
    '/assets/%',
    '/%c0%ae%c0%ae/hall.sqlite',
    '/../hall.sqlite',
  ])('nothing outside the page files: %s', async (path) => {
    const answer = await get(path);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(answer.body).not.toContain('SQLite');
    expect(JSON.parse(answer.body)).toEqual({ code: expect.stringMatching(/^(notFound|malformed|forbidden)$/) });
  });

  it('an address longer than any of ours', async () => {
    expect(refusedAs(await get(`/${'x'.repeat(8000)}`))).toEqual({ status: 404, body: { code: 'notFound' } });
    expect((await get(`/${'x'.repeat(20_000)}`)).status).toBe(431);
  });

  it('socket.io is there for sockets only', async () => {
    for (const path of ['/socket.io/?EIO=4&transport=polling', '/socket.io/socket.io.js', '/socket.io/']) {
      expect((await get(path, { origin: hall.address })).status).toBeGreaterThanOrEqual(400);
    }
  });
});

describe('who is asking', () => {
  const wish = JSON.stringify({ page: 'desk', login: 'reception', password: 'not the password' });
  const foreign = (): Record<string, string> => ({
    'another site': 'https://example.com',
    'another port': hall.address.replace(/:\d+$/, ':1'),
    'the name before ours': `${hall.address}.example.com`,
    'our name as a user': `http://127.0.0.1@example.com`,
    'a page without an origin': 'null',
    'no address at all': 'hall',
  });

  it('a POST without an origin, or from another, is refused before anything is read', async () => {
    const json = { 'content-type': 'application/json' };
    const forbidden = { status: 403, body: { code: 'forbidden' } };
    expect(refusedAs(await send('POST', '/api/login', json, wish))).toEqual(forbidden);
    for (const origin of Object.values(foreign())) {
      expect(refusedAs(await send('POST', '/api/login', { ...json, origin }, wish))).toEqual(forbidden);
    }
    expect(refusedAs(await send('POST', '/api/login', { ...json, origin: hall.address }, wish))).toEqual({
      status: 401,
      body: { code: 'wrongLogin' },
    });
  });

  it('a form of another site cannot speak for a clerk, whatever type it claims', async () => {
    const { cookies } = await logIn(hall.address, 'desk', 'reception');
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
      const headers = { origin: hall.address, cookie: cookies, 'content-type': type };
      const answer = await send('POST', '/api/logout', headers, JSON.stringify({ page: 'desk' }));
      expect(refusedAs(answer)).toEqual({ status: 400, body: { code: 'malformed' } });
    }
    expect(await refusalOf(hall.address, { audience: 'desk' }, cookies)).toBe('accepted');
  });

  it('a socket without an origin, or from another, is refused with the session in its hand', async () => {
    const { cookies } = await logIn(hall.address, 'desk', 'reception');
    const upgrade = (origin: string | null) =>
      new Promise<string>((settle, fail) => {
        const { hostname, port, host } = new URL(hall.address);
        const line = tcp(Number(port), hostname, () =>
          line.write(
            [
              'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1',
              `Host: ${host}`,
              'Upgrade: websocket',
              'Connection: Upgrade',
              'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
              'Sec-WebSocket-Version: 13',
              `Cookie: ${cookies}`,
              ...(origin === null ? [] : [`Origin: ${origin}`]),
              '\r\n',
            ].join('\r\n'),
          ),
        );
        line.once('data', (data) => {
          settle(String(data).split('\r\n')[0] ?? '');
          line.destroy();
        });
        line.once('error', fail);
      });
    expect(await upgrade(hall.address)).toBe('HTTP/1.1 101 Switching Protocols');
    for (const origin of [null, ...Object.values(foreign())]) {
      expect({ origin, answer: await upgrade(origin) }).toEqual({
        origin,
        answer: expect.stringMatching(/^HTTP\/1\.1 (400|403) /),
      });
    }
  });

  it('bytes that are no HTTP are refused, and the next caller is served', async () => {
    const { hostname, port } = new URL(hall.address);
    for (const bytes of ['GARBAGE\r\n\r\n', '\u0000\u0001\u0002\r\n\r\n', 'GET / HTTP/9.9\r\n\r\n']) {
      const answer = await new Promise<string>((settle) => {
        const line = tcp(Number(port), hostname, () => line.write(bytes));
        let text = '';
        line.on('data', (data) => {
          text += data;
        });
        line.on('close', () => settle(text));
      });
      expect(answer).toMatch(/^HTTP\/1\.1 [45]\d\d /);
    }
    expect((await request(hall.address, '/health')).body.status).toBe('ok');
  });

  it('300 questions a minute from one address, then no more; pages are still served', async () => {
    const codes = new Map<number, number>();
    for (let asked = 0; asked < 320; asked += 1) {
      const { status } = await get('/api/me?page=desk');
      codes.set(status, (codes.get(status) ?? 0) + 1);
    }
    expect([...codes.keys()].toSorted()).toEqual([401, 429]);
    expect(codes.get(401)).toBeLessThanOrEqual(300);
    expect(refusedAs(await get('/api/me?page=desk'))).toEqual({ status: 429, body: { code: 'tooManyRequests' } });
    expect((await get('/kiosk/')).status).toBe(200);
    expect((await get('/health')).status).toBe(200);
  });
});

it('a hall that is stopped does not wait for connections on which nothing is asked', async () => {
  const own = temporaryFolder();
  const other = await startDemoHall({ dataDir: own.path });
  const { hostname, port } = new URL(other.address);
  // As browsers open them ahead.
  const silent = tcp(Number(port), hostname);
  await new Promise((connected) => silent.once('connect', connected));
  const cut = new Promise((gone) => silent.once('close', gone));
  // Without being cut it would be kept for more than a minute, longer than this test may take.
  await Promise.all([other.close(), cut]);
  own.remove();
});
