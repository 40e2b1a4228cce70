import { useState } from 'react';
import type { CommandOf } from '../../commands.ts';
import type { IndicatorCode } from '../../indicators.ts';
import type { LocalAnswer, LocalQuestionId } from '../../rating.ts';

export type Detail = Omit<CommandOf<'addToRating'>, 'type' | 'ticketId'>;

/** What a visitor is putting together after the tap; nothing is chosen beforehand, and everything can be taken back. */
export function useDetail() {
  const [indicators, setIndicators] = useState<readonly IndicatorCode[]>([]);
  const [answers, setAnswers] = useState<readonly LocalAnswer[]>([]);
  const [text, setText] = useState('');
  const detail: Detail = { indicators, answers, text: text.trim() === '' ? null : text.trim() };
  return {
    detail,
    isEmpty: indicators.length === 0 && answers.length === 0 && detail.text === null,
    toggle: (code: IndicatorCode) =>
      setIndicators((all) => (all.includes(code) ? all.filter((one) => one !== code) : [...all, code])),
    answerOf: (question: LocalQuestionId) => answers.find((one) => one.question === question)?.answer ?? null,
    answer: (question: LocalQuestionId, answer: string) =>
      setAnswers((all) => {
        const others = all.filter((one) => one.question !== question);
        const same = all.some((one) => one.question === question && one.answer === answer);
        return same ? others : [...others, { question, answer }];
      }),
    text,
    setText,
  };
}
