import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { v7 as uuidV7 } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { endpoints } from '../../hall-server/gateway/api-endpoints.ts';
import { apiExamples, eventExample } from '../../hall-server/gateway/api-examples.ts';
import { openApi } from '../../hall-server/gateway/api-openapi.ts';
import { EventSent } from '../../hall-server/gateway/api-shapes.ts';
import { fieldLines } from '../../hall-server/publishing/schema-fields.ts';
import { apiFields } from '../../shared/api-fields.ts';
import { apiPaths, apiScopes, type TokenRow } from '../../shared/interfaces.ts';
import { languages } from '../../shared/languages.ts';
import { apiFieldTexts } from '../../shared/texts/api-fields.ts';
import { apiPageTexts } from '../../shared/texts/api-page.ts';
import type { CounterView } from '../../shared/views.ts';
import { accepted, issueLicence, openCounter } from '../support/crowd.ts';
import {
  connectDevice,
  connectStaff,
  logIn,
  type RunningHall,
  request,
  startDemoHall,
  temporaryFolder,
} from '../support/hall.ts';

// A platform at the HTTP API: what it may do by its token, and how clearly it is refused.

let now = Date.parse('2026-09-22T09:00:00+08:00');
let folder: { path: string; remove: () => void };
let hall: RunningHall;
let cookies: string;
let token: string;
beforeAll(async () => {
  folder = temporaryFolder();
  hall = await startDemoHall({ dataDir: folder.path, clock: () => now });
  ({ cookies } = await logIn(hall.address, 'admin', 'admin'));
  ({ token } = await made([...apiScopes]));
});
afterAll(async () => {
  await hall.close();
  folder.remove();
});

const day = 24 * 3_600_000;
const { serviceId } = issueLicence;
const made = async (scopes: readonly string[], expiresAt: number | null = null) =>
  (await request(hall.address, '/api/tokens', { name: '市民云', scopes, expiresAt }, cookies)).body as {
    token: string;
    tokenId: string;
  };

interface Sent {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly raw?: string;
  readonly key?: string;
}
async function ask(path: string, body?: object, { method, headers, raw, key = uuidV7() }: Sent = {}) {
  const response = await fetch(`${hall.address}/api/v1${path}`, {
    method: method ?? (body === undefined && raw === undefined ? 'GET' : 'POST'),
    headers: {
      authorization: `Bearer ${token}`,
      'idempotency-key': key,
      ...((body !== undefined || raw !== undefined) && { 'content-type': 'application/json' }),
      ...headers,
    },
    body: raw ?? (body === undefined ? null : JSON.stringify(body)),
  });
  const answer = await response.json();
  const described = endpoints.find((one) => one.path === path);
  if (response.status === 200 && described !== undefined)
    expect(described.answer.safeParse(answer).error).toBeUndefined();
  else if (response.status !== 200)
    expect(answer).toEqual({ code: expect.any(String), message: expect.stringMatching(/./) });
  return { status: response.status, body: answer };
}
const issue = { serviceId, language: 'zhHans' };

it('a number: taken once whatever is repeated, read and given up by its link', async () => {
  expect((await ask('/state')).body.intake).toEqual({ status: 'open' });
  const key = uuidV7();
  const first = await ask('/tickets', issue, { key });
  expect(first).toMatchObject({ status: 200, body: { number: 'A001', ahead: 0 } });
  expect(await ask('/tickets', issue, { key })).toEqual(first);
  expect(await ask('/tickets', { ...issue, language: 'en' }, { key })).toMatchObject({
    ...{ status: 409, body: { code: 'commandIdReused' } },
  });
  const { link, ticketId } = first.body;
  expect((await ask('/tickets/find', { link })).body).toMatchObject({
    ticketId,
    number: 'A001',
    status: 'waiting',
    ahead: 0,
  });
  expect(await ask('/tickets/cancel', { link })).toMatchObject({ status: 200 });
  expect(await ask('/tickets/cancel', { link })).toMatchObject({ status: 409 });
  expect((await ask('/tickets/find', { link })).body).toMatchObject({ status: 'cancelled' });
});

