import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StaffId, WorkProfileId } from '../../shared/ids.ts';
import type { AdminView, CounterView } from '../../shared/views.ts';
import { openCounter } from '../support/crowd.ts';
import { connectStaff, type RunningHall, request, startDemoHall, temporaryFolder } from '../support/hall.ts';

// What goes between a counter and the manager, over the real doors and across a restart.

let folder: { path: string; remove: () => void };
let hall: RunningHall;
beforeEach(async () => {
  folder = temporaryFolder();
  hall = await startDemoHall({ dataDir: folder.path });
});
afterEach(async () => {
  await hall.close();
  folder.remove();
});

const clerkOf = (login = 'clerk01') => connectStaff<CounterView>(hall.address, 'counter', login);
const managerOf = () => connectStaff<AdminView>(hall.address, 'admin', 'manager');
const counterOf = (view: AdminView, label: string) => view.today.counters.find((counter) => counter.label === label);

describe('a call for help', () => {
  it('reaches the manager, is answered, survives a restart, and is over when the clerk says so', async () => {
    const clerk = await clerkOf();
    const manager = await managerOf();
    await clerk.send(openCounter('counter-05'));
    const { label = '', counterId } = (await clerk.until((view) => view.counter !== null)).counter ?? {};
    if (counterId === undefined) throw new Error('no counter');
    expect(await clerk.send({ type: 'callForHelp', reason: 'medical' })).toMatchObject({ ok: true });
    const shown = await manager.until((view) => counterOf(view, label)?.help != null);
    expect(counterOf(shown, label)?.help).toMatchObject({ reason: 'medical', answered: null });

    expect(await clerk.send({ type: 'answerHelp', counterId })).toEqual({ ok: false, code: 'forbidden' });
    expect(await manager.send({ type: 'answerHelp', counterId })).toMatchObject({ ok: true });
    const told = await clerk.until((view) => view.counter?.help?.answered != null);
    expect(told.counter?.help?.answered?.by).toBe(manager.view().me.staffId);
    clerk.close();
    manager.close();

    await hall.close();
    hall = await startDemoHall({ dataDir: folder.path });
    const again = await clerkOf();
    expect(again.view().counter?.help).toEqual(told.counter?.help);
    expect(await again.send({ type: 'endHelp', counterId })).toMatchObject({ ok: true });
    await again.until((view) => view.counter?.help === null);
    again.close();
  });
});

describe('a message to counters', () => {
  const words = 'please keep this between us';
  const tables = () => {
    const db = new Database(join(folder.path, 'hall.sqlite'), { readonly: true });
    try {
      const names = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all();
      const holds = (name: unknown) => JSON.stringify(db.prepare(`SELECT * FROM "${name}"`).all()).includes(words);
      return names.filter(holds);
    } finally {
      db.close();
    }
  };

  it('is read at the counter across a restart, and its words are nowhere but beside the journal, until the day ends', async () => {
    const clerk = await clerkOf();
    const manager = await managerOf();
    await clerk.send(openCounter('counter-05'));
    const sending = { type: 'messageCounter', counterIds: null, text: words } as const;
    expect(await clerk.send(sending)).toEqual({ ok: false, code: 'forbidden' });
    expect(await manager.send(sending)).toMatchObject({ ok: true });
    const told = (await clerk.until((view) => view.message !== null)).message;
    expect(told).toMatchObject({ text: words, by: manager.view().me.staffId });
    expect(tables()).toEqual(['messages']);
    clerk.close();
    manager.close();

    await hall.close();
    hall = await startDemoHall({ dataDir: folder.path });
    const again = await clerkOf();
    expect(again.view().message).toEqual(told);
    const messageId = told?.messageId ?? expect.fail('a message');
    expect(await again.send({ type: 'readMessage', messageId })).toMatchObject({ ok: true });
    const back = await managerOf();
    expect(back.view().messages).toMatchObject([{ text: words, to: [{ readAt: expect.any(Number) }] }]);
    await back.send({ type: 'closeDay' });
    await back.until((view) => view.messages.length === 0);
    expect(tables()).toEqual([]);
    again.close();
    back.close();
  });
});

describe('a counter opened for somebody', () => {
  const open = (staffId: string) =>
    ({ to: 'open', staffId: StaffId.parse(staffId), workProfileId: WorkProfileId.parse('licence') }) as const;

  it('is found open at sign-in, with the name of the manager to be had', async () => {
    const manager = await managerOf();
    const clerk = await clerkOf('clerk02');
    const { staffId } = clerk.view().me;
    clerk.close();
    const counterId = manager.view().today.counters[3]?.counterId ?? expect.fail('a fourth counter');
    expect(await manager.send({ type: 'directCounter', counterId, order: open(staffId) })).toMatchObject({ ok: true });
    const back = await clerkOf('clerk02');
    expect(back.view().counter).toMatchObject({ counterId, status: 'open', profileBy: manager.view().me.staffId });
    const { body } = await request(hall.address, '/api/colleagues', undefined, back.cookies);
    expect(body).toContainEqual({ staffId: manager.view().me.staffId, name: expect.any(String) });
    expect(JSON.stringify(body)).not.toMatch(/login|password/);
    expect((await request(hall.address, '/api/colleagues')).status).toBe(401);
    back.close();
    manager.close();
  });

  it('is refused for somebody unknown, and for somebody who does not work at counters', async () => {
    const manager = await managerOf();
    const reception = await connectStaff(hall.address, 'desk', 'reception');
    const { staffId } = (reception.view() as { me: { staffId: StaffId } }).me;
    const counterId = manager.view().today.counters[3]?.counterId ?? expect.fail('a fourth counter');
    for (const one of ['nobody', staffId]) {
      expect(await manager.send({ type: 'directCounter', counterId, order: open(one) })).toEqual({
        ok: false,
        code: 'unknownStaff',
      });
    }
    reception.close();
    manager.close();
  });
});
