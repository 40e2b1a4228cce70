import type { CSSProperties } from 'react';
import { useTexts } from '../../shared/browser/language.tsx';
import { commonTexts } from '../../shared/texts/common.ts';
import { Pager } from './pager.tsx';
import { Words } from './sized-words.tsx';

/** In the place of the called number, whose age nobody knows; the counter's own number stays true. */
export function SignLost({ lines, turn }: { lines: number; turn: number }) {
  const common = useTexts(commonTexts);
  return (
    <section className="sign-lost" role="alert" style={{ '--lines': lines } as CSSProperties}>
      <Pager by="items" turn={turn}>
        <p className="item">
          <Words>{common.lost}</Words>
        </p>
      </Pager>
    </section>
  );
}
