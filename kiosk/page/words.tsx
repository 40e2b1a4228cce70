import { Fragment } from 'react';

const words = new Intl.Segmenter('zh', { granularity: 'word' });

/**
 * Text whose lines end between words: Chinese may be broken anywhere, but 个体工商户 / 设立登记 is read at once and
 * 个体工商 / 户设立登记 is not. Goes with `word-break: keep-all`.
 */
export function Words({ children }: { children: string }) {
  return pieces(together(children)).map(({ text, index }) => (
    <Fragment key={index}>
      <wbr />
      {text}
    </Fragment>
  ));
}

/** A line may begin with a Han word or an opening sign, but not between such a sign, or a figure, and its word. */
function pieces(text: string): readonly { text: string; index: number }[] {
  const found: { text: string; index: number }[] = [];
  for (const { segment, index } of words.segment(text)) {
    const last = found.at(-1);
    const mayBegin = /^[\p{Script=Han}（《“]/u.test(segment) && !/[（《“\u00a0]$/.test(last?.text ?? '');
    if (last === undefined || mayBegin) found.push({ text: segment, index });
    else last.text += segment;
  }
  return found;
}

/** A figure stays with what it counts, and a slash at the end of its line. */
function together(text: string): string {
  return text.replaceAll(/(\d) (?=\S)| (?=\/)/g, '$1\u00a0');
}
