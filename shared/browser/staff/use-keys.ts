import { useEffect, useLayoutEffect, useRef } from 'react';

/** 'r', '3', 'enter', 'space', 'escape' …: what is printed on the key, whatever input method is on. */
export type KeyBindings = Readonly<Record<string, (() => void) | undefined>>;

const textField = 'input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable=true]';
/** What the browser itself presses with these keys; Enter means nothing to a radio button. */
const pressable = {
  enter: 'button, a[href], summary, [role=button]',
  space: 'button, input, summary, [role=button]',
};

function keyName(code: string): string {
  return code.replace(/^(Key|Digit|Numpad)(?=.)/, '').toLowerCase();
}

/** Whoever types is typing, whoever stands on a button presses that button; every other key press is a wish. */
export function useKeys(bindings: KeyBindings, active = true) {
  const latest = useRef(bindings);
  useLayoutEffect(() => {
    latest.current = bindings;
  });
  useEffect(() => {
    if (!active) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
      const at = event.target instanceof Element ? event.target : document.body;
      if (at.closest(textField) !== null) return;
      const key = keyName(event.code);
      if ((key === 'enter' || key === 'space') && at.closest(pressable[key]) !== null) {
        // The browser presses it; held down, it would press again and again.
        if (event.repeat) event.preventDefault();
        return;
      }
      const act = latest.current[key];
      if (act === undefined) return;
      event.preventDefault();
      if (!event.repeat) act();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [active]);
}

/**
 * After a click, focus leaves the button, so that Enter again means the page's next step and not that button.
 * Whoever walks by Tab keeps the focus: their clicks carry no pointer (`detail` 0).
 */
export function letGoAfterPointer(event: { readonly detail: number }) {
  const focused = document.activeElement;
  if (event.detail > 0 && focused instanceof HTMLButtonElement) focused.blur();
}
