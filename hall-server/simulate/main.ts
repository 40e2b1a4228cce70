import { randomInt } from 'node:crypto';
import { OptionsRefused, readOptions, usage } from './options.ts';
import { type Progress, progressLine, summary } from './progress.ts';
import { SimulationRefused } from './refused.ts';
import { simulate } from './simulate.ts';

const plainLineEveryMs = 10_000;

/** `npm run simulate -- --visitors 100 --speed 20`: visitors and clerks for a hall that is to be watched. */
async function main() {
  const options = readOptions(process.argv.slice(2), process.env, randomInt(100_000));
  if (options === null) {
    console.log(usage);
    return;
  }
  const stopping = new AbortController();
  const stop = () => {
    // Once: politely. Twice: at once.
    if (stopping.signal.aborted) process.exit(130);
    stopping.abort();
    console.log('\nStopping: the clerks finish with whom they have and close their counters…');
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);

  const { visitors, speed, address, seed } = options;
  console.log(`${visitors} visitors at ${speed}x in ${address} (--seed ${seed} sends the same again). Ctrl-C stops.`);
  const { progress } = await simulate({ ...options, signal: stopping.signal, onProgress: createReport() });
  if (process.stdout.isTTY) process.stdout.write('\r\x1b[2K');
  console.log(summary(progress));
  if (stopping.signal.aborted && progress.waiting > 0) {
    console.log(`${progress.waiting} are still waiting: whoever opens a counter next will call them.`);
  }
  process.exit(0);
}

/** One line rewritten in a terminal; elsewhere a new line now and then. */
function createReport(): (progress: Progress) => void {
  let reportedAt = -Infinity;
  return (progress) => {
    if (process.stdout.isTTY) {
      const line = progressLine(progress).slice(0, (process.stdout.columns ?? 80) - 1);
      process.stdout.write(`\r\x1b[2K${line}`);
    } else if (performance.now() - reportedAt > plainLineEveryMs) {
      reportedAt = performance.now();
      console.log(progressLine(progress));
    }
  };
}

main().catch((error: unknown) => {
  if (error instanceof OptionsRefused) console.error(`${error.message}\n\n${usage}`);
  else if (error instanceof SimulationRefused) console.error(`\n${error.message}`);
  else console.error(error);
  process.exit(1);
});
