import { join } from 'node:path';
import { v7 as uuidV7 } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { blankSetup } from '../../hall-server/blank-setup.ts';
import { demoSetup } from '../../hall-server/demo/demo-hall.ts';
import { openHall } from '../../hall-server/hall.ts';
import { openDatabase } from '../../hall-server/store/database.ts';
import { openStore } from '../../hall-server/store/store.ts';
import { createTicketLinks } from '../../hall-server/ticket-links.ts';
import type { Actor } from '../../shared/actors.ts';
import type { Command } from '../../shared/commands.ts';
import { CommandId, DeviceId, StaffId } from '../../shared/ids.ts';
import { issueLicence, openCounter } from '../support/crowd.ts';
import { logIn, type RunningHall, request, startDemoHall, temporaryFolder } from '../support/hall.ts';

// A day so full that to replay it takes long enough to be looked at.

const visitors = 910;
const date = '2026-03-10';
let folder: { path: string; remove: () => void };
let hall: RunningHall;
let manager: string;
let now = Date.parse(`${date}T09:00:00+08:00`);

beforeAll(async () => {
  folder = temporaryFolder();
  const start = () => startDemoHall({ dataDir: folder.path, clock: () => now });
  // The database and set-up are made by the hall itself; the day is written between two starts.
  await (await start()).close();
  await liveADay(join(folder.path, 'hall.sqlite'));
  hall = await start();
  manager = (await logIn(hall.address, 'admin', 'manager')).cookies;
});
afterAll(async () => {
  await hall.close();
  folder.remove();
});

/** Everybody comes first thing, and twelve counters are at it until the afternoon. */
async function liveADay(file: string) {
  const { db, close } = openDatabase(file);
  const store = openStore(db, blankSetup, now);
  const law = openHall({
    store,
    links: createTicketLinks(store.linkKey),
    clock: () => now,
    forecast: () => null,
    onBug: (error) => expect.fail(String(error)),
  });
  const execute = async (actor: Actor, command: Command) => {
    const outcome = await law.execute(command, actor, CommandId.parse(uuidV7()));
    return outcome.ok ? outcome : expect.fail(`${command.type}: ${outcome.code}`);
  };
  const kiosk: Actor = {
    kind: 'device',
    deviceId: DeviceId.parse('kiosk'),
    assignment: { kind: 'ticketKiosk', zone: null, printer: null },
    provenTicketId: null,
  };
  const clerks = demoSetup.counters
    .slice(0, 7)
    .map((_, i): Actor => ({ kind: 'staff', staffId: StaffId.parse(`clerk0${i + 1}`), role: 'clerk' }));
  // One transaction around all: nothing of this is lost by a power cut that does not come, and it is hundreds of times quicker.
  db.exec('BEGIN');
  for (const [i, clerk] of clerks.entries()) await execute(clerk, openCounter(`counter-0${i + 1}`));
  await Promise.all(Array.from({ length: visitors }, () => execute(kiosk, issueLicence)));
  for (let served = 0; served < visitors; served += clerks.length) {
    now += 120_000;
    await Promise.all(
      clerks.map(async (clerk) => {
        const called = await execute(clerk, { type: 'callNext' });
        const ticketId = called.ticket?.ticketId ?? expect.fail('nobody called');
        await execute(clerk, { type: 'startService', ticketId });
        await execute(clerk, { type: 'finish', ticketId, outcome: 'accepted', externalCaseNo: null, collectOn: null });
      }),
    );
  }
  db.exec('COMMIT');
  close();
}

const wish = { date, maxTimesPassed: 0, workProfiles: [] };
const begin = (id: string, cookies = manager) => request(hall.address, `/api/replay?id=${id}`, wish, cookies);
const progressOf = (id: string, cookies = manager) =>
  request(hall.address, `/api/replay/progress?id=${id}`, undefined, cookies);

/** Every share there is to be seen of one replay from when it is under way until it is over. */
async function sharesOf(id: string, atFirst = () => {}): Promise<readonly number[]> {
  const seen: number[] = [];
  for (;;) {
    const { status, body } = await progressOf(id);
    if (status === 200) seen.push(body.done / body.total);
    else if (seen.length > 0) return seen;
    if (seen.length === 1) atFirst();
  }
}

/** One that whoever asked gives up. */
function beginStoppable(id: string) {
  const giveUp = new AbortController();
  const over = fetch(`${hall.address}/api/replay?id=${id}`, {
    method: 'POST',
    headers: { origin: hall.address, cookie: manager, 'content-type': 'application/json' },
    body: JSON.stringify(wish),
    signal: giveUp.signal,
  }).then(
    () => 'answered',
    () => 'given up',
  );
  return { over, giveUp: () => giveUp.abort() };
}

it('how far a replay is can be told while it runs, and nothing is remembered of one that is over', async () => {
  const id = uuidV7();
  const [answer, seen] = await Promise.all([begin(id), sharesOf(id)]);
  expect(answer).toMatchObject({ status: 200, body: { truly: { all: { visits: visitors } } } });
  expect(new Set(seen).size, 'it moves').toBeGreaterThan(2);
  expect(seen, 'forward').toEqual(seen.toSorted((a, b) => a - b));
  expect(seen.at(-1)).toBeLessThanOrEqual(1);
  expect(await progressOf(id)).toMatchObject({ status: 404 });
});

it('whoever goes away ends the work in the middle, and whoever waited for a turn has it', async () => {
  const [first, second, third] = [uuidV7(), uuidV7(), uuidV7()];
  const stopped = beginStoppable(first);
  const waiting = beginStoppable(second);
  const seen = await sharesOf(first, stopped.giveUp);
  expect(await stopped.over).toBe('given up');
  expect(seen.at(-1), 'not played to its end for nobody').toBeLessThan(0.9);
  // The second has begun or begins now; stopped, it makes room for the third.
  waiting.giveUp();
  expect(await waiting.over).toBe('given up');
  expect(await begin(third)).toMatchObject({ status: 200, body: { asItIs: { all: { visits: visitors } } } });
  expect(await progressOf(second)).toMatchObject({ status: 404 });
});

it('only to managers and administrators, under a name that is one', async () => {
  const { cookies } = await logIn(hall.address, 'counter', 'clerk01');
  expect(await begin(uuidV7(), cookies)).toMatchObject({ status: 401 });
  expect(await progressOf(uuidV7(), cookies)).toMatchObject({ status: 401 });
  expect(await begin('mine')).toMatchObject({ status: 400 });
});
