import { ArrowRight } from 'lucide-react';
import { useTexts } from '../../shared/browser/language.tsx';
import { type ScreenTexts, screenTexts } from '../../shared/texts/screen.ts';
import type { BoardView, MissedRule } from '../../shared/views.ts';
import type { BoardLayout } from '../board-layout.ts';
import { mediumWeight } from '../legibility.ts';
import { linesOf } from '../line-breaks.ts';
import type { GroupForm } from './group-form.ts';
import { Pager } from './pager.tsx';
import { Words } from './sized-words.tsx';
import { WaitingGroup } from './waiting-groups.tsx';

/** Whose number was missed, and the way back; on far glass also how many wait. */
export function BoardFoot(props: {
  missed: BoardView['missed'];
  /** Null where nobody's number is missed. */
  rule: MissedRule | null;
  preparing: readonly string[];
  groups: BoardView['groups'];
  form: GroupForm;
  layout: BoardLayout;
  turn: number;
}) {
  const { missed, rule, preparing, groups, form, layout } = props;
  const texts = useTexts(screenTexts);
  const rules = (rule === null ? [] : ruleOf(rule, texts)).filter((sentence) =>
    fitsFoot(sentence, layout.footLines, layout),
  );
  return (
    <footer className="foot">
      <Pager by="items" turn={props.turn} isCentred>
        {missed.map(({ number, counterLabel }) => (
          <span key={number} className="item missed-number">
            <span className="missed-label">
              <Words>{texts.missed}</Words>
            </span>
            <span className="missed-way">
              <span className="latin">{number}</span>
              <ArrowRight className="arrow" strokeWidth={2.5} aria-hidden="true" />
              <span className="latin">{counterLabel}</span>
            </span>
          </span>
        ))}
        {missed.length === 0 && rules.length > 0 && (
          <span className="item missed-number">
            <Words>{texts.missed}</Words>
          </span>
        )}
        {rules.map((sentence) => (
          <span key={sentence} className="item">
            <Words>{sentence}</Words>
          </span>
        ))}
        {preparing.length > 0 && (
          <span className="item">
            <Words>{texts.preparing}</Words>
          </span>
        )}
        {preparing.map((number) => (
          <span key={number} className="item missed-number">
            <Words>{number}</Words>
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

/** Half a sentence at a time would help nobody; the slip and the ticket kiosk tell the rule too. */
function fitsFoot(sentence: string, footLines: number, layout: BoardLayout): boolean {
  return (linesOf(sentence, layout.footWidthPx / mediumWeight, layout) ?? footLines + 1) <= footLines;
}

export function ruleOf(rule: MissedRule, texts: ScreenTexts): readonly string[] {
  const ways = [
    rule.acceptWithinMinutes > 0 ? texts.accept(rule.acceptWithinMinutes) : null,
    rule.putBackTimes > 0 && rule.putBackWithinMinutes > 0 ? texts.putBack(rule.putBackWithinMinutes) : null,
    texts.takeNew,
  ];
  return ways.filter((way) => way !== null);
}
