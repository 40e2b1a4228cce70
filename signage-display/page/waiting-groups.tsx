import { useState } from 'react';
import { useSpeech, useTexts } from '../../shared/browser/language.tsx';
import { screenTexts } from '../../shared/texts/screen.ts';
import { type Group, type GroupForm, partsOf } from './group-form.ts';
import { PageMarks, Pager } from './pager.tsx';
import { Words } from './sized-words.tsx';

/** How many wait for what, and about how long: as many groups as fit at their size, the others in turns. */
export function WaitingGroups(props: { groups: readonly Group[]; form: GroupForm; turn: number }) {
  const { groups, form, turn } = props;
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
          <WaitingGroup key={group.groupId} group={group} form={form} />
        ))}
      </Pager>
    </section>
  );
}

export function WaitingGroup({ group, form }: { group: Group; form: GroupForm }) {
  const { language } = useSpeech();
  const [title = '', ...facts] = partsOf(group, form, language);
  return (
    <div className="group">
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
