import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type VoiceLanguage, voiceLanguages } from '../shared/languages.ts';
import { mostClipBytes, type RecordingsList, RecordingsVersion, type UploadRecordings } from '../shared/voice.ts';
import { clipsNeeded, Pack } from '../signage-display/voice-packs/pack-contract.ts';

/** The hall's own voices in its data folder: `voice/<language>/<version>/` with a pack.json and one file for each clip. */
export interface VoiceRecordings {
  readonly list: () => RecordingsList;
  /** In the place of the placeholder or of earlier recordings. False: not a whole pack of sounds. */
  readonly save: (language: VoiceLanguage, upload: UploadRecordings) => boolean;
  /** Back to the placeholder. */
  readonly remove: (language: VoiceLanguage) => void;
  /** Null for what is not there. */
  readonly clip: (language: VoiceLanguage, version: string, name: string) => Clip | null;
}

export interface Clip {
  readonly bytes: Buffer;
  readonly type: 'audio/ogg' | 'audio/wav';
}

export function openVoiceRecordings(dataDir: string): VoiceRecordings {
  const root = join(dataDir, 'voice');
  const folderOf = (language: VoiceLanguage) => join(root, language);

  /** The one version there is; what a power cut left half written has no pack.json and does not count. */
  const current = (language: VoiceLanguage): { version: string; pack: Pack } | null => {
    const folder = folderOf(language);
    if (!existsSync(folder)) return null;
    for (const version of readdirSync(folder)) {
      const file = join(folder, version, 'pack.json');
      if (!RecordingsVersion.safeParse(version).success || !existsSync(file)) continue;
      const pack = Pack.safeParse(JSON.parse(readFileSync(file, 'utf8')));
      if (pack.success && pack.data.language === language) return { version, pack: pack.data };
    }
    return null;
  };

  return {
    list: () => ({
      recordings: voiceLanguages.flatMap((language) => {
        const found = current(language);
        return found === null ? [] : [{ language, ...found }];
      }),
    }),
    save(language, upload) {
      const pack = Pack.safeParse(upload.pack);
      if (!pack.success || pack.data.language !== language) return false;
      const needed = clipsNeeded(pack.data);
      const clips = Object.entries(upload.clips).map(([name, text]) => ({ name, bytes: Buffer.from(text, 'base64') }));
      const isSound = clips.every(({ bytes }) => bytes.length <= mostClipBytes && typeOf(bytes) !== null);
      const isWhole = needed.every((name) => name in upload.clips) && clips.every(({ name }) => needed.includes(name));
      if (!isSound || !isWhole) return false;
      const before = current(language)?.version;
      const version = randomBytes(8).toString('hex');
      const folder = join(folderOf(language), `new-${version}`);
      mkdirSync(folder, { recursive: true });
      for (const { name, bytes } of clips) writeFileSync(join(folder, name), bytes);
      writeFileSync(join(folder, 'pack.json'), JSON.stringify(pack.data));
      if (before !== undefined) rmSync(join(folderOf(language), before), { recursive: true });
      renameSync(folder, join(folderOf(language), version));
      return true;
    },
    remove: (language) => rmSync(folderOf(language), { recursive: true, force: true }),
    clip(language, version, name) {
      const file = join(folderOf(language), version, name);
      if (!existsSync(file)) return null;
      const bytes = readFileSync(file);
      const type = typeOf(bytes);
      return type === null ? null : { bytes, type };
    },
  };
}

/** By what is in it, whatever it is called. */
function typeOf(bytes: Buffer): Clip['type'] | null {
  const text = (from: number, to: number) => bytes.toString('latin1', from, to);
  if (text(0, 4) === 'OggS' && text(28, 36) === 'OpusHead') return 'audio/ogg';
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WAVE') return 'audio/wav';
  return null;
}
