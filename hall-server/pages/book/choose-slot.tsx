import { RotateCw } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import type { BookableService } from '../../../shared/booking.ts';
import type { Asked } from '../../../shared/browser/ask.ts';
import { useSpeech, useTexts } from '../../../shared/browser/language.tsx';
import type { OfferedSlots } from '../../../shared/http.ts';
import { bookingTexts } from '../../../shared/texts/booking.ts';
import { commonTexts } from '../../../shared/texts/common.ts';
import type { BookingQuestions } from './questions.ts';
import type { ChosenSlot } from './steps.ts';

interface ChooseSlotProps {
  readonly service: BookableService;
  readonly slots: BookingQuestions['slots'];
  readonly choose: (chosen: Omit<ChosenSlot, 'service'>) => void;
}

const isFree = (one: OfferedSlots[number]) => one.left > 0 && !one.tooSoon;

/** A day, then a time with places left. */
export function ChooseSlot({ service, slots, choose }: ChooseSlotProps) {
  const { say } = useSpeech();
  const texts = useTexts(bookingTexts);
  const common = useTexts(commonTexts);
  const [asked, setAsked] = useState<Asked<OfferedSlots> | null>(null);
  const [day, setDay] = useState<string | null>(null);
  const { serviceId } = service;
  const load = useCallback(async () => setAsked(await slots(serviceId)), [slots, serviceId]);
  useEffect(() => void load(), [load]);

  const all = asked?.ok ? asked.answer : [];
  const days = [...new Set(all.map(({ date }) => date))];
  const shownDay = day ?? all.find(isFree)?.date ?? null;
  const ofDay = all.filter(({ date }) => date === shownDay);
  return (
    <div className="book-step">
      <h1>{say(service.name)}</h1>
      {asked === null && <p role="status">{common.loading}</p>}
      {asked !== null && !asked.ok && (
        <div role="alert" className="book-notice">
          <p>{texts.slotsFailed}</p>
          <button type="button" className="book-button" onClick={() => void load()}>
            <RotateCw aria-hidden />
            {texts.tryAgain}
          </button>
        </div>
      )}
      {asked?.ok && !all.some(isFree) && (
        <div role="status" className="book-notice">
          <p>
            <b>{texts.noSlots}</b>
          </p>
          <p>{texts.noSlotsNext}</p>
        </div>
      )}
      {all.some(isFree) && (
        <>
          <h2>{texts.chooseDay}</h2>
          <fieldset className="book-days" aria-label={texts.chooseDay}>
            {days.map((date) => (
              <button key={date} type="button" aria-pressed={date === shownDay} onClick={() => setDay(date)}>
                {texts.day(date)}
              </button>
            ))}
          </fieldset>
          <h2>{texts.chooseSlot}</h2>
          {ofDay.some(isFree) || <p role="status">{texts.noSlotsThatDay}</p>}
          <HalfDay title={texts.morning} slots={ofDay.filter(({ slot }) => slot < '12:00')} choose={choose} />
          <HalfDay title={texts.afternoon} slots={ofDay.filter(({ slot }) => slot >= '12:00')} choose={choose} />
        </>
      )}
    </div>
  );
}

function HalfDay({ title, slots, choose }: Pick<ChooseSlotProps, 'choose'> & { title: string; slots: OfferedSlots }) {
  const texts = useTexts(bookingTexts);
  if (slots.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <div className="book-slots">
        {slots.map((one) => (
          <button key={one.slot} type="button" disabled={!isFree(one)} onClick={() => choose(one)}>
            <b>{one.slot}</b>
            <small>{one.tooSoon ? texts.tooSoon : texts.left(one.left)}</small>
          </button>
        ))}
      </div>
    </section>
  );
}
