import { copyFileSync, mkdirSync, readdirSync, readFileSync, renameSync, truncateSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { v7 as uuidV7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { blankSetup } from '../../hall-server/blank-setup.ts';
import { demoSetup } from '../../hall-server/demo/demo-hall.ts';
import { type Hall, openHall } from '../../hall-server/hall.ts';
import { listBackups, makeBackup } from '../../hall-server/store/backup.ts';
import { backupName, backupsOf, kept, outdated } from '../../hall-server/store/backup-files.ts';
import { checkCopy } from '../../hall-server/store/check-copy.ts';
import { DatabaseRefused, type OpenedDatabase, openDatabase } from '../../hall-server/store/database.ts';
import { restore } from '../../hall-server/store/restore.ts';
import { openStore } from '../../hall-server/store/store.ts';
import { createTicketLinks } from '../../hall-server/ticket-links.ts';
import { CommandId, DeviceId, ServiceId } from '../../shared/ids.ts';
import { connectStaff, logIn, request, startDemoHall, temporaryFolder } from '../support/hall.ts';

let folder: { path: string; remove: () => void };
let backups: string;
let now: number;
const opened: OpenedDatabase[] = [];

beforeEach(() => {
  folder = temporaryFolder();
  backups = join(folder.path, 'backups');
  now = Date.parse('2026-03-10T09:00:00+08:00');
});
afterEach(() => {
  for (const database of opened.splice(0)) database.close();
  folder.remove();
});

const fileOf = (name: string) => join(folder.path, name, 'hall.sqlite');

/** A hall on the database of that name: new, or as a restart finds it. */
function hallOn(name: string): { hall: Hall; database: OpenedDatabase; restoreCommand: CommandId | null } {
  const database = openDatabase(fileOf(name));
  opened.push(database);
  if (database.created) openStore(database.db, blankSetup, now).saveSetup(demoSetup);
  const store = openStore(database.db, blankSetup, now);
  const onBug = (error: unknown) => {
    throw error;
  };
  const links = createTicketLinks(store.linkKey);
  const hall = openHall({ store, links, clock: () => now, forecast: () => null, onBug });
  return { hall, database, restoreCommand: store.restoreCommand };
}

const kiosk = {
  kind: 'device',
  deviceId: DeviceId.parse('kiosk'),
  assignment: { kind: 'ticketKiosk', zone: null, printer: null },
  provenTicketId: null,
} as const;

/** The numbers given to so many visitors who come at once. */
async function issue(hall: Hall, count: number): Promise<readonly string[]> {
  const serviceId = ServiceId.parse('licence-new-individual');
  const outcomes = await Promise.all(
    Array.from({ length: count }, () =>
      hall.execute(
        { type: 'issueTicket', serviceId, language: 'zhHans', priorityClassId: null },
        kiosk,
        CommandId.parse(uuidV7()),
      ),
    ),
  );
  return outcomes.map((outcome) => (outcome.ok ? (outcome.ticket?.number ?? '') : outcome.code));
}

const back = (db: Database.Database, more: Partial<Parameters<typeof makeBackup>[0]> = {}) =>
  makeBackup({ db, folder: backups, now, check: async (file) => checkCopy(file), onProgress: () => {}, ...more });

/** Every row of every table, but for the identity's. */
function tablesOf(file: string): Record<string, unknown[]> {
  const db = new Database(file, { readonly: true });
  try {
    const names = db
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'identity'")
      .pluck()
      .all();
    return Object.fromEntries(names.map((name) => [String(name), db.prepare(`SELECT * FROM ${name}`).all()]));
  } finally {
    db.close();
  }
}

const contents = () => readdirSync(backups).map((name) => [name, readFileSync(join(backups, name)).toString('base64')]);

describe('R2 G10 a backup', () => {
  it('is made while numbers are given, and holds every one that was given before it', async () => {
    const { hall, database } = hallOn('live');
    await issue(hall, 200);
    const seen: number[] = [];
    const making = back(database.db, { onProgress: (share) => seen.push(share) });
    await issue(hall, 200);
    const made = await making;
    const copy = tablesOf(join(backups, made.name));
    const original = tablesOf(fileOf('live'));
    // What is in the copy is the beginning of the record, whole transactions of it.
    expect(copy.journal?.length).toBeGreaterThanOrEqual(201);
    expect(copy.journal).toEqual(original.journal?.slice(0, made.sequence));
    expect(copy.tickets).toHaveLength(made.sequence - 1);
    expect(Math.max(...seen)).toBeGreaterThan(0.5);

    now += 3_600_000;
    const quiet = await back(database.db);
    expect(tablesOf(join(backups, quiet.name))).toEqual(tablesOf(fileOf('live')));
    expect(readdirSync(backups).toSorted(), 'nothing is left beside them').toEqual([made.name, quiet.name]);
  });

  it('fails without harm: no room, a copy that is not whole, one that was cut off before', async () => {
    const { hall, database } = hallOn('live');
    await issue(hall, 5);
    await back(database.db);
    const before = contents();
    now += 3_600_000;
    await issue(hall, 5);

    await expect(back(database.db, { roomIn: () => 10_000 })).rejects.toMatchObject({ why: 'diskFull' });
    const damage = async (file: string) => {
      truncateSync(file, 20_000);
      return checkCopy(file);
    };
    await expect(back(database.db, { check: damage })).rejects.toThrow(DatabaseRefused);
    const stop = () => {
      throw new Error('the server stops');
    };
    await expect(back(database.db, { onProgress: stop })).rejects.toThrow('the server stops');
    expect(contents()).toEqual(before);

    const tag = listBackups(database.db, backups)[0]?.hall;
    writeFileSync(join(backups, `hall-${tag}.part`), 'half a copy, left by a kill');
    await back(database.db);
    expect(contents()).toHaveLength(2);
    expect(contents()[0]).toEqual(before[0]);
  });

  it('never takes the place of a good one: not of an older state, not of an empty hall', async () => {
    const { hall, database } = hallOn('live');
    await issue(hall, 5);
    const old = await back(database.db);
    await issue(hall, 5);
    now += 3_600_000;
    await back(database.db);
    database.close();
    opened.splice(0);
    const before = contents();

    // Somebody puts the older file back by hand.
    for (const ending of ['', '-wal', '-shm'])
      renameIfThere(`${fileOf('live')}${ending}`, `${fileOf('live')}${ending}.away`);
    copyFileSync(join(backups, old.name), fileOf('live'));
    const again = hallOn('live');
    now += 3_600_000;
    await expect(back(again.database.db)).rejects.toMatchObject({ why: 'behind' });
    expect(contents()).toEqual(before);

    const empty = hallOn('another');
    for (let hour = 0; hour < kept.latest + 5; hour += 1) {
      now += 3_600_000;
      await back(empty.database.db);
    }
    const names = readdirSync(backups);
    for (const [name] of before) expect(names).toContain(name);
  });

  it('keeps the latest 24 and the last of each of 30 days', () => {
    const start = Date.parse('2026-01-01T00:30:00Z');
    let files = backupsOf('0123abcd', []);
    for (let hour = 0; hour < 24 * 60; hour += 1) {
      const at = start + hour * 3_600_000;
      const name = backupName({ hall: '0123abcd', generation: 1, at, sequence: hour });
      files = backupsOf('0123abcd', [...files.map((file) => file.name), name, 'somebody-elses.txt']);
      const gone = new Set(outdated(files));
      files = files.filter((file) => !gone.has(file));
    }
    expect(files).toHaveLength(kept.latest + kept.days - 1);
    expect(files.at(-1)?.sequence).toBe(24 * 60 - 1);
    expect(files.slice(0, kept.days - 1).map(({ at }) => new Date(at).getUTCHours())).toEqual(
      Array.from({ length: kept.days - 1 }, () => 23),
    );
  });
});

function renameIfThere(from: string, to: string) {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
}

describe('a restore', () => {
  /** A hall that gave `A001` to `A005`, was backed up, and gave `A006` and `A007` before its disk died. */
  async function lostHall() {
    const { hall, database } = hallOn('live');
    await issue(hall, 5);
    const { name } = await back(database.db);
    expect(await issue(hall, 2)).toEqual(['A006', 'A007']);
    database.close();
    opened.splice(0);
    return { backup: join(backups, name), file: fileOf('live') };
  }
  const goOn = async ({ hall, restoreCommand }: ReturnType<typeof hallOn>) =>
    hall.execute({ type: 'jumpNumbers' }, { kind: 'clock' }, CommandId.parse(restoreCommand));

  it('brings the hall back as it was, and gives no number twice', async () => {
    const { backup, file } = await lostHall();
    const copy = readFileSync(backup);
    now += 600_000;
    const done = restore(backup, file, now);
    expect(readFileSync(backup).equals(copy), 'the backup is as it was').toBe(true);
    const { replaced } = done;
    expect(tablesOf(String(replaced)).tickets, 'what was there is kept, its log with it').toHaveLength(7);

    const restored = hallOn('live');
    expect(restored.hall.state().tickets.size).toBe(5);
    expect(restored.hall.revision().generation, 'pages take it for newer').toBeGreaterThan(1);
    expect(await goOn(restored)).toMatchObject({ ok: true });
    expect(await issue(restored.hall, 2)).toEqual(['A201', 'A202']);
    restored.database.close();
    opened.splice(0);

    // The next start finds the same wish, and that it has been done.
    const again = hallOn('live');
    expect(await goOn(again)).toMatchObject({ ok: true });
    expect(await issue(again.hall, 1)).toEqual(['A203']);
  });

  it('on a later day jumps too: numbers of this morning may be in people’s hands', async () => {
    const { backup, file } = await lostHall();
    now += 24 * 3_600_000;
    restore(backup, file, now);
    const restored = hallOn('live');
    await goOn(restored);
    expect(await issue(restored.hall, 1)).toEqual(['A101']);
  });

  it('numbers that nobody was given do not count against a daily limit', async () => {
    const { backup, file } = await lostHall();
    restore(backup, file, now);
    const restored = hallOn('live');
    await goOn(restored);
    const queue = demoSetup.queues[0];
    if (queue === undefined) throw new Error('no queue');
    const limited = { kind: 'queue', value: { ...queue, dailyLimit: 6 } } as const;
    const saved = await restored.hall.execute(
      { type: 'saveSetup', entry: limited },
      { kind: 'clock' },
      CommandId.parse(uuidV7()),
    );
    expect(saved).toMatchObject({ ok: true });
    expect(await issue(restored.hall, 2)).toEqual(['A201', 'dailyLimitReached']);
  });

  it('a second restore of the same backup is newer than the first', async () => {
    const { backup, file } = await lostHall();
    const first = restore(backup, file, now);
    const second = restore(backup, file, now + 2_000);
    expect(second.generation).toBeGreaterThan(first.generation);
  });

  it('refuses a backup that is not whole, and one while the hall runs; everything stays', async () => {
    const { backup, file } = await lostHall();
    const live = tablesOf(file);
    const broken = join(folder.path, 'broken.sqlite');
    copyFileSync(backup, broken);
    truncateSync(broken, 20_000);
    expect(() => restore(broken, file, now)).toThrow(DatabaseRefused);
    writeFileSync(broken, 'not a database at all, but long enough to be read as one'.repeat(20));
    expect(() => restore(broken, file, now)).toThrow(DatabaseRefused);

    const running = openDatabase(file);
    expect(() => restore(backup, file, now)).toThrow(/Stop it first/);
    running.close();
    expect(tablesOf(file)).toEqual(live);
    expect(readdirSync(join(folder.path, 'live')).filter((name) => /restoring|replaced/.test(name))).toEqual([]);
  });

  it('R1 a database damaged by a power cut is refused three times over, and the backups outlive it', async () => {
    const { backup, file } = await lostHall();
    const before = contents();
    truncateSync(file, 20_000);
    for (let start = 0; start < 3; start += 1) expect(() => openDatabase(file)).toThrow(DatabaseRefused);
    expect(contents()).toEqual(before);
    restore(backup, file, now);
    expect(hallOn('live').hall.state().tickets.size).toBe(5);
  });
});

describe('a running hall', () => {
  const worker = resolve('dist/server/check-copy-worker.js');
  /** Questions are counted: not too many. */
  const patiently = { timeout: 20_000, interval: 200 };

  it('keeps backups by itself: at the close of the day, and when somebody asks', async () => {
    const hall = await startDemoHall({ dataDir: folder.path, backups: { folder: backups, worker }, clock: () => now });
    try {
      const { cookies } = await logIn(hall.address, 'admin', 'manager');
      const ask = async () => (await request(hall.address, '/api/backups', undefined, cookies)).body;
      expect(await ask()).toMatchObject({ latestAt: null, kept: 0, running: null, failure: null });

      await request(hall.address, '/api/backups', {}, cookies);
      await vi.waitFor(
        async () => expect(await ask()).toMatchObject({ latestAt: now, kept: 1, running: null }),
        patiently,
      );
      expect((await request(hall.address, '/health')).body).toMatchObject({ latestBackupAt: now });

      now += 3_600_000;
      const manager = await connectStaff(hall.address, 'admin', 'manager');
      expect(await manager.send({ type: 'closeDay' })).toMatchObject({ ok: true });
      await vi.waitFor(async () => expect(await ask()).toMatchObject({ latestAt: now, kept: 2 }), patiently);
      manager.close();
    } finally {
      await hall.close();
    }
  });

  it('goes on calling when there is no place for them, and says so', async () => {
    mkdirSync(folder.path, { recursive: true });
    writeFileSync(backups, 'a file where the folder should be');
    const place = { folder: join(backups, 'inside'), worker };
    const hall = await startDemoHall({ dataDir: folder.path, backups: place, clock: () => now });
    try {
      const { cookies } = await logIn(hall.address, 'admin', 'admin');
      await request(hall.address, '/api/backups', {}, cookies);
      await vi.waitFor(async () => {
        const { body } = await request(hall.address, '/api/backups', undefined, cookies);
        expect(body.failure).toEqual({ why: 'notWritable', at: now });
      }, patiently);
      expect((await request(hall.address, '/health')).body).toMatchObject({ status: 'ok', latestBackupAt: null });
    } finally {
      await hall.close();
    }
  });

  it('shows them to managers and administrators only', async () => {
    const hall = await startDemoHall({ dataDir: folder.path, backups: { folder: backups, worker }, clock: () => now });
    try {
      expect((await request(hall.address, '/api/backups')).status).toBe(401);
      const { cookies } = await logIn(hall.address, 'counter', 'clerk01');
      expect((await request(hall.address, '/api/backups', undefined, cookies)).status).toBe(401);
      expect((await request(hall.address, '/api/backups', {}, cookies)).status).toBe(401);
    } finally {
      await hall.close();
    }
  });
});
