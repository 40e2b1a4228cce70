import type { VoiceLanguage } from '../../../shared/languages.ts';
import { clipAddress, RecordingsList } from '../../../shared/voice.ts';
import { Chimes, chimeClips, clipsNeeded, Pack, sampleRate } from '../../voice-packs/pack-contract.ts';

export type Buffers = ReadonlyMap<string, AudioBuffer>;

/** A language that can be spoken: its pack is whole. */
export interface Voice {
  readonly pack: Pack;
  readonly buffers: Buffers;
}

export interface Voices {
  readonly chimes: Buffers;
  /** In the hall's order, without those that cannot be had. */
  readonly voices: readonly Voice[];
  /** What could not be had, for the people who look after this screen. */
  readonly faults: readonly string[];
  /** Which of the hall's own recordings these are of. */
  readonly recordings: string;
}

const listMs = 3_000;
const fetchMs = 10_000;
const decodeMs = 5_000;
const atATime = 4;

/** Fetches and decodes all that will be said, so that nothing is fetched when somebody is called. Never rejects. */
export async function loadVoices(languages: readonly VoiceLanguage[], closed: AbortSignal): Promise<Voices> {
  const faults: string[] = [];
  const attempt = async <Kind>(what: string, load: () => Promise<Kind>): Promise<readonly Kind[]> => {
    try {
      return [await load()];
    } catch (error) {
      faults.push(`${what}: ${error instanceof Error ? error.message : String(error)}`);
      return [];
    }
  };
  const [chimes = new Map()] = await attempt('chimes', async () => {
    Chimes.parse(await packFile('common'));
    return loadClips(chimeClips, bundled('common'), closed);
  });
  const list = await recordingsOfHall();
  const voices: Voice[] = [];
  for (const language of languages) {
    const own = list.recordings.find((one) => one.language === language);
    const recorded =
      own === undefined
        ? []
        : await attempt(`${language}, recorded`, async () => {
            const pack = Pack.parse(own.pack);
            const address = async (clip: string) => clipAddress(language, own.version, clip);
            return { pack, buffers: await loadClips(clipsNeeded(pack), address, closed) };
          });
    // The placeholder speaks while the hall's own voice cannot be had.
    const found = await (recorded.length > 0
      ? recorded
      : attempt(language, async () => {
          const pack = Pack.parse(await packFile(language));
          return { pack, buffers: await loadClips(clipsNeeded(pack), bundled(language), closed) };
        }));
    voices.push(...found);
  }
  return { chimes, voices, faults, recordings: versionsIn(list) };
}

/** The hall's own recordings as they are now: changed, all is to be loaded anew. */
export async function recordingsNow(): Promise<string> {
  return versionsIn(await recordingsOfHall());
}

/** None, if the hall does not say: the bundled voices need no hall. */
async function recordingsOfHall(): Promise<RecordingsList> {
  try {
    const answer = await within(listMs, fetch('/api/voice'));
    if (answer.ok) return RecordingsList.parse(await answer.json());
  } catch {
    // As if there were none; asked again in a minute.
  }
  return { recordings: [] };
}

function versionsIn({ recordings }: RecordingsList): string {
  return recordings.map(({ language, version }) => `${language} ${version}`).join(', ');
}

async function packFile(folder: string): Promise<unknown> {
  const { packFiles } = await import('./clip-files.ts');
  return packFiles[`../../voice-packs/${folder}/pack.json`];
}

/** Where a clip of the page's own build lies. */
function bundled(folder: string) {
  return async (name: string) => {
    const { clipUrls } = await import('./clip-files.ts');
    return clipUrls[`../../voice-packs/${folder}/${name}.opus`];
  };
}

/** All of them, or an error that names one that failed. */
async function loadClips(
  names: readonly string[],
  addressOf: (name: string) => Promise<string | undefined>,
  closed: AbortSignal,
): Promise<Buffers> {
  // Decoding needs no device: a screen whose sound card comes back later has its clips ready.
  const decoder = new OfflineAudioContext(1, 1, sampleRate);
  const failed = new AbortController();
  closed.addEventListener('abort', () => failed.abort());
  const buffers = new Map<string, AudioBuffer>();
  const left = [...names];
  const worker = async () => {
    for (let name = left.pop(); name !== undefined; name = left.pop()) {
      try {
        const url = await addressOf(name);
        if (url === undefined) throw new Error('no such clip');
        const answer = await within(fetchMs, fetch(url, { signal: failed.signal }));
        if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
        buffers.set(name, await within(decodeMs, decoder.decodeAudioData(await answer.arrayBuffer())));
      } catch (error) {
        left.length = 0;
        failed.abort();
        throw new Error(`${name}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  };
  await Promise.all(Array.from({ length: atATime }, worker));
  return buffers;
}

function within<Kind>(ms: number, promise: Promise<Kind>): Promise<Kind> {
  return new Promise((settle, fail) => {
    const timer = setTimeout(() => fail(new Error(`nothing within ${ms} ms`)), ms);
    promise.then(settle, fail).finally(() => clearTimeout(timer));
  });
}
