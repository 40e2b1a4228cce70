import type { VoiceLanguage } from '../../shared/languages.ts';
import { decode, has, pipe } from './ffmpeg.ts';
import { loudnessOf, peakOf } from './measure.ts';
import { sampleRate } from './pack-contract.ts';

// How placeholder clips are spoken and made equally loud: for the calls of the screens, and for what a kiosk says.

/**
 * Words a minute: numbers, letters and counters more slowly than the words around them; 3.5 to 4.5 syllables a second in all.
 * Not `-v cmn`: it would read Han text by way of pinyin as if it were English.
 */
export const speakers: Record<
  VoiceLanguage,
  { readonly voice: string; readonly signs: number; readonly phrases: number }
> = {
  'zh-Hans': { voice: 'cmn-latn-pinyin', signs: 180, phrases: 230 },
  yue: { voice: 'yue', signs: 175, phrases: 205 },
  en: { voice: 'en-gb', signs: 170, phrases: 175 },
};
const loudness = -20;
const ceiling = 10 ** (-2 / 20);
const leadMs = 8;
const tailMs = 30;

/** Ends the program when what it needs is not installed. */
export function needTools(): void {
  const missing = ['espeak-ng', 'ffmpeg'].filter((tool) => !has(tool));
  if (missing.length > 0) {
    console.error(`Not found: ${missing.join(', ')}. On Debian: apt-get install ${missing.join(' ')}`);
    process.exit(1);
  }
}

/** One text, without the silence around it. `speed` in words a minute. */
export async function speak(voice: string, speed: number, text: string): Promise<Float32Array> {
  return trimmed(await decode(await pipe('espeak-ng', ['-v', voice, '-s', String(speed), '--stdout', text])));
}

/** All equally loud; the few peaks above the ceiling are rounded off, then what that took is given back. */
export function levelled(samples: Float32Array): Float32Array {
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
