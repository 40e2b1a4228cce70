import { createVoicePlayer, type Sound } from '../../../shared/browser/voice-player.ts';
import { type Language, languageTags, type VoiceLanguage } from '../../../shared/languages.ts';
import { commonTexts } from '../../../shared/texts/common.ts';
import { PhrasePack, type Piece, piecesOf, plain, sentencesOf } from '../../voice-packs/phrases.ts';

/** What was said, for tests: each phrase, sign, or text that no clip says, in order. */
export type SaidLog = (pieces: readonly Piece[]) => void;

export interface Speaker {
  /** Says these lines instead of whatever is being said. */
  readonly say: (lines: readonly string[], language: Language) => void;
  readonly setVolume: (volume: number) => void;
  readonly close: () => void;
}

const voiceOf = { zhHans: 'zh-Hans', zhHant: 'yue', en: 'en' } as const satisfies Record<Language, VoiceLanguage>;
const betweenSentencesMs = 250;
const sampleRate = 48_000;

/** One language's clips, each fetched when it is first wanted. */
interface Voice {
  readonly phrases: ReadonlySet<string>;
  readonly bufferOf: (piece: Piece) => Promise<AudioBuffer | null>;
}

/** The kiosk's own voice: it answers the visitor, so it may be interrupted at any moment. Never throws. */
export function createSpeaker(volume: number, log?: SaidLog): Speaker {
  const player = createVoicePlayer(volume, () => {});
  const voices = new Map<VoiceLanguage, Promise<Voice>>();
  let latest = 0;
  let closed = false;

  const voice = (language: VoiceLanguage) => {
    const known = voices.get(language) ?? loadVoice(language);
    voices.set(language, known);
    return known;
  };

  async function saying(lines: readonly string[], language: Language, turn: number) {
    const { phrases, bufferOf } = await voice(voiceOf[language]);
    const sentences = lines.flatMap(sentencesOf).map((sentence) => piecesOf(sentence, phrases));
    const askDesk = piecesOf(commonTexts[language].askFrontDesk, phrases);
    let hasAsked = false;
    for (const pieces of sentences) {
      const sounds: Sound[] = [];
      for (const piece of pieces) {
        const buffer = await bufferOf(piece);
        if (turn !== latest) return;
        if (buffer !== null) sounds.push({ name: plain(JSON.stringify(piece)), buffer });
        else if ('unknown' in piece && (await speakLocally(piece.unknown, language))) continue;
        // A name nobody has recorded, on a machine without a voice of its own: people help, once.
        else if (!hasAsked) {
          hasAsked = true;
          for (const part of askDesk) {
            const help = await bufferOf(part);
            if (help !== null) sounds.push({ name: 'askFrontDesk', buffer: help });
          }
        }
      }
      if (turn !== latest) return;
      log?.(pieces);
      await player.play([...sounds, { pauseMs: betweenSentencesMs }]);
      if (turn !== latest) return;
    }
  }

  return {
    say(lines, language) {
      // The step that ends a visit closes the voice and is still told to it: it must not be read to an empty hall.
      if (closed) return;
      latest += 1;
      const turn = latest;
      player.stop();
      globalThis.speechSynthesis?.cancel();
      saying(lines, language, turn).catch((error: unknown) => console.warn('voice:', error));
    },
    setVolume: player.setVolume,
    close() {
      closed = true;
      latest += 1;
      player.stop();
      globalThis.speechSynthesis?.cancel();
      player.close();
    },
  };
}

async function loadVoice(language: VoiceLanguage): Promise<Voice> {
  const { packOf, phraseUrl, signUrl } = await import('./clip-files.ts');
  const pack = PhrasePack.parse(packOf(language));
  const files = new Map(pack.phrases.map(({ text, file }) => [text, file]));
  const decoder = new OfflineAudioContext(1, 1, sampleRate);
  const buffers = new Map<string, Promise<AudioBuffer | null>>();
  const load = async (url: string | undefined) => {
    if (url === undefined) return null;
    const answer = await fetch(url);
    return answer.ok ? decoder.decodeAudioData(await answer.arrayBuffer()) : null;
  };
  return {
    phrases: new Set(files.keys()),
    bufferOf(piece) {
      if ('unknown' in piece) return Promise.resolve(null);
      const url =
        'sign' in piece ? signUrl(language, piece.sign) : phraseUrl(language, files.get(piece.phrase) ?? 'none');
      const known = buffers.get(url ?? '') ?? load(url).catch(() => null);
      buffers.set(url ?? '', known);
      return known;
    },
  };
}

/** By a voice of the machine itself, if it has one of the language; never by one that would send the text elsewhere. */
function speakLocally(text: string, language: Language): Promise<boolean> {
  const synthesis = globalThis.speechSynthesis;
  const tag = languageTags[language];
  const voice = synthesis
    ?.getVoices()
    .find(({ localService, lang }) => localService && lang.toLowerCase().startsWith(tag.slice(0, 2)));
  if (voice === undefined) return Promise.resolve(false);
  return new Promise((settle) => {
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    const watchdog = setTimeout(() => settle(true), 8_000);
    const done = () => {
      clearTimeout(watchdog);
      settle(true);
    };
    utterance.addEventListener('end', done);
    utterance.addEventListener('error', done);
    synthesis.speak(utterance);
  });
}
