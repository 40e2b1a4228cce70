import { useSpeech } from '../../../shared/browser/language.tsx';
import { type DiaryWords, howTold, type Told, toldSteps } from '../../../shared/diary.ts';
import type { Measured } from '../../../shared/diary-views.ts';
import { diaryTexts } from '../../../shared/texts/diary.ts';
import { officerTexts } from '../../../shared/texts/officer.ts';

interface ToldMinutesProps {
  readonly told: DiaryWords['told'];
  readonly measured: Measured;
  readonly change: (told: DiaryWords['told']) => void;
}

/** Minutes as the officer noted them, beside those of the record; neither is made to fit the other. */
export function ToldMinutes({ told, measured, change }: ToldMinutesProps) {
  const { language } = useSpeech();
  const texts = officerTexts[language];
  const words = diaryTexts[language];
  const record = { gate: null, find: null, wait: measured.wait, service: measured.service, total: measured.total };
  return (
    <section>
      <h2>{texts.minutesTitle}</h2>
      <p className="officer-soft">{texts.minutesHelp}</p>
      {toldSteps.map((step) => {
        const minutes = record[step];
        const one = told[step];
        const set = (next: Told | null) => change({ ...told, [step]: next });
        return (
          <fieldset key={step} className="officer-told">
            <legend>{words.steps[step]}</legend>
            <select
              aria-label={`${words.steps[step]} ${texts.how.about}`}
              value={one?.how ?? 'about'}
              disabled={one === null}
              onChange={(event) => {
                const how = howTold.find((each) => each === event.target.value);
                if (one !== null && how !== undefined) set({ ...one, how });
              }}
            >
              {howTold.map((how) => (
                <option key={how} value={how}>
                  {texts.how[how]}
                </option>
              ))}
            </select>
            <input
              inputMode="numeric"
              maxLength={3}
              aria-label={`${words.steps[step]} ${texts.minutes}`}
              value={one?.minutes ?? ''}
              onChange={(event) => {
                const digits = event.target.value.replaceAll(/\D/g, '');
                set(digits === '' ? null : { minutes: Math.min(600, Number(digits)), how: one?.how ?? 'about' });
              }}
            />
            <span>{texts.minutes}</span>
            {minutes !== null && (
              <span className="officer-soft officer-record-of">
                {texts.measured} {words.minutes(minutes)}
              </span>
            )}
          </fieldset>
        );
      })}
    </section>
  );
}

interface WholeNumberProps {
  readonly label: string;
  readonly most: number;
  readonly value: number | null;
  readonly change: (value: number | null) => void;
}

/** A whole number that may be left out; 0 is left out too. */
export function WholeNumber({ label, most, value, change }: WholeNumberProps) {
  return (
    <label>
      {label}
      <input
        inputMode="numeric"
        maxLength={3}
        value={value ?? ''}
        onChange={(event) => {
          const typed = Number(event.target.value.replaceAll(/\D/g, ''));
          change(typed === 0 ? null : Math.min(most, typed));
        }}
      />
    </label>
  );
}
