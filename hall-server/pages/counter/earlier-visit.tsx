import { Button, DatePicker, Input } from 'antd';
import { CircleCheck } from 'lucide-react';
import { useId, useState } from 'react';
import { type Asked, ask } from '../../../shared/browser/ask.ts';
import { useSpeech } from '../../../shared/browser/language.tsx';
import type { CommandOf } from '../../../shared/commands.ts';
import type { FoundEarlier } from '../../../shared/http.ts';
import { counterTexts } from '../../../shared/texts/counter.ts';
import { words } from '../../../shared/texts/words.ts';
import type { CounterTicket } from '../../../shared/views.ts';

export type FindVisit = (wish: object) => Promise<Asked<FoundEarlier>>;

interface EarlierVisitProps {
  readonly ticket: CounterTicket;
  readonly join: (command: CommandOf<'joinCase'>) => void;
  /** Previews and tests answer it themselves. */
  readonly find?: FindVisit;
}

const findAtHall: FindVisit = (wish) => ask('/api/errands/find', wish);

/** The slip of an earlier visit, scanned, or its number typed with its day: the two become one errand. */
export function EarlierVisit({ ticket, join, find = findAtHall }: EarlierVisitProps) {
  const { language, say } = useSpeech();
  const texts = counterTexts[language];
  const fieldId = useId();
  const [shown, setShown] = useState('');
  const [date, setDate] = useState<string | null>(null);
  const [found, setFound] = useState<Asked<FoundEarlier> | null>(null);
  if (ticket.joined) {
    return (
      <p className="finish-joined">
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
  return (
    <fieldset className="finish-earlier">
      <label htmlFor={`${fieldId}-slip`}>
        {texts.earlierSlip}
        <Input
          id={`${fieldId}-slip`}
          value={shown}
          maxLength={200}
          onChange={(event) => {
            setShown(event.target.value);
            setFound(null);
          }}
          onPressEnter={() => void look()}
        />
      </label>
      {!isSlip && (
        <label htmlFor={`${fieldId}-on`}>
          {texts.earlierDay}
          <DatePicker
            id={`${fieldId}-on`}
            placeholder=""
            onChange={(_day, written) => setDate(typeof written === 'string' && written !== '' ? written : null)}
          />
        </label>
      )}
      <Button disabled={shown.trim() === '' || (!isSlip && date === null)} onClick={() => void look()}>
        {texts.earlierFind}
      </Button>
      {found !== null && (
        <p role="status">
          {!found.ok ? (
            texts.earlierNotFound
          ) : (
            <>
              {texts.list([
                found.answer.number,
                found.answer.date,
                say(found.answer.serviceName),
                ...(found.answer.outcome === null ? [] : [words[language].outcomes[found.answer.outcome]]),
              ])}
              <Button
                type="primary"
                onClick={() =>
                  join({ type: 'joinCase', ticketId: ticket.ticketId, earlierTicketId: found.answer.ticketId })
                }
              >
                {texts.joinNow}
              </Button>
            </>
          )}
        </p>
      )}
    </fieldset>
  );
}
