import { type FoundClip, sampleRate } from './pack-contract.ts';

/** How a clip sounds, from its samples (mono, at `sampleRate`, -1 to 1). Runs anywhere: generator, checker, browser. */

const silenceBelowPeakDb = -40;

export function measureClip(name: string, samples: Float32Array): FoundClip {
  const peak = peakOf(samples);
  const floor = peak * 10 ** (silenceBelowPeakDb / 20);
  const first = samples.findIndex((sample) => Math.abs(sample) > floor);
  const last = samples.findLastIndex((sample) => Math.abs(sample) > floor);
  return {
    name,
    ms: toMs(samples.length),
    sound: {
      peakDb: 20 * Math.log10(Math.max(peak, 1e-9)),
      loudness: loudnessOf(samples),
      leadSilenceMs: Math.round(toMs(Math.max(first, 0))),
      tailSilenceMs: Math.round(toMs(samples.length - 1 - last)),
    },
  };
}

export function peakOf(samples: Float32Array): number {
  return samples.reduce((peak, sample) => Math.max(peak, Math.abs(sample)), 0);
}

/** LUFS as in ITU-R BS.1770 over the whole clip: words are too short for its gate of 400 ms blocks. */
export function loudnessOf(samples: Float32Array): number {
  const weighted = biquad(biquad(samples, shelf), highPass);
  const power = weighted.reduce((sum, sample) => sum + sample * sample, 0) / Math.max(weighted.length, 1);
  return -0.691 + 10 * Math.log10(Math.max(power, 1e-12));
}

/** The two K-weighting filters of BS.1770 at 48 kHz. */
const shelf = {
  b: [1.53512485958697, -2.69169618940638, 1.19839281085285],
  a: [-1.69065929318241, 0.73248077421585],
} as const;
const highPass = { b: [1, -2, 1], a: [-1.99004745483398, 0.99007225036621] } as const;

function biquad(input: Float32Array, { b, a }: typeof shelf | typeof highPass): Float32Array {
  let [x1, x2, y1, y2] = [0, 0, 0, 0];
  return input.map((x) => {
    const y = b[0] * x + b[1] * x1 + b[2] * x2 - a[0] * y1 - a[1] * y2;
    [x2, x1, y2, y1] = [x1, x, y1, y];
    return y;
  });
}

function toMs(count: number): number {
  return (count * 1000) / sampleRate;
}
