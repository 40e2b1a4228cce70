import type { CSSProperties } from 'react';
import { useTexts } from '../../shared/browser/language.tsx';
import { commonTexts } from '../../shared/texts/common.ts';
import { breaksIn } from '../line-breaks.ts';
import { insidePx, type SignLayout } from '../sign-layout.ts';
import { Pager } from './pager.tsx';
import { Words } from './sized-words.tsx';

/** In the place of the called number, whose age nobody knows; the counter's own number stays true. */
export function SignLost({ layout, turn }: { layout: SignLayout; turn: number }) {
  const { lost } = useTexts(commonTexts);
  const { instead, marginPx } = layout;
  return (
    <section className="sign-lost" role="alert" style={{ '--lines': instead.lines } as CSSProperties}>
      <Pager by="items" turn={turn} isCentred>
        <p className="item">
          <Words breaks={breaksIn(lost, insidePx(instead, marginPx), layout)}>{lost}</Words>
        </p>
      </Pager>
    </section>
  );
}
