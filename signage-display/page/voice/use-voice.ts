import { useEffect, useState } from 'react';
import { VoiceLanguage } from '../../../shared/languages.ts';
import type { PublicCall } from '../../../shared/views.ts';
import { type Announcer, createAnnouncer, silent, type VoiceEvent, type VoiceHealth } from './announcer.ts';

/**
 * Says the calls of a screen aloud, beside the drawing and never before it: nothing that is drawn waits for this.
 * Answers how the voice is, for those who look after the screen.
 */
export function useVoice(voice: {
  readonly calls: readonly PublicCall[];
  /** False while the hall is not heard. */
  readonly isLive: boolean;
  readonly languages: readonly VoiceLanguage[];
  /** 0 to 100. */
  readonly volume: number;
  /** Hall time, UTC ms. */
  readonly now: () => number;
  /** Hears of every clip; for tests. */
  readonly log?: (event: VoiceEvent) => void;
}): VoiceHealth {
  const { calls, isLive, volume, now, log } = voice;
  const languages = voice.languages.join(' ');
  const [health, setHealth] = useState(silent);
  const [announcer, setAnnouncer] = useState<Announcer | null>(null);
  useEffect(() => {
    const changed = (next: VoiceHealth) => setHealth((before) => (isSame(before, next) ? before : next));
    const spoken = VoiceLanguage.array().parse(languages === '' ? [] : languages.split(' '));
    const created = createAnnouncer({ languages: spoken, volume, now, changed, log });
    setAnnouncer(created);
    return () => {
      created.close();
      setHealth(silent);
    };
  }, [languages, volume, now, log]);
  useEffect(() => announcer?.hear(calls, isLive), [announcer, calls, isLive]);
  return health;
}

function isSame(a: VoiceHealth, b: VoiceHealth): boolean {
  return a.state === b.state && a.faults.join() === b.faults.join();
}
