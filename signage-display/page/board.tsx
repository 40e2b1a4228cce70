import './screen.css';
import './board.css';
import { type CSSProperties, useMemo, useRef } from 'react';
import { LanguageProvider } from '../../shared/browser/language.tsx';
import { commonTexts } from '../../shared/texts/common.ts';
import { screenTexts } from '../../shared/texts/screen.ts';
import type { BoardView } from '../../shared/views.ts';
import { type BoardLayout, type BoardNeeds, layoutBoard } from '../board-layout.ts';
import { emWidth, mediumWeight } from '../legibility.ts';
import { BoardFoot, ruleOf } from './board-foot.tsx';
import { BoardStrip, stripName } from './board-strip.tsx';
import { CalledColumn } from './called-column.tsx';
import { type GroupForm, groupForm } from './group-form.ts';
import { LostOverlay, type Shown } from './link-truth.tsx';
import { Preparing } from './preparing.tsx';
import { useCourse } from './use-course.ts';
import { useGlass } from './use-glass.ts';
import { WaitingGroups } from './waiting-groups.tsx';

/** The call display of a hall or a zone. What is on it comes from the view, how large it is from the panel. */
export function Board({ view, link, now, heardAt }: Shown<BoardView>) {
  const { hall, calls, missed } = view;
  const glass = useGlass(view.panel);
  const layout = useMemo(() => layoutBoard(glass, needsOf(view)), [glass, view]);
  const root = useRef<HTMLDivElement>(null);
  const course = useCourse(root, {
    calls,
    rowsPerPage: layout.rows,
    languages: hall.displayLanguages.length,
    hallNow: now,
    isLive: link === 'live',
  });
  const { turns } = course;
  const language = hall.displayLanguages[turns.language] ?? 'zhHans';
  const form = groupForm(view.groups, language, layout);
  const sizes: Record<`--${string}`, string> = {
    '--text': `${layout.textPx}px`,
    '--han': `${layout.hanPx}px`,
    '--line-height': `${layout.linePx}px`,
    '--strip-lines': `${layout.stripLines}`,
    '--foot-lines': `${layout.footLines}`,
    '--margin': `${layout.marginPx}px`,
    '--calls-margin': `${layout.callsMarginPx}px`,
    '--frame': `${layout.framePx}px`,
    '--call-size': `${layout.callPx}px`,
    '--calls-width': `${layout.callsWidthPx}px`,
    '--hero-height': `${layout.heroHeightPx}px`,
    '--row-height': `${layout.rowHeightPx}px`,
  };

  return (
    <LanguageProvider fixed={language}>
      <div className="screen" data-link={link} ref={root} style={sizes as CSSProperties}>
        <div className="board" data-groups={layout.groups} inert={link === 'lost'}>
          <BoardStrip {...{ view, link, now, heardAt, layout }} turn={turns.page} />
          <CalledColumn {...{ view, course, layout }} />
          {layout.groups !== 'foot' && <BesideCalls {...{ view, form, layout }} turn={turns.page} />}
          {layout.footLines > 0 && (
            <BoardFoot
              missed={missed}
              rule={view.screen === 'pickUpScreen' ? null : view.missedRule}
              groups={layout.groups === 'foot' ? view.groups : []}
              preparing={layout.groups === 'foot' ? view.preparing : []}
              form={form}
              layout={layout}
              turn={turns.page}
            />
          )}
        </div>
      </div>
      {link === 'lost' && <LostOverlay {...{ hall, heardAt }} panel={view.panel} />}
    </LanguageProvider>
  );
}

function BesideCalls(props: { view: BoardView; form: GroupForm; layout: BoardLayout; turn: number }) {
  const { view, ...drawn } = props;
  if (view.screen === 'pickUpScreen') return <Preparing numbers={view.preparing} {...drawn} />;
  return <WaitingGroups groups={view.groups} {...drawn} />;
}

/** Planned for the hall's widest prefix with as many digits as are in use, so that the layout keeps still. */
function needsOf({ hall, screen, calls, groups, missed, missedRule }: BoardView): BoardNeeds {
  const prefixes = [...groups.flatMap((group) => group.prefixes), ...calls.map((call) => call.number.slice(0, 1)), 'A'];
  const digits = Math.max(3, ...calls.map((call) => call.number.length - 1));
  const headings = hall.displayLanguages.map(
    (language) => screenTexts[language].number + commonTexts[language].counter,
  );
  return {
    widest: {
      number: widestOf(prefixes) + '0'.repeat(digits),
      counterLabel: widestOf(['00', ...calls.map((call) => call.counterLabel)]),
    },
    headingsEm: emWidth(widestOf(headings)) * mediumWeight + 0.2,
    isFootNeeded: missed.length > 0,
    stripTexts: hall.displayLanguages.map((language) => stripName(hall, language)),
    footTexts:
      screen === 'pickUpScreen'
        ? []
        : hall.displayLanguages.flatMap((language) => ruleOf(missedRule, screenTexts[language])),
  };
}

function widestOf(texts: readonly string[]): string {
  return texts.reduce((widest, text) => (emWidth(text) > emWidth(widest) ? text : widest), '');
}
