import { Fragment } from 'react';
import { type Breaks, unbroken } from '../line-breaks.ts';

const han = '\u2e80-\u9fff\uff00-\uffef';
const latinRun = new RegExp(`[^${han}]*[0-9A-Za-z][^${han}]*`, 'g');

/**
 * Han has more ink to the em than Latin: set in one size, Latin would be too small or Han needlessly large. Around it,
 * `word-break: keep-all` keeps phrases whole; by 'words' a line may break inside a phrase too, but in no word.
 */
export function Words({ children, breaks = 'phrases' }: { children: string; breaks?: Breaks }) {
  if (breaks === 'phrases') return <SizedRuns>{children}</SizedRuns>;
  return unbroken(children, breaks).map((part, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text stay in their places
    <Fragment key={i}>
      <SizedRuns>{part}</SizedRuns>
      <wbr />
    </Fragment>
  ));
}

function SizedRuns({ children }: { children: string }) {
  const runs = [...children.matchAll(latinRun)];
  const ends = [0, ...runs.map((run) => run.index + run[0].length)];
  return (
    <>
      {runs.map((run, i) => (
        <span key={run.index}>
          {children.slice(ends[i], run.index)}
          <span className="latin">{run[0]}</span>
        </span>
      ))}
      {children.slice(ends.at(-1))}
    </>
  );
}
