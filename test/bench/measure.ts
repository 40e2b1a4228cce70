import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus } from 'node:os';
import { join, resolve } from 'node:path';

/** The value below which a share of all lies (nearest rank). */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

/** 'p50 12  p95 20  p99 31  max 40' of milliseconds, as cells. */
export function spread(ms: readonly number[]): readonly string[] {
  return [0.5, 0.95, 0.99, 1].map((share) => percentile(ms, share).toFixed(1));
}
export const spreadHeads = ['p50 ms', 'p95 ms', 'p99 ms', 'max ms'];

/** Rows under heads; the first column is words, the others figures. */
export function printTable(title: string, heads: readonly string[], rows: readonly (readonly string[])[]) {
  const widths = heads.map((head, column) => Math.max(head.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    widths
      .map((width, column) =>
        column === 0 ? (cells[column] ?? '').padEnd(width) : (cells[column] ?? '').padStart(width),
      )
      .join('  ');
  console.log(
    `\n${title}\n  ${[line(heads), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n  ')}`,
  );
}

export function machine(): string {
  const [cpu] = cpus();
  return `${cpus().length} cores (${cpu?.model.trim() ?? 'unknown'}), Node ${process.versions.node}, ${process.platform}`;
}

/** On the disk where a hall would keep its data: the system's temporary folder may be in memory. */
export function benchFolder(): { path: string; remove: () => void } {
  mkdirSync('data', { recursive: true });
  const path = mkdtempSync(join(resolve('data'), 'bench-'));
  const remove = () => {
    process.off('exit', remove);
    rmSync(path, { recursive: true, force: true });
  };
  // Also when something has failed that nobody caught.
  process.once('exit', remove);
  return { path, remove };
}

export async function timed(work: () => unknown): Promise<number> {
  const before = performance.now();
  await work();
  return performance.now() - before;
}

export const perSecond = (count: number, ms: number) => Math.round((count / ms) * 1000).toLocaleString('en');
export const megabytes = (bytes: number) => (bytes / 2 ** 20).toFixed(1);
