import { join } from 'node:path';
import Database from 'better-sqlite3';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { blankSetup } from '../../hall-server/blank-setup.ts';
import { createPresence } from '../../hall-server/gateway/presence.ts';
import { createPublisher, type Reader } from '../../hall-server/gateway/publisher.ts';
import type { Hall } from '../../hall-server/hall.ts';
import { emptyHall } from '../../hall-server/queue/state.ts';
import { takePicture } from '../../hall-server/views/picture.ts';
import { DeviceId } from '../../shared/ids.ts';
import type { DeskView, TicketKioskView } from '../../shared/views.ts';
import { accepted, issueLicence, ticketOf } from '../support/crowd.ts';
import {
  connect,
  connectDevice,
  connectStaff,
  logIn,
  type RunningHall,
  request,
  silent,
  startDemoHall,
  temporaryFolder,
} from '../support/hall.ts';

// A part fails; the rest goes on and the log says what. Nothing here may end the process: an exception that nobody
// caught would fail the run.

let folder: { path: string; remove: () => void };
let hall: RunningHall;
let now: number;
let lines: string[];
let disk: Database.Database;

const minute = 60_000;

beforeEach(async () => {
  now = Date.parse('2026-03-10T09:00:00+08:00');
  lines = [];
  folder = temporaryFolder();
  const log = pino({ level: 'info' }, { write: (line: string) => lines.push(line) });
  hall = await startDemoHall({ dataDir: folder.path, clock: () => now, log });
  disk = new Database(join(folder.path, 'hall.sqlite'));
});
afterEach(async () => {
  if (disk.inTransaction) disk.exec('ROLLBACK');
  disk.close();
  await hall.close();
  folder.remove();
});

const logged = () => lines.map((line) => JSON.parse(line));
const healthy = async () => expect((await fetch(`${hall.address}/health`)).status).toBe(200);

describe('the disk takes nothing', () => {
  /** Somebody else writes and does not finish: every write of ours is refused. */
  const block = () => disk.exec('BEGIN IMMEDIATE');

  it('a screen goes on showing and confirming what it shows', async () => {
    const kiosk = await connectDevice<TicketKioskView>(hall.address, 'ticketKiosk');
    const board = await connectDevice(hall.address, 'hallScreen');
    block();
    board.socket.emit('painted', { revision: { generation: 1, sequence: 1 } });
    expect(await kiosk.send(issueLicence)).toEqual({ ok: false, code: 'storageFailing' });
    disk.exec('ROLLBACK');
    accepted(await kiosk.send(issueLicence));
    expect(board.socket.connected).toBe(true);
    expect(logged()).toContainEqual(
      expect.objectContaining({ level: 50, err: expect.objectContaining({ code: 'SQLITE_BUSY' }) }),
    );
    await healthy();
    kiosk.close();
    board.close();
  });

  it('a clerk whose session cannot be prolonged is told so, and works on when it can', async () => {
    const desk = await connectStaff<DeskView>(hall.address, 'desk', 'reception');
    now += 2 * minute;
    block();
    expect(await desk.send(issueLicence)).toEqual({ ok: false, code: 'internal' });
    disk.exec('ROLLBACK');
    accepted(await desk.send(issueLicence));
    await healthy();
    desk.close();
  });

  it('a page that connects meanwhile is let in once the disk is back, without being touched', async () => {
    const { cookies } = await logIn(hall.address, 'desk', 'reception');
    now += 2 * minute;
    block();
    const coming = connect<DeskView>(hall.address, { audience: 'desk' }, cookies);
    // The refused attempt is in the log before the disk is back.
    while (!lines.some((line) => line.includes('a connection failed'))) await new Promise(setImmediate);
    disk.exec('ROLLBACK');
    const desk = await coming;
    accepted(await desk.send(issueLicence));
    desk.close();
  });

  it('P2 a question that fails is answered, logged with its cause, and without what was typed', async () => {
    const { cookies } = await logIn(hall.address, 'admin', 'admin');
    block();
    const account = { staffId: null, login: 'polo.maerkeboluo', role: 'clerk', active: true, password: 'long-enough' };
    const saved = await request(hall.address, '/api/staff', { ...account, name: '马可·波罗' }, cookies);
    expect(saved).toMatchObject({ status: 500, body: { code: 'internal' } });
    const [error] = logged().filter((line) => line.level === 50);
    expect(error).toMatchObject({ route: '/api/staff', err: { type: 'SqliteError', code: 'SQLITE_BUSY' } });
    expect(error.err.stack).toContain('accounts.ts');
    expect(lines.join('')).not.toMatch(/马可|maerkeboluo|long-enough/);
    await healthy();
  });
});

describe('a row that cannot be', () => {
  it('its visitor is not let in; everybody else is', async () => {
    const kiosk = await connectDevice<TicketKioskView>(hall.address, 'ticketKiosk');
    const spoilt = accepted(await kiosk.send(issueLicence));
    const sound = accepted(await kiosk.send(issueLicence));
    const phone = await connect(hall.address, { audience: 'phone', link: spoilt.issued?.link ?? '' });
    disk.prepare("UPDATE tickets SET queue_id = 'not an id!' WHERE id = ?").run(spoilt.ticket?.ticketId);

    const { ticketId } = ticketOf({ ok: true, receipt: spoilt });
    expect(await phone.send({ type: 'cancelTicket', ticketId, reason: 'visitorLeft' })).toEqual({
      ok: false,
      code: 'internal',
    });
    phone.socket.disconnect().connect();
    while (!lines.some((line) => line.includes('a connection failed'))) await new Promise(setImmediate);
    phone.close();

    const other = await connect(hall.address, { audience: 'phone', link: sound.issued?.link ?? '' });
    accepted(await kiosk.send(issueLicence));
    await healthy();
    other.close();
    kiosk.close();
  });
});

describe('a view that cannot be drawn or sent', () => {
  it('does not keep the others from being shown', async () => {
    const state = emptyHall(blankSetup);
    const errors: object[] = [];
    const shown: string[] = [];
    const publisher = createPublisher(
      {
        hall: { state: () => state, revision: () => ({ generation: 1, sequence: 1 }), now: () => now } as Hall,
        picture: () => takePicture(state, now, { date: '2026-03-10', weekday: 'tuesday', minute: 540 }),
        build: 'test',
        presence: createPresence(),
        log: { ...silent, error: (error: object) => errors.push(error) },
      },
      (room) => {
        if (room === 'broken') throw new Error('no way there');
        shown.push(room);
      },
    );
    const assignment = { kind: 'ticketKiosk', zone: null, printer: null } as const;
    const device = { kind: 'device', deviceId: DeviceId.parse('d'), assignment, provenTicketId: null } as const;
    const kiosk: Reader = { audience: 'device', caller: device, send: () => {} };
    publisher.add(kiosk, 'broken');
    publisher.add(kiosk, 'sound');
    // Nobody knows what the clock should be shown: a mistake in the program. It leaves nothing behind.
    expect(() => publisher.add({ ...kiosk, caller: { kind: 'clock' } }, 'nobody')).toThrow('no view for clock');
    publisher.changed({ revision: { generation: 1, sequence: 1 }, ticketIds: new Set() });
    await new Promise(setImmediate);
    expect(shown).toEqual(['sound']);
    expect(errors).toEqual([{ err: new Error('no way there'), audience: 'device' }]);
    publisher.close();
  });
});
