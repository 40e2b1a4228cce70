import { v7 as uuidV7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SetupFile, SetupPreview, SetupVersionRow } from '../../shared/http.ts';
import type { AdminView, CounterView } from '../../shared/views.ts';
import { accepted, issueLicence, openCounter } from '../support/crowd.ts';
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

// The set-up as a whole over HTTP: who changed what, back to before, out into a file and in again.

let folder: { path: string; remove: () => void };
let hall: RunningHall;
let admin: Client<AdminView> & { cookies: string };
let now = Date.parse('2026-03-10T09:00:00+08:00');
beforeAll(async () => {
  folder = temporaryFolder();
  await start();
});
afterAll(async () => {
  admin.close();
  await hall.close();
  folder.remove();
});

async function start() {
  hall = await startDemoHall({ dataDir: folder.path, clock: () => now });
  admin = await connectStaff<AdminView>(hall.address, 'admin', 'admin');
}
const ask = async <Body>(path: string, body?: object, cookies = admin.cookies) => {
  const answered = await request(hall.address, path, body, cookies);
  return { status: answered.status, body: answered.body as Body };
};
const versions = async () => (await ask<SetupVersionRow[]>('/api/setup/versions')).body;
const apply = (wish: object, id = uuidV7()) => ask<{ ok: boolean; code?: string }>('/api/setup', { id, wish });
const label = () => admin.view().setup.counters.find(({ id }) => id === 'counter-12')?.label;
const relabel = async (to: string) => {
  const value = admin.view().setup.counters.find(({ id }) => id === 'counter-12') ?? expect.fail();
  now += 60_000;
  accepted(await admin.send({ type: 'saveSetup', entry: { kind: 'counter', value: { ...value, label: to } } }));
  await admin.until(() => label() === to);
};

describe('history', () => {
  it('tells who changed what, newest first, each with what it was before; over a restart', async () => {
    expect(await versions()).toEqual([]);
    await relabel('21');
    await relabel('22');
    admin.close();
    await hall.close();
    await start();
    const rows = await versions();
    expect(rows).toMatchObject([
      {
        at: now,
        staffName: '管理员',
        changes: [{ before: { value: { label: '21' } }, after: { value: { label: '22' } } }],
      },
      { changes: [{ before: { value: { label: '12' } }, after: { kind: 'counter', value: { label: '21' } } }] },
    ]);
    const older = await ask<SetupVersionRow[]>(`/api/setup/versions?before=${rows[0]?.sequence}`);
    expect(older.body).toEqual(rows.slice(1));
  });

  it('goes back to what it was, in opening hours, with numbers waiting and a counter at work', async () => {
    const kiosk = await connectDevice(hall.address, 'ticketKiosk');
    accepted(await kiosk.send(issueLicence));
    const clerk = await connectStaff<CounterView>(hall.address, 'counter', 'clerk01');
    accepted(await clerk.send(openCounter('counter-01')));
    accepted(await clerk.send({ type: 'callNext' }));
    const [, first] = await versions();
    const wish = { asOf: (first?.sequence ?? 0) - 1, others: 'switchOff' };
    const preview = await ask<SetupPreview>('/api/setup/preview', wish);
    expect(preview.body).toMatchObject({
      refused: null,
      changes: [{ before: { value: { label: '22' } }, after: { value: { label: '12' } } }],
    });
    const id = uuidV7();
    expect((await apply(wish, id)).body).toEqual({ ok: true });
    expect((await apply(wish, id)).body, 'asked twice, done once').toEqual({ ok: true });
    await admin.until(() => label() === '12');
    expect(clerk.view().current).toMatchObject({ number: 'A001', status: 'called' });
    expect(await versions()).toHaveLength(3);
    expect((await apply(wish)).body).toMatchObject({ ok: false, code: 'nothingToChange' });
    kiosk.close();
    clerk.close();
  });
});

describe('a file', () => {
  it('holds the whole set-up and nobody’s secret, and comes back in as it went out', async () => {
    const file = await ask<SetupFile>('/api/setup/file');
    expect(file.body.entries.length).toBeGreaterThan(50);
    expect(JSON.stringify(file.body)).not.toMatch(/password|scrypt|token/i);
    const { entries } = file.body;
    const wish = { entries, others: 'switchOff' };
    expect((await ask<SetupPreview>('/api/setup/preview', wish)).body.refused).toMatchObject({
      code: 'nothingToChange',
    });
    const other = entries.map((one) =>
      one.kind === 'priorityClass' && one.value.id === 'elder'
        ? { ...one, value: { ...one.value, active: false } }
        : one,
    );
    expect((await apply({ entries: other, others: 'keep' })).body).toEqual({ ok: true });
    expect((await apply(wish)).body).toEqual({ ok: true });
  });

  it.each([
    ['no set-up at all', { entries: [], others: 'keep' }, 400],
    ['an entry of no kind', { entries: [{ kind: 'window', value: {} }], others: 'keep' }, 400],
    ['neither a file nor a moment', { others: 'keep' }, 400],
  ])('is refused when it is %s', async (_, wish, status) => {
    expect(await ask('/api/setup/preview', wish)).toMatchObject({ status, body: { code: 'malformed' } });
  });

  it('is the administrator’s alone; managers may read the history', async () => {
    const manager = (await logIn(hall.address, 'admin', 'manager')).cookies;
    expect((await ask('/api/setup/versions', undefined, manager)).status).toBe(200);
    for (const [path, body] of [
      ['/api/setup/file', undefined],
      ['/api/setup/preview', { asOf: 0, others: 'keep' }],
      ['/api/setup', { id: uuidV7(), wish: { asOf: 0, others: 'keep' } }],
    ] as const) {
      expect(await ask(path, body, manager), path).toMatchObject({ status: 403 });
      expect(await ask(path, body, ''), path).toMatchObject({ status: 401 });
    }
  });
});
