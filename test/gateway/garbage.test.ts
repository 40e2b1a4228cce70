import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { pino } from 'pino';
import { io } from 'socket.io-client';
import { v7 as uuidV7 } from 'uuid';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { httpRefusalCodes } from '../../shared/http.ts';
import type { TicketKioskView } from '../../shared/views.ts';
import { accepted, type Crowd, clerkCrowd, issueLicence } from '../support/crowd.ts';
import {
  type Client,
  connect,
  connectDevice,
  cutOf,
  logIn,
  type RunningHall,
  refusalOf,
  request,
  startDemoHall,
  temporaryFolder,
} from '../support/hall.ts';

/** Typed into every field there is; it must be found nowhere afterwards. */
const marker = '马可波罗Marker';

let folder: { path: string; remove: () => void };
let hall: RunningHall;
const lines: string[] = [];
let before: object;

beforeAll(async () => {
  folder = temporaryFolder();
  const log = pino({ level: 'trace' }, { write: (line: string) => lines.push(line) });
  hall = await startDemoHall({ dataDir: folder.path, log });
});
afterAll(async () => {
  await hall.close();
  folder.remove();
});

/** Every row of every table. */
function everything() {
  const db = new Database(join(folder.path, 'hall.sqlite'), { readonly: true });
  const tables = db.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all() as string[];
  const rows = Object.fromEntries(tables.map((table) => [table, db.prepare(`SELECT * FROM ${table}`).all()]));
  db.close();
  return rows;
}

/** After each attack: nothing has changed, the hall is well, and nobody's words are in the log. */
async function unharmed() {
  expect(everything()).toEqual(before);
  expect((await fetch(`${hall.address}/health`)).status).toBe(200);
  expect(lines.join('')).not.toContain(marker);
  expect(lines.filter((line) => JSON.parse(line).level >= 50)).toEqual([]);
}

/** What a program gone wrong, or somebody who means it, might send in place of a value. */
const nonsense: readonly unknown[] = [
  null,
  true,
  -1,
  1e21,
  '',
  ' ',
  marker,
  `<script>${marker}</script>`,
  `'; DROP TABLE tickets; -- ${marker}`,
  '../../etc/passwd',
  'a\u0000b',
  '\ud800',
  marker.repeat(800),
  [],
  [marker],
  {},
  { [marker]: marker },
  JSON.parse(`{"__proto__": {"role": "administrator"}}`),
  { constructor: { prototype: { active: true } } },
  JSON.parse('{"toString": 1, "valueOf": 2, "then": "later"}'),
  nested(500),
];

function nested(depth: number): unknown {
  return depth === 0 ? marker : { deeper: [nested(depth - 1)] };
}

