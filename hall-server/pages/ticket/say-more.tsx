import { type ReactNode, useState } from 'react';
import { useSpeech, useTexts } from '../../../shared/browser/language.tsx';
import { useDetail } from '../../../shared/browser/rating/use-detail.ts';
import type { RatingLevel } from '../../../shared/commands.ts';
import type { TicketId } from '../../../shared/ids.ts';
import { basicIndicators, indicatorsOf } from '../../../shared/indicators.ts';
import { longestRatingText } from '../../../shared/rating.ts';
import { indicatorTexts } from '../../../shared/texts/indicators.ts';
import { ratingMoreTexts } from '../../../shared/texts/rating-more.ts';
import type { PhoneView } from '../../../shared/views.ts';
import { CallBack } from './call-back.tsx';
import type { Send } from './phone-page.tsx';
import { useWish } from './use-wish.ts';

interface SayMoreProps {
  readonly ticketId: TicketId;
  readonly more: NonNullable<PhoneView['more']>;
  /** The level tapped on this phone a moment ago; null after the page was opened anew: the hall does not tell it again. */
  readonly level: RatingLevel | null;
  readonly send: Send;
}

/** What may follow a rating. The same for every level; everything can be left out. */
export function SayMore({ ticketId, more, level, send }: SayMoreProps) {
  const texts = useTexts(ratingMoreTexts);
  const words = useTexts(indicatorTexts);
  const { say } = useSpeech();
  const own = useDetail();
  const [wish, start] = useWish();
  const [open, setOpen] = useState(level !== null);
  const [all, setAll] = useState(false);
  const over = [...own.text.trim()].length - longestRatingText;
  const sending = wish.state === 'sending';
  const codes = level === null ? [] : indicatorsOf[level].slice(0, all ? undefined : basicIndicators);
  const addSent = () => start(() => send({ type: 'addToRating', ticketId, ...own.detail }));

  if (!open) {
    return (
      <section className="phone-more">
        <button type="button" className="phone-button" onClick={() => setOpen(true)}>
          {texts.addLater}
        </button>
        <p className="phone-small">{texts.addLaterHint}</p>
      </section>
    );
  }
  return (
    <section className="phone-more" aria-labelledby="more-title">
      <h2 id="more-title">{texts.title}</h2>
      {codes.length > 0 && (
        <div className="phone-choices">
          {codes.map((code) => (
            <Choice key={code} chosen={own.detail.indicators.includes(code)} onChoose={() => own.toggle(code)}>
              {words[code]}
            </Choice>
          ))}
          {!all && (
            <button type="button" className="phone-further" onClick={() => setAll(true)}>
              {texts.more}
            </button>
          )}
        </div>
      )}
      {more.sequence === 1 &&
        more.questions.map(({ id, text, answers }) => (
          <fieldset key={id} className="phone-question">
            <legend>{say(text)}</legend>
            {answers.map((answer) => (
              <Choice
                key={answer.id}
                chosen={own.answerOf(id) === answer.id}
                onChoose={() => own.answer(id, answer.id)}
              >
                {say(answer.text)}
              </Choice>
            ))}
          </fieldset>
        ))}
      <label className="phone-words">
        {texts.words}
        <textarea rows={3} value={own.text} onChange={(event) => own.setText(event.target.value)} />
        <small>{over > 0 ? <strong>{texts.tooLong(over)}</strong> : texts.wordsHint}</small>
      </label>
      <button
        type="button"
        className="phone-button phone-main"
        aria-disabled={own.isEmpty || over > 0 || sending}
        onClick={() => !own.isEmpty && over <= 0 && addSent()}
      >
        {sending ? texts.sending : texts.send}
      </button>
      <p className="phone-small" role="status">
        {wish.state === 'failed' && texts.failed}
      </p>
      {level !== null && level <= 2 && <CallBack ticketId={ticketId} send={send} />}
    </section>
  );
}

function Choice({ chosen, onChoose, children }: { chosen: boolean; onChoose: () => void; children: ReactNode }) {
  return (
    <button type="button" aria-pressed={chosen} onClick={onChoose}>
      {children}
    </button>
  );
}
