import { WifiOff } from 'lucide-react';
import { type ReactNode, useCallback, useEffect, useRef } from 'react';
import { clockTime } from '../../shared/browser/clock-time.ts';
import type { HallState } from '../../shared/browser/hall-connection.ts';
import { useSpeech, useTexts } from '../../shared/browser/language.tsx';
import { languageNames, languages, languageTags } from '../../shared/languages.ts';
import { commonTexts } from '../../shared/texts/common.ts';
import type { HallFacts, View } from '../../shared/views.ts';
import { Tap, TapsCount } from './tap.tsx';
import { Words } from './words.tsx';

/** What every kiosk page needs to know besides its own view. */
export interface KioskLink {
  readonly link: HallState<View>['link'];
  readonly heardAt: number | null;
  readonly now: number;
}

interface KioskFrameProps extends KioskLink {
  readonly hall: HallFacts;
  /** Where this kiosk stands, if that matters: '3 号窗口'. */
  readonly place?: string;
  /** Names the step on the glass; taps just after it changed are double taps and do nothing. */
  readonly step: string;
  /** The ways out, at the left of the row that never moves. */
  readonly ways: ReactNode;
  /** Asks whether anybody is there, over everything else. */
  readonly stillThere: ReactNode;
  readonly children: ReactNode;
}

const doubleTapMs = 600;

/** The same on every step: the strip on top, the row of ways out and languages at the bottom, the step between. */
export function KioskFrame(props: KioskFrameProps) {
  const { hall, place, step, ways, stillThere, now, link, heardAt, children } = props;
  const { say, language } = useSpeech();
  const texts = useTexts(commonTexts);
  const steppedAt = useRef(Number.NEGATIVE_INFINITY);
  const onGlass = stillThere === null ? step : 'stillThere';
  const lastOnGlass = useRef(onGlass);
  useEffect(() => {
    if (lastOnGlass.current === onGlass) return;
    lastOnGlass.current = onGlass;
    steppedAt.current = performance.now();
  }, [onGlass]);
  const tapsCount = useCallback(() => performance.now() - steppedAt.current >= doubleTapMs, []);
  useEffect(() => {
    // A long press is a slow tap, not a wish for a menu.
    const noMenu = (event: Event) => event.preventDefault();
    addEventListener('contextmenu', noMenu);
    return () => removeEventListener('contextmenu', noMenu);
  }, []);
  const date = new Intl.DateTimeFormat(languageTags[language], {
    month: 'long',
    day: 'numeric',
    weekday: 'long',
    timeZone: hall.timeZone,
  });
  return (
    <TapsCount value={tapsCount}>
      <div className="kiosk" inert={stillThere !== null}>
        <header className="strip">
          <span className="strip-hall">
            <span>{say(hall.name)}</span>
            {hall.demo && <span className="strip-demo">{texts.demo}</span>}
          </span>
          <span className="strip-time">
            {place !== undefined && <span>{place}</span>}
            <span>{date.format(now)}</span>
            <time>{clockTime(now, hall.timeZone)}</time>
          </span>
        </header>
        {(link === 'stale' || link === 'lost') && heardAt !== null && (
          <p className="stale" role="status">
            <WifiOff aria-hidden /> {link === 'lost' ? texts.lost : texts.staleSince(clockTime(heardAt, hall.timeZone))}
          </p>
        )}
        <main className="step" key={step}>
          {children}
        </main>
        <footer className="row">
          <nav className="ways">{ways}</nav>
          <Languages />
        </footer>
      </div>
      {stillThere}
    </TapsCount>
  );
}

function Languages() {
  const { language, choose } = useSpeech();
  return (
    <fieldset className="languages" aria-label="语言 語言 Language">
      {languages.map((one) => (
        <Tap key={one} lang={languageTags[one]} aria-pressed={one === language} onTap={() => choose(one)}>
          {languageNames[one]}
        </Tap>
      ))}
    </fieldset>
  );
}

/** What this step asks or says, in the top third; read aloud as soon as the step appears. */
export function Question({ children, hint }: { children: ReactNode; hint?: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <div className="question">
      <h1 ref={heading} tabIndex={-1}>
        {wordsOf(children)}
      </h1>
      {hint !== undefined && <p>{wordsOf(hint)}</p>}
    </div>
  );
}

const wordsOf = (text: ReactNode) => (typeof text === 'string' ? <Words>{text}</Words> : text);

interface NoticeProps {
  readonly title: string;
  readonly lines: readonly string[];
  /** What is drawn before the lines. */
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

/** A step with words instead of choices: what is so, what to do now, and the button that does it. */
export function Notice({ title, lines, children, action }: NoticeProps) {
  return (
    <>
      <Question>{title}</Question>
      <div className="notice">
        <div className="notice-words">
          {children}
          {lines.map((line) => (
            <p key={line}>
              <Words>{line}</Words>
            </p>
          ))}
        </div>
        {action}
      </div>
    </>
  );
}
