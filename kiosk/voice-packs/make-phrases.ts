import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { voiceLanguages } from '../../shared/languages.ts';
import { encodeOpus } from '../../signage-display/voice-packs/ffmpeg.ts';
import { sampleRate } from '../../signage-display/voice-packs/pack-contract.ts';
import { levelled, needTools, speak, speakers } from '../../signage-display/voice-packs/speak.ts';
import { demoNames, phraseList } from './phrase-list.ts';
import { PhrasePack } from './phrases.ts';

// Makes the placeholder phrases of the kiosks, without a network: `npx tsx kiosk/voice-packs/make-phrases.ts [names.json]`.
// Only what is missing is made: clips that are there, recordings too, stay.
// `names.json`: the hall's own words, as { "zh-Hans": ["…"], "yue": ["…"], "en": ["…"] }; without it, the demo hall's.

needTools();
const [namesFile] = process.argv.slice(2);
const names = namesFile === undefined ? demoNames() : JSON.parse(readFileSync(namesFile, 'utf8'));

for (const language of voiceLanguages) {
  const folder = join(import.meta.dirname, language);
  mkdirSync(folder, { recursive: true });
  const { voice, phrases: speed } = speakers[language];
  const before = packIn(folder);
  const phrases: PhrasePack['phrases'] = [];
  for (const { text, says } of phraseList(language, names[language] ?? [])) {
    const kept = before?.phrases.find((one) => one.text === text && one.says === says);
    if (kept !== undefined && existsSync(join(folder, `${kept.file}.opus`))) {
      phrases.push(kept);
      continue;
    }
    const file = createHash('sha256').update(text).digest('hex').slice(0, 10);
    const samples = levelled(await speak(voice, speed, says ?? text));
    writeFileSync(join(folder, `${file}.opus`), await encodeOpus(samples, '14k'));
    const ms = Math.round((samples.length * 1000) / sampleRate);
    phrases.push({ text, ...(says !== undefined && { says }), file, ms });
  }
  const wanted = new Set(phrases.map(({ file }) => `${file}.opus`));
  for (const file of readdirSync(folder)) if (file.endsWith('.opus') && !wanted.has(file)) rmSync(join(folder, file));
  const placeholder = `placeholder, espeak-ng 1.51 -v ${voice}; not judged by native speakers`;
  const pack: PhrasePack = { language, voice: before?.voice ?? placeholder, phrases };
  writeFileSync(join(folder, 'phrases.json'), `${JSON.stringify(pack, null, 2)}\n`);
  console.log(`${language}: ${phrases.length} phrases`);
}

function packIn(folder: string): PhrasePack | null {
  const file = join(folder, 'phrases.json');
  return existsSync(file) ? PhrasePack.parse(JSON.parse(readFileSync(file, 'utf8'))) : null;
}
