import type { Browser } from 'playwright-core';
import type { Command } from '../../shared/commands.ts';
import { launchBrowser } from '../support/browser.ts';
import { type Client, connectDevice, connectStaff } from '../support/hall.ts';
import { drawBoard } from './board.ts';
import { benchFolder, megabytes, printTable, spread, spreadHeads } from './measure.ts';
import { type Server, startServer } from './server.ts';
import { type Answer, demoCounters, done, issue } from './visit.ts';

const calls = 60;
/** Between taking a number and calling it; no hall calls as often. */
const pauseMs = 200;

/** Boards drawn by a real browser; the rest receive and confirm every view but draw nothing. */
const settings = [
  { boards: 1, drawn: ['hall-screen'] },
  { boards: 100, drawn: ['hall-screen', 'zone-screen-a', 'zone-screen-b'] },
];

/** From sending the call to the number being painted on the boards. */
export async function benchCallToPixels() {
  const rows: (readonly string[])[] = [];
  const browser = await launchBrowser();
  try {
    for (const { boards, drawn } of settings) rows.push(...(await measure(browser, boards, drawn)));
  } finally {
    await browser.close();
  }
  printTable(
    `From a clerk's call to the boards, ${calls} calls one after another`,
    ['boards, and what is awaited', 'times', ...spreadHeads, 'server CPU', 'RSS MB'],
    rows,
  );
}

async function measure(browser: Browser, boards: number, devices: readonly string[]) {
  const folder = benchFolder();
  const server = await startServer(folder.path);
  const opened: { readonly close: () => unknown }[] = [];
  try {
    const { address } = server;
    const drawn = await Promise.all(devices.map((device) => drawBoard(browser, address, device)));
    opened.push(...drawn);
    const [first = never('board')] = drawn;
    const others = await Promise.all(Array.from({ length: boards - drawn.length }, first.sibling));
    opened.push(...others);
    const kiosk = await connectDevice(address, 'ticketKiosk');
    const clerks = await Promise.all(
      demoCounters.map(async (counter) => ({ counter, client: await connectStaff(address, 'counter', counter.login) })),
    );
    opened.push(kiosk, ...clerks.map((clerk) => clerk.client));
    for (const { client, counter } of clerks) await done(send(client, counter.open));

    const ackMs: number[] = [];
    const paintedMs: number[] = [];
    const receivedMs: number[] = [];
    const skewMs: number[] = [];
    const before = { usage: server.usage(), at: performance.now() };
    for (let turn = 0; turn < calls; turn += 1) {
      const { counter, client } = clerks[turn % clerks.length] ?? never('clerk');
      const number = await takeNumber(kiosk, counter.serviceId);
      const facing = drawn.filter((board) => board.zone === null || board.zone === counter.zone);
      const painted = facing.map((board) => board.shows(number));
      const received = others.map((board) => board.shows(number));
      await new Promise((settle) => setTimeout(settle, pauseMs));

      const sentAt = Date.now();
      const ticketId = await done(send(client, { type: 'callNext' }));
      ackMs.push(Date.now() - sentAt);
      const paintedAt = await Promise.all(painted);
      const receivedAt = await Promise.all(received);
      for (const at of paintedAt) paintedMs.push(at - sentAt);
      for (const at of receivedAt) receivedMs.push(at - sentAt);
      if (paintedAt.length > 1) skewMs.push(Math.max(...paintedAt) - Math.min(...paintedAt));
      await done(send(client, { type: 'startService', ticketId }));
      const ends = { outcome: 'instant', externalCaseNo: null, collectOn: null } as const;
      await done(send(client, { type: 'finish', ticketId, ...ends }));
    }
    return [
      [`${boards}: acknowledgement`, String(ackMs.length), ...spread(ackMs), ...load(server, before)],
      [`${boards}: painted in Chromium, ${drawn.length} of them`, String(paintedMs.length), ...spread(paintedMs)],
      ...(others.length === 0
        ? []
        : [[`${boards}: received by the others`, String(receivedMs.length), ...spread(receivedMs)]]),
      ...(skewMs.length === 0
        ? []
        : [[`${boards}: first to last of those painted`, String(skewMs.length), ...spread(skewMs)]]),
    ];
  } finally {
    for (const one of opened) await one.close();
    await server.stop();
    folder.remove();
  }
}

async function send(client: Pick<Client, 'send'>, command: Command): Promise<Answer> {
  const ack = await client.send(command);
  return ack.ok ? { ok: true, ticketId: ack.receipt.ticket?.ticketId ?? null } : ack;
}

async function takeNumber(kiosk: Pick<Client, 'send'>, serviceId: (typeof demoCounters)[number]['serviceId']) {
  const ack = await kiosk.send(issue(serviceId));
  if (!ack.ok || ack.receipt.ticket === undefined) throw new Error('no number was given out');
  return ack.receipt.ticket.number;
}

/** The server's share of a core since then, and its memory now. */
function load(server: Server, since: { usage: ReturnType<Server['usage']>; at: number }): readonly string[] {
  const now = server.usage();
  if (now === null || since.usage === null) return ['?', '?'];
  const share = (now.cpuMs - since.usage.cpuMs) / (performance.now() - since.at);
  return [`${Math.round(share * 100)}%`, megabytes(now.rss)];
}

function never(what: string): never {
  throw new Error(`no ${what}`);
}
