import { Clock } from 'lucide-react';
import { useState } from 'react';
import { useTexts } from '../../../shared/browser/language.tsx';
import { commonTexts } from '../../../shared/texts/common.ts';
import { phoneTexts } from '../../../shared/texts/phone.ts';
import type { PhoneView } from '../../../shared/views.ts';
import type { Send } from './phone-page.tsx';
import { useWish } from './use-wish.ts';

/** "I will be late": what it costs is said before; afterwards, where the visitor stands now. */
export function PostponeTicket({ view, send }: { view: PhoneView; send: Send }) {
  const texts = useTexts(phoneTexts);
  const common = useTexts(commonTexts);
  const [step, setStep] = useState<'offer' | 'asking' | 'done'>('offer');
  const [wish, start] = useWish();
  const { postpone, ticketId } = view;
  if (step === 'done') {
    return (
      <p className="phone-good" role="status">
        {texts.postponed}
      </p>
    );
  }
  if (postpone === null) return null;
  if (step === 'offer') {
    return (
      <button type="button" className="phone-button" onClick={() => setStep('asking')}>
        <Clock aria-hidden />
        {texts.postpone}
      </button>
    );
  }
  const ask = () =>
    start(async () => {
      const answer = await send({ type: 'postponeTicket', ticketId });
      if (answer.ok) setStep('done');
      return answer;
    });
  return (
    <section className="phone-confirm" aria-labelledby="postpone-question">
      <h2 id="postpone-question">{texts.postponeQuestion(postpone.places)}</h2>
      <p>{texts.postponeRule(postpone.places, postpone.timesLeft)}</p>
      <button
        type="button"
        className="phone-button phone-button-main"
        aria-disabled={wish.state === 'sending'}
        onClick={ask}
      >
        <Clock aria-hidden />
        {wish.state === 'sending' ? texts.postponeSending : texts.postponeYes(postpone.places)}
      </button>
      <button type="button" className="phone-button" onClick={() => setStep('offer')}>
        {texts.postponeNo}
      </button>
      {wish.state === 'failed' && (
        <p role="alert">{wish.code === 'unreachable' ? common.unreachable : texts.refused}</p>
      )}
    </section>
  );
}
