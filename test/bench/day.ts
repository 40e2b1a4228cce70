import { statSync } from 'node:fs';
import { join } from 'node:path';
import { demoPassword } from '../../hall-server/demo/accounts.ts';
import type { Command } from '../../shared/commands.ts';
import { type Client, connect, request } from '../support/hall.ts';
import { benchFolder, megabytes, perSecond, printTable, spread, spreadHeads, timed } from './measure.ts';
import { type Server, startServer } from './server.ts';
import { type Answer, demoCounters, done, type Lane, visit } from './visit.ts';

const visitsInAll = 5_000;
const stages = 5;
/** What a socket may send before it is told to slow down. */
const commandsPerSocket = 18;
/** What lies about is collected meanwhile. */
const calmMs = 3_000;

/**
 * A long day over real sockets: commands a second at 12 counters at once, how long each acknowledgement takes, and
 * what the server's memory has become after 5,000 tickets. Every page has its own connection, replaced as often as the
 * limit of commands a socket asks for, so the figures include connecting and the views that go out. The clients share the machine's cores with the server.
 */
export async function benchDay() {
  const folder = benchFolder();
  let server = await startServer(folder.path);
  try {
    const ackMs: number[] = [];
    const openKiosk = await pairKiosk(server.address);
    const lanes = await Promise.all(demoCounters.map((counter) => openLane(server.address, openKiosk, counter, ackMs)));
    const rows = [row('before the first', server, [], 0, 0)];
    for (let stage = 1; stage <= stages; stage += 1) {
      ackMs.length = 0;
      const each = Math.ceil(visitsInAll / stages / lanes.length);
      const cpuBefore = server.usage()?.cpuMs ?? 0;
      const ms = await timed(() => Promise.all(lanes.map((lane) => repeat(each, () => visit(lane)))));
      const cpu = (server.usage()?.cpuMs ?? 0) - cpuBefore;
      if (stage === stages) await new Promise((settle) => setTimeout(settle, calmMs));
      rows.push(row(`${(stage * each * lanes.length).toLocaleString('en')} tickets`, server, ackMs, ms, cpu));
    }
    for (const lane of lanes) lane.close();
    printTable(
      'A day through sockets: 12 counters at once, each visit 4 commands',
      ['after', 'commands/s', ...spreadHeads.map((head) => `ack ${head}`), 'server CPU', 'RSS MB'],
      rows,
    );
    const bytes = statSync(join(folder.path, 'hall.sqlite')).size;
    await server.stop();
    const restartMs = await timed(async () => {
      server = await startServer(folder.path);
    });
    const rss = server.usage()?.rss;
    console.log(
      `  Database ${megabytes(bytes)} MB. Started again on it in ${restartMs.toFixed(0)} ms, RSS ${rss === undefined ? '?' : megabytes(rss)} MB.`,
    );
  } finally {
    await server.stop();
    folder.remove();
  }
}

function row(after: string, server: Server, ackMs: readonly number[], ms: number, cpuMs: number): readonly string[] {
  const usage = server.usage();
  const rss = usage === null ? '?' : megabytes(usage.rss);
  if (ackMs.length === 0) return [after, '', '', '', '', '', '', rss];
  const share = usage === null ? '?' : `${Math.round((cpuMs / ms) * 100)}%`;
  return [after, perSecond(ackMs.length, ms), ...spread(ackMs), share, rss];
}

async function repeat(times: number, work: () => Promise<void>) {
  for (let turn = 0; turn < times; turn += 1) await work();
}

/** All kiosks are windows of one paired device: pairing it again would shut the others out. */
async function pairKiosk(address: string): Promise<() => Promise<Client>> {
  const slot = 'bench';
  const { cookies } = await request(address, '/api/pairing', { slot, kind: 'ticketKiosk', wants: null });
  return () => connect(address, { audience: 'device', slot }, cookies);
}

async function openLane(
  address: string,
  openKiosk: () => Promise<Client>,
  { login, open, serviceId }: (typeof demoCounters)[number],
  ackMs: number[],
): Promise<Lane & { close: () => void }> {
  const { cookies } = await request(address, '/api/login', { page: 'counter', login, password: demoPassword });
  const clerk = supply(() => connect(address, { audience: 'counter' }, cookies), ackMs);
  const kiosk = supply(openKiosk, ackMs);
  await done(clerk.send(open));
  const close = () => {
    clerk.close();
    kiosk.close();
  };
  return { clerk: clerk.send, kiosk: kiosk.send, serviceId, close };
}

/** Sends through a connection until its allowance is used up; the next one is ready by then. */
function supply(open: () => Promise<Client>, ackMs: number[]) {
  let ready = open();
  let next = open();
  let left = commandsPerSocket;
  return {
    async send(command: Command): Promise<Answer> {
      if (left === 0) {
        const used = await ready;
        ready = next;
        next = open();
        left = commandsPerSocket;
        used.close();
      }
      left -= 1;
      const client = await ready;
      const before = performance.now();
      const ack = await client.send(command);
      ackMs.push(performance.now() - before);
      return ack.ok ? { ok: true, ticketId: ack.receipt.ticket?.ticketId ?? null } : ack;
    },
    close: () => {
      for (const client of [ready, next]) client.then((one) => one.close());
    },
  };
}
