import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromiumPath } from './browser.ts';
import { buildPreviews } from './preview.ts';
import { zbarPath } from './read-qr.ts';

/**
 * Before any test: Chromium and zbar are there (installed from Debian's packages where we may), and the product and the previews
 * are built, because the browser tests run what people run.
 */
export default async function prepare() {
  if (!existsSync(chromiumPath)) install('chromium', chromiumPath, 'The browser tests', 'CHROMIUM');
  if (!existsSync(zbarPath)) install('zbar-tools', zbarPath, 'The tests of printed QR codes', 'ZBARIMG');
  run('npx', ['vite', 'build', '--app', '--logLevel', 'warn']);
  await buildPreviews();
  process.env.PREVIEWS = 'built';
}

function install(debianPackage: string, path: string, tests: string, variable: string) {
  const howTo = `${tests} need ${path}: apt-get install ${debianPackage} (or set ${variable} to its path)`;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) throw new Error(howTo);
  console.log(`Installing ${debianPackage}…`);
  run('apt-get', ['update', '-qq']);
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', debianPackage]);
  if (!existsSync(path)) throw new Error(howTo);
}

function run(command: string, args: readonly string[]) {
  const { status, error } = spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
  if (error) throw error;
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}`);
}
