import { statSync } from 'node:fs';
import { join } from 'node:path';
import { benchFolder, megabytes, perSecond, printTable, spread, spreadHeads, timed } from './measure.ts';
import { type Server, startServer } from './server.ts';
import { openLane, pairKiosk } from './sockets.ts';
import { demoCounters, visit } from './visit.ts';

const visitsInAll = 5_000;
const stages = 5;
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
