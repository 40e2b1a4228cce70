import { useState } from 'react';
import { useSpeech, useTexts } from '../../shared/browser/language.tsx';
import { screenTexts } from '../../shared/texts/screen.ts';
import type { BoardLayout } from '../board-layout.ts';
import { linesOf } from '../line-breaks.ts';
import { type Group, type GroupForm, partsOf, titleOf } from './group-form.ts';
import { PageMarks, Pager } from './pager.tsx';
import { Words } from './sized-words.tsx';

/**
 * How many wait for what, and about how long: as many groups as fit at their size, the others in turns;
 * where there is no room for names, what each letter stands for follows.
 */
export function WaitingGroups(props: { groups: readonly Group[]; form: GroupForm; layout: BoardLayout; turn: number }) {
  const { groups, form, layout, turn } = props;
  const texts = useTexts(screenTexts);
  const { language } = useSpeech();
  const named = groups.filter((group) => linesOf(titleOf(group, language), layout.groupsRoom.widthPx, layout) !== null);
  const [pages, setPages] = useState(1);
  return (
    <section className="groups">
      <div className="heading">
        <h2>
          <Words>{texts.waiting}</Words>
        </h2>
      </div>
      <PageMarks pages={pages} turn={turn} />
      <Pager by="blocks" turn={turn} onPages={setPages}>
        {groups.map((group) => (
          <WaitingGroup key={group.groupId} group={group} form={form} />
        ))}
        {form !== 'named' &&
          named.map((group) => (
            <p key={group.groupId} className="group">
              <span className="group-name">
                <Words>{titleOf(group, language)}</Words>
              </span>
            </p>
          ))}
      </Pager>
    </section>
  );
}

export function WaitingGroup({ group, form }: { group: Group; form: GroupForm }) {
  const { language } = useSpeech();
  const [title = '', ...facts] = partsOf(group, form, language);
  return (
    <div className="group" data-form={form}>
      <span className="group-name">
        <Words>{title}</Words>
      </span>
      <span className="group-facts">
        {facts.map((fact) => (
          <span key={fact}>
            <Words>{fact}</Words>
          </span>
        ))}
      </span>
    </div>
  );
}
