import { useEffect, useState } from 'react';

const patienceMs = 8_000;

/** Whether what a page waits for has taken so long that its visitor should be offered to ask again. `late`: from the start. */
export function useIsLate(late = false): boolean {
  const [isLate, setLate] = useState(late);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), patienceMs);
    return () => clearTimeout(timer);
  }, []);
  return isLate;
}
