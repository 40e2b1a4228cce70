import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The built product in a process of its own, as `npm start` runs it. */
export interface Server {
  readonly address: string;
  /** CPU time used so far in ms, resident memory in bytes; null where the system does not tell (no /proc). */
  readonly usage: () => { readonly cpuMs: number; readonly rss: number } | null;
  readonly stop: () => Promise<void>;
}

/** Started on a free port. */
export async function startServer(dataDir: string): Promise<Server> {
  const server = spawn(process.execPath, ['dist/server/main.js', '--demo', '--port', '0', '--data-dir', dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  process.once('exit', () => server.kill());
  const ended = new Promise<void>((settle) => server.once('exit', () => settle()));
  const address = await new Promise<string>((settle, fail) => {
    let said = '';
    server.stdout.on('data', (data) => {
      said += data;
      const found = /http:\/\/[\d.]+:\d+/.exec(said);
      if (found !== null) settle(found[0]);
    });
    server.once('exit', (code) => fail(new Error(`the server ended with ${code}: ${said}`)));
  });
  return {
    address,
    usage: () => usageOf(server.pid ?? 0),
    stop: () => {
      server.kill('SIGTERM');
      return ended;
    },
  };
}

/** What Linux says of a process; its clock ticks a hundred times a second. */
function usageOf(pid: number): ReturnType<Server['usage']> {
  const folder = join('/proc', String(pid));
  if (!existsSync(folder)) return null;
  const [, after = ''] = readFileSync(join(folder, 'stat'), 'utf8').split(') ');
  const fields = after.split(' ');
  const rss = /VmRSS:\s+(\d+) kB/.exec(readFileSync(join(folder, 'status'), 'utf8'))?.[1];
  return { cpuMs: (Number(fields[11]) + Number(fields[12])) * 10, rss: Number(rss) * 1024 };
}
