import { ArrowRight } from 'lucide-react';
import { useSpeech } from '../../../shared/browser/language.tsx';
import type { SetupChange } from '../../../shared/http.ts';
import type { Setup } from '../../../shared/setup.ts';
import { adminTexts } from '../../../shared/texts/admin.ts';
import { adminBookingsTexts } from '../../../shared/texts/admin-bookings.ts';
import { adminSetupTexts } from '../../../shared/texts/admin-setup.ts';
import { figuresTexts } from '../../../shared/texts/figures.ts';
import { printingTexts } from '../../../shared/texts/printing.ts';
import { linesOfChange, nameOfEntry, type SetupSpeaker } from './setup-change-lines.ts';

/** How entries of the set-up are spoken of, in the reader's language. */
export function useSetupSpeaker(setup: Setup): SetupSpeaker {
  const { language, say } = useSpeech();
  return {
    ...{ setup, say, texts: adminTexts[language], own: adminSetupTexts[language] },
    ...{ printing: printingTexts[language], figures: figuresTexts[language], bookings: adminBookingsTexts[language] },
  };
}

/** One entry: what it is called, and each field that became another. */
export function SetupChangeLines({ change, speaker }: { change: SetupChange; speaker: SetupSpeaker }) {
  const { own } = speaker;
  const { before, after } = change;
  const lines = linesOfChange(change, speaker);
  const isOn = (entry: SetupChange['before']) =>
    entry === null || !('active' in entry.value) ? null : entry.value.active;
  const mark =
    before === null
      ? own.added
      : isOn(before) === isOn(after)
        ? null
        : isOn(after) === true
          ? own.switchedOn
          : own.switchedOff;
  return (
    <div className="setup-change">
      <strong>
        {nameOfEntry(after, speaker)}
        {mark !== null && <small>{mark}</small>}
      </strong>
      {mark === null && (
        <dl>
          {lines.map((line) => (
            <div key={line.label}>
              <dt>{line.label}</dt>
              <dd>
                <span>{line.before}</span>
                <ArrowRight size={16} aria-hidden />
                <span>{line.after}</span>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}
