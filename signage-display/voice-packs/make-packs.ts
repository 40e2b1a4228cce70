import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { voiceLanguages } from '../../shared/languages.ts';
import { chimes } from './chimes.ts';
import { encodeOpus } from './ffmpeg.ts';
import { type Chimes, counterClips, digitClips, letterClips, type Pack, sampleRate } from './pack-contract.ts';
import { scripts } from './scripts.ts';
import { levelled, needTools, speak, speakers } from './speak.ts';

// Makes the placeholder packs, without a network: `npx tsx signage-display/voice-packs/make-packs.ts`.
// Done once by whoever changes what is said; the clips are kept in the repository.

const signs: readonly string[] = [...digitClips, ...letterClips, ...counterClips, 'yao'];

needTools();

const packs = import.meta.dirname;
await write<Chimes>('common', chimes(), (clips) => ({ voice: 'synthesised tones', clips }));
for (const language of voiceLanguages) {
  const { says, sentence, sentenceShown } = scripts[language];
  const speaker = speakers[language];
  const words: Record<string, Float32Array> = {};
  for (const [name, text] of Object.entries(says)) {
    const speed = signs.includes(name) ? speaker.signs : speaker.phrases;
    words[name] = await speak(speaker.voice, speed, text);
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
