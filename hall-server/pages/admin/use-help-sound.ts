import { useEffect, useRef } from 'react';
import type { Alert } from './alerts.ts';

/** Two soft notes; frequency in Hz, start in s. */
const notes = [
  [659, 0],
  [880, 0.18],
] as const;
const loudness = 0.15;

/** Once for each new call for help, as far as the browser lets a page be heard: never twice for the same call. */
export function useHelpSound(alerts: readonly Alert[]) {
  const heard = useRef<ReadonlySet<string>>(new Set());
  const calls = alerts.flatMap((alert) =>
    alert.kind === 'help' && alert.answered === null ? [`${alert.counterId} ${alert.since}`] : [],
  );
  const all = calls.join();
  useEffect(() => {
    const now = all === '' ? [] : all.split(',');
    if (now.some((call) => !heard.current.has(call))) void play();
    heard.current = new Set(now);
  }, [all]);
}

async function play() {
  if (!('AudioContext' in window)) return;
  const audio = new AudioContext();
  try {
    // A page that nobody has touched yet stays suspended: it is silent, and tells it on the glass alone.
    if (audio.state !== 'running') return;
    const ends = notes.map(([hertz, at]) => {
      const tone = new OscillatorNode(audio, { type: 'sine', frequency: hertz });
      const gain = new GainNode(audio, { gain: 0 });
      const from = audio.currentTime + at;
      gain.gain.setValueAtTime(0, from);
      gain.gain.linearRampToValueAtTime(loudness, from + 0.02);
      gain.gain.exponentialRampToValueAtTime(0.001, from + 0.5);
      tone.connect(gain).connect(audio.destination);
      tone.start(from);
      tone.stop(from + 0.55);
      return new Promise((over) => tone.addEventListener('ended', over));
    });
    await Promise.all(ends);
  } finally {
    await audio.close();
  }
}
