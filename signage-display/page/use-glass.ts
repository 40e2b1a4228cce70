import { useEffect, useMemo, useState } from 'react';
import type { Panel } from '../../shared/actors.ts';
import type { Glass } from '../legibility.ts';
import { useFontInUse } from './font-check.ts';

/**
 * The window is the whole panel; how large that is in the hall is said by the panel's set-up. Ink that is lower than
 * the bundled font's must be set as if it were read from farther away.
 */
export function useGlass({ diagonalInches, farthestViewMetres }: Panel): Glass {
  const [{ widthPx, heightPx }, setSize] = useState(windowSize);
  useEffect(() => {
    const measure = () => setSize(windowSize());
    addEventListener('resize', measure);
    return () => removeEventListener('resize', measure);
  }, []);
  const font = useFontInUse();
  return useMemo(
    () => ({ widthPx, heightPx, diagonalInches, farthestViewMetres: farthestViewMetres * font.scale }),
    [widthPx, heightPx, diagonalInches, farthestViewMetres, font],
  );
}

function windowSize() {
  return { widthPx: innerWidth, heightPx: innerHeight };
}
