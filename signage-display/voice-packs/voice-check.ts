import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { decode, has } from './ffmpeg.ts';
import { measureClip } from './measure.ts';
import { oggOpusMs } from './ogg-opus.ts';
import {
  Chimes,
  chimeClips,
  clipsNeeded,
  type Fault,
  type FoundClip,
  limits,
  Pack,
  packFaults,
} from './pack-contract.ts';

// `npm run voice:check [-- folder] [-- --write-lengths]`: is every voice pack whole, and fit to be heard?
// Ends with 1 if a pack is broken, with 2 if nothing here can decode the clips and only their presence was checked.

const asked = process.argv.slice(2);
const isWriting = asked.includes('--write-lengths');
const folder = resolve(asked.find((word) => !word.startsWith('--')) ?? import.meta.dirname);
const canDecode = has('ffmpeg');

const packs = packFolders(folder);
if (packs.length === 0) {
  console.error(`No pack.json in ${folder} or in the folders below it.`);
  process.exit(1);
}
const faults: (Fault & { pack: string })[] = [];
for (const path of packs) {
  const found = await check(path);
  faults.push(...found.map((fault) => ({ ...fault, pack: basename(path) })));
}
for (const { pack, clip, what } of faults) console.log(`✗ ${pack}${clip === null ? '' : `/${clip}`}: ${what}`);
if (!canDecode) console.log('Loudness, peaks and silence were NOT checked: install ffmpeg to check them.');
console.log(faults.length === 0 ? 'No fault found.' : `${faults.length} faults.`);
process.exit(faults.length > 0 ? 1 : canDecode ? 0 : 2);

function packFolders(root: string): readonly string[] {
  if (!existsSync(root) || !statSync(root).isDirectory()) return [];
  const below = readdirSync(root).map((name) => join(root, name));
  return [root, ...below].filter((path) => existsSync(join(path, 'pack.json')));
}

async function check(path: string): Promise<readonly Fault[]> {
  const { pack, needed, broken } = read(path);
  if (pack === null) return broken;
  const found = await clipsIn(path);
  if (isWriting) {
    const measured = found.map(({ name, ms }) => [name, Math.round(ms)] as const);
    pack.clips = Object.fromEntries(measured.sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true })));
    writeFileSync(join(path, 'pack.json'), `${JSON.stringify(pack, null, 2)}\n`);
  }
  print(basename(path), needed.length, found);
  return packFaults(needed, pack.clips, found, 'language' in pack ? limits.clipMs : limits.chimeMs);
}

function read(path: string) {
  try {
    const json: unknown = JSON.parse(readFileSync(join(path, 'pack.json'), 'utf8'));
    if (basename(path) === 'common') return { pack: Chimes.parse(json), needed: chimeClips, broken: [] };
    const pack = Pack.parse(json);
    return { pack, needed: clipsNeeded(pack), broken: [] };
  } catch (error) {
    const what = `pack.json: ${error instanceof Error ? error.message : String(error)}`;
    return { pack: null, needed: [], broken: [{ clip: null, kind: 'stated' as const, what }] };
  }
}

async function clipsIn(path: string): Promise<readonly FoundClip[]> {
  const files = readdirSync(path).filter((file) => file.endsWith('.opus'));
  const found: FoundClip[] = [];
  while (files.length > 0) {
    // A few at a time: each is a process of its own.
    const some = await Promise.all(files.splice(0, 8).map((file) => clipIn(join(path, file))));
    found.push(...some.filter((clip) => clip !== null));
  }
  return found;
}

/** Null for what cannot be read: the contract then says which clip is missing. */
async function clipIn(file: string): Promise<FoundClip | null> {
  const name = basename(file, '.opus');
  const bytes = readFileSync(file);
  try {
    const ms = oggOpusMs(bytes);
    return canDecode ? measureClip(name, await decode(bytes)) : { name, ms, sound: null };
  } catch {
    return null;
  }
}

function print(pack: string, needed: number, found: readonly FoundClip[]) {
  const sounds = found.flatMap(({ sound }) => (sound === null ? [] : [sound]));
  const range = (values: readonly number[], unit: string, digits = 0) =>
    values.length === 0
      ? '–'
      : `${Math.min(...values).toFixed(digits)} to ${Math.max(...values).toFixed(digits)} ${unit}`;
  console.table({
    [pack]: {
      clips: `${found.length} (${needed} needed)`,
      length: range(
        found.map(({ ms }) => ms),
        'ms',
      ),
      loudness: range(
        sounds.map(({ loudness }) => loudness),
        'LUFS',
        1,
      ),
      'highest peak': sounds.length === 0 ? '–' : `${Math.max(...sounds.map(({ peakDb }) => peakDb)).toFixed(1)} dBFS`,
      'lead silence': range(
        sounds.map(({ leadSilenceMs }) => leadSilenceMs),
        'ms',
      ),
    },
  });
}
