import { createHash } from 'node:crypto';
import {
  closeSync,
  copyFileSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DatabaseRefused, openDatabase } from '../../hall-server/store/database.ts';
import { newestVersion } from '../../hall-server/store/migrations.ts';
import { startTestHall, temporaryFolder } from '../support/hall.ts';

let folder: { path: string; remove: () => void };
let file: string;
beforeEach(() => {
  folder = temporaryFolder();
  file = join(folder.path, 'hall.sqlite');
});
afterEach(() => folder.remove());

/** A sound database of ours with enough in it to be worth losing. */
function makeDatabase() {
  const { db, close } = openDatabase(file);
  const insert = db.prepare('INSERT INTO audit (at, actor, action, subject, result) VALUES (?, ?, ?, ?, ?)');
  db.transaction(() => {
    for (let row = 0; row < 500; row += 1) insert.run(row, 'somebody', 'something', 'x'.repeat(100), 'ok');
  })();
  close();
}

/** What lies in the folder, to the byte. Lock, shared memory and an empty log hold no data: looking may make them. */
function contents() {
  return readdirSync(folder.path)
    .filter((name) => !/\.lock$|-shm$/.test(name))
    .filter((name) => !name.endsWith('-wal') || statSync(join(folder.path, name)).size > 0)
    .toSorted()
    .map(
      (name) =>
        `${name} ${createHash('sha256')
          .update(readFileSync(join(folder.path, name)))
          .digest('hex')}`,
    );
}

function overwrite(at: number, bytes: Buffer) {
  const handle = openSync(file, 'r+');
  writeSync(handle, bytes, 0, bytes.length, at);
  closeSync(handle);
}

const durability = (db: Database.Database) => ({
  mode: db.pragma('journal_mode', { simple: true }),
  synchronous: db.pragma('synchronous', { simple: true }),
  foreignKeys: db.pragma('foreign_keys', { simple: true }),
  patience: db.pragma('busy_timeout', { simple: true }),
});

describe('R3 a commit is on the disk before it is acknowledged', () => {
  const durable = { mode: 'wal', synchronous: 2, foreignKeys: 1, patience: 250 };

  it('after opening, after a write, and after reopening', () => {
    const first = openDatabase(file);
    expect(first.created).toBe(true);
    expect(durability(first.db)).toEqual(durable);
    first.db.prepare("INSERT INTO audit (at, actor, action, result) VALUES (1, 'a', 'b', 'ok')").run();
    expect(durability(first.db)).toEqual(durable);
    first.close();

    const second = openDatabase(file);
    expect(second.created).toBe(false);
    expect(durability(second.db)).toEqual(durable);
    second.db.prepare("INSERT INTO audit (at, actor, action, result) VALUES (2, 'a', 'b', 'ok')").run();
    expect(durability(second.db)).toEqual(durable);
    expect(second.db.prepare('SELECT count(*) FROM audit').pluck().get()).toBe(2);
    second.close();
  });
});

describe('one server for one database', () => {
  it('a second one fails at once and says why; the first goes on', () => {
    const first = openDatabase(file);
    expect(() => openDatabase(file)).toThrow(DatabaseRefused);
    expect(() => openDatabase(file)).toThrow(`Another hall server is using ${file}. Stop it first.`);
    first.db.prepare("INSERT INTO audit (at, actor, action, result) VALUES (1, 'a', 'b', 'ok')").run();
    first.close();
    openDatabase(file).close();
  });

  it('a refused second start leaves no timer or door of its own behind', async () => {
    const hall = await startTestHall({ dataDir: folder.path });
    await expect(startTestHall({ dataDir: folder.path })).rejects.toThrow(DatabaseRefused);
    expect((await fetch(`${hall.address}/health`)).status).toBe(200);
    await hall.close();
    await (await startTestHall({ dataDir: folder.path })).close();
  });
});

