import { useState } from 'react';
import { useSpeech, useTexts } from '../../../shared/browser/language.tsx';
import { type Detail, useDetail } from '../../../shared/browser/rating/use-detail.ts';
import type { RatingLevel } from '../../../shared/commands.ts';
import { basicIndicators, indicatorsOf } from '../../../shared/indicators.ts';
import type { LocalQuestion } from '../../../shared/setup.ts';
import { indicatorTexts } from '../../../shared/texts/indicators.ts';
import { ratingTexts } from '../../../shared/texts/rating.ts';
import { ratingMoreTexts } from '../../../shared/texts/rating-more.ts';
import { Question } from '../kiosk-frame.tsx';
import { Tap } from '../tap.tsx';

interface SayMoreProps {
  readonly level: RatingLevel;
  readonly questions: readonly LocalQuestion[];
  readonly busy: boolean;
  readonly onSend: (detail: Detail) => void;
}

/** After the tap, at every level the same: the rating is stored, and whoever likes touches on. One thing a screen, no typing. */
export function SayMore({ level, questions, busy, onSend }: SayMoreProps) {
  const texts = useTexts(ratingMoreTexts);
  const { thanks } = useTexts(ratingTexts);
  const words = useTexts(indicatorTexts);
  const { say } = useSpeech();
  const own = useDetail();
  const [page, setPage] = useState(0);
  const [all, setAll] = useState(false);
  const question = page === 0 ? undefined : questions[page - 1];
  const last = page >= questions.length;
  // As many as a small panel shows at once: the three basic ones, or the other five.
  const shown = all ? indicatorsOf[level].slice(basicIndicators) : indicatorsOf[level].slice(0, basicIndicators);
  const go = () => (last ? onSend(own.detail) : setPage(page + 1));
  return (
    <>
      <Question hint={question === undefined ? texts.choose : texts.question}>
        {question === undefined ? thanks : say(question.text)}
      </Question>
      <div className="say-more">
        {question === undefined
          ? shown.map((code) => (
              <Tap
                key={code}
                className="choice"
                aria-pressed={own.detail.indicators.includes(code)}
                disabled={busy}
                onTap={() => own.toggle(code)}
              >
                {words[code]}
              </Tap>
            ))
          : question.answers.map(({ id, text }) => (
              <Tap
                key={id}
                className="choice"
                aria-pressed={own.answerOf(question.id) === id}
                disabled={busy}
                onTap={() => own.answer(question.id, id)}
              >
                {say(text)}
              </Tap>
            ))}
        {question === undefined && (
          <Tap className="choice further" disabled={busy} onTap={() => setAll(!all)}>
            {all ? texts.fewer : texts.more}
          </Tap>
        )}
      </div>
      <Tap className="primary" disabled={busy || (last && own.isEmpty)} onTap={go}>
        {busy ? texts.sending : last ? texts.send : texts.next}
      </Tap>
    </>
  );
}
