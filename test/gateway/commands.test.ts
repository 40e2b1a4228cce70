import { join } from 'node:path';
import Database from 'better-sqlite3';
import { v7 as uuidV7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Ack } from '../../shared/protocol.ts';
import type { BoardView, CounterView, DeskView } from '../../shared/views.ts';
import {
  accepted,
  type Crowd,
  clerkCrowd,
  crowdOf,
  issueLicence,
  kioskCrowd,
  openCounter,
  ticketOf,
} from '../support/crowd.ts';
import {
  type Client,
  connect,
  connectDevice,
  connectStaff,
  cutOf,
  type RunningHall,
  refusalOf,
  request,
  startDemoHall,
  temporaryFolder,
} from '../support/hall.ts';

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

/** What is on the disk, read by somebody else. */
function onDisk<Found>(sql: string): Found[] {
  const db = new Database(join(folder.path, 'hall.sqlite'), { readonly: true });
  try {
    return db.prepare(sql).pluck().all() as Found[];
  } finally {
    db.close();
  }
}

const many = <Made>(count: number, make: (index: number) => Promise<Made>) =>
  Promise.all(Array.from({ length: count }, (_, index) => make(index)));

describe('N1 a rush for numbers', () => {
  it('200 issues at once give 200 numbers, one after the other', async () => {
    const crowd = await kioskCrowd(hall.address, 20);
    const answers = await many(200, () => crowd.send(issueLicence));
    const numbers = answers.map((answer) => ticketOf(answer).number);
    const expected = Array.from({ length: 200 }, (_, index) => `A${String(index + 1).padStart(3, '0')}`);
    expect(numbers.toSorted()).toEqual(expected);
    expect(new Set(answers.map((answer) => ticketOf(answer).ticketId)).size).toBe(200);
    expect(new Set(answers.map((answer) => accepted(answer).issued?.link)).size).toBe(200);
    expect(onDisk('SELECT number FROM tickets ORDER BY sequence')).toEqual(expected);
    crowd.close();
  });

  it('N4 the first is number 1, with nobody ahead', async () => {
    const kiosk = await connectDevice(hall.address, 'ticketKiosk');
    const first = accepted(await kiosk.send(issueLicence));
    expect(first).toMatchObject({ ticket: { number: 'A001' }, issued: { ahead: 0, wait: null } });
    const second = accepted(await kiosk.send({ ...issueLicence }));
    expect(second).toMatchObject({ ticket: { number: 'A002' }, issued: { ahead: 1 } });
    kiosk.close();
  });
});

describe('N2 the same wish sent again', () => {
  it('five times at once, and again after a restart: one ticket, one answer', async () => {
    const crowd = await kioskCrowd(hall.address, 5);
    const id = uuidV7();
    const answers = await many(5, () => crowd.send(issueLicence, id));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(accepted(answers[0] as Ack).issued?.link).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
    expect(onDisk('SELECT number FROM tickets')).toEqual(['A001']);
    crowd.close();

    await hall.close();
    hall = await startDemoHall({ dataDir: folder.path });
    // The device is paired anew, but it is the same device.
    const later = await kioskCrowd(hall.address, 5);
    for (const answer of await many(5, () => later.send(issueLicence, id))) expect(answer).toEqual(answers[0]);
    expect(onDisk('SELECT number FROM tickets')).toEqual(['A001']);
    expect(onDisk("SELECT count(*) FROM journal WHERE type = 'ticketIssued'")).toEqual([1]);
    later.close();
  });

  it('a refusal is remembered as well: what was refused is not done later under the same id', async () => {
    const clerk = await connectStaff(hall.address, 'counter', 'clerk01');
    accepted(await clerk.send(openCounter('counter-01')));
    const id = uuidV7();
    expect(await clerk.send({ type: 'callNext' }, id)).toEqual({ ok: false, code: 'nobodyWaiting' });
    const kiosk = await connectDevice(hall.address, 'ticketKiosk');
    accepted(await kiosk.send(issueLicence));
    expect(await clerk.send({ type: 'callNext' }, id)).toEqual({ ok: false, code: 'nobodyWaiting' });
    expect(ticketOf(await clerk.send({ type: 'callNext' })).number).toBe('A001');
    clerk.close();
    kiosk.close();
  });

  it('other content or another sender under a used id is refused', async () => {
    const kiosk = await connectDevice(hall.address, 'ticketKiosk');
    const desk = await connectStaff<DeskView>(hall.address, 'desk', 'reception');
    const id = uuidV7();
    accepted(await kiosk.send(issueLicence, id));
    const reused = { ok: false, code: 'commandIdReused' };
    expect(await kiosk.send({ ...issueLicence, language: 'en' }, id)).toEqual(reused);
    expect(await desk.send(issueLicence, id)).toEqual(reused);
    // In one breath, too: whichever comes first is done, the other is refused.
    const both = uuidV7();
    const answers = await Promise.all([
      kiosk.send(issueLicence, both),
      kiosk.send({ ...issueLicence, language: 'en' }, both),
    ]);
    expect(answers.map((answer) => answer.ok)).toEqual([true, false]);
    expect(onDisk('SELECT number FROM tickets ORDER BY sequence')).toEqual(['A001', 'A002']);
    kiosk.close();
    desk.close();
  });
});

