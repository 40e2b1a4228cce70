/** Markup that is safe to send: whatever is put into it has been escaped. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Piece = Html | string | number | null | readonly Piece[];

/** Markup with everything in its gaps escaped, unless it is markup already; null is nothing. */
export function html(parts: TemplateStringsArray, ...gaps: readonly Piece[]): Html {
  return new Html(parts.reduce((text, part, n) => text + markup(gaps[n - 1] ?? null) + part));
}

function markup(piece: Piece): string {
  if (piece === null) return '';
  if (piece instanceof Html) return piece.text;
  return typeof piece === 'object' ? piece.map(markup).join('') : escaped(String(piece));
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
export function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}

/** What somebody wrote, a paragraph a line. */
export function paragraphs(text: string): readonly Html[] {
  return linesOf(text).map((line) => html`<p>${line}</p>`);
}

export function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
