import { useState } from 'react';
import { parseAppointmentCode } from '../../../shared/appointment-code.ts';
import type { PhoneBooking } from '../../../shared/booking.ts';
import { useSpeech, useTexts } from '../../../shared/browser/language.tsx';
import { bookingTexts } from '../../../shared/texts/booking.ts';
import { rejectionTexts } from '../../../shared/texts/rejections.ts';
import type { BookingQuestions } from './questions.ts';

interface EnterCodeProps {
  readonly find: BookingQuestions['find'];
  readonly found: (code: string, booking: PhoneBooking) => void;
}

/** Eight digits, typed or pasted. */
export function EnterCode({ find, found }: EnterCodeProps) {
  const { language } = useSpeech();
  const texts = useTexts(bookingTexts);
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const code = parseAppointmentCode(typed);
  const look = async () => {
    if (code === null || busy) return;
    setBusy(true);
    setFailure(null);
    const said = await find(code);
    setBusy(false);
    const words = rejectionTexts[language];
    if (!said.ok) return setFailure(words[said.code]({}));
    if (said.answer.ok) return found(code, said.answer.booking);
    setFailure(words[said.answer.code](said.answer.facts));
  };
  return (
    <form
      className="book-step"
      onSubmit={(event) => {
        event.preventDefault();
        void look();
      }}
    >
      <h1>
        <label htmlFor="book-typed">{texts.enterCode}</label>
      </h1>
      <input
        id="book-typed"
        className="book-typed"
        inputMode="numeric"
        autoComplete="off"
        placeholder="0000 0000"
        maxLength={12}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setFailure(null);
        }}
      />
      {failure !== null && (
        <p role="alert" className="book-notice">
          {failure}
        </p>
      )}
      <button type="submit" className="book-button book-main" disabled={code === null} aria-disabled={busy}>
        {busy ? texts.looking : texts.look}
      </button>
    </form>
  );
}
