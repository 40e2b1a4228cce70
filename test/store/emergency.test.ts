import Database from 'better-sqlite3';
import { v7 as uuidV7 } from 'uuid';
import { afterEach, expect, test } from 'vitest';
import { blankSetup } from '../../hall-server/blank-setup.ts';
import { openDatabase } from '../../hall-server/store/database.ts';
import { openStore } from '../../hall-server/store/store.ts';
import { Command } from '../../shared/commands.ts';
import type { BoardView } from '../../shared/views.ts';
import { connectDevice, connectStaff, temporaryFolder } from '../support/hall.ts';
import { freePort, type ServerProcess, startServer } from '../support/server-process.ts';

const folder = temporaryFolder();
let server: ServerProcess | null = null;
afterEach(async () => {
  await server?.kill();
  folder.remove();
});

test('an emergency message is on the screens again after kill -9, as soon as they are, and until it is lifted', async () => {
  const options = { dataDir: folder.path, port: await freePort() };
  server = await startServer(options);
  const admin = await connectStaff(server.address, 'admin', 'admin');
  const board = await connectDevice<BoardView>(server.address, 'hallScreen');
  expect(board.view().hall.emergency).toBeNull();
  const show = Command.parse({ type: 'showEmergency', messageId: 'evacuate', devices: ['hall-screen'] });
  expect(await admin.send(show, uuidV7())).toMatchObject({ ok: true });
  await server.kill();
  admin.close();
  board.close();

  server = await startServer(options);
  const again = await connectDevice<BoardView>(server.address, 'hallScreen');
  expect(again.view().hall.emergency?.text.en).toMatch(/leave now/);
  const other = await connectDevice<BoardView>(server.address, 'zoneScreen');
  expect(other.view().hall.emergency).toBeNull();
  const manager = await connectStaff(server.address, 'admin', 'manager');
  expect(await manager.send({ type: 'liftEmergency' })).toMatchObject({ ok: true });
  await again.until((view) => view.hall.emergency === null);
  for (const client of [again, other, manager]) client.close();
  await server.stop();
  server = null;

  const database = openDatabase(`${folder.path}/hall.sqlite`);
  expect(openStore(database.db, blankSetup, 0).load().emergency).toBeNull();
  database.close();
  const db = new Database(`${folder.path}/hall.sqlite`, { readonly: true });
  const types = db.prepare("SELECT type FROM journal WHERE type LIKE 'emergency%' ORDER BY sequence").pluck().all();
  db.close();
  expect(types).toEqual(['emergencyShown', 'emergencyLifted']);
});
