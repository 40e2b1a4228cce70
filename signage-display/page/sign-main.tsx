import { type Language, languageTags } from '../../shared/languages.ts';
import { type ScreenTexts, screenTexts } from '../../shared/texts/screen.ts';
import type { SignView } from '../../shared/views.ts';
import { onsetKey } from './hero-schedule.ts';
import { PulseFrame } from './pulse-frame.tsx';
import { useIsNewCall } from './use-is-new-call.ts';

/** The called number and nothing else; without one, the one word that says how things stand here. */
export function SignMain(props: { view: SignView; now: number; languages: readonly Language[] }) {
  const { view, now, languages } = props;
  const { call, status } = view;
  const isNew = useIsNewCall(call, now);
  if (call !== null) {
    return (
      <section className="main" data-status={call.status} role="status">
        {isNew && <PulseFrame key={onsetKey(call)} />}
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
