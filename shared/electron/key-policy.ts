/** What Electron's `before-input-event` tells of a key. */
export interface KeyInput {
  readonly key: string;
  readonly control: boolean;
  readonly alt: boolean;
  readonly meta: boolean;
}

/** Keys that move within a page, answer it, or change a letter's case. */
const named = new Set([
  'Enter',
  'Tab',
  'Backspace',
  'Delete',
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'Home',
  'End',
  'Shift',
  'CapsLock',
]);

/**
 * Whether a key reaches the page. Allowed are what a scanner types (any printable sign, Enter) and what a visitor
 * without sight or touch needs; everything else, and everything together with Ctrl, Alt or the system key, is swallowed.
 */
export function mayPress({ key, control, alt, meta }: KeyInput): boolean {
  if (control || alt || meta) return false;
  return named.has(key) || isPrintable(key);
}

function isPrintable(key: string): boolean {
  return [...key].length === 1 && !/\p{C}/u.test(key);
}
