import { useEffect, useRef } from 'react';

const withinMs = 15_000;

/** Counts the touches on the glass of the last 15 s while `watch` is on: a hand that drums on the question is not a rating. */
export function useTouches(watch: boolean): () => number {
  const touched = useRef<number[]>([]);
  useEffect(() => {
    if (!watch) return;
    const note = () => touched.current.push(performance.now());
    addEventListener('pointerdown', note, { capture: true });
    return () => removeEventListener('pointerdown', note, { capture: true });
  }, [watch]);
  return () => {
    const now = performance.now();
    touched.current = touched.current.filter((at) => now - at < withinMs);
    return Math.min(999, touched.current.length);
  };
}
