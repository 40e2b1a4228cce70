import {
  BellRing,
  CalendarX,
  CircleAlert,
  CircleCheck,
  CirclePause,
  CircleX,
  Clock,
  type LucideIcon,
  User,
} from 'lucide-react';
import type { CSSProperties } from 'react';
import { useSpeech, useTexts } from '../../../shared/browser/language.tsx';
import { phoneTexts } from '../../../shared/texts/phone.ts';
import type { PhoneView } from '../../../shared/views.ts';
import type { Advice } from './advice.ts';

const icons: Record<Exclude<PhoneView['status'], 'called'>, LucideIcon> = {
  waiting: Clock,
  serving: User,
  held: CirclePause,
  missed: CircleAlert,
  done: CircleCheck,
  cancelled: CircleX,
  expired: CalendarX,
};

interface NumberAndStateProps {
  readonly view: PhoneView;
  /** It is nearly this visitor's turn. */
  readonly ready: boolean;
  readonly advice: Advice;
}

/** The hero: number, state, what to do. Yellow only while called; each new call pulses once more. */
export function NumberAndState({ view, ready, advice }: NumberAndStateProps) {
  const texts = useTexts(phoneTexts);
  const { language } = useSpeech();
  // In Chinese a space only sets off a figure: the figure stays with its words.
  const whole = (text: string) => (language === 'en' ? text : text.replaceAll(' ', '\u00a0'));
  const Icon = view.status === 'called' ? null : ready ? BellRing : icons[view.status];
  return (
    <section className="phone-hero" data-status={view.status} data-ready={ready} key={`${view.status} ${view.callNo}`}>
      <h1 className="phone-number" style={{ '--signs': view.number.length } as CSSProperties}>
        <span className="phone-number-label">{texts.yourNumber}</span>
        {view.number}
      </h1>
      <div className="phone-advice" role="status">
        <p className="phone-state">
          {Icon !== null && <Icon aria-hidden />}
          {ready ? texts.ready : texts.state[view.status]}
        </p>
        {advice.line !== '' && <p className="phone-line">{whole(advice.line)}</p>}
        {advice.notes.map((note) => (
          <p className="phone-note" key={note}>
            {whole(note)}
          </p>
        ))}
      </div>
    </section>
  );
}
