/** The four keys of a kiosk's keypad, and what else may stand for them on a keyboard. Enter is OK by itself. */
const keys: Readonly<Record<string, 'next' | 'previous' | 'help'>> = {
  ArrowDown: 'next',
  ArrowRight: 'next',
  ArrowUp: 'previous',
  ArrowLeft: 'previous',
  F1: 'help',
  Help: 'help',
};

export function keyOf(event: Pick<KeyboardEvent, 'key'>): 'next' | 'previous' | 'help' | null {
  return keys[event.key] ?? null;
}

/** What can be reached: the question over everything else, or the whole kiosk. */
function reachable(): readonly HTMLElement[] {
  const glass = document.querySelector('.still-there') ?? document.querySelector('.kiosk');
  return [...(glass?.querySelectorAll<HTMLElement>('button:not([aria-disabled="true"])') ?? [])];
}

/** Takes the focus one on or one back, round and round. */
export function moveFocus(way: 'next' | 'previous'): void {
  const all = reachable();
  const at = all.findIndex((one) => one.matches(':focus'));
  const to = way === 'next' ? at + 1 : at < 0 ? all.length - 1 : at - 1;
  all[(to + all.length) % all.length]?.focus();
}

/** Help where there is a button for it; whether there is. */
export function pressHelp(): boolean {
  const help = reachable().find((one) => one.matches('.help'));
  help?.click();
  return help !== undefined;
}
