import { type Language, languageTags } from '../../shared/languages.ts';
import { type ScreenTexts, screenTexts } from '../../shared/texts/screen.ts';
import type { SignView } from '../../shared/views.ts';
import type { HeroSchedule } from './hero-schedule.ts';
import { PulseFrame } from './pulse-frame.tsx';

/** The called number and nothing else; without one, the one word that says how things stand here. */
export function SignMain(props: { view: SignView; hero: HeroSchedule; languages: readonly Language[] }) {
  const { view, hero, languages } = props;
  const { call, status } = view;
  if (call !== null) {
    // The number changes with the hall; its pulse follows the same course as a board's hero.
    const onset = call.status === 'called' ? hero.onset : null;
    return (
      <section className="main" data-status={call.status} data-onset={onset} role="status">
        {onset !== null && <PulseFrame key={hero.since} />}
        <span className="figures" data-figures="number">
          {call.number}
        </span>
      </section>
    );
  }
  return (
    <section className="main" data-status={status} role="status">
      {languages.map((language) => (
        <p key={language} lang={languageTags[language]}>
          {signWord(view, screenTexts[language])}
        </p>
      ))}
    </section>
  );
}

/** How things stand where nobody is called. */
export function signWord({ status }: SignView, texts: ScreenTexts): string {
  return { open: texts.waitHere, paused: texts.paused, closed: texts.closed }[status];
}
