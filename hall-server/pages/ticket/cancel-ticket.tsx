import { CircleX } from 'lucide-react';
import { useState } from 'react';
import { useTexts } from '../../../shared/browser/language.tsx';
import { commonTexts } from '../../../shared/texts/common.ts';
import { phoneTexts } from '../../../shared/texts/phone.ts';
import type { PhoneView } from '../../../shared/views.ts';
import type { Send } from './phone-page.tsx';
import { useWish } from './use-wish.ts';

/** Leaving the queue, asked twice: a number cannot be given back by mistake. */
export function CancelTicket({ view, send }: { view: PhoneView; send: Send }) {
  const texts = useTexts(phoneTexts);
  const common = useTexts(commonTexts);
  const [asking, setAsking] = useState(false);
  const [wish, start] = useWish();
  if (!asking) {
    return (
      <button type="button" className="phone-button" onClick={() => setAsking(true)}>
        <CircleX aria-hidden />
        {texts.cancel}
      </button>
    );
  }
  const cancel = () => start(() => send({ type: 'cancelTicket', ticketId: view.ticketId, reason: 'takenByMistake' }));
  return (
    <section className="phone-confirm" aria-labelledby="cancel-question">
      <h2 id="cancel-question">{texts.cancelQuestion(view.number)}</h2>
      <p>{texts.cancelWarning}</p>
      <button type="button" className="phone-button phone-button-main" onClick={() => setAsking(false)}>
        {texts.cancelNo}
      </button>
      <button type="button" className="phone-button" aria-disabled={wish.state === 'sending'} onClick={cancel}>
        <CircleX aria-hidden />
        {wish.state === 'sending' ? texts.cancelSending : texts.cancelYes}
      </button>
      {wish.state === 'failed' && (
        <p role="alert">{wish.code === 'unreachable' ? common.unreachable : texts.refused}</p>
      )}
    </section>
  );
}
