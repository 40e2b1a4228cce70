import { useLayoutEffect, useRef } from 'react';

const quietMs = 300;

/**
 * One wish, one command: within 300 ms of an act, or of a change of `step` (what the main button means),
 * another press is the same finger's second bounce. `fresh`: what has just appeared is quiet for as long, too.
 */
export function usePressGuard(step: string, fresh = false): (act: () => void) => void {
  const quietUntil = useRef(0);
  const lastStep = useRef(step);
  useLayoutEffect(() => {
    if (lastStep.current === step) return;
    lastStep.current = step;
    quietUntil.current = performance.now() + quietMs;
  }, [step]);
  useLayoutEffect(() => {
    if (fresh) quietUntil.current = performance.now() + quietMs;
  }, [fresh]);
  return (act) => {
    const now = performance.now();
    if (now < quietUntil.current) return;
    quietUntil.current = now + quietMs;
    act();
  };
}