describe('C1 who is called', () => {
  it('two clerks who call in the same instant get two people', async () => {
    const [one, two] = await Promise.all(
      ['01', '02'].map((n) => connectStaff<CounterView>(hall.address, 'counter', `clerk${n}`)),
    );
    if (one === undefined || two === undefined) throw new Error('no clerks');
    accepted(await one.send(openCounter('counter-01')));
    accepted(await two.send(openCounter('counter-02')));
    const kiosk = await connectDevice(hall.address, 'ticketKiosk');
    for (let round = 0; round < 5; round += 1) {
      const waiting = await many(2, () => kiosk.send(issueLicence));
      const answers = await Promise.all([one.send({ type: 'callNext' }), two.send({ type: 'callNext' })]);
      expect(answers.map((answer) => ticketOf(answer).number).toSorted()).toEqual(
        waiting.map((answer) => ticketOf(answer).number).toSorted(),
      );
      for (const [index, clerk] of [one, two].entries()) {
        const { ticketId } = ticketOf(answers[index] as Ack);
        accepted(await clerk.send({ type: 'startService', ticketId }));
        const outcome = { outcome: 'accepted', externalCaseNo: null, collectOn: null } as const;
        accepted(await clerk.send({ type: 'finish', ticketId, ...outcome }));
      }
    }
    for (const client of [one, two, kiosk]) client.close();
  });

  it('20 clients, 500 calls: one winner for each ticket, and the others are told who is there', async () => {
    const clerks = 12;
    const rounds = 25;
    const kiosk = await kioskCrowd(hall.address, 20);
    await many(clerks * rounds, () => kiosk.send(issueLicence));
    kiosk.close();
    // Each clerk has pages that press and pages that serve, so that the rate limit is not what is tested.
    const staff: { press: Crowd; serve: Crowd }[] = await many(clerks, async (index) => {
      const name = String(index + 1).padStart(2, '0');
      const { clients } = await clerkCrowd(hall.address, `clerk${name}`, 5);
      const [press, serve] = [crowdOf(clients.slice(0, 2)), crowdOf(clients.slice(2))];
      accepted(await serve.send(openCounter(`counter-${name}`)));
      return { press, serve };
    });

    const winners: string[] = [];
    let losers = 0;
    for (let round = 0; round < rounds; round += 1) {
      // Twenty presses: every clerk once, the first eight twice.
      const presses = await many(20, async (index) => {
        const clerk = index % clerks;
        return { clerk, answer: await (staff[clerk] as { press: Crowd }).press.send({ type: 'callNext' }) };
      });
      const won = new Map(
        presses.flatMap(({ clerk, answer }) => (answer.ok ? [[clerk, ticketOf(answer)] as const] : [])),
      );
      expect(won.size).toBe(clerks);
      for (const { clerk, answer } of presses) {
        if (answer.ok) continue;
        losers += 1;
        expect(answer).toEqual({ ok: false, code: 'counterBusy', facts: { number: won.get(clerk)?.number } });
      }
      winners.push(...[...won.values()].map((ticket) => ticket.ticketId));
      await many(clerks, async (index) => {
        const ticketId = won.get(index)?.ticketId as never;
        const { serve } = staff[index] as { serve: Crowd };
        accepted(await serve.send({ type: 'startService', ticketId }));
        const outcome = { outcome: 'accepted', externalCaseNo: null, collectOn: null } as const;
        accepted(await serve.send({ type: 'finish', ticketId, ...outcome }));
      });
    }
    expect({ won: winners.length, lost: losers }).toEqual({ won: 300, lost: 200 });
    expect(new Set(winners).size).toBe(300);
    // And the journal says the same: nobody called twice, everybody in the order of the numbers, twelve by twelve.
    const called = onDisk<string>("SELECT ticket_id FROM journal WHERE type = 'ticketCalled' ORDER BY sequence");
    expect(called).toHaveLength(300);
    expect(new Set(called)).toEqual(new Set(winners));
    const numbers = onDisk<string>(`
      SELECT number FROM journal JOIN tickets ON tickets.id = ticket_id WHERE type = 'ticketCalled' ORDER BY journal.sequence`);
    expect(numbers).toEqual(numbers.toSorted());
    for (const { press, serve } of staff) for (const crowd of [press, serve]) crowd.close();
  }, 60_000);

  it('C5 a clerk works at one machine: the second has the counter, the first is cut and refused; a taken counter is said to be taken', async () => {
    const first = await connectStaff<CounterView>(hall.address, 'counter', 'clerk01');
    const other = await connectStaff<CounterView>(hall.address, 'counter', 'clerk02');
    // The front desk is another page: a manager may have both.
    const desk = await connectStaff(hall.address, 'desk', 'manager');
    accepted(await first.send(openCounter('counter-01')));
    const gone = cutOf(first);
    const second = await connectStaff<CounterView>(hall.address, 'counter', 'clerk01');
    await gone;
    expect(await refusalOf(hall.address, { audience: 'counter' }, first.cookies)).toBe('notSignedIn');
    expect((await second.until((view) => view.counter !== null)).counter?.counterId).toBe('counter-01');
    const manager = await connectStaff(hall.address, 'counter', 'manager');
    expect(await refusalOf(hall.address, { audience: 'desk' }, desk.cookies)).toBe('accepted');
    for (const client of [desk, manager]) client.close();
    const taken = await other.send(openCounter('counter-01'));
    expect(taken).toEqual({ ok: false, code: 'counterTaken', facts: { counter: '1' } });
    const elsewhere = await second.send(openCounter('counter-02'));
    expect(elsewhere).toEqual({ ok: false, code: 'staffAtOtherCounter', facts: { counter: '1' } });
    for (const client of [first, second, other]) client.close();
  });

  it('C2 five impatient presses call one person', async () => {
    const clerk = await connectStaff<CounterView>(hall.address, 'counter', 'clerk01');
    const kiosk = await connectDevice(hall.address, 'ticketKiosk');
    accepted(await clerk.send(openCounter('counter-01')));
    await many(5, () => kiosk.send(issueLicence));
    const answers = await many(5, () => clerk.send({ type: 'callNext' }));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(onDisk("SELECT number FROM tickets WHERE status = 'called'")).toEqual(['A001']);
    clerk.close();
    kiosk.close();
  });

  it('C3 a call is on every page that shows it', async () => {
    const clerk = await connectStaff<CounterView>(hall.address, 'counter', 'clerk01');
    const [kiosk, board] = await Promise.all([
      connectDevice(hall.address, 'ticketKiosk'),
      connectDevice<BoardView>(hall.address, 'hallScreen'),
    ]);
    accepted(await clerk.send(openCounter('counter-01')));
    const { issued } = accepted(await kiosk.send(issueLicence));
    const phone = await connect(hall.address, { audience: 'phone', link: issued?.link ?? '' });
    accepted(await clerk.send({ type: 'callNext' }));
    const [call] = (await board.until((view) => view.calls.length > 0)).calls;
    expect(call).toMatchObject({ number: 'A001', counterLabel: '1', status: 'called', callNo: 1 });
    const shown = await phone.until((view) => 'status' in view && view.status === 'called');
    expect(shown).toMatchObject({ number: 'A001', counterLabel: '1' });
    for (const client of [clerk, kiosk, board, phone]) client.close();
  });
});

