import { useState } from 'react';
import { useTexts } from '../../../shared/browser/language.tsx';
import { officerTexts } from '../../../shared/texts/officer.ts';
import type { AddSlip, Refused } from './officer-page.tsx';
import { Refusal } from './refusal.tsx';

/** What is on the slip proves that it is the officer's own visit. */
export function AddVisit({ today, addVisit }: { today: string; addVisit: AddSlip }) {
  const texts = useTexts(officerTexts);
  const [slip, setSlip] = useState({ number: '', day: today, code: '' });
  const [refused, setRefused] = useState<Refused | null>(null);
  const [sending, setSending] = useState(false);
  const isWhole = slip.number.trim() !== '' && slip.day !== '' && /^\d{4}$/.test(slip.code);
  const add = async () => {
    if (!isWhole || sending) return;
    setSending(true);
    const answer = await addVisit({ ...slip, number: slip.number.trim() });
    setSending(false);
    setRefused(answer);
    if (answer === null) setSlip({ number: '', day: today, code: '' });
  };
  return (
    <form
      className="officer-form"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <h2>{texts.addVisit}</h2>
      <label>
        {texts.number}
        <input
          value={slip.number}
          placeholder={texts.numberHint}
          maxLength={12}
          autoComplete="off"
          autoCapitalize="characters"
          onChange={(event) => setSlip({ ...slip, number: event.target.value })}
        />
      </label>
      <label>
        {texts.code}
        <input
          value={slip.code}
          inputMode="numeric"
          maxLength={4}
          autoComplete="off"
          onChange={(event) => setSlip({ ...slip, code: event.target.value.replaceAll(/\D/g, '') })}
        />
      </label>
      <label>
        {texts.day}
        <input
          type="date"
          value={slip.day}
          max={today}
          onChange={(event) => setSlip({ ...slip, day: event.target.value })}
        />
      </label>
      <Refusal refused={refused} />
      <button type="submit" className="officer-button" aria-disabled={!isWhole || sending}>
        {sending ? texts.adding : texts.add}
      </button>
    </form>
  );
}