it('one number for several services', async () => {
  const further = ['licence-new-company'];
  const taken = await ask('/tickets', { ...issue, further });
  expect(taken).toMatchObject({ status: 200 });
  expect(await ask('/tickets', { ...issue, further: [serviceId] })).toMatchObject({
    ...{ status: 409, body: { code: 'serviceThereAlready' } },
  });
  expect(await ask('/tickets/cancel', { link: taken.body.link })).toMatchObject({ status: 200 });
});

it('tells of queues beside services: people, times and counters, never a number or a person', async () => {
  const kiosk = await connectDevice(hall.address, 'ticketKiosk');
  const clerk = await connectStaff<CounterView>(hall.address, 'counter', 'clerk01');
  accepted(await kiosk.send(issueLicence));
  now += 4 * 60_000;
  accepted(await kiosk.send(issueLicence));
  accepted(await clerk.send(openCounter('counter-01')));
  const { queues, groups } = (await ask('/state')).body;
  const ofService = groups.flatMap((group: { services: object[] }) => group.services);
  const queue = queues.find(({ prefix }: { prefix: string }) => prefix === 'A');
  expect(queue).toMatchObject({ waiting: 2, longestWaitMinutes: 4, counters: ['1'], full: false });
  expect(queue.wait).toEqual({ lowMinutes: expect.any(Number), highMinutes: expect.any(Number) });
  expect(ofService).toContainEqual(expect.objectContaining({ serviceId, queueId: queue.queueId, waiting: 2 }));
  expect(queues.find(({ waiting }: { waiting: number }) => waiting === 0)).toMatchObject({ longestWaitMinutes: null });
  expect(JSON.stringify(queues)).not.toMatch(/A0\d\d|clerk|ticket/i);
  accepted(await clerk.send({ type: 'closeCounter' }));
  for (const client of [kiosk, clerk]) client.close();
});

it('an appointment: found, booked, read and given up by its code', async () => {
  const { slots } = (await ask('/appointments/slots', { serviceId })).body;
  expect(slots).toContainEqual(expect.objectContaining({ date: '2026-09-22', slot: '10:00' }));
  const { code } = (await ask('/appointments', { serviceId, date: '2026-09-23', slot: '10:00' })).body;
  expect((await ask('/appointments/find', { code })).body).toMatchObject({ slot: '10:00', status: 'open' });
  expect(await ask('/appointments/cancel', { code })).toMatchObject({ status: 200 });
  expect((await ask('/appointments/find', { code })).body).toMatchObject({ status: 'cancelled' });
  expect(await ask('/appointments', { serviceId, date: '2026-09-23', slot: '10:07' })).toMatchObject({
    ...{ status: 409, body: { code: 'slotNotOffered' } },
  });
});

it('a platform gives up only what it took or booked itself; by link and code it may still read', async () => {
  const other = { authorization: `Bearer ${(await made([...apiScopes])).token}` };
  const { link } = (await ask('/tickets', issue)).body;
  const { code } = (await ask('/appointments', { serviceId, date: '2026-09-23', slot: '11:00' })).body;
  const foreign = { status: 403, body: { code: 'notOfThisPlatform' } };
  expect(await ask('/tickets/cancel', { link }, { headers: other })).toMatchObject(foreign);
  expect(await ask('/appointments/cancel', { code }, { headers: other })).toMatchObject(foreign);
  expect((await ask('/tickets/find', { link }, { headers: other })).body).toMatchObject({ status: 'waiting' });
  expect((await ask('/appointments/find', { code }, { headers: other })).body).toMatchObject({ status: 'open' });

  const kiosk = await connectDevice(hall.address, 'ticketKiosk');
  const own = accepted(await kiosk.send(issueLicence)).issued?.link ?? '';
  kiosk.close();
  expect((await ask('/tickets/find', { link: own })).body).toMatchObject({ status: 'waiting' });
  expect(await ask('/tickets/cancel', { link: own })).toMatchObject(foreign);
  expect(await ask('/tickets/cancel', { link })).toMatchObject({ status: 200 });
  expect(await ask('/appointments/cancel', { code })).toMatchObject({ status: 200 });
});

