import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromiumPath } from './browser.ts';
import { buildPreviews } from './preview.ts';

/**
 * Before any test: Chromium is there (installed from Debian's packages where we may), and the product and the previews
 * are built, because the browser tests run what people run.
 */
export default async function prepare() {
  if (!existsSync(chromiumPath)) installChromium();
  run('npx', ['vite', 'build', '--app', '--logLevel', 'warn']);
  await buildPreviews();
  process.env.PREVIEWS = 'built';
}

function installChromium() {
  const howTo = `The browser tests need Chromium at ${chromiumPath}: apt-get install chromium (or set CHROMIUM to its path)`;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) throw new Error(howTo);
  console.log('Installing Chromium for the browser tests…');
  run('apt-get', ['update', '-qq']);
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium']);
  if (!existsSync(chromiumPath)) throw new Error(howTo);
}

function run(command: string, args: readonly string[]) {
  const { status, error } = spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
  if (error) throw error;
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}`);
}
