import {
  betweenMs,
  createVoicePlayer,
  type Played,
  type PlayedClip,
  type Sound,
} from '../../../shared/browser/voice-player.ts';
import type { VoiceLanguage } from '../../../shared/languages.ts';
import type { PublicCall } from '../../../shared/views.ts';
import { announcement } from './announcement.ts';
import {
  type AnnouncerQueue,
  hear,
  ringAgain,
  ringsAgainAt,
  startAnnouncer,
  take,
  type Utterance,
} from './announcer-queue.ts';
import { loadVoices, recordingsNow, type Voices } from './load-voices.ts';

export interface VoiceHealth {
  /** 'silent': not meant to sound, or not ready yet. 'blocked': the browser waits for a touch. 'broken': see `faults`. */
  readonly state: 'on' | 'blocked' | 'broken' | 'silent';
  /** For the people who look after the screen: what cannot be spoken, and why. */
  readonly faults: readonly string[];
}

/** What was done about an utterance; a test reads these. */
export type VoiceEvent =
  | { readonly event: 'clip'; readonly utterance: Utterance; readonly clip: PlayedClip }
  | { readonly event: 'ended'; readonly utterance: Utterance; readonly played: Played };

export interface AnnouncerOptions {
  readonly languages: readonly VoiceLanguage[];
  /** 0 to 100. */
  readonly volume: number;
  /** Hall time, UTC ms. */
  readonly now: () => number;
  readonly changed: (health: VoiceHealth) => void;
  readonly log?: ((event: VoiceEvent) => void) | undefined;
}

export interface Announcer {
  /** The hall's calls as they are now, or were when it was last heard. Returns at once, whatever becomes of the sound. */
  readonly hear: (calls: readonly PublicCall[], isLive: boolean) => void;
  readonly close: () => void;
}

export const silent: VoiceHealth = { state: 'silent', faults: [] };

const tryAgainMs = 60_000;
const afterChimeMs = 100;

/** Says the hall's calls. Never throws: without a voice there is the chime, without the chime there is the picture. */
export function createAnnouncer({ languages, volume, now, changed, log }: AnnouncerOptions): Announcer {
  if (volume <= 0) return { hear: () => {}, close: () => {} };
  const closing = new AbortController();
  const { signal } = closing;
  let queue: AnnouncerQueue | null = null;
  let voices: Voices | null = null;
  let isSpeaking = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let ringTimer: ReturnType<typeof setTimeout> | undefined;

  const report = () => {
    if (!signal.aborted) changed(health());
  };
  const health = (): VoiceHealth => {
    const faults = voices?.faults ?? [];
    const output = player.state();
    if (output === 'broken') return { state: 'broken', faults: [...faults, 'audio output'] };
    if (output === 'blocked') return { state: 'blocked', faults };
    if (voices === null) return silent;
    return { state: faults.length > 0 ? 'broken' : 'on', faults };
  };
  const player = createVoicePlayer(volume, report);

  const load = async () => {
    const found = await loadVoices(languages, signal);
    if (signal.aborted) return;
    const isOther = voices === null || found.recordings !== voices.recordings;
    if (voices === null || isOther || found.faults.length < voices.faults.length) voices = found;
    timer = setTimeout(voices.faults.length > 0 ? load : lookForRecordings, tryAgainMs);
    report();
    void speak();
  };

  /** An administrator may have brought the hall's own voice, or taken it away. */
  const lookForRecordings = async () => {
    const now = await recordingsNow();
    if (signal.aborted) return;
    if (now === voices?.recordings) timer = setTimeout(lookForRecordings, tryAgainMs);
    else await load();
  };

  /** One utterance after another, until the line is empty. */
  const speak = async () => {
    if (isSpeaking) return;
    isSpeaking = true;
    try {
      while (queue !== null && voices !== null && !signal.aborted) {
        const [utterance, left] = take(ringAgain(queue, now()), now(), speechOf(voices));
        queue = left;
        if (utterance === null) break;
        await say(utterance, voices);
      }
    } finally {
      isSpeaking = false;
      waitForNext();
    }
  };

  /** Nothing need be called for a number to be announced anew. */
  const waitForNext = () => {
    clearTimeout(ringTimer);
    const due = queue === null || voices === null ? Number.POSITIVE_INFINITY : ringsAgainAt(queue);
    if (Number.isFinite(due) && !signal.aborted) ringTimer = setTimeout(() => void speak(), Math.max(due - now(), 0));
  };

  const say = async (utterance: Utterance, { chimes, voices }: Voices) => {
    const chime = chimeSounds(utterance, chimes);
    const { language } = utterance;
    const sentence = language === null ? [] : sentenceSounds(utterance.calls[0], voices[language]);
    const scheduled = (clip: PlayedClip) => log?.({ event: 'clip', utterance, clip });
    const isSaidAlone = utterance.isLate === true && sentence.length > 0;
    let played = await player.play(isSaidAlone ? sentence : [...chime, ...sentence], scheduled);
    if (played === 'failed' && chime.length > 0 && sentence.length > 0) played = await player.play(chime, scheduled);
    log?.({ event: 'ended', utterance, played });
  };

  void load();
  return {
    hear(calls, isLive) {
      queue = queue === null ? startAnnouncer(calls) : hear(queue, calls, now(), isLive);
      void speak();
    },
    close() {
      closing.abort();
      clearTimeout(timer);
      clearTimeout(ringTimer);
      player.close();
    },
  };
}

function speechOf({ chimes, voices }: Voices) {
  return {
    languages: voices.length,
    ms: (call: PublicCall, language: number, hasChime: boolean) => {
      const chime = hasChime ? chimeSounds({ chime: 'chime' }, chimes) : [];
      return betweenMs + lengthMs([...chime, ...sentenceSounds(call, voices[language])]);
    },
  };
}

function chimeSounds({ chime: name }: Pick<Utterance, 'chime'>, chimes: Voices['chimes']): readonly Sound[] {
  const buffer = name === null ? undefined : chimes.get(name);
  return name === null || buffer === undefined ? [] : [{ name, buffer }, { pauseMs: afterChimeMs }];
}

function sentenceSounds(call: PublicCall, voice: Voices['voices'][number] | undefined): readonly Sound[] {
  const steps = (voice && announcement(call, voice.pack)) ?? [];
  return steps.flatMap((step): readonly Sound[] => {
    if ('pauseMs' in step) return [step];
    const buffer = voice?.buffers.get(step.clip);
    return buffer === undefined ? [] : [{ name: step.clip, buffer }];
  });
}

function lengthMs(sounds: readonly Sound[]): number {
  return sounds.reduce((sum, sound) => sum + ('pauseMs' in sound ? sound.pauseMs : sound.buffer.duration * 1000), 0);
}
