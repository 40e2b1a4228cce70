interface Attributes {
  readonly class?: string;
  readonly lang?: string;
  readonly type?: string;
  readonly role?: string;
  readonly pressed?: boolean;
  readonly onClick?: () => void;
}

/** An element with its children; text is always text, never markup. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  { class: className, lang, type, role, pressed, onClick }: Attributes,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  if (className !== undefined) made.className = className;
  if (lang !== undefined) made.lang = lang;
  if (type !== undefined) made.setAttribute('type', type);
  if (role !== undefined) made.setAttribute('role', role);
  if (pressed !== undefined) made.setAttribute('aria-pressed', String(pressed));
  if (onClick !== undefined) made.addEventListener('click', onClick);
  made.append(...children);
  return made;
}

export function button(text: string, onClick: () => void, className = ''): HTMLButtonElement {
  return element('button', { type: 'button', class: className, onClick }, text);
}

/** Keys on the glass that type into a field, for boxes without a keyboard; a real one works as well. */
export function keypad(signs: string, into: HTMLInputElement, className: string): HTMLElement {
  const key = (sign: string) =>
    button(sign, () => {
      into.value += sign;
      into.dispatchEvent(new Event('input'));
    });
  return element('div', { class: `keys ${className}` }, ...[...signs].map(key));
}
