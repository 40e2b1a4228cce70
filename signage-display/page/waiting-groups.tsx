import { useState } from 'react';
import { useSpeech, useTexts } from '../../shared/browser/language.tsx';
import { commonTexts } from '../../shared/texts/common.ts';
import { screenTexts } from '../../shared/texts/screen.ts';
import type { BoardView } from '../../shared/views.ts';
import { PageMarks, Pager } from './pager.tsx';
import { Words } from './sized-words.tsx';

type Group = BoardView['groups'][number];

/** How many wait for what, and about how long: as many groups as fit at their size, the others in turns. */
export function WaitingGroups({ groups, turn }: { groups: readonly Group[]; turn: number }) {
  const texts = useTexts(screenTexts);
  const [pages, setPages] = useState(1);
  return (
    <section className="groups">
      <div className="heading">
        <h2>
          <Words>{texts.waiting}</Words>
        </h2>
      </div>
      <PageMarks pages={pages} turn={turn} />
      <Pager by="column" turn={turn} onPages={setPages}>
        {groups.map((group) => (
          <WaitingGroup key={group.groupId} group={group} />
        ))}
      </Pager>
    </section>
  );
}

export function WaitingGroup({ group }: { group: Group }) {
  const { say } = useSpeech();
  const common = useTexts(commonTexts);
  const texts = useTexts(screenTexts);
  const { waiting, wait } = group;
  return (
    <div className="group">
      <span className="group-name">
        <Words>{`${group.prefixes.join(' ')} ${say(group.name)}`}</Words>
      </span>
      <span className="group-facts">
        <span>
          <Words>{waiting === 0 ? texts.nobodyWaiting : texts.people(waiting)}</Words>
        </span>
        <span className="soft">
          <Words>{wait === null ? common.waitUnknown : texts.range(wait)}</Words>
        </span>
      </span>
    </div>
  );
}