describe('the disk refuses', () => {
  let kiosk: Client;
  let blocker: Database.Database;
  beforeEach(async () => {
    kiosk = await connectDevice(hall.address, 'ticketKiosk');
    // Somebody else writes into the file and does not finish: every commit of ours is refused.
    blocker = new Database(join(folder.path, 'hall.sqlite'));
  });
  afterEach(() => {
    if (blocker.inTransaction) blocker.exec('ROLLBACK');
    blocker.close();
    kiosk.close();
  });

  it('D4 nothing is issued and the hall says so; the same wish is done once the disk takes it again', async () => {
    accepted(await kiosk.send(issueLicence));
    blocker.exec('BEGIN IMMEDIATE');
    const id = uuidV7();
    expect(await kiosk.send(issueLicence, id)).toEqual({ ok: false, code: 'storageFailing' });
    expect((await request(hall.address, '/health')).body).toMatchObject({ status: 'failing', storage: 'failing' });
    expect(onDisk('SELECT number FROM tickets')).toEqual(['A001']);
    blocker.exec('ROLLBACK');
    expect(ticketOf(await kiosk.send(issueLicence, id)).number).toBe('A002');
    expect((await request(hall.address, '/health')).body).toMatchObject({ status: 'ok', storage: 'ok' });
  });

  it('an old answer given again does not make a failing disk good', async () => {
    const id = uuidV7();
    const first = await kiosk.send(issueLicence, id);
    blocker.exec('BEGIN IMMEDIATE');
    expect(await kiosk.send(issueLicence)).toEqual({ ok: false, code: 'storageFailing' });
    expect(await kiosk.send(issueLicence, id)).toEqual(first);
    expect((await request(hall.address, '/health')).body).toMatchObject({ status: 'failing', storage: 'failing' });
  });
});
