import { type chimeClips, sampleRate } from './pack-contract.ts';

interface Note {
  readonly hz: number;
  readonly at: number;
}

/** Seconds: voice follows a chime by 0.8 to 1.5 s. */
const length = 1;

/** Two falling tones for a call; three quick ones for a call repeated. Within 500 to 1500 Hz, where old ears hear best. */
export function chimes(): Record<(typeof chimeClips)[number], Float32Array> {
  return {
    chime: ring([
      { hz: 1046.5, at: 0 },
      { hz: 784, at: 0.38 },
    ]),
    recall: ring([
      { hz: 784, at: 0 },
      { hz: 784, at: 0.22 },
      { hz: 587.3, at: 0.44 },
    ]),
  };
}

/** Struck bars: a quick beginning, a long fade, a little of the octave. */
function ring(notes: readonly Note[]): Float32Array {
  return Float32Array.from({ length: length * sampleRate }, (_, i) => {
    const t = i / sampleRate;
    const sound = notes.reduce((sum, { hz, at }) => sum + (t < at ? 0 : strike(hz, t - at)), 0);
    return sound * Math.min(1, (length - t) / 0.05);
  });
}

function strike(hz: number, t: number): number {
  const rise = Math.min(1, t / 0.004);
  const tone = Math.sin(2 * Math.PI * hz * t) + 0.12 * Math.exp(-t * 8) * Math.sin(4 * Math.PI * hz * t);
  return rise * Math.exp(-t * 5) * tone;
}
