import './emergency.css';
import { TriangleAlert } from 'lucide-react';
import { type CSSProperties, useEffect, useMemo, useState } from 'react';
import type { Panel } from '../../shared/actors.ts';
import { type Language, languageTags } from '../../shared/languages.ts';
import { screenTexts } from '../../shared/texts/screen.ts';
import type { EmergencyFacts, HallFacts } from '../../shared/views.ts';
import { emergencyGapEm, emergencyHeadEm, emergencyLineEm, layoutEmergency } from '../emergency-layout.ts';
import { useGlass } from './use-glass.ts';

const turnMs = 6_000;

/** Covers the whole glass, whatever else is on it, until the hall lifts it. Nothing in it moves or blinks. */
export function Emergency(props: { emergency: EmergencyFacts; hall: HallFacts; panel: Panel }) {
  const { emergency, hall } = props;
  const { displayLanguages } = hall;
  const glass = useGlass(props.panel);
  const layout = useMemo(
    () =>
      layoutEmergency(
        glass,
        displayLanguages.map((language) => emergency.text[language]),
      ),
    [glass, emergency, displayLanguages],
  );
  const turn = useTurn();
  const shown = layout.isInAll ? displayLanguages : [displayLanguages[turn % displayLanguages.length] ?? 'zhHans'];
  const sizes: Record<`--${string}`, string> = {
    '--head': `${layout.headPx}px`,
    '--head-line': `${emergencyHeadEm}`,
    '--line': `${emergencyLineEm}`,
    '--gap': `${emergencyGapEm * (layout.texts[0]?.fontPx ?? 0)}`,
    '--margin': `${layout.marginPx}px`,
    '--frame': `${layout.framePx}px`,
  };
  return (
    <section className="emergency" role="alert" style={sizes as CSSProperties}>
      <h1>
        <TriangleAlert strokeWidth={2.5} aria-hidden="true" />
        {shown
          .filter((language, i) => shown.findIndex((one) => noticeOf(one) === noticeOf(language)) === i)
          .map((language) => (
            <span key={language} lang={languageTags[language]}>
              {noticeOf(language)}
            </span>
          ))}
      </h1>
      <div className="emergency-words">
        {shown.map((language) => (
          <p
            key={language}
            lang={languageTags[language]}
            data-breaks={layout.texts[displayLanguages.indexOf(language)]?.breaks}
            style={{ fontSize: layout.texts[displayLanguages.indexOf(language)]?.fontPx }}
          >
            {emergency.text[language]}
          </p>
        ))}
      </div>
    </section>
  );
}

/** The same in both ways of writing Chinese: said once. */
function noticeOf(language: Language): string {
  return screenTexts[language].notice;
}

function useTurn(): number {
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setTurn((before) => before + 1), turnMs);
    return () => clearInterval(timer);
  }, []);
  return turn;
}
