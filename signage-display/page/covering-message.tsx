import './covering-message.css';
import { type CSSProperties, Fragment, type ReactNode, useEffect, useMemo, useState } from 'react';
import type { Panel } from '../../shared/actors.ts';
import { type Language, languageTags } from '../../shared/languages.ts';
import { layoutMessage, messageGapEm, messageHeadEm, messageLineEm, partsOf } from '../message-layout.ts';
import { useGlass } from './use-glass.ts';

const turnMs = 6_000;

/**
 * Covers the whole glass, whatever else is on it, with one message in the hall's languages. Nothing in it moves or
 * blinks. `head`: what stands above it, in the languages that are shown.
 */
export function CoveringMessage(props: {
  tone: 'bad' | 'warn';
  languages: readonly Language[];
  textIn: (language: Language) => string;
  head: (shown: readonly Language[]) => ReactNode;
  panel: Panel;
}) {
  const { tone, languages, head } = props;
  const glass = useGlass(props.panel);
  const texts = languages.map((language) => props.textIn(language).replace(/\s+/g, ' ')).join('\n');
  const layout = useMemo(() => layoutMessage(glass, texts.split('\n')), [glass, texts]);
  const turn = useTurn();
  const page = layout.pages[turn % layout.pages.length] ?? [];
  const shown = page.map((part) => ({ ...part, language: languages[part.of] ?? 'zhHans' }));
  const sizes: Record<`--${string}`, string> = {
    '--head': `${layout.headPx}px`,
    '--head-line': `${messageHeadEm}`,
    '--message-line': `${messageLineEm}`,
    '--gap': `${messageGapEm * (page[0]?.fontPx ?? 0)}`,
    '--margin': `${layout.marginPx}px`,
    '--frame': `${layout.framePx}px`,
  };
  return (
    <section className="covering" data-tone={tone} role="alert" style={sizes as CSSProperties}>
      <h1>{head(shown.map(({ language }) => language))}</h1>
      <div className="covering-words">
        {shown.map(({ of, text, fontPx, breaks, language }) => (
          <p key={of} lang={languageTags[language]} style={{ fontSize: fontPx }}>
            {partsOf(text, breaks).map((line, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a text stay in their places
              <span key={i} className="line">
                {line.map((part, j) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: and so do their parts
                  <Fragment key={j}>
                    {part}
                    <wbr />
                  </Fragment>
                ))}
              </span>
            ))}
          </p>
        ))}
      </div>
    </section>
  );
}

function useTurn(): number {
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setTurn((before) => before + 1), turnMs);
    return () => clearInterval(timer);
  }, []);
  return turn;
}
