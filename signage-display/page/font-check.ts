import { useSyncExternalStore } from 'react';
import { advanceEm, widenAdvances } from '../advances.ts';
import { inkRatio } from '../legibility.ts';
import { noteHealth } from './health.ts';

/**
 * All sizes are worked out for the bundled font. Whether it is really there is measured once, on this glass: another
 * font's figures may be lower, and what was large enough on paper would be too small in the hall.
 */
export interface FontInUse {
  readonly state: 'bundled' | 'fallback' | 'unknown';
  /** How much larger everything must be set so that its ink is as high as was worked out. */
  readonly scale: number;
}

const figures = [...'0123456789'];
const han = '请到号窗口過號';
const samplePx = 1_000;
/** Chromium tells the ink of large signs to the nearest sixty-fourth of an em. */
const roundingEm = 1 / 64;

let found: FontInUse = { state: 'unknown', scale: 1 };
let isAsked = false;
const listeners = new Set<() => void>();

/** The font this page is really drawn in; 'unknown' for the moment until it is measured. */
export function useFontInUse(): FontInUse {
  return useSyncExternalStore(subscribe, () => found);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (!isAsked) void check();
  isAsked = true;
  return () => listeners.delete(listener);
}

async function check(): Promise<void> {
  const family = getComputedStyle(document.documentElement).getPropertyValue('--font');
  const [first = ''] = family.split(',');
  const isLoaded = await isThere(`700 ${samplePx}px ${first}`);
  const { ink, advance } = measure(`700 ${samplePx}px ${family}`);
  const isRight = isLoaded && (ink === null || ink >= inkRatio.lowestFigure);
  // What cannot be measured is not made larger, but it is no less of a fault.
  const scale = isRight || ink === null ? 1 : Math.max(1, inkRatio.lowestFigure / (ink - roundingEm));
  found = { state: isRight ? 'bundled' : 'fallback', scale };
  widenAdvances(isRight ? 1 : Math.max(1, advance));
  noteHealth({ font: found.state });
  for (const listener of listeners) listener();
}

/** Every part of it that a screen needs: figures and Han lie in files of their own. */
async function isThere(font: string): Promise<boolean> {
  try {
    const faces = await document.fonts.load(font, figures.join('') + han);
    return faces.length > 0 && faces.every((face) => face.status === 'loaded');
  } catch {
    return false;
  }
}

/** The lowest figure's ink to the em, and how much wider than the bundled font's the widest sign is. */
function measure(font: string): { ink: number | null; advance: number } {
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) return { ink: null, advance: 1 };
  context.font = font;
  const measured = [...figures, 'A', 'W'].map((sign) => ({ sign, box: context.measureText(sign) }));
  const inks = measured.map(({ box }) => box.actualBoundingBoxAscent + box.actualBoundingBoxDescent);
  return {
    ink: Math.min(...inks) / samplePx,
    advance: Math.max(...measured.map(({ sign, box }) => box.width / samplePx / advanceEm(sign))),
  };
}
