import { useState } from 'react';
import { Face } from '../../../shared/browser/face.tsx';
import { useTexts } from '../../../shared/browser/language.tsx';
import type { RatingLevel } from '../../../shared/commands.ts';
import type { TicketId } from '../../../shared/ids.ts';
import { commonTexts } from '../../../shared/texts/common.ts';
import { phoneTexts } from '../../../shared/texts/phone.ts';
import { ratingLevels, ratingLevelTexts } from '../../../shared/texts/rating-levels.ts';
import type { Send } from './phone-page.tsx';
import { useWish } from './use-wish.ts';

interface RateVisitProps {
  readonly ticketId: TicketId;
  readonly send: Send;
  /** Tapped; known to this page only. */
  readonly onRated: (level: RatingLevel) => void;
}

/** Five equal targets in a fixed order, none chosen beforehand; one tap is the whole rating. */
export function RateVisit({ ticketId, send, onRated }: RateVisitProps) {
  const texts = useTexts(phoneTexts);
  const common = useTexts(commonTexts);
  const levels = useTexts(ratingLevelTexts);
  const [wish, start] = useWish();
  const [chosen, setChosen] = useState<RatingLevel | null>(null);
  const rate = (level: RatingLevel) => {
    setChosen(level);
    onRated(level);
    start(() => send({ type: 'rateTicket', ticketId, level }));
  };
  return (
    <section className="phone-rating" aria-labelledby="rate-question">
      <h2 id="rate-question">{texts.rateQuestion}</h2>
      <div className="phone-levels">
        {ratingLevels.map((level) => {
          return (
            <button
              key={level}
              type="button"
              aria-pressed={wish.state === 'sending' && chosen === level}
              aria-disabled={wish.state === 'sending'}
              onClick={() => rate(level)}
            >
              <Face level={level} />
              {levels[level]}
            </button>
          );
        })}
      </div>
      <p className="phone-small" role="status">
        {wish.state === 'sending' && texts.rateSending}
        {wish.state === 'idle' && texts.rateHint}
        {wish.state === 'failed' && (wish.code === 'unreachable' ? common.unreachable : texts.refused)}
      </p>
    </section>
  );
}
