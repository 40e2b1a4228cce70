/** What stands on the glass, line by line, as a person would read it out: buttons are read when they are reached, a picture for phones is not. */
export function linesOnGlass(): readonly string[] {
  const glass =
    document.querySelector<HTMLElement>('.still-there') ?? document.querySelector<HTMLElement>('.kiosk main');
  const apart = new Set([...(glass?.querySelectorAll<HTMLElement>('button, div[aria-hidden]') ?? [])].flatMap(linesOf));
  const warning = document.querySelector<HTMLElement>('.stale');
  return [...linesOf(warning), ...linesOf(glass).filter((line) => !apart.has(line))];
}

/** The question of a step with what belongs to it: it may change while the step stays. */
export function linesOfQuestion(): readonly string[] {
  return linesOf(document.querySelector<HTMLElement>('.kiosk .question'));
}

export function linesOf(element: HTMLElement | null): readonly string[] {
  return (element?.innerText ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
