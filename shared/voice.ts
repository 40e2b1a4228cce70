import { z } from 'zod';
import { VoiceLanguage } from './languages.ts';

// Recordings of a hall's own voice, as administration sends them and screens are told of them.

/** A file name without its ending: never a path. */
export const ClipName = z.string().regex(/^[a-zA-Z0-9_]{1,40}$/);

/** Bytes of one clip: a WAV of 2.5 s at 48 kHz, 16 bit, with room to spare. */
export const mostClipBytes = 400_000;
/** Of a whole upload, written in base 64. */
export const mostUploadBytes = 32_000_000;

/** A whole pack at once: half a voice is worse than none. */
export const UploadRecordings = z.strictObject({
  /** Who speaks, and by what right it may be used; the rest of it is checked as a pack. */
  pack: z.record(z.string(), z.unknown()),
  /** Base 64 of each clip's file, Ogg Opus or WAV. */
  clips: z.record(ClipName, z.base64().max(Math.ceil(mostClipBytes / 3) * 4)),
});
export type UploadRecordings = z.infer<typeof UploadRecordings>;

export const RecordingsVersion = z.string().regex(/^[0-9a-f]{16}$/);

/** Which languages are spoken by recordings instead of the placeholders. */
export const RecordingsList = z.strictObject({
  recordings: z
    .array(
      z.strictObject({
        language: VoiceLanguage,
        version: RecordingsVersion,
        pack: z.record(z.string(), z.unknown()),
      }),
    )
    .readonly(),
});
export type RecordingsList = z.infer<typeof RecordingsList>;

export function clipAddress(language: VoiceLanguage, version: string, clip: string): string {
  return `/voice/${language}/${version}/${clip}`;
}
