import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Arch, build, Platform } from 'electron-builder';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { temporaryFolder } from '../support/hall.ts';

// Both products are packed for Linux as they are for people, around an Electron that is a stub: its real binary cannot be
// had everywhere. What is in the packages, and how the fuses are set, is the same.

const products = {
  kiosk: { config: 'kiosk/shell/electron-builder.yml', folder: 'dist/shells/kiosk', program: 'clearcall-kiosk' },
  screen: {
    config: 'signage-display/shell/electron-builder.yml',
    folder: 'dist/shells/screen',
    program: 'clearcall-screen',
  },
} as const;

/** Electron's fuses are characters behind this sentence in its binary; see @electron/fuses. */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const stubFuses = '10110101';

const folder = temporaryFolder();
const electronDist = join(folder.path, 'electron');
const outputOf = (product: string) => join(folder.path, product);

beforeAll(async () => {
  mkdirSync(join(electronDist, 'resources'), { recursive: true });
  mkdirSync(join(electronDist, 'locales'));
  for (const locale of ['en-US', 'zh-CN', 'zh-TW', 'de'])
    writeFileSync(join(electronDist, 'locales', `${locale}.pak`), '');
  const fuses = Buffer.concat([Buffer.from(sentinel), Buffer.from([1, stubFuses.length]), Buffer.from(stubFuses)]);
  writeFileSync(join(electronDist, 'electron'), Buffer.concat([Buffer.from('stub '), fuses, Buffer.from(' end')]));
  chmodSync(join(electronDist, 'electron'), 0o755);
  for (const [product, { config }] of Object.entries(products)) await pack(product, config);
});
afterAll(folder.remove);

function pack(product: string, config: string, more: object = {}) {
  return build({
    targets: Platform.LINUX.createTarget('dir', Arch.x64, Arch.arm64),
    publish: 'never',
    config: { extends: config, electronDist, directories: { output: outputOf(product) }, ...more },
  });
}

/** The files of an asar archive: its header is JSON behind four lengths. */
function filesIn(asar: string): Record<string, unknown> {
  const bytes = readFileSync(asar);
  return JSON.parse(bytes.subarray(16, 16 + bytes.readUInt32LE(12)).toString()).files;
}

describe.each(Object.entries(products))('%s', (product, { folder: bundle, program }) => {
  it.each(['linux-unpacked', 'linux-arm64-unpacked'])('%s holds the bundle and nothing else', (unpacked) => {
    const at = join(outputOf(product), unpacked);
    expect(Object.keys(filesIn(join(at, 'resources', 'app.asar'))).sort()).toEqual([
      'main.cjs',
      'own-pages.css',
      'own-pages.js',
      'package.json',
      'preload.cjs',
    ]);
    expect(readdirSync(join(at, 'resources'))).toEqual(['app.asar']);
    const all = readdirSync(at, { recursive: true }).map(String);
    expect(all.filter((file) => /\.node$|node_modules|better.sqlite|unpacked/.test(file))).toEqual([]);
    expect(readdirSync(join(at, 'locales')).sort()).toEqual(['en-US.pak', 'zh-CN.pak', 'zh-TW.pak']);
  });

  it('its fuses are set in the binary', () => {
    const binary = readFileSync(join(outputOf(product), 'linux-unpacked', program)).toString('latin1');
    const wire = binary.slice(binary.indexOf(sentinel) + sentinel.length + 2).slice(0, stubFuses.length);
    expect(wire).toBe(
      [
        '0', // run as Node
        '0', // cookie encryption: a kiosk's session has no key ring
        '0', // NODE_OPTIONS
        '0', // --inspect
        '1', // asar integrity
        '1', // only from asar
        '0', // V8 snapshot of its own
        '0', // privileges of file:
      ].join(''),
    );
  });

  it('its code needs nothing but Electron and Node, and has nothing of the hall server or its pages', () => {
    const code = ['main.cjs', 'preload.cjs'].map((file) => readFileSync(join(bundle, file), 'utf8'));
    const needed = code.map((text) => [...text.matchAll(/\brequire\("([^"]+)"\)/g)].map(([, name]) => name));
    const [main = [], preload = []] = needed;
    expect(main.filter((name) => !/^(node:|electron$|os$|events$|buffer$|dgram$)/.test(name ?? ''))).toEqual([]);
    // A sandboxed preload can load nothing else.
    expect(preload).toEqual(['electron']);
    expect(code.join('')).not.toMatch(/better-sqlite3|fastify|react-dom|hall-server\/(?!health)/);
  });

  it('its package names no dependencies', () => {
    const { dependencies, main, version } = JSON.parse(readFileSync(join(bundle, 'package.json'), 'utf8'));
    expect({ dependencies, main, version }).toEqual({ main: 'main.cjs', version: packageJson.version });
  });
});

describe('electron-builder.yml', () => {
  it('is checked: an unknown key is refused before anything is packed or fetched', async () => {
    await expect(pack('refused', products.kiosk.config, { electronFusez: {} })).rejects.toThrow('electronFusez');
  });
  it('builds for Windows and Linux, for x64 and arm64', () => {
    const text = readFileSync('electron-builder.yml', 'utf8');
    for (const target of ['nsis', 'deb', 'AppImage']) {
      expect(text).toMatch(new RegExp(`- target: ${target}\\n\\s+arch: \\[x64, arm64\\]`));
    }
    expect(text).toContain(`electronVersion: ${packageJson.devDependencies.electron}\n`);
  });
});
