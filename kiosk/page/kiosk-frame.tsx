import { AArrowDown, AArrowUp, TriangleAlert, WifiOff } from 'lucide-react';
import { type ReactNode, useCallback, useEffect, useRef } from 'react';
import { clockTime } from '../../shared/browser/clock-time.ts';
import type { HallState } from '../../shared/browser/hall-connection.ts';
import { useSpeech, useTexts } from '../../shared/browser/language.tsx';
import { languageNames, languages, languageTags } from '../../shared/languages.ts';
import { commonTexts } from '../../shared/texts/common.ts';
import { kioskTexts } from '../../shared/texts/kiosk.ts';
import type { HallFacts, View } from '../../shared/views.ts';
import { useNeeds } from './needs.tsx';
import { Reader } from './spoken/reader.tsx';
import type { SaidLog } from './spoken/speaker.ts';
import { Tap, TapsCount } from './tap.tsx';
import { Words } from './words.tsx';

/** What every kiosk page needs to know besides its own view. */
export interface KioskLink {
  readonly link: HallState<View>['link'];
  readonly heardAt: number | null;
  readonly now: number;
  /** Hears of everything the kiosk says aloud; for tests. */
  readonly said?: SaidLog;
}

interface KioskFrameProps extends KioskLink {
  readonly hall: HallFacts;
  /** Where this kiosk stands, if that matters: '3 号窗口'. */
  readonly place?: string;
  /** No tap counts now, whatever is on the glass. */
  readonly locked?: boolean;
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
  const { hall, place, step, ways, stillThere, now, link, heardAt, said, locked = false, children } = props;
  const { say, language } = useSpeech();
  const texts = useTexts(commonTexts);
  const steppedAt = useRef(Number.NEGATIVE_INFINITY);
  const { larger } = useNeeds();
  // Whatever changes the whole glass is a step: a double tap must not take it back at once.
  const onGlass = `${stillThere === null ? step : 'stillThere'} ${language} ${larger}`;
  const lastOnGlass = useRef(onGlass);
  useEffect(() => {
    if (lastOnGlass.current === onGlass) return;
    lastOnGlass.current = onGlass;
    steppedAt.current = performance.now();
  }, [onGlass]);
  const tapsCount = useCallback(() => !locked && performance.now() - steppedAt.current >= doubleTapMs, [locked]);
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
      <div className={larger ? 'kiosk larger' : 'kiosk'} inert={stillThere !== null}>
        <header className="strip">
          <span className="strip-hall" role="status">
            {(link === 'stale' || link === 'lost') && heardAt !== null ? (
              <span className="stale">
                <WifiOff aria-hidden />{' '}
                {link === 'lost' ? texts.lost : texts.staleSince(clockTime(heardAt, hall.timeZone))}
              </span>
            ) : (
              <>
                <span>{say(hall.name)}</span>
                {hall.demo && <span className="strip-demo">{texts.demo}</span>}
              </>
            )}
          </span>
          <span className="strip-time">
            {place !== undefined && <span>{place}</span>}
            <span>{date.format(now)}</span>
            <time>{clockTime(now, hall.timeZone)}</time>
          </span>
        </header>
        {hall.emergency !== null && (
          <p className="emergency-notice" role="alert">
            <TriangleAlert aria-hidden /> {say(hall.emergency.text)}
          </p>
        )}
        <main className="step" key={step}>
          {children}
        </main>
        <footer className="row">
          <nav className="ways">{ways}</nav>
          <div className="manner">
            <LargerType />
            <Languages />
          </div>
        </footer>
      </div>
      {stillThere}
      <Reader onGlass={onGlass} said={said} />
    </TapsCount>
  );
}

function LargerType() {
  const { larger, change } = useNeeds();
  const texts = useTexts(kioskTexts);
  const Icon = larger ? AArrowDown : AArrowUp;
  return (
    <Tap className="larger-type" aria-pressed={larger} onTap={() => change({ larger: !larger })}>
      <Icon aria-hidden /> {larger ? texts.usualType : texts.largerType}
    </Tap>
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
    <div className="question" aria-live="polite">
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
  /** What is drawn after them. */
  readonly below?: ReactNode;
  /** One button, or several side by side. */
  readonly action?: ReactNode;
}

/** A step with words instead of choices: what is so, what to do now, and the button that does it. */
export function Notice({ title, lines, children, below, action }: NoticeProps) {
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
          {below}
        </div>
        {action !== undefined && <div className="actions">{action}</div>}
      </div>
    </>
  );
}
