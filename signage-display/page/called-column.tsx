import { useTexts } from '../../shared/browser/language.tsx';
import { commonTexts } from '../../shared/texts/common.ts';
import { screenTexts } from '../../shared/texts/screen.ts';
import type { BoardView } from '../../shared/views.ts';
import type { BoardLayout } from '../board-layout.ts';
import { type Course, heroOfRowless, rowsShown } from './board-course.ts';
import { CallTo } from './call-to.tsx';
import { Hero } from './hero.tsx';
import { PageMarks } from './pager.tsx';
import { Words } from './sized-words.tsx';

/** The called numbers: the newest large, the others under it, each with its counter. */
export function CalledColumn(props: { view: BoardView; course: Course; layout: BoardLayout }) {
  const { view, course, layout } = props;
  const { calls, screen } = view;
  const texts = useTexts(screenTexts);
  const common = useTexts(commonTexts);
  const { count } = course.turns;
  const pages = Math.max(1, Math.ceil(course.slots.length / Math.max(1, layout.rows)));
  const page = count % pages;
  const places = rowsShown(calls, course, layout.rows, page);
  const hero = layout.rows === 0 ? heroOfRowless(calls, course.hero, count) : course.hero;
  return (
    <section className="calls">
      {layout.hasHeadings && (
        <div className="heading">
          <h2>
            <Words>{texts.number}</Words>
          </h2>
          <h2>
            <Words>{common.counter}</Words>
          </h2>
        </div>
      )}
      <Hero schedule={hero} layout={layout} screen={screen} isAlone={calls.length === 0} />
      {/* With nobody called, the hero's words have their place too. */}
      <ol className="rows" hidden={calls.length === 0}>
        {places.map((number, place) => {
          const call = calls.find((one) => one.number === number);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place; numbers come and go in it
            <li key={place} className="row" data-status={call?.status} data-lines={layout.linesPerCall}>
              {call !== undefined && (
                <>
                  <span className="figures" data-figures="number">
                    {call.number}
                  </span>
                  <CallTo counterLabel={call.counterLabel} fontPx={layout.callPx} layout={layout} />
                </>
              )}
            </li>
          );
        })}
      </ol>
      <PageMarks pages={pages} turn={page} />
    </section>
  );
}
