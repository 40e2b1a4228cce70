import { Button, DatePicker, Input } from 'antd';
import { CircleCheck } from 'lucide-react';
import { useId, useState } from 'react';
import type { FoundEarlier } from '../../http.ts';
import type { TicketId } from '../../ids.ts';
import { errandTexts } from '../../texts/errand.ts';
import { words } from '../../texts/words.ts';
import { type Asked, ask } from '../ask.ts';
import { useSpeech } from '../language.tsx';

export type FindVisit = (wish: object) => Promise<Asked<FoundEarlier>>;

interface EarlierVisitProps {
  readonly page: 'counter' | 'desk';
  /** The two are one errand already. */
  readonly joined: boolean;
  readonly join: (earlierTicketId: TicketId) => void;
  /** Previews and tests answer it themselves. */
  readonly find?: FindVisit | undefined;
}

/** The slip of an earlier visit, scanned, or its number typed with its day: the two become one errand. */
export function EarlierVisit({ page, joined, join, find = findAtHall(page) }: EarlierVisitProps) {
  const { language, say } = useSpeech();
  const texts = errandTexts[language];
  const fieldId = useId();
  const [shown, setShown] = useState('');
  const [date, setDate] = useState<string | null>(null);
  const [found, setFound] = useState<Asked<FoundEarlier> | null>(null);
  if (joined) {
    return (
      <p className="earlier-joined" role="status">
        <CircleCheck size={18} aria-hidden />
        {texts.joined}
      </p>
    );
  }
  const look = async () => {
    const link = /([0-9A-HJKMNP-TV-Z]{26})$/i.exec(shown.trim())?.[1];
    setFound(await find(link === undefined ? { number: shown.trim(), date } : { link: link.toUpperCase() }));
  };
  const isSlip = shown.trim().length >= 26;
  const canLook = shown.trim() !== '' && (isSlip || date !== null);
  return (
    <fieldset className="earlier-visit">
      <label htmlFor={`${fieldId}-slip`}>
        {texts.slip}
        <Input
          id={`${fieldId}-slip`}
          value={shown}
          maxLength={200}
          onChange={(event) => {
            setShown(event.target.value);
            setFound(null);
          }}
          onPressEnter={() => {
            if (canLook) void look();
          }}
        />
      </label>
      {!isSlip && (
        <label htmlFor={`${fieldId}-on`}>
          {texts.day}
          <DatePicker
            id={`${fieldId}-on`}
            placeholder=""
            onChange={(_day, written) => setDate(typeof written === 'string' && written !== '' ? written : null)}
          />
        </label>
      )}
      <Button disabled={!canLook} onClick={() => void look()}>
        {texts.find}
      </Button>
      {found !== null && (
        <p role="status">
          {!found.ok ? (
            texts.notFound
          ) : (
            <>
              {texts.parts([
                found.answer.number,
                found.answer.date,
                say(found.answer.serviceName),
                ...(found.answer.outcome === null ? [] : [words[language].outcomes[found.answer.outcome]]),
              ])}
              <Button type="primary" onClick={() => join(found.answer.ticketId)}>
                {texts.join}
              </Button>
            </>
          )}
        </p>
      )}
    </fieldset>
  );
}

const findAtHall =
  (page: EarlierVisitProps['page']): FindVisit =>
  (wish) =>
    ask(`/api/errands/find?page=${page}`, wish);