describe('R1 a database that cannot be right is refused and left exactly as it is', () => {
  const cases: Record<string, { prepare: () => void; says: RegExp }> = {
    'a database of another program': {
      prepare: () => {
        const other = new Database(file);
        other.exec("CREATE TABLE letters (text TEXT); INSERT INTO letters VALUES ('dear all')");
        other.close();
      },
      says: /is not a ClearCall database/,
    },
    'a file that is no database': {
      prepare: () => writeFileSync(file, 'Minutes of the meeting\n'.repeat(2000)),
      says: /is damaged/,
    },
    'garbage in the header': {
      prepare: () => {
        makeDatabase();
        overwrite(0, Buffer.alloc(64, 0xa5));
      },
      says: /is damaged/,
    },
    'garbage in the middle': {
      prepare: () => {
        makeDatabase();
        const pages = Math.floor(statSync(file).size / 4096);
        overwrite(Math.floor(pages / 2) * 4096, Buffer.alloc(8192, 0xa5));
      },
      says: /is damaged/,
    },
    'the last page torn off': {
      prepare: () => {
        makeDatabase();
        truncateSync(file, statSync(file).size - 2048);
      },
      says: /is damaged/,
    },
    'nothing in the file': {
      prepare: () => {
        makeDatabase();
        truncateSync(file, 0);
      },
      says: /is missing or empty, but this hall has had a database/,
    },
    'no file any more': {
      prepare: () => {
        makeDatabase();
        rmSync(file);
      },
      says: /is missing or empty, but this hall has had a database/,
    },
    'no file any more, after a kill': {
      prepare: () => {
        makeDatabase();
        rmSync(`${file}.identity`);
        rmSync(file);
        writeFileSync(`${file}-wal`, 'commits that are nowhere else');
      },
      says: /is missing or empty, but this hall has had a database/,
    },
    'an empty file that was never ours': {
      prepare: () => writeFileSync(file, ''),
      says: /is not a ClearCall database/,
    },
    'written by a newer version': {
      prepare: () => {
        makeDatabase();
        const newer = new Database(file);
        newer.pragma(`user_version = ${newestVersion + 1}`);
        newer.close();
      },
      says: new RegExp(`written by a newer ClearCall \\(schema ${newestVersion + 1}`),
    },
    'written by a newer version that was killed': {
      prepare: () => {
        makeDatabase();
        const newer = new Database(file);
        newer.pragma(`user_version = ${newestVersion + 1}`);
        for (const suffix of ['', '-wal']) copyFileSync(file + suffix, `${file}${suffix}.kept`);
        newer.close();
        for (const suffix of ['', '-wal']) {
          copyFileSync(`${file}${suffix}.kept`, file + suffix);
          rmSync(`${file}${suffix}.kept`);
        }
      },
      says: /written by a newer ClearCall/,
    },
  };

  it.each(Object.entries(cases))('%s', (_, { prepare, says }) => {
    prepare();
    const before = contents();
    // Three times: refusing must not change what the next start finds.
    for (let start = 0; start < 3; start += 1) {
      expect(() => openDatabase(file)).toThrow(DatabaseRefused);
      expect(() => openDatabase(file)).toThrow(says);
      expect(contents()).toEqual(before);
    }
  });

  it('the identity beside a sound database is written again when it is gone', () => {
    makeDatabase();
    rmSync(`${file}.identity`);
    openDatabase(file).close();
    rmSync(file);
    expect(() => openDatabase(file)).toThrow(/is missing or empty/);
  });
});

describe('a first start that was killed is begun again', () => {
  it('whatever was left of a database not yet finished', () => {
    writeFileSync(`${file}.new`, Buffer.alloc(4096, 0xa5));
    writeFileSync(`${file}.new-journal`, Buffer.alloc(512, 0xa5));
    const { created, close } = openDatabase(file);
    expect(created).toBe(true);
    close();
    expect(readdirSync(folder.path).toSorted()).toEqual(['hall.sqlite', 'hall.sqlite.identity', 'hall.sqlite.lock']);
  });

  it('the lock alone is nothing to be afraid of', () => {
    writeFileSync(`${file}.lock`, '');
    openDatabase(file).close();
    expect(existsSync(file)).toBe(true);
  });
});
