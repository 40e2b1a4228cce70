import { Button } from 'antd';
import { CircleQuestionMark } from 'lucide-react';
import { useState } from 'react';
import type { Asked } from '../../../shared/browser/ask.ts';
import { clockTime } from '../../../shared/browser/clock-time.ts';
import { useSpeech } from '../../../shared/browser/language.tsx';
import type { TicketId } from '../../../shared/ids.ts';
import { rejectionTexts } from '../../../shared/texts/rejections.ts';
import { whyInWords, whyTexts } from '../../../shared/texts/why-not-yet.ts';
import type { WhyNotYet } from '../../../shared/views.ts';

export type AskWhy = (ticketId: TicketId) => Promise<Asked<WhyNotYet>>;

interface WhyWaitingProps {
  readonly ticketId: TicketId;
  readonly timeZone: string;
  readonly askWhy: AskWhy;
}

/** Asked when somebody asks; the answer is of that moment. */
export function WhyWaiting({ ticketId, timeZone, askWhy }: WhyWaitingProps) {
  const { language } = useSpeech();
  const [asked, setAsked] = useState<Asked<WhyNotYet> | null>(null);
  const texts = whyTexts[language];
  const said = () => {
    if (asked === null) return [];
    if (asked.ok) return whyInWords(asked.answer, language, (at) => clockTime(at, timeZone));
    return [asked.code === 'notFound' ? texts.noLongerWaits : rejectionTexts[language][asked.code]({})];
  };
  return (
    <>
      <Button
        icon={<CircleQuestionMark size={18} aria-hidden />}
        onClick={async () => setAsked(await askWhy(ticketId))}
      >
        {texts.ask}
      </Button>
      {asked !== null && (
        <ul className="ticket-line-why" aria-live="polite">
          {said().map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </>
  );
}
