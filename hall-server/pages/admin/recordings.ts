import type { VoiceLanguage } from '../../../shared/languages.ts';
import { clipAddress, type RecordingsList, type UploadRecordings } from '../../../shared/voice.ts';
import { measureClip } from '../../../signage-display/voice-packs/measure.ts';
import {
  clipsNeeded,
  type Fault,
  type FoundClip,
  Pack,
  packFaults,
  sampleRate,
} from '../../../signage-display/voice-packs/pack-contract.ts';
import { scripts } from '../../../signage-display/voice-packs/scripts.ts';

/** The clips of a language with what is read for each, in the order of the script. */
export function scriptOf(language: VoiceLanguage): readonly (readonly [clip: string, words: string])[] {
  const needed = clipsNeeded(packOf(language, '-', {}));
  return Object.entries(scripts[language].says).filter(([clip]) => needed.includes(clip));
}

/** Reads what an administrator chose, and checks it as a pack: faults, or what may be sent. */
export async function readRecordings(
  language: VoiceLanguage,
  speaker: string,
  files: readonly File[],
): Promise<{ faults: readonly Fault[]; upload: UploadRecordings }> {
  const clips: Record<string, string> = {};
  const found: FoundClip[] = [];
  const decoder = new OfflineAudioContext(1, 1, sampleRate);
  for (const file of files) {
    const name = file.name.replace(/\.(opus|ogg|wav)$/i, '');
    const bytes = await file.arrayBuffer();
    clips[name] = base64(new Uint8Array(bytes));
    try {
      found.push(measureClip(name, (await decoder.decodeAudioData(bytes)).getChannelData(0)));
    } catch {
      // Not a sound: the contract then says that this clip is missing.
    }
  }
  const lengths = Object.fromEntries(found.map(({ name, ms }) => [name, Math.round(ms)]));
  const pack = packOf(language, speaker, lengths);
  const needed = clipsNeeded(pack);
  const surplus = found.filter(({ name }) => !needed.includes(name));
  const faults = [
    ...packFaults(needed, lengths, found),
    ...surplus.map(({ name }) => ({ clip: name, kind: 'surplus' as const, what: 'not needed' })),
  ];
  return { faults, upload: { pack, clips } };
}

/** One call as the recordings say it, through this computer's loudspeaker. @throws when a clip cannot be had or played */
export async function playSample(recording: RecordingsList['recordings'][number]): Promise<void> {
  const { language, version } = recording;
  const pack = Pack.parse(recording.pack);
  const number = ['A', 'd0', pack.digitOne, 'd2'];
  const names = pack.sentence.flatMap((step) =>
    step === '{number}' ? number : step === '{counter}' ? ['w3'] : step === '{pause}' ? [] : [step],
  );
  const context = new AudioContext();
  let at = context.currentTime + 0.1;
  for (const name of names) {
    const answer = await fetch(clipAddress(language, version, name));
    if (!answer.ok) throw new Error(`${name}: HTTP ${answer.status}`);
    const source = context.createBufferSource();
    source.buffer = await context.decodeAudioData(await answer.arrayBuffer());
    source.connect(context.destination);
    at = Math.max(at, context.currentTime + 0.05);
    source.start(at);
    at += source.buffer.duration;
  }
}

/** `clips`: their lengths, in ms. A hall that has recorded yāo says it for the digit 1. */
export function packOf(language: VoiceLanguage, voice: string, clips: Record<string, number>): Pack {
  const { sentence, sentenceShown } = scripts[language];
  const digitOne = 'yao' in clips && 'yao' in scripts[language].says ? 'yao' : 'd1';
  return { language, voice, sentence, sentenceShown, pauseMs: 180, digitOne, clips };
}

function base64(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
