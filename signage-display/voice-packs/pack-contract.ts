import { z } from 'zod';
import { VoiceLanguage } from '../../shared/languages.ts';
import { ClipName as clipName } from '../../shared/voice.ts';

/** What a voice pack must hold, so that any number can be called at any counter. One file a clip: `<name>.opus`. */

/** At which clips are measured and decoded. */
export const sampleRate = 48_000;

export const digitClips = ['d0', 'd1', 'd2', 'd3', 'd4', 'd5', 'd6', 'd7', 'd8', 'd9'] as const;
export const letterClips = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
/** Counters 1 to 99, each as one word. */
export const counterClips = Array.from({ length: 99 }, (_, i) => `w${i + 1}`);

const milliseconds = z.int().min(1);

/** In the order in which it is said: names of clips, `{number}`, `{counter}`, and `{pause}` between two groups. */
const sentence = z
  .array(z.union([z.enum(['{number}', '{counter}', '{pause}']), clipName]))
  .min(1)
  .max(12)
  .readonly();

export const Pack = z.strictObject({
  language: VoiceLanguage,
  /** Who speaks, and by what right it may be used. */
  voice: z.string().min(1).max(400),
  sentence,
  /** For a counter whose label cannot be said. */
  sentenceShown: sentence,
  pauseMs: z.int().min(150).max(200),
  /** Which clip says the digit 1 in a number: 'd1', or 'yao' where a hall says yāo. */
  digitOne: z.enum(['d1', 'yao']),
  clips: z.record(clipName, milliseconds),
});
export type Pack = z.infer<typeof Pack>;

/** The two chimes, the same for all languages: a first call and a call repeated are told apart without words. */
export const chimeClips = ['chime', 'recall'] as const;
export const Chimes = z.strictObject({ voice: z.string().min(1).max(400), clips: z.record(clipName, milliseconds) });
export type Chimes = z.infer<typeof Chimes>;

/** A pack that misses one of these is not used at all: half a number is worse than none. */
export function clipsNeeded(pack: Pack): readonly string[] {
  const phrases = [...pack.sentence, ...pack.sentenceShown].filter((step) => !step.startsWith('{'));
  return [...new Set([...phrases, pack.digitOne, ...digitClips, ...letterClips, ...counterClips])];
}

export const limits = {
  clipMs: [100, 2_500],
  /** The voice follows the chime by 0.8 to 1.5 s. */
  chimeMs: [800, 1_200],
  peakDb: -1,
  loudnessSpread: 2,
  /** Of a whole pack, so that languages and chimes are equally loud. */
  loudness: [-23, -17],
  leadSilenceMs: 60,
  tailSilenceMs: 150,
  /** What pack.json says against what the file is. */
  statedMs: 30,
} as const;

/** One clip as it was found; `sound` is null where nothing could decode it. */
export interface FoundClip {
  readonly name: string;
  readonly ms: number;
  readonly sound: {
    readonly peakDb: number;
    readonly loudness: number;
    readonly leadSilenceMs: number;
    readonly tailSilenceMs: number;
  } | null;
}

export interface Fault {
  /** Null: about the pack as a whole. */
  readonly clip: string | null;
  readonly kind: 'missing' | 'surplus' | 'length' | 'stated' | 'peak' | 'silence' | 'spread' | 'loudness';
  readonly what: string;
}

/** Everything in a pack that is not as it must be; empty when it may be used. */
export function packFaults(
  needed: readonly string[],
  stated: Readonly<Record<string, number>>,
  found: readonly FoundClip[],
  [shortest, longest]: readonly [number, number] = limits.clipMs,
): readonly Fault[] {
  const faults: Fault[] = [];
  const wrong = (clip: string | null, kind: Fault['kind'], what: string) => faults.push({ clip, kind, what });
  const byName = new Map(found.map((clip) => [clip.name, clip]));
  for (const name of needed) if (!byName.has(name)) wrong(name, 'missing', 'missing or unreadable');
  for (const name of Object.keys(stated))
    if (!byName.has(name) && !needed.includes(name)) wrong(name, 'surplus', 'no file');

  for (const { name, ms, sound } of found) {
    if (ms < shortest || ms > longest) wrong(name, 'length', `${Math.round(ms)} ms, not ${shortest} to ${longest}`);
    const statedMs = stated[name];
    if (statedMs === undefined) wrong(name, 'stated', 'not in pack.json');
    else if (Math.abs(statedMs - ms) > limits.statedMs)
      wrong(name, 'stated', `${Math.round(ms)} ms, pack.json says ${statedMs}`);
    if (sound === null) continue;
    if (sound.peakDb > limits.peakDb)
      wrong(name, 'peak', `peak ${sound.peakDb.toFixed(1)} dBFS, over ${limits.peakDb}`);
    if (sound.leadSilenceMs > limits.leadSilenceMs)
      wrong(name, 'silence', `begins with ${sound.leadSilenceMs} ms of silence`);
    if (sound.tailSilenceMs > limits.tailSilenceMs)
      wrong(name, 'silence', `ends with ${sound.tailSilenceMs} ms of silence`);
  }

  const sounds = found.flatMap(({ name, sound }) => (sound === null ? [] : [{ name, loudness: sound.loudness }]));
  const byLoudness = sounds.sort((a, b) => a.loudness - b.loudness);
  const [softest] = byLoudness;
  const loudest = byLoudness.at(-1);
  if (softest === undefined || loudest === undefined) return faults;
  const spread = loudest.loudness - softest.loudness;
  if (spread > limits.loudnessSpread) {
    wrong(
      null,
      'spread',
      `loudness differs by ${spread.toFixed(1)} LU: ${softest.name} is soft, ${loudest.name} is loud`,
    );
  }
  const mean = sounds.reduce((sum, { loudness }) => sum + loudness, 0) / sounds.length;
  const [from, to] = limits.loudness;
  if (mean < from || mean > to) wrong(null, 'loudness', `${mean.toFixed(1)} LUFS on average, not ${from} to ${to}`);
  return faults;
}
