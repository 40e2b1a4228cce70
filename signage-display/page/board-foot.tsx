import { ArrowRight } from 'lucide-react';
import { useTexts } from '../../shared/browser/language.tsx';
import { screenTexts } from '../../shared/texts/screen.ts';
import type { BoardView, MissedRule } from '../../shared/views.ts';
import type { GroupForm } from './group-form.ts';
import { Pager } from './pager.tsx';
import { Words } from './sized-words.tsx';
import { WaitingGroup } from './waiting-groups.tsx';

/** Whose number was missed, and the way back; on far glass also how many wait. */
export function BoardFoot(props: {
  missed: BoardView['missed'];
  rule: MissedRule;
  groups: BoardView['groups'];
  form: GroupForm;
  turn: number;
}) {
  const { missed, rule, groups, form } = props;
  const texts = useTexts(screenTexts);
  return (
    <footer className="foot">
      {missed.length > 0 && (
        <h2 className="foot-label">
          <Words>{texts.missed}</Words>
        </h2>
      )}
      <Pager by="lines" turn={props.turn}>
        {missed.map(({ number, counterLabel }) => (
          <span key={number} className="item missed-number">
            <span className="latin">{number}</span>
            <ArrowRight className="arrow" strokeWidth={2.5} aria-hidden="true" />
            <span className="latin">{counterLabel}</span>
          </span>
        ))}
        {ruleOf(rule, texts).map((sentence) => (
          <span key={sentence} className="item">
            <Words>{sentence}</Words>
          </span>
        ))}
        {groups.map((group) => (
          <div key={group.groupId} className="item">
            <WaitingGroup group={group} form={form} />
          </div>
        ))}
      </Pager>
    </footer>
  );
}

function ruleOf(rule: MissedRule, texts: (typeof screenTexts)['zhHans']): readonly string[] {
  const ways = [
    rule.acceptWithinMinutes > 0 ? texts.accept(rule.acceptWithinMinutes) : null,
    rule.putBackTimes > 0 && rule.putBackWithinMinutes > 0 ? texts.putBack(rule.putBackWithinMinutes) : null,
    texts.takeNew,
  ];
  return ways.filter((way) => way !== null);
}
