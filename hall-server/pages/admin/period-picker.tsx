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

/** Files come from the hall itself, with the session's own cookie. */
export function ExportLinks({ what, period }: { what: 'ratings' | 'cases'; period: Period }) {
  const texts = useTexts(ledgerTexts);
  const address = (format: string) =>
    `/api/ratings/export?what=${what}&format=${format}&from=${period.from}&to=${period.to}`;
  return (
    <span className="ledger-exports">
      <span className="admin-soft">{what === 'ratings' ? texts.exportRatings : texts.exportCases}</span>
      {['xlsx', 'csv', 'json'].map((format) => (
        <a key={format} href={address(format)} download>
          {format.toUpperCase()}
        </a>
      ))}
    </span>
  );
}