describe('over a socket', () => {
  const ticketId = 'no-such-ticket';
  const sound: readonly Record<string, unknown>[] = [
    { ...issueLicence },
    { type: 'grantPriority', ticketId, priorityClassId: 'elder' },
    { type: 'putBackMissed', ticketId },
    { type: 'postponeTicket', ticketId },
    { type: 'cancelTicket', ticketId, reason: 'visitorLeft' },
    { type: 'rateTicket', ticketId, level: 5 },
    { type: 'openCounter', counterId: 'counter-01', workProfileId: 'licence' },
    { type: 'pauseCounter', reason: 'lunch' },
    { type: 'callNext' },
    { type: 'joinCase', ticketId, earlierTicketId: ticketId },
    { type: 'finish', ticketId, outcome: 'accepted', externalCaseNo: 'JH-1', collectOn: '2026-03-12' },
    { type: 'transfer', ticketId, target: { to: 'queue', queueId: 'T' }, reason: 'nextStep' },
    { type: 'callChosen', ticketId, counterId: 'counter-01', reason: 'frail' },
    { type: 'beginDiary', ticketId, officerNo: 1 },
    { type: 'publishDiary', ticketId, version: 1 },
    { type: 'answerSuggestion', ticketId, suggestionId: 'sign', state: 'done', answer: { wording: null, answer: 'x' } },
    { type: 'saveSetup', entry: { kind: 'zone', value: { id: 'C', name: {}, active: true } } },
  ];

  let crowd: Crowd;
  let kiosk: Client & { readonly slot: string; readonly cookies: string };
  beforeAll(async () => {
    crowd = await clerkCrowd(hall.address, 'manager', 30);
    kiosk = await connectDevice(hall.address, 'ticketKiosk');
    before = everything();
  });
  afterAll(() => {
    crowd.close();
    kiosk.close();
  });
  afterEach(unharmed);

  const sendRaw = (client: Client, ...args: readonly unknown[]): Promise<unknown> =>
    (client.socket as unknown as { timeout: (ms: number) => { emitWithAck: (...all: unknown[]) => Promise<unknown> } })
      .timeout(5_000)
      .emitWithAck('command', ...args);
  let turn = 0;
  const next = () => {
    turn += 1;
    return crowd.clients[turn % crowd.clients.length] as Client;
  };
  const malformed = { ok: false, code: 'malformed' };

  it('a field of each command with something else in it, missing, or one too many', async () => {
    let sent = 0;
    for (const command of sound) {
      const wrong = Object.keys(command).flatMap((field) => {
        const { [field]: _, ...without } = command;
        // Fields that take null, or any date or text of their form, are left out of the values they may take.
        const values = nonsense
          .filter((value) => value !== null || field === 'type')
          .filter((_, at) => at % 5 === sent++ % 5);
        return [without, ...values.map((value) => ({ ...command, [field]: value }))];
      });
      wrong.push({ ...command, [marker]: marker }, { ...command, role: 'administrator' });
      for (const one of wrong) {
        expect({ one, answer: await sendRaw(next(), { id: uuidV7(), command: one }) }).toEqual({
          one,
          answer: malformed,
        });
      }
    }
  });

  it('something that is no command at all', async () => {
    const command = { type: 'callNext' };
    const messages: unknown[] = [
      ...nonsense,
      ...nonsense.map((value) => ({ id: uuidV7(), command: value })),
      ...nonsense.map((id) => ({ id, command })),
      { command },
      { id: uuidV7() },
      { id: uuidV7(), command, actor: { kind: 'clock' } },
      { id: uuidV7(), command: 'callNext' },
      { id: uuidV7(), command: [command] },
      { id: uuidV7(), command: { type: ['callNext'] } },
      { id: uuidV7(), command: { type: 'constructor' } },
      { id: uuidV7(), command: { type: '__proto__' } },
      { id: uuidV7(), command: randomBytes(64) },
      randomBytes(2_000),
      { id: randomBytes(16), command },
    ];
    for (const message of messages) {
      // undefined is sent as null, so a message is always there.
      expect({ message, answer: await sendRaw(next(), message) }).toEqual({ message, answer: malformed });
    }
  });

  it('a sender that claims to be somebody else in the message is not believed', async () => {
    const text = `{"id": "${uuidV7()}", "command": {"type": "closeDay", "__proto__": {"kind": "clock"}}}`;
    // The kiosk may not close the day, whatever else it says.
    expect(await sendRaw(kiosk, JSON.parse(text))).toMatchObject({
      ok: false,
      code: expect.stringMatching(/forbidden|malformed/),
    });
    expect(({} as { kind?: string }).kind).toBeUndefined();
  });

  it('without a way to answer nothing is done', async () => {
    const message = { id: uuidV7(), command: { ...issueLicence } };
    const emit = (...args: unknown[]) =>
      (kiosk.socket as unknown as { emit: (...all: unknown[]) => void }).emit(...args);
    emit('command', message);
    emit('command', message, 'not a function');
    emit('command');
    emit('command', null, null, null);
    for (const painted of nonsense) emit('painted', painted);
    for (const event of [marker, 'view', 'beat', 'message', 'error_', '__proto__', 'constructor']) emit(event, marker);
    // All of these arrive before the question whose answer this is.
    expect(await sendRaw(kiosk, marker)).toEqual(malformed);
  });

  it('more than 16 kB, or bytes that are no message, end that connection and no other', async () => {
    const attacks: ((client: Client) => void)[] = [
      ({ socket }) => void socket.emit('painted', 'x'.repeat(20_000) as never),
      ({ socket }) => socket.io.engine.write('not a packet'),
      ({ socket }) => socket.io.engine.write(`2["command",${marker}`),
      ({ socket }) => socket.io.engine.write('451-["command",{"_placeholder":true,"num":0}]'),
      ({ socket }) => socket.io.engine.write('9'),
      ({ socket }) => socket.io.engine.write(randomBytes(100)),
    ];
    for (const attack of attacks) {
      const first = crowd.clients[0] as Client;
      const victim = await connect<TicketKioskView>(
        hall.address,
        { audience: 'device', slot: kiosk.slot },
        kiosk.cookies,
      );
      victim.socket.io.reconnection(false);
      const gone = cutOf(victim);
      attack(victim);
      expect(await gone).toMatch(/transport (close|error)|parse error/);
      expect(first.socket.connected).toBe(true);
      expect(kiosk.socket.connected).toBe(true);
    }
  });

  it('a flood is refused past its measure; the next of the line is not made to pay', async () => {
    const flooder = await clerkCrowd(hall.address, 'clerk09', 1);
    before = everything();
    const answers = await Promise.all(Array.from({ length: 60 }, () => sendRaw(flooder.clients[0] as Client, marker)));
    const refused = answers.filter((answer) => (answer as { code: string }).code === 'tooManyRequests');
    expect(refused.length).toBeGreaterThanOrEqual(30);
    expect(await sendRaw(next(), marker)).toEqual(malformed);
    flooder.close();
  });
});

