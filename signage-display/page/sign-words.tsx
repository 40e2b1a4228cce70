import type { CSSProperties } from 'react';
import { useSpeech, useTexts } from '../../shared/browser/language.tsx';
import { commonTexts } from '../../shared/texts/common.ts';
import { type ScreenTexts, screenTexts } from '../../shared/texts/screen.ts';
import type { SignView } from '../../shared/views.ts';
import { useFontInUse } from './font-check.ts';
import { type Shown, StaleBanner } from './link-truth.tsx';
import { Pager } from './pager.tsx';
import { Words } from './sized-words.tsx';
import { partsOfName, unslashed } from './unslashed.ts';

/** Beside the counter's number: what to do now, then what is done here; on one line the two take turns. */
export function SignWords(props: Shown<SignView> & { lines: number; turn: number }) {
  const { view, link, heardAt, lines, turn } = props;
  const { hall } = view;
  const { say } = useSpeech();
  const texts = useTexts(screenTexts);
  const font = useFontInUse();
  const common = useTexts(commonTexts);
  const phrase = phraseOf(view, texts);
  const isShort = lines === 1;
  const linesLeft = isShort || phrase === null ? lines : lines - 1;

  if (link === 'stale' && heardAt !== null) {
    return (
      <section className="words" style={{ '--lines': lines } as CSSProperties}>
        <StaleBanner {...{ hall, heardAt, turn }} />
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
          (linesLeft === 1 ? partsOfName(say(name)) : [unslashed(say(name))]).map((part) => (
            <span key={prefix + part} className="item">
              <Words>{`${prefix} ${part}`}</Words>
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
