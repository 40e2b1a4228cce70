import { join } from 'node:path';
import Database from 'better-sqlite3';
import { v7 as uuidV7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Command } from '../../shared/commands.ts';
import { CounterId, ServiceId, type TicketId, WorkProfileId } from '../../shared/ids.ts';
import type { Ack, Revision } from '../../shared/protocol.ts';
import type { DeskView } from '../../shared/views.ts';
import { clerkCrowd, issueLicence, kioskCrowd } from '../support/crowd.ts';
import { type Client, connectStaff, request, temporaryFolder } from '../support/hall.ts';
import { freePort, outcomeOfServer, type ServerProcess, startServer } from '../support/server-process.ts';

let folder: { path: string; remove: () => void };
let server: ServerProcess | null;
beforeEach(() => {
  folder = temporaryFolder();
  server = null;
});
afterEach(async () => {
  await server?.kill();
  folder.remove();
});

interface TicketOnDisk {
  readonly id: string;
  readonly number: string;
  readonly queue: string;
  readonly sequence: number;
  readonly status: string;
}

function onDisk() {
  const db = new Database(join(folder.path, 'hall.sqlite'), { readonly: true });
  try {
    return {
      tickets: db
        .prepare<[], TicketOnDisk>(
          'SELECT id, number, issued_queue_id AS queue, sequence, status FROM tickets ORDER BY sequence',
        )
        .all(),
      journal: db.prepare<[], number>('SELECT sequence FROM journal ORDER BY sequence').pluck().all(),
      called: db
        .prepare<[], string>("SELECT ticket_id || ' ' || command_id FROM journal WHERE type = 'ticketCalled'")
        .pluck()
        .all(),
      commands: new Set(db.prepare<[], string>('SELECT id FROM commands').pluck().all()),
      sound: db.pragma('quick_check', { simple: true }),
    };
  } finally {
    db.close();
  }
}

interface Answered {
  readonly client: Client;
  readonly id: string;
  readonly command: Command;
  readonly answer: Ack;
}

const random = (below: number) => Math.floor(Math.random() * below);

/** People at kiosks and counters who do not stop for anything, and repeat what was not answered under the same id. */
function crowdAtWork() {
  const answered: Answered[] = [];
  const watchers = new Set<() => void>();
  let open = true;
  let underWay = 0;
  const changed = () => {
    for (const watcher of [...watchers]) watcher();
  };
  const until = (wanted: () => boolean) =>
    new Promise<void>((settle) => {
      const look = () => {
        if (!wanted()) return;
        watchers.delete(look);
        settle();
      };
      watchers.add(look);
      look();
    });

  /** Like a page: only while connected, and again under the same id until there is an answer. */
  const insist = async (client: Client, command: Command): Promise<Ack> => {
    await until(() => open);
    const id = uuidV7();
    underWay += 1;
    for (;;) {
      if (!client.socket.connected) await new Promise<void>((settle) => client.socket.once('connect', settle));
      try {
        const answer = await client.send(command, id);
        if (answer.ok || answer.code !== 'tooManyRequests') {
          answered.push({ client, id, command, answer });
          underWay -= 1;
          changed();
          return answer;
        }
        // Each connection has its measure; the next one brings a new one.
        underWay -= 1;
        changed();
        await new Promise<unknown>((settle) => client.socket.once('disconnect', settle));
        await until(() => open);
        underWay += 1;
      } catch {
        // The link died under way: nobody knows whether it was done.
      }
    }
  };

  return {
    answered,
    until,
    idle: () => until(() => underWay === 0),
    pause: () => {
      open = false;
    },
    goOn: () => {
      open = true;
      changed();
    },
    async visitor(client: Client) {
      for (;;) {
        const service = ['licence-new-individual', 'tax-invoice', 'social-benefit'][random(3)];
        await insist(client, { ...issueLicence, serviceId: ServiceId.parse(service) });
      }
    },
    async clerk(client: Client, counter: string, profile: string) {
      const [counterId, workProfileId] = [CounterId.parse(counter), WorkProfileId.parse(profile)];
      await insist(client, { type: 'openCounter', counterId, workProfileId });
      for (;;) {
        const call = await insist(client, { type: 'callNext' });
        const ticketId = call.ok ? call.receipt.ticket?.ticketId : undefined;
        if (ticketId === undefined) continue;
        await insist(client, { type: 'startService', ticketId });
        await insist(client, { type: 'finish', ticketId, outcome: 'instant', externalCaseNo: null, collectOn: null });
      }
    },
  };
}