it.each<[string, number, string, string, object | undefined, Sent]>([
  ['no token', 401, 'tokenNeeded', '/state', undefined, { headers: { authorization: '' } }],
  ['an unknown token', 401, 'tokenInvalid', '/state', undefined, { headers: { authorization: 'Bearer cc_x' } }],
  ['no such address', 404, 'notFound', '/nothing', undefined, {}],
  ['no such service', 404, 'unknownService', '/tickets', { ...issue, serviceId: 'none' }, {}],
  ['no such link', 404, 'unknownTicket', '/tickets/find', { link: '0'.repeat(26) }, {}],
  ['no such code', 404, 'unknownAppointment', '/appointments/find', { code: '00000000' }, {}],
  ['a missing field', 400, 'malformed', '/tickets', { serviceId }, {}],
  ['a field too many', 400, 'malformed', '/tickets', { ...issue, priorityClassId: 'elderly' }, {}],
  ['no key', 400, 'malformed', '/tickets', issue, { key: 'none' }],
  ['broken JSON', 400, 'malformed', '/tickets', undefined, { raw: '{' }],
  ['another type', 415, 'unsupportedMediaType', '/tickets', issue, { headers: { 'content-type': 'text/plain' } }],
])('%s is a %i %s', async (_, status, code, path, body, sent) => {
  expect(await ask(path, body, sent)).toMatchObject({ status, body: { code } });
});

it('the field that is wrong is named', async () => {
  expect((await ask('/tickets', { serviceId })).body.message).toMatch(/language/);
});

it('a token does what its scopes say, until it expires or is revoked, and is nowhere in the hall', async () => {
  const { token: reads, tokenId } = await made(['state:read']);
  const headers = { authorization: `Bearer ${reads}` };
  expect(await ask('/state', undefined, { headers })).toMatchObject({ status: 200 });
  for (const { path, method, scope } of endpoints.filter((one) => one.scope !== 'state:read')) {
    const refused = await ask(path, {}, { method, headers });
    expect(refused).toMatchObject({
      status: 403,
      body: { code: 'scopeMissing', message: expect.stringContaining(scope) },
    });
  }
  await request(hall.address, '/api/tokens/revoke', { tokenId }, cookies);
  expect(await ask('/state', undefined, { headers })).toMatchObject({ status: 401, body: { code: 'tokenRevoked' } });
  const short = { authorization: `Bearer ${(await made(['state:read'], now + 1_000)).token}` };
  now += 1_000;
  expect(await ask('/state', undefined, { headers: short })).toMatchObject({ body: { code: 'tokenExpired' } });

  const rows = (await request(hall.address, '/api/tokens', undefined, cookies)).body;
  expect(rows).toContainEqual(
    expect.objectContaining({ tokenId, usedOn: '2026-09-22', revokedAt: expect.any(Number) }),
  );
  for (const file of ['hall.sqlite', 'hall.sqlite-wal']) {
    expect(readFileSync(join(folder.path, file), 'latin1')).not.toContain(reads);
  }
});

it('tokens are an administrator’s business', async () => {
  const manager = await logIn(hall.address, 'admin', 'manager');
  for (const [who, status] of [
    ['', 401],
    [manager.cookies, 403],
  ] as const) {
    expect(await request(hall.address, '/api/tokens', undefined, who)).toMatchObject({ status });
  }
});

it('the document lists what there is, to anybody', async () => {
  const document = await (await fetch(`${hall.address}/api/v1/openapi.json`)).json();
  expect(document.openapi).toBe('3.1.0');
  const listed = Object.entries<object>(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => ({ method: method.toUpperCase(), path })),
  );
  expect(listed).toHaveLength(endpoints.length);
  expect(new Set(listed.map(({ path }) => path)), 'those that the administration names').toEqual(new Set(apiPaths));
  for (const { method, path } of listed) {
    const response = await fetch(`${hall.address}/api/v1${path}`, { method });
    expect(response.status, path).toBe(401);
  }
});

