import { useState } from 'react';
import { useTexts } from '../../../shared/browser/language.tsx';
import type { TicketId } from '../../../shared/ids.ts';
import { CallBackNumber } from '../../../shared/rating-case.ts';
import { ratingMoreTexts } from '../../../shared/texts/rating-more.ts';
import type { Send } from './phone-page.tsx';
import { useWish } from './use-wish.ts';

/** Asked only after a low level has been given, never before: nobody pays for it with a phone number. */
export function CallBack({ ticketId, send }: { ticketId: TicketId; send: Send }) {
  const texts = useTexts(ratingMoreTexts);
  const [phone, setPhone] = useState('');
  const [wish, start] = useWish();
  const [agreed, setAgreed] = useState(false);
  const number = CallBackNumber.safeParse(phone);
  const agree = () =>
    number.success &&
    start(async () => {
      const answer = await send({ type: 'agreeToCallBack', ticketId, phone: number.data });
      if (answer.ok) setAgreed(true);
      return answer;
    });
  if (agreed) {
    return (
      <p className="phone-good" role="status">
        {texts.agreed}
      </p>
    );
  }
  return (
    <div className="phone-call-back">
      <h2>{texts.callBack}</h2>
      <label className="phone-words">
        {texts.phone}
        <input
          type="tel"
          inputMode="tel"
          autoComplete="tel"
          value={phone}
          onChange={(event) => setPhone(event.target.value)}
        />
        <small>{texts.callBackHint}</small>
      </label>
      <button type="button" className="phone-button" aria-disabled={!number.success} onClick={agree}>
        {wish.state === 'sending' ? texts.sending : texts.agree}
      </button>
      <p className="phone-small" role="status">
        {phone.length > 5 && !number.success && texts.wrongPhone}
        {wish.state === 'failed' && texts.failed}
      </p>
    </div>
  );
}
