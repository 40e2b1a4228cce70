import { Fragment } from 'react';

const words = new Intl.Segmenter('zh', { granularity: 'word' });

/**
 * Text whose lines end between words: Chinese may be broken anywhere, but 个体工商户 / 设立登记 is read at once and
 * 个体工商 / 户设立登记 is not. Goes with `word-break: keep-all`.
 */
export function Words({ children }: { children: string }) {
  return [...words.segment(together(children))].map(({ segment, index }) => (
    <Fragment key={index}>
      <wbr />
      {segment}
    </Fragment>
  ));
}

/** A figure stays with what it counts, and a slash at the end of its line. */
export function together(text: string): string {
  return text.replaceAll(/(\d) (?=\S)| (?=\/)/g, '$1\u00a0');
}