it.each(languages)('every field, code and value is explained, and examples are as described (%s)', (language) => {
  const document = openApi('1', language);
  const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods));
  const contents = [...operations, document.webhooks.event.post].flatMap(({ requestBody, responses }) => [
    ...(requestBody === undefined ? [] : [requestBody.content]),
    ...Object.values(responses).flatMap(({ content }) => (content === undefined ? [] : [content])),
  ]);
  const named = contents.flatMap((content) => fieldLines(content['application/json'].schema, apiPageTexts[language]));
  expect(named.filter(({ meaning }) => meaning === '').map(({ path }) => path)).toEqual([]);
  for (const { path, limits, meaning } of named.filter((field) => /(^|\.)status$/.test(field.path))) {
    for (const value of limits.join(' ').matchAll(/`\w+`/g)) expect(meaning, path).toContain(value[0]);
  }
  expect(document['x-codes'].every(({ meaning }) => meaning !== '' && !meaning.includes('undefined'))).toBe(true);
  const said = JSON.stringify(document);
  for (const field of apiFields)
    expect(said, field).toContain(JSON.stringify(apiFieldTexts[language][field]).slice(1, -1));
});

it('examples are what the schemas take', () => {
  for (const { path, body, answer } of endpoints) {
    expect(body.safeParse(apiExamples[path].body ?? {}).error, path).toBeUndefined();
    expect(answer.safeParse(apiExamples[path].answer).error, path).toBeUndefined();
  }
  expect(EventSent.safeParse(eventExample).error).toBeUndefined();
});

it('too many requests of one token are refused', async () => {
  const headers = { authorization: `Bearer ${(await made(['state:read'])).token}` };
  const all = await Promise.all(Array.from({ length: 80 }, () => ask('/state', undefined, { headers })));
  expect(all.map(({ status }) => status)).toContain(429);
  const late = await fetch(`${hall.address}/api/v1/state`, { headers });
  expect([late.status, late.headers.get('retry-after')]).toEqual([429, '1']);
  expect(await ask('/state')).toMatchObject({ status: 200 });
});

it('a token is exchanged: both open for a day, and what was taken by the old one stays the platform’s own', async () => {
  const { token: old, tokenId } = await made([...apiScopes], now + 2 * day);
  const by = (one: string) => ({ headers: { authorization: `Bearer ${one}` } });
  const { link } = (await ask('/tickets', issue, by(old))).body;
  const renewed = await request(hall.address, '/api/tokens/renew', { tokenId, expiresAt: now + 9 * day }, cookies);
  const { token: fresh } = renewed.body as { token: string };
  expect(fresh).not.toBe(old);
  expect(await ask('/state', undefined, by(old))).toMatchObject({ status: 200 });
  expect(await ask('/tickets/cancel', { link }, by(fresh))).toMatchObject({ status: 200 });
  const rows = (await request(hall.address, '/api/tokens', undefined, cookies)).body as TokenRow[];
  expect(rows.find((row) => row.tokenId === tokenId)).toMatchObject({
    ...{ madeBy: expect.stringMatching(/./), usedAt: now, previousUntil: now + day, expiresAt: now + 9 * day },
  });
  expect(JSON.stringify(rows)).not.toMatch(/hash/i);
  const { tokenId: ended } = await made(['state:read']);
  await request(hall.address, '/api/tokens/revoke', { tokenId: ended }, cookies);
  expect(await request(hall.address, '/api/tokens/renew', { tokenId: ended, expiresAt: null }, cookies)).toMatchObject({
    status: 404,
  });
  // The last of the file: the hall's clock does not go back.
  now += day;
  expect(await ask('/state', undefined, by(old))).toMatchObject({ status: 401, body: { code: 'tokenExpired' } });
  expect(await ask('/state', undefined, by(fresh))).toMatchObject({ status: 200 });
});
