import { useEffect, useMemo, useState } from 'react';
import type { Panel } from '../../shared/actors.ts';
import type { Glass } from '../legibility.ts';

/** The window is the whole panel; how large that is in the hall is said by the panel's set-up. */
export function useGlass({ diagonalInches, farthestViewMetres }: Panel): Glass {
  const [{ widthPx, heightPx }, setSize] = useState(windowSize);
  useEffect(() => {
    const measure = () => setSize(windowSize());
    addEventListener('resize', measure);
    return () => removeEventListener('resize', measure);
  }, []);
  return useMemo(
    () => ({ widthPx, heightPx, diagonalInches, farthestViewMetres }),
    [widthPx, heightPx, diagonalInches, farthestViewMetres],
  );
}

function windowSize() {
  return { widthPx: innerWidth, heightPx: innerHeight };
}
