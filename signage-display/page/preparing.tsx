import { type CSSProperties, useState } from 'react';
import { useTexts } from '../../shared/browser/language.tsx';
import { screenTexts } from '../../shared/texts/screen.ts';
import type { BoardLayout } from '../board-layout.ts';
import { PageMarks, Pager } from './pager.tsx';
import { Words } from './sized-words.tsx';

/** Whose papers are being prepared, on a pick-up screen: who has waited longest first. */
export function Preparing(props: { numbers: readonly string[]; layout: BoardLayout; turn: number }) {
  const { numbers, layout, turn } = props;
  const texts = useTexts(screenTexts);
  const [pages, setPages] = useState(1);
  return (
    <section className="groups" style={{ '--lines': layout.groupsRoom.lines } as CSSProperties}>
      <div className="heading">
        <h2>
          <Words>{texts.preparing}</Words>
        </h2>
      </div>
      <PageMarks pages={pages} turn={turn} />
      <Pager by="items" turn={turn} onPages={setPages}>
        {numbers.map((number) => (
          <span key={number} className="item group-name">
            <Words>{number}</Words>
          </span>
        ))}
      </Pager>
    </section>
  );
}
