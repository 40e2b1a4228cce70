import './screen.css';
import './board.css';
import { type CSSProperties, useMemo, useRef } from 'react';
import { LanguageProvider } from '../../shared/browser/language.tsx';
import type { BoardView } from '../../shared/views.ts';
import { emWidth } from '../legibility.ts';
import { BoardFoot } from './board-foot.tsx';
import { layoutBoard, type WidestCall } from './board-layout.ts';
import { BoardStrip } from './board-strip.tsx';
import { CalledColumn } from './called-column.tsx';
import { LostOverlay, type Shown } from './link-truth.tsx';
import { useCourse } from './use-course.ts';
import { useGlass } from './use-glass.ts';
import { WaitingGroups } from './waiting-groups.tsx';

/** The call display of a hall or a zone. What is on it comes from the view, how large it is from the panel. */
export function Board({ view, link, now, heardAt }: Shown<BoardView>) {
  const { hall, calls, missed } = view;
  const glass = useGlass(view.panel);
  const layout = useMemo(() => layoutBoard(glass, widestOf(view), view.missed.length > 0), [glass, view]);
  const root = useRef<HTMLDivElement>(null);
  const { hero, slots, turns } = useCourse(root, {
    calls,
    rowsPerPage: layout.rows,
    languages: hall.displayLanguages.length,
    hallNow: now,
  });
  const language = hall.displayLanguages[turns.language] ?? 'zhHans';
  const sizes: Record<`--${string}`, string> = {
    '--text': `${layout.textPx}px`,
    '--han': `${layout.hanPx}px`,
    '--line-height': `${layout.linePx}px`,
    '--margin': `${layout.marginPx}px`,
    '--call-size': `${layout.callPx}px`,
    '--calls-width': `${layout.callsWidthPx}px`,
    '--hero-height': `${layout.heroHeightPx}px`,
    '--row-height': `${layout.rowHeightPx}px`,
  };

  return (
    <LanguageProvider fixed={language}>
      <div className="screen" data-link={link} ref={root} style={sizes as CSSProperties}>
        <div className="board" data-groups={layout.groups} inert={link === 'lost'}>
          <BoardStrip {...{ view, link, now, heardAt }} servedMetres={layout.servedMetres} turn={turns.page} />
          <CalledColumn {...{ calls, hero, slots, layout }} turn={turns.count} />
          {layout.groups !== 'foot' && <WaitingGroups groups={view.groups} turn={turns.page} />}
          {layout.hasFoot && (
            <BoardFoot
              missed={missed}
              rule={view.missedRule}
              groups={layout.groups === 'foot' ? view.groups : []}
              turn={turns.page}
            />
          )}
        </div>
        {link === 'lost' && <LostOverlay languages={hall.displayLanguages} />}
      </div>
    </LanguageProvider>
  );
}

/** The room to plan for: the hall's widest prefix with as many digits as are in use, so the layout keeps still. */
function widestOf({ calls, groups }: BoardView): WidestCall {
  const prefixes = [...groups.flatMap((group) => group.prefixes), ...calls.map((call) => call.number.slice(0, 1))];
  const prefix = prefixes.toSorted((a, b) => emWidth(b) - emWidth(a))[0] ?? 'A';
  const digits = Math.max(3, ...calls.map((call) => call.number.length - 1));
  const counterLabel = ['00', ...calls.map((call) => call.counterLabel)].toSorted((a, b) => emWidth(b) - emWidth(a))[0];
  return { number: prefix + '0'.repeat(digits), counterLabel: counterLabel ?? '00' };
}
