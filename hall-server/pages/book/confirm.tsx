import { useState } from 'react';
import type { BookingOffer } from '../../../shared/booking.ts';
import { newCommandId } from '../../../shared/browser/hall-connection.ts';
import { useSpeech, useTexts } from '../../../shared/browser/language.tsx';
import { CommandId } from '../../../shared/ids.ts';
import { bookingTexts } from '../../../shared/texts/booking.ts';
import { rejectionTexts } from '../../../shared/texts/rejections.ts';
import type { BookingQuestions } from './questions.ts';
import type { ChosenSlot } from './steps.ts';
import { WhatToKnow } from './what-to-know.tsx';

interface ConfirmProps {
  readonly chosen: ChosenSlot;
  readonly offer: BookingOffer;
  readonly book: BookingQuestions['book'];
  readonly booked: (code: string) => void;
  readonly chooseOther: () => void;
}

/** Everything that has been chosen, once more, and one button. */
export function Confirm({ chosen, offer, book, booked, chooseOther }: ConfirmProps) {
  const { language } = useSpeech();
  const texts = useTexts(bookingTexts);
  // One wish, one id: pressed again after a broken link, it is booked once.
  const [id] = useState(() => CommandId.parse(newCommandId()));
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<{ readonly words: string; readonly again: boolean } | null>(null);
  const { service, date, slot, startsAt } = chosen;
  const press = async () => {
    if (busy) return;
    setBusy(true);
    setFailure(null);
    const said = await book({ id, serviceId: service.serviceId, date, slot });
    setBusy(false);
    if (!said.ok) return setFailure({ words: rejectionTexts[language][said.code]({}), again: true });
    if (said.answer.ok) return booked(said.answer.booked.code);
    const { code, facts } = said.answer;
    setFailure({ words: rejectionTexts[language][code](facts), again: false });
  };
  return (
    <div className="book-step">
      <h1>{texts.confirmTitle}</h1>
      <WhatToKnow
        {...{ offer, date, slot, startsAt }}
        serviceName={service.name}
        place={service.zoneName}
        materials={service.materials}
        cancelUntil={startsAt - service.cancelUntilMinutes * 60_000}
      />
      {failure !== null && (
        <p role="alert" className="book-notice">
          {failure.words}
        </p>
      )}
      {failure !== null && !failure.again ? (
        <button type="button" className="book-button book-main" onClick={chooseOther}>
          {texts.chooseSlot}
        </button>
      ) : (
        <button type="button" className="book-button book-main" aria-disabled={busy} onClick={() => void press()}>
          {busy ? texts.booking : failure === null ? texts.confirm : texts.tryAgain}
        </button>
      )}
    </div>
  );
}
