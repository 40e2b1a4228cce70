import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';

/** The product as built; before the first build, the same server from its sources. */
const built = 'dist/server/main.js';
const command = existsSync(built) ? [built] : ['--import', 'tsx', 'test/support/server-entry.ts'];

export interface ServerProcess {
  readonly address: string;
  /** As a power cut would: no signal handler runs. */
  readonly kill: () => Promise<void>;
  /** As an operator would. Returns the exit code. */
  readonly stop: () => Promise<number | null>;
}

export interface ServerOptions {
  readonly dataDir: string;
  readonly port: number;
}

function spawnServer({ dataDir, port }: ServerOptions): { child: ChildProcess; output: () => string } {
  const args = ['--demo', '--host', '127.0.0.1', '--port', String(port), '--data-dir', dataDir];
  const child = spawn(process.execPath, [...command, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
  }
  return { child, output: () => output };
}

/** A demo hall in a process of its own, listening. @throws Error with what it said, when it ends instead */
export async function startServer(options: ServerOptions): Promise<ServerProcess> {
  const { child, output } = spawnServer(options);
  const ended = once(child, 'exit');
  const address = await new Promise<string>((settle, fail) => {
    child.stdout?.on('data', () => {
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(output());
      if (found !== null) settle(found[0]);
    });
    child.once('exit', (code) => fail(new Error(`the server ended with ${code}: ${output()}`)));
  });
  return {
    address,
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
      return child.exitCode;
    },
  };
}

/** A server that is not expected to run: how it ends, and what it says. It is killed after `withinMs`, if it still runs. */
export async function outcomeOfServer(options: ServerOptions, withinMs?: number) {
  const { child, output } = spawnServer(options);
  const timer = withinMs === undefined ? null : setTimeout(() => child.kill('SIGKILL'), withinMs);
  await once(child, 'close');
  if (timer !== null) clearTimeout(timer);
  return { code: child.exitCode, output: output() };
}

/** A port that was free a moment ago: a restarted server must be where its clients look for it. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
