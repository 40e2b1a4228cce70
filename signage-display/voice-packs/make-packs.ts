import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type VoiceLanguage, voiceLanguages } from '../../shared/languages.ts';
import { chimes } from './chimes.ts';
import { decode, encodeOpus, has, pipe } from './ffmpeg.ts';
import { loudnessOf, peakOf } from './measure.ts';
import { type Chimes, counterClips, digitClips, letterClips, type Pack, sampleRate } from './pack-contract.ts';
import { scripts } from './scripts.ts';

// Makes the placeholder packs, without a network: `npx tsx signage-display/voice-packs/make-packs.ts`.
// Done once by whoever changes what is said; the clips are kept in the repository.

/**
 * Words a minute: numbers, letters and counters more slowly than the words around them; 3.5 to 4.5 syllables a second in all.
 * Not `-v cmn`: it would read Han text by way of pinyin as if it were English.
 */
const speakers: Record<VoiceLanguage, { readonly voice: string; readonly signs: number; readonly phrases: number }> = {
  'zh-Hans': { voice: 'cmn-latn-pinyin', signs: 180, phrases: 230 },
  yue: { voice: 'yue', signs: 175, phrases: 205 },
  en: { voice: 'en-gb', signs: 170, phrases: 175 },
};
const signs: readonly string[] = [...digitClips, ...letterClips, ...counterClips, 'yao'];

const loudness = -20;
const ceiling = 10 ** (-2 / 20);
const leadMs = 8;
const tailMs = 30;

const missing = ['espeak-ng', 'ffmpeg'].filter((tool) => !has(tool));
if (missing.length > 0) {
  console.error(`Not found: ${missing.join(', ')}. On Debian: apt-get install ${missing.join(' ')}`);
  process.exit(1);
}

const packs = import.meta.dirname;
await write<Chimes>('common', chimes(), (clips) => ({ voice: 'synthesised tones', clips }));
for (const language of voiceLanguages) {
  const { says, sentence, sentenceShown } = scripts[language];
  const speaker = speakers[language];
  const words: Record<string, Float32Array> = {};
  for (const [name, text] of Object.entries(says)) {
    const speed = signs.includes(name) ? speaker.signs : speaker.phrases;
    const spoken = await pipe('espeak-ng', ['-v', speaker.voice, '-s', String(speed), '--stdout', text]);
    words[name] = trimmed(await decode(spoken));
  }
  await write<Pack>(language, words, (clips) => ({
    language,
    voice: `placeholder, espeak-ng 1.51 -v ${speaker.voice}; not judged by native speakers`,
    sentence,
    sentenceShown,
    pauseMs: 180,
    digitOne: 'd1',
    clips,
  }));
}

async function write<Kind extends Pack | Chimes>(
  folder: string,
  sounds: Readonly<Record<string, Float32Array>>,
  describe: (clips: Record<string, number>) => Kind,
) {
  const path = join(packs, folder);
  rmSync(path, { recursive: true, force: true });
  mkdirSync(path);
  const clips: Record<string, number> = {};
  for (const [name, samples] of Object.entries(sounds)) {
    writeFileSync(join(path, `${name}.opus`), await encodeOpus(levelled(samples)));
    clips[name] = Math.round((samples.length * 1000) / sampleRate);
  }
  writeFileSync(join(path, 'pack.json'), `${JSON.stringify(describe(clips), null, 2)}\n`);
  console.log(`${folder}: ${Object.keys(clips).length} clips`);
}

/** All equally loud; the few peaks above the ceiling are rounded off, then what that took is given back. */
function levelled(samples: Float32Array): Float32Array {
  let gain = 10 ** ((loudness - loudnessOf(samples)) / 20);
  for (let round = 0; round < 4; round += 1) {
    const level = samples.map((sample) => rounded(sample * gain));
    gain *= 10 ** ((loudness - loudnessOf(level)) / 20);
  }
  return samples.map((sample) => rounded(sample * gain));
}

function rounded(sample: number): number {
  const knee = ceiling * 0.7;
  const size = Math.abs(sample);
  if (size <= knee) return sample;
  return Math.sign(sample) * (knee + (ceiling - knee) * Math.tanh((size - knee) / (ceiling - knee)));
}

/** Without the silence around the word, with a soft beginning and end. */
function trimmed(samples: Float32Array): Float32Array {
  const floor = peakOf(samples) * 10 ** (-38 / 20);
  const lead = (leadMs * sampleRate) / 1000;
  const tail = (tailMs * sampleRate) / 1000;
  const from = Math.max(0, samples.findIndex((sample) => Math.abs(sample) > floor) - lead);
  const to = Math.min(samples.length, samples.findLastIndex((sample) => Math.abs(sample) > floor) + tail);
  const word = samples.slice(from, to);
  return word.map((sample, i) => sample * Math.min(1, i / lead, (word.length - 1 - i) / tail));
}