describe('R3 kill -9', () => {
  const kills = 20;

  it(`${kills} times under load: what was acknowledged is there, once, and every page is right again`, async () => {
    const port = await freePort();
    const start = async () => {
      server = await startServer({ dataDir: folder.path, port });
      return server;
    };
    let running = await start();
    const { address } = running;
    const [kiosks, licence, tax] = await Promise.all([
      kioskCrowd(address, 4),
      clerkCrowd(address, 'clerk01', 1),
      clerkCrowd(address, 'clerk09', 1),
    ]);
    const desk = await connectStaff<DeskView>(address, 'desk', 'reception');
    let shown: Revision = { generation: 0, sequence: 0 };
    desk.socket.on('view', ({ revision }) => {
      shown = revision;
    });

    const work = crowdAtWork();
    // Two people at each kiosk; all of them go on until the test is over.
    for (const kiosk of [...kiosks.clients, ...kiosks.clients]) void work.visitor(kiosk);
    for (const page of licence.clients) void work.clerk(page, 'counter-01', 'licence');
    for (const page of tax.clients) void work.clerk(page, 'counter-09', 'tax');

    let generations = 0;
    for (let kill = 0; kill < kills; kill += 1) {
      const enough = work.answered.length + 5 + random(30);
      await work.until(() => work.answered.length >= enough);
      await new Promise((moment) => setTimeout(moment, random(20)));
      await running.kill();
      work.pause();
      running = await start();
      // Those whose answer was lost repeat themselves now.
      await work.idle();

      const disk = onDisk();
      const numbers = new Map(disk.tickets.map((ticket) => [ticket.id, ticket.number]));
      for (const { id, command, answer } of work.answered) {
        expect(disk.commands.has(id)).toBe(true);
        if (!answer.ok || answer.receipt.ticket === undefined) continue;
        const { ticketId, number } = answer.receipt.ticket;
        if (numbers.get(ticketId) !== number) throw new Error(`${command.type} of ${number} is lost`);
      }
      const issued = work.answered.filter(({ command, answer }) => command.type === 'issueTicket' && answer.ok);
      expect(disk.tickets).toHaveLength(issued.length);
      expect(new Set(disk.tickets.map((ticket) => ticket.number)).size).toBe(disk.tickets.length);
      for (const queue of ['A', 'T', 'F']) {
        const sequences = disk.tickets.filter((ticket) => ticket.queue === queue).map((ticket) => ticket.sequence);
        expect(sequences).toEqual(sequences.map((_, index) => index + 1));
      }
      const calls = work.answered.filter(({ command, answer }) => command.type === 'callNext' && answer.ok);
      expect(disk.called.toSorted()).toEqual(
        calls.map(({ id, answer }) => `${answer.ok && answer.receipt.ticket?.ticketId} ${id}`).toSorted(),
      );
      expect(disk.journal).toEqual(disk.journal.map((_, index) => index + 1));

      // N2 Said again after the restart: the same answer, and nothing more happens.
      const again = Array.from({ length: 8 }, () => work.answered[random(work.answered.length)] as Answered);
      for (const { client, id, command, answer } of again) {
        expect({ command, answer: await client.send(command, id) }).toEqual({ command, answer });
      }
      expect(onDisk().journal).toHaveLength(disk.journal.length);

      // M2 The page that was open all the time shows the truth, without having been touched.
      const { body } = await request(address, '/health');
      expect(body).toMatchObject({ status: 'ok', sequence: disk.journal.length });
      while (shown.sequence < disk.journal.length) {
        await new Promise((settle) => desk.socket.once('view', settle));
      }
      const ended = ['done', 'cancelled', 'expired'];
      const open = disk.tickets.filter((ticket) => !ended.includes(ticket.status));
      const rows = desk.view().tickets.map(({ ticketId, status }): [TicketId, string] => [ticketId, status]);
      expect(new Map(rows)).toEqual(new Map(open.map(({ id, status }) => [id, status])));
      generations += 1;
      work.goOn();
    }
    work.pause();
    expect(generations).toBe(kills);
    expect(onDisk().sound).toBe('ok');
    expect(onDisk().called.length).toBeGreaterThan(kills);
    for (const crowd of [kiosks, licence, tax]) crowd.close();
    desk.close();
    expect(await running.stop()).toBe(0);
    server = null;
  }, 180_000);

  it('in the middle of the very first start: the next one begins or goes on, and the demo is whole', async () => {
    const port = await freePort();
    for (const within of [150, 300, 450, 600, 900]) {
      await outcomeOfServer({ dataDir: folder.path, port }, within + random(150));
    }
    server = await startServer({ dataDir: folder.path, port });
    const { body } = await request(server.address, '/api/hall');
    expect(body).toMatchObject({ needsSetup: false, hall: { demo: true } });
    for (const login of ['reception', 'clerk12', 'admin']) {
      const page = { reception: 'desk', clerk12: 'counter', admin: 'admin' }[login];
      const { status } = await request(server.address, '/api/login', { page, login, password: 'mingHao-demo' });
      expect({ login, status }).toEqual({ login, status: 200 });
    }
    expect(body.demoDevices).toHaveLength(31);
  }, 60_000);
});

describe('one server for one hall', () => {
  it('a second one on the same data ends at once, says why, and the first serves on', async () => {
    server = await startServer({ dataDir: folder.path, port: await freePort() });
    const second = await outcomeOfServer({ dataDir: folder.path, port: await freePort() });
    expect(second.code).toBe(1);
    expect(second.output.trim()).toMatch(/^Another hall server is using .*hall\.sqlite\. Stop it first\.$/);
    expect((await request(server.address, '/health')).body.status).toBe('ok');
  });

  it('a port in use is said to be in use, and the data stay as they are', async () => {
    server = await startServer({ dataDir: folder.path, port: await freePort() });
    const other = temporaryFolder();
    const { code, output } = await outcomeOfServer({ dataDir: other.path, port: Number(new URL(server.address).port) });
    expect(code).toBe(1);
    expect(output).toMatch(/in use/);
    other.remove();
  });
});
