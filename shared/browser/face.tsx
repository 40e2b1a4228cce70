import './face.css';
import type { RatingLevel } from '../commands.ts';

/** How far the corners of the mouth are above or below its middle. */
const mouths = { 5: 22, 4: 12, 3: 0, 2: -12, 1: -22 } as const satisfies Record<RatingLevel, number>;

/**
 * One face, five mouths, all in ink: nothing but the mouth tells the levels apart, so none is favoured. The same on
 * rating kiosk and phone; its size is the page's.
 */
export function Face({ level }: { level: RatingLevel }) {
  const bend = mouths[level];
  return (
    <svg className="face" viewBox="0 0 100 100" aria-hidden="true">
      <circle cx="50" cy="50" r="45" />
      <circle className="eye" cx="35" cy="40" r="5" />
      <circle className="eye" cx="65" cy="40" r="5" />
      <path d={`M28 ${66 - bend / 2}Q50 ${66 + bend} 72 ${66 - bend / 2}`} />
    </svg>
  );
}
