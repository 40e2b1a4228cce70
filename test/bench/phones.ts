import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { BoardView } from '../../shared/views.ts';
import { kioskCrowd } from '../support/crowd.ts';
import { type Client, connectDevice, connectStaff } from '../support/hall.ts';
import { benchFolder, megabytes, percentile, printTable, spread, spreadHeads } from './measure.ts';
import type { PhonesReport } from './phone-crowd.ts';
import { type Server, startServer } from './server.ts';
import { demoCounters, issue } from './visit.ts';

/** All in one queue, so that every call moves every one of them: the dearest case there is. */
const crowdSizes = [0, 1_000];
const minutes = 2;
const callsAMinute = 10;
const walkMs = 3_000;

/** What a thousand phones cost a clerk and the server. */
export async function benchPhones() {
  const rows: (readonly string[])[] = [];
  const toBoard: number[] = [];
  for (const size of crowdSizes) {
    const measured = await measure(size);
    rows.push(...measured.rows);
    toBoard.push(percentile(measured.boardMs, 0.5));
  }
  const [without = Number.NaN, withPhones = Number.NaN] = toBoard;
  printTable(
    `Phones connected while ${callsAMinute} calls a minute are made for ${minutes} min, all waiting in one queue`,
    ['phones, and what is awaited', 'times', ...spreadHeads, 'server CPU', 'RSS MB', 'kB/phone/h'],
    rows,
  );
  console.log(
    `  call to board with phones / without: ${(withPhones / without).toFixed(2)} (p50). Phones and server share this machine's cores.`,
  );
}

async function measure(size: number) {
  const folder = benchFolder();
  const server = await startServer(folder.path);
  const opened: { readonly close: () => unknown }[] = [];
  try {
    const { address } = server;
    const counters = demoCounters.filter(({ serviceId }) => serviceId === demoCounters[0]?.serviceId);
    const clerks = await Promise.all(counters.map(({ login }) => connectStaff(address, 'counter', login)));
    opened.push(...clerks);
    for (const [turn, { open }] of counters.entries()) await accepted(clerks[turn], open);
    const board = await connectDevice<BoardView>(address, 'hallScreen');
    opened.push(board);

    // As many wait in either case: what differs is who looks on.
    const links = await takeNumbers(address, Math.max(...crowdSizes));
    const crowd = await startPhones(address, links.slice(0, size));
    const before = { usage: server.usage(), at: performance.now() };
    const ackMs: number[] = [];
    const boardMs: number[] = [];
    const calledAt = new Map<string, number>();
    for (let turn = 0; turn < callsAMinute * minutes; turn += 1) {
      const next = new Promise((settle) => setTimeout(settle, 60_000 / callsAMinute));
      const clerk = clerks[turn % clerks.length];
      const sentAt = Date.now();
      const known = new Set(board.view().calls.map(({ number, calledAt: at }) => `${number} ${at}`));
      const shown = board
        .until(({ calls }) =>
          calls.some((call) => call.status === 'called' && !known.has(`${call.number} ${call.calledAt}`)),
        )
        .then(() => boardMs.push(Date.now() - sentAt));
      const { number, ticketId } = await accepted(clerk, { type: 'callNext' });
      ackMs.push(Date.now() - sentAt);
      calledAt.set(number, sentAt);
      await shown;
      // A phone is told at most once a second: time to walk.
      await new Promise((settle) => setTimeout(settle, walkMs));
      await accepted(clerk, { type: 'startService', ticketId });
      const ends = { outcome: 'instant', externalCaseNo: null, collectOn: null } as const;
      await accepted(clerk, { type: 'finish', ticketId, ...ends });
      await next;
    }
    const usage = loadSince(server, before);
    const report = await crowd.stop();
    const phoneMs = report.called.flatMap(({ number, at }) => {
      const sentAt = calledAt.get(number);
      return sentAt === undefined ? [] : [at - sentAt];
    });
    const hours = report.ms / 3_600_000;
    const perPhone = size === 0 ? '' : Math.round(report.bytes / size / hours / 1024).toLocaleString('en');
    return {
      boardMs,
      rows: [
        [`${size}: acknowledgement`, String(ackMs.length), ...spread(ackMs), ...usage, perPhone],
        [`${size}: on a board`, String(boardMs.length), ...spread(boardMs)],
        ...(size === 0 ? [] : [[`${size}: on the called phone`, String(phoneMs.length), ...spread(phoneMs)]]),
      ],
    };
  } finally {
    for (const one of opened) await one.close();
    await server.stop();
    folder.remove();
  }
}

async function accepted(client: Client | undefined, command: Parameters<Client['send']>[0]) {
  const ack = await client?.send(command);
  if (!ack?.ok) throw new Error(`the hall refused: ${ack?.code}`);
  return { number: '', ticketId: '' as never, ...ack.receipt.ticket };
}

async function takeNumbers(address: string, count: number): Promise<readonly string[]> {
  const kiosks = await kioskCrowd(address, 60);
  const serviceId = demoCounters[0]?.serviceId;
  if (serviceId === undefined) throw new Error('no service');
  const links: string[] = [];
  while (links.length < count) {
    const answers = await Promise.all(
      Array.from({ length: Math.min(60, count - links.length) }, () => kiosks.send(issue(serviceId))),
    );
    for (const answer of answers) if (answer.ok && answer.receipt.issued) links.push(answer.receipt.issued.link);
    // Within what one kiosk may send.
    await new Promise((settle) => setTimeout(settle, 250));
  }
  kiosks.close();
  return links;
}

async function startPhones(address: string, links: readonly string[]) {
  const crowd = spawn(process.execPath, ['--import', 'tsx', 'test/bench/phone-crowd.ts'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  process.once('exit', () => crowd.kill());
  const said = createInterface({ input: crowd.stdout })[Symbol.asyncIterator]();
  crowd.stdin.write(`${JSON.stringify({ address, links })}\n`);
  if ((await said.next()).value !== 'ready') throw new Error('the phones did not connect');
  return {
    stop: async (): Promise<PhonesReport> => {
      crowd.stdin.write('stop\n');
      return JSON.parse((await said.next()).value ?? '');
    },
  };
}

/** The server's share of a core since then, and its memory now. */
function loadSince(server: Server, since: { usage: ReturnType<Server['usage']>; at: number }): readonly string[] {
  const now = server.usage();
  if (now === null || since.usage === null) return ['?', '?'];
  const share = (now.cpuMs - since.usage.cpuMs) / (performance.now() - since.at);
  return [`${Math.round(share * 100)}%`, megabytes(now.rss)];
}
