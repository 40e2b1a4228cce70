import './screen.css';
import './sign.css';
import { type CSSProperties, useMemo, useRef } from 'react';
import { LanguageProvider } from '../../shared/browser/language.tsx';
import { screenTexts } from '../../shared/texts/screen.ts';
import type { SignView } from '../../shared/views.ts';
import { layoutSign } from '../sign-layout.ts';
import type { Shown } from './link-truth.tsx';
import { SignLost } from './sign-lost.tsx';
import { SignMain, signWord } from './sign-main.tsx';
import { SignWords } from './sign-words.tsx';
import { useCourse } from './use-course.ts';
import { useGlass } from './use-glass.ts';

/** The sign over one counter: whose turn it is, as large as the glass allows, and which counter this is. */
export function Sign({ view, link, now, heardAt }: Shown<SignView>) {
  const { hall, call, counterLabel } = view;
  const glass = useGlass(view.panel);
  const texts = hall.displayLanguages.map((language) => screenTexts[language]);
  const layout = layoutSign(glass, {
    counterLabel,
    number: call?.number ?? 'A000',
    words: texts.map((of) => signWord(view, of)),
    phrases: texts.flatMap((of) => [of.comeHere, of.serving]),
  });
  const root = useRef<HTMLDivElement>(null);
  const calls = useMemo(() => (call === null ? [] : [call]), [call]);
  const { turns, hero } = useCourse(root, {
    calls,
    rowsPerPage: 0,
    languages: hall.displayLanguages.length,
    hallNow: now,
    isLive: link === 'live',
  });
  const language = hall.displayLanguages[turns.language] ?? 'zhHans';
  const sizes: Record<`--${string}`, string> = {
    '--text': `${layout.textPx}px`,
    '--han': `${layout.hanPx}px`,
    '--line-height': `${layout.linePx}px`,
    '--margin': `${layout.marginPx}px`,
    '--counter-size': `${layout.counterPx}px`,
    '--plate-width': `${layout.plateWidthPx}px`,
    '--plate-height': `${layout.plateHeightPx}px`,
    '--words-height': `${layout.words.height}px`,
    '--frame': `${layout.framePx}px`,
    '--number-size': `${layout.numberPx}px`,
    '--word-size': `${layout.wordPx}px`,
  };
  return (
    <LanguageProvider fixed={language}>
      <main
        className="screen sign"
        data-link={link}
        data-plate={layout.plate}
        ref={root}
        style={sizes as CSSProperties}
      >
        <h1 className="plate">
          <span className="figures" data-figures="counter">
            {counterLabel}
          </span>
        </h1>
        {link !== 'lost' && <SignWords {...{ view, link, now, heardAt, layout }} turn={turns.page} />}
        <SignMain view={view} hero={hero} languages={layout.isWordInAll ? hall.displayLanguages : [language]} />
        {link === 'lost' && <SignLost layout={layout} turn={turns.page} />}
      </main>
    </LanguageProvider>
  );
}