describe('at the door of the sockets', () => {
  beforeAll(() => {
    before = everything();
  });
  afterEach(unharmed);

  it('who does not say properly what he is is refused', async () => {
    const link = '0'.repeat(26);
    const claims: object[] = [
      {},
      ...nonsense.slice(0, 12).map((audience) => ({ audience, build: '' })),
      { audience: 'administrator', build: '' },
      { audience: 'desk' },
      { audience: 'desk', build: 'x'.repeat(65) },
      { audience: 'desk', build: '', role: 'manager' },
      { audience: 'phone', build: '' },
      { audience: 'phone', build: '', link: '' },
      { audience: 'phone', build: '', link: `${link}0` },
      { audience: 'phone', build: '', link: link.replace('0', 'U') },
      { audience: 'phone', build: '', link: [link] },
      { audience: 'phone', build: '', link, ticketId: 'x' },
      { audience: 'device', build: '', slot: '' },
      { audience: 'device', build: '', slot: '../../x' },
      { audience: 'device', build: '', slot: 'x'.repeat(41) },
      { audience: 'device', build: '', slot: 'x; clearcall-session-desk=y' },
      { audience: ['desk'], build: '' },
      { audience: 'clock', build: '' },
    ];
    for (const claim of claims) {
      expect({ claim, refused: await refusalOfClaim(claim) }).toEqual({ claim, refused: 'malformed' });
    }
  });

  const refusalOfClaim = (auth: object) =>
    new Promise<string>((settle) => {
      const extraHeaders = { origin: hall.address };
      const socket = io(hall.address, { transports: ['websocket'], auth, extraHeaders, reconnection: false });
      const end = (how: string) => {
        socket.disconnect();
        settle(how);
      };
      socket.once('connect_error', (error) => end(error.message));
      socket.once('view', () => end('accepted'));
    });

  it('W1 a guessed, forged or misread link opens nothing, and every failure looks the same', async () => {
    const kiosk = await connectDevice<TicketKioskView>(hall.address, 'ticketKiosk');
    const { ticket, issued } = accepted(await kiosk.send(issueLicence));
    const link = issued?.link ?? '';
    before = everything();
    expect(await refusalOf(hall.address, { audience: 'phone', link })).toBe('accepted');
    const swapped = `${link.startsWith('0') ? '1' : '0'}${link.slice(1)}`;
    const last = `${link.slice(0, -1)}${link.endsWith('0') ? '1' : '0'}`;
    const random = [...randomBytes(26)].map((byte) => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'[byte % 32]).join('');
    for (const guess of [swapped, last, random, '0'.repeat(26), 'Z'.repeat(26)]) {
      expect(await refusalOf(hall.address, { audience: 'phone', link: guess })).toBe('unknownTicket');
    }
    for (const forged of [
      link.toLowerCase(),
      ticket?.ticketId ?? '',
      ticket?.number ?? '',
      `${link} `,
      `%`,
      link.slice(1),
    ]) {
      expect(await refusalOf(hall.address, { audience: 'phone', link: forged })).toBe('malformed');
    }
    kiosk.close();
  });
});

describe('over HTTP', () => {
  let admin: string;
  let device: { slot: string; cookies: string };
  beforeAll(async () => {
    admin = (await logIn(hall.address, 'admin', 'admin')).cookies;
    const kiosk = await connectDevice(hall.address, 'ratingKiosk');
    kiosk.close();
    device = kiosk;
    before = everything();
  });
  afterEach(unharmed);

  const routes = {
    '/api/login': { page: 'desk', login: 'reception', password: 'x' },
    '/api/logout': { page: 'desk' },
    '/api/setup-code': { code: '12345678', login: 'root', name: 'x', password: 'long-enough' },
    '/api/pairing': { slot: 'left', kind: 'hallScreen', wants: null },
    '/api/pairing/poll': { slot: 'left', secret: 'x'.repeat(43) },
    '/api/staff': { staffId: null, login: 'wei', name: 'x', role: 'clerk', active: true, password: 'long-enough' },
    '/api/devices/approve': { code: 'ABCDEF', name: 'x', assignment: { kind: 'ticketKiosk', zone: null } },
    '/api/devices/assign': { deviceId: 'x', name: 'x', assignment: { kind: 'ticketKiosk', zone: null } },
    '/api/devices/revoke': { deviceId: 'x' },
    '/api/rating/find?slot=SLOT': { number: 'A001', code: '0000' },
    '/api/officer': { link: '0'.repeat(26) },
    '/api/officer/command': { link: '0'.repeat(26), id: uuidV7(), command: { type: 'callNext' } },
  } as const satisfies Record<string, object>;

  const ask = async (path: string, body: string | Uint8Array<ArrayBuffer>, type = 'application/json') => {
    const cookie = `${admin}; ${device.cookies}; ${encodeURIComponent(marker)}=${encodeURIComponent(marker)}`;
    const response = await fetch(hall.address + path.replace('SLOT', device.slot), {
      method: 'POST',
      headers: { origin: hall.address, cookie, 'content-type': type, 'user-agent': encodeURIComponent(marker) },
      body,
    });
    return { status: response.status, text: await response.text() };
  };
  const refusals = (answer: { status: number; text: string }) => {
    const { code, ...rest } = JSON.parse(answer.text);
    return { status: answer.status, known: httpRefusalCodes.includes(code), code, rest };
  };

  it.each(Object.entries(routes))('%s refuses whatever is not what it takes', async (path, body) => {
    const bodies: [string | Uint8Array<ArrayBuffer>, string?][] = [
      ...['', 'null', '[]', '{}', '"', '{', 'undefined', `"${marker}"`, '[[[[', '0'].map((text): [string] => [text]),
      [JSON.stringify(body), 'text/plain'],
      [JSON.stringify(body), 'application/x-www-form-urlencoded'],
      [new Uint8Array(100).fill(0xa5), 'application/octet-stream'],
      [JSON.stringify({ ...body, [marker]: marker })],
      [`{"__proto__": {"role": "administrator"}, ${JSON.stringify(body).slice(1)}`],
      [`{"constructor": {"prototype": {"x": 1}}, ${JSON.stringify(body).slice(1)}`],
      [JSON.stringify({ ...body, x: 'y'.repeat(17_000) })],
      [`${'{"a":'.repeat(2000)}1${'}'.repeat(2000)}`],
      // One field of the wrong kind.
      [JSON.stringify({ ...body, [Object.keys(body)[0] ?? '']: [marker] })],
    ];
    for (const [sent, type] of bodies) {
      const refusal = refusals(await ask(path, sent, type));
      expect({ sent, ...refusal }).toEqual({
        sent,
        known: true,
        rest: {},
        // A route that counts its callers may say that it has had enough.
        status: expect.toSatisfy((status) => status === 400 || status === 429),
        code: expect.stringMatching(/^(malformed|tooManyRequests)$/),
      });
    }
  });

  it.each(['/api/me', '/api/tickets', '/api/rating/find'])('%s with a query nobody understands', async (path) => {
    const desk = await logIn(hall.address, 'desk', 'manager');
    before = everything();
    const queries = ['', '?', '?page=', '?page[]=desk', '?page=desk&page=desk', `?page=${encodeURIComponent(marker)}`];
    for (const query of [
      ...queries,
      '?__proto__[role]=administrator',
      '?number=%00',
      '?slot=../../x',
      '?number[]=A001',
    ]) {
      const { status, body } = await request(hall.address, path + query, undefined, desk.cookies);
      expect({ query, known: httpRefusalCodes.includes(body.code) || Array.isArray(body) }).toEqual({
        query,
        known: true,
      });
      expect(status).toBeLessThan(500);
    }
  });

  it('a number that nobody has, however it is written, finds nobody', async () => {
    const { cookies } = await logIn(hall.address, 'desk', 'manager');
    before = everything();
    for (const number of ['A', '999', 'A999', `A1' OR 1=1`, '%', 'Ａ９９９', marker.slice(0, 8)]) {
      const found = await request(
        hall.address,
        `/api/tickets?number=${encodeURIComponent(number)}`,
        undefined,
        cookies,
      );
      expect(found).toMatchObject({ status: 200, body: [] });
    }
  });
});

describe('P2 what is said properly is not repeated either', () => {
  it('names of staff and devices, in the log, the journal and the audit', async () => {
    const { cookies } = await logIn(hall.address, 'admin', 'admin');
    const account = { staffId: null, login: 'marco', role: 'clerk', active: true, password: `${marker}-password` };
    expect((await request(hall.address, '/api/staff', { ...account, name: marker }, cookies)).status).toBe(200);
    expect((await request(hall.address, '/api/staff', { ...account, name: marker }, cookies)).body.code).toBe(
      'loginTaken',
    );
    expect((await logIn(hall.address, 'counter', 'marco', marker)).body.code).toBe('wrongLogin');
    expect((await logIn(hall.address, 'counter', 'marco', `${marker}-password`)).body.name).toBe(marker);
    const assignment = { kind: 'ticketKiosk', zone: null };
    const named = { deviceId: 'ticket-kiosk-1', name: marker, assignment };
    expect((await request(hall.address, '/api/devices/assign', named, cookies)).status).toBe(200);
    const tables = everything();
    for (const table of ['journal', 'commands', 'audit', 'tickets', 'sessions']) {
      expect(JSON.stringify(tables[table])).not.toContain(marker);
    }
    // The password is nowhere at all; the names only where they belong.
    expect(JSON.stringify(tables)).not.toContain('-password');
    const holders = Object.keys(tables).filter((table) => JSON.stringify(tables[table]).includes(marker));
    expect(holders).toEqual(['staff', 'devices']);
    expect(lines.join('')).not.toContain(marker);
  });
});
