import { useEffect, useEffectEvent } from 'react';

/** A scanner types faster than this between two keys; a person does not. */
const betweenKeysMs = 120;
/** Fewer keys than this before Enter are a person at a keyboard. */
const leastKeys = 8;

/** The 26 characters of a ticket link at the end of its address; layouts may mangle the signs before, not these. */
export function linkIn(scanned: string): string | null {
  return /[0-9A-HJKMNP-TV-Z]{26}$/.exec(scanned.toUpperCase())?.[0] ?? null;
}

/** A scanner is a keyboard: it types what it reads and presses Enter. `onScan` gets the whole of it. */
export function useScanner(onScan: (scanned: string) => void) {
  const scan = useEffectEvent(onScan);
  useEffect(() => {
    let typed = '';
    let lastAt = 0;
    const key = (event: KeyboardEvent) => {
      if (event.timeStamp - lastAt > betweenKeysMs) typed = '';
      lastAt = event.timeStamp;
      if (event.key.length === 1) typed += event.key;
      if (event.key !== 'Enter' || typed.length < leastKeys) return;
      // This Enter ends the code; it must not press the button that happens to have the focus.
      event.preventDefault();
      scan(typed);
      typed = '';
    };
    document.addEventListener('keydown', key, { capture: true });
    return () => document.removeEventListener('keydown', key, { capture: true });
  }, []);
}
