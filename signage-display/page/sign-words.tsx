import type { CSSProperties } from 'react';
import { useSpeech, useTexts } from '../../shared/browser/language.tsx';
import { commonTexts } from '../../shared/texts/common.ts';
import { type ScreenTexts, screenTexts } from '../../shared/texts/screen.ts';
import type { SignView } from '../../shared/views.ts';
import { mediumWeight, type TextSizes } from '../legibility.ts';
import { breaksIn, linesOf } from '../line-breaks.ts';
import { insidePx, type SignLayout } from '../sign-layout.ts';
import { useFontInUse } from './font-check.ts';
import { type Shown, StaleBanner } from './link-truth.tsx';
import { Pager } from './pager.tsx';
import { Words } from './sized-words.tsx';
import { partsOfName, unslashed } from './unslashed.ts';

/** Beside the called number: what to do now, then what is done here; where there is one line, the two take turns. */
export function SignWords(props: Shown<SignView> & { layout: SignLayout; turn: number }) {
  const { view, link, heardAt, layout, turn } = props;
  const { hall } = view;
  const { say } = useSpeech();
  const texts = useTexts(screenTexts);
  const font = useFontInUse();
  const common = useTexts(commonTexts);
  const { lines } = layout.words;
  const widthPx = insidePx(layout.words, layout.marginPx);
  const phrase = phraseOf(view, texts);
  const phraseLines = phrase === null ? 0 : (linesOf(phrase, widthPx, layout) ?? lines);
  const isShort = phraseLines >= lines;
  const linesLeft = isShort ? lines : lines - phraseLines;

  if (link === 'stale' && heardAt !== null) {
    return (
      <section className="words" style={{ '--lines': lines } as CSSProperties}>
        <StaleBanner {...{ hall, heardAt, turn }} room={{ widthPx, lines }} sizes={layout} />
      </section>
    );
  }
  return (
    <section className="words" style={{ '--lines': linesLeft } as CSSProperties}>
      {phrase !== null && !isShort && (
        <p className="phrase">
          <Words>{phrase}</Words>
        </p>
      )}
      <Pager by="items" turn={turn}>
        {phrase !== null && isShort && (
          <span className="item phrase">
            <Words>{phrase}</Words>
          </span>
        )}
        {view.serves.flatMap(({ prefix, name }) =>
          servedAs(prefix, say(name), { widthPx: widthPx / mediumWeight, lines: linesLeft }, layout).map((part) => (
            <span key={part} className="item">
              <Words breaks={breaksIn(part, widthPx / mediumWeight, layout)}>{part}</Words>
            </span>
          )),
        )}
        {font.state === 'fallback' && (
          <span className="item fault">
            <Words>{texts.fontFault}</Words>
          </span>
        )}
        {hall.demo && (
          <span className="item soft">
            <Words>{common.demo}</Words>
          </span>
        )}
      </Pager>
    </section>
  );
}

/** Without a number, its place says in the large how things stand. */
function phraseOf({ call }: SignView, texts: ScreenTexts): string | null {
  if (call === null) return null;
  return call.status === 'called' ? texts.comeHere : texts.serving;
}

/** Whole; else part by part; and where there is no room for a name at its size, by its letter alone. */
function servedAs(
  prefix: string,
  name: string,
  room: { readonly widthPx: number; readonly lines: number },
  sizes: TextSizes,
): readonly string[] {
  const fits = (text: string) => {
    return (linesOf(text, room.widthPx, sizes, breaksIn(text, room.widthPx, sizes)) ?? room.lines + 1) <= room.lines;
  };
  const ways = [[unslashed(name)], partsOfName(name)].map((parts) => parts.map((part) => `${prefix} ${part}`));
  return ways.find((parts) => parts.every(fits)) ?? [prefix];
}
