import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askFigures } from '../../hall-server/ask-figures.ts';
import { openDatabase } from '../../hall-server/store/database.ts';
import type { Figures } from '../../shared/figures.ts';
import type { AdminView, CounterView } from '../../shared/views.ts';
import { accepted, issueLicence, openCounter, ticketOf } from '../support/crowd.ts';
import {
  type Client,
  connectDevice,
  connectStaff,
  logIn,
  type RunningHall,
  request,
  startDemoHall,
  temporaryFolder,
} from '../support/hall.ts';

let folder: { path: string; remove: () => void };
let hall: RunningHall;
let admin: Client<AdminView> & { cookies: string };
let now = Date.parse('2026-03-10T09:00:00+08:00');
beforeAll(async () => {
  folder = temporaryFolder();
  hall = await startDemoHall({ dataDir: folder.path, clock: () => now });
  admin = await connectStaff<AdminView>(hall.address, 'admin', 'admin');
});
afterAll(async () => {
  admin.close();
  await hall.close();
  folder.remove();
});

const ask = async (change: object = {}, cookies = admin.cookies) => {
  const query = { from: '2026-03-01', to: '2026-03-31', by: 'service', step: 'day', ...change };
  return request(hall.address, `/api/figures?${new URLSearchParams(query)}`, undefined, cookies);
};

describe('figures over HTTP', () => {
  it('a visit as the design tells it: half an hour, a minute, ten minutes', async () => {
    const kiosk = await connectDevice(hall.address, 'ticketKiosk');
    const clerk = await connectStaff<CounterView>(hall.address, 'counter', 'clerk01');
    accepted(await clerk.send(openCounter('counter-01')));
    accepted(await kiosk.send(issueLicence));
    now += 30 * 60_000;
    const { ticketId } = ticketOf(await clerk.send({ type: 'callNext' }));
    now += 60_000;
    accepted(await clerk.send({ type: 'startService', ticketId }));
    now += 10 * 60_000;
    accepted(await clerk.send({ type: 'finish', ticketId, outcome: 'instant', externalCaseNo: null, collectOn: null }));
    const { body } = (await ask()) as { body: Figures };
    expect(body).toMatchObject({
      ...{ days: 1, targetMinutes: 30 },
      all: {
        ...{ arrivals: 1, done: 1, noShow: 0, withinTarget: { n: 1, of: 1 } },
        waiting: { n: 1, mean: 1_800_000, median: 1_800_000, p90: 1_800_000 },
        walking: { mean: 60_000 },
        service: { mean: 600_000 },
        total: { mean: 2_460_000 },
      },
      groups: [{ key: issueLicence.serviceId, arrivals: 1 }],
      series: [{ key: '2026-03-10' }],
      counters: [{ counterId: 'counter-01', open: 2_460_000, serving: 600_000 }],
    });
    // A Tuesday, nine in the morning.
    expect(body.hours[1]?.[9]).toBe(1);
    expect(body.hours[0]).toBeNull();
    kiosk.close();
    clerk.close();
  });

  it.each([
    ['backwards', { from: '2026-03-31', to: '2026-03-01' }],
    ['no date', { from: 'yesterday' }],
    ['longer than a year and a month', { from: '2025-01-01', to: '2026-03-31' }],
    ['by nothing known', { by: 'visitor' }],
  ])('a period that is %s is malformed', async (_, change) => {
    expect(await ask(change)).toMatchObject({ status: 400, body: { code: 'malformed' } });
  });

  it('are the managers’; of single members of staff only where the hall allows it', async () => {
    const manager = (await logIn(hall.address, 'admin', 'manager')).cookies;
    const clerk = (await logIn(hall.address, 'counter', 'clerk02')).cookies;
    expect(await ask({}, manager)).toMatchObject({ status: 200 });
    for (const cookies of ['', clerk]) expect(await ask({}, cookies)).toMatchObject({ status: 401 });
    expect(await ask({ by: 'staff' }, manager)).toMatchObject({ status: 403 });
    const { rules } = admin.view().setup;
    const value = { ...rules, figures: { byStaff: true } };
    accepted(await admin.send({ type: 'saveSetup', entry: { kind: 'rules', value } }));
    expect(await ask({ by: 'staff' }, manager)).toMatchObject({ status: 200, body: { groups: [], hidden: 1 } });
  });
});

describe('the thread that reads them', () => {
  const worker = resolve('dist/server/figures-worker.js');
  const query = { from: '2026-03-01', to: '2026-03-31', by: 'service', step: 'month' } as const;

  it('answers as this thread does, begins again when it has died, and keeps what a day came to', async () => {
    expect(existsSync(worker), 'built by the tests’ set-up').toBe(true);
    const other = temporaryFolder();
    const { db, close } = openDatabase(`${other.path}/hall.sqlite`);
    const begin = (file: string | null) =>
      askFigures({ db, worker: file, timeZone: () => 'Asia/Shanghai', log: pino({ level: 'silent' }) });
    const [here, there] = [begin(null), begin(worker)];
    db.exec(
      "INSERT INTO days (date, opened_at, closed_at, issued, done, cancelled) VALUES ('2026-03-10', 1, 2, 0, 0, 0)",
    );
    const asked = { query, targetMinutes: 30, now };
    expect(await there.figures(asked)).toEqual(await here.figures(asked));
    const kept = () => db.prepare('SELECT count(*) FROM day_facts').pluck().get();
    await expect.poll(kept).toBe(1);
    await there.close();
    expect(await there.figures(asked)).toEqual(await here.figures(asked));
    const lost = begin(resolve('dist/server/no-such-worker.js'));
    await expect(lost.figures(asked)).rejects.toThrow();
    await expect(lost.figures(asked)).rejects.toThrow();
    for (const asking of [here, there, lost]) await asking.close();
    close();
    other.remove();
  });
});
