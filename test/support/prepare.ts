import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromiumPath } from './browser.ts';
import { buildPreviews } from './preview.ts';
import { zbarPath } from './read-qr.ts';

/**
 * Before any test: Chromium, zbar and the kiosk's screen are there (installed from Debian's packages where we may), and the product and the previews
 * are built, because the browser tests run what people run.
 */
export default async function prepare() {
  if (!existsSync(chromiumPath)) install('chromium', chromiumPath, 'The browser tests', 'CHROMIUM');
  if (!existsSync(zbarPath)) install('zbar-tools', zbarPath, 'The tests of printed QR codes', 'ZBARIMG');
  for (const [program, debianPackage] of Object.entries(deployPrograms)) {
    if (!existsSync(program)) install(debianPackage, program, 'The tests of docs/deploy', null);
  }
  run('npx', ['vite', 'build', '--app', '--logLevel', 'warn']);
  await buildPreviews();
  process.env.PREVIEWS = 'built';
}

/** A screen, a window manager and somebody who presses keys, for Chromium as a kiosk; and what makes certificates. */
const deployPrograms = {
  '/usr/bin/Xvfb': 'xvfb',
  '/usr/bin/openbox': 'openbox',
  '/usr/bin/xdotool': 'xdotool',
  '/usr/bin/openssl': 'openssl',
} as const;

function install(debianPackage: string, path: string, tests: string, variable: string | null) {
  const otherwise = variable === null ? '' : ` (or set ${variable} to its path)`;
  const howTo = `${tests} need ${path}: apt-get install ${debianPackage}${otherwise}`;
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
