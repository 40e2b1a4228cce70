import { useTexts } from '../../../shared/browser/language.tsx';
import { ledgerTexts } from '../../../shared/texts/ledger.ts';
import type { Period } from './ratings-section.tsx';

interface PeriodPickerProps {
  readonly period: Period;
  readonly setPeriod: (period: Period) => void;
}

/** Two dates of the hall's own zone; the browser's picker speaks the browser's language and knows no zones to get wrong. */
export function PeriodPicker({ period, setPeriod }: PeriodPickerProps) {
  const texts = useTexts(ledgerTexts);
  const pick = (end: 'from' | 'to', value: string) => {
    if (value !== '') setPeriod({ ...period, [end]: value });
  };
  return (
    <fieldset className="ledger-period">
      <legend className="visually-hidden">{texts.period}</legend>
      <input
        type="date"
        aria-label={texts.firstDay}
        value={period.from}
        max={period.to}
        onChange={(event) => pick('from', event.target.value)}
      />
      <span aria-hidden>–</span>
      <input
        type="date"
        aria-label={texts.lastDay}
        value={period.to}
        min={period.from}
        onChange={(event) => pick('to', event.target.value)}
      />
    </fieldset>
  );
}
