import type { BookingOffer } from '../../../shared/booking.ts';
import { clockTime } from '../../../shared/browser/clock-time.ts';
import { useSpeech, useTexts } from '../../../shared/browser/language.tsx';
import type { LocalizedText } from '../../../shared/languages.ts';
import { bookingTexts } from '../../../shared/texts/booking.ts';

const minuteMs = 60_000;

interface WhatToKnowProps {
  readonly offer: BookingOffer;
  readonly serviceName: LocalizedText;
  readonly date: string;
  readonly slot: string;
  readonly startsAt: number;
  /** Null: the service is not offered any more. */
  readonly place: LocalizedText | null;
  readonly materials: readonly LocalizedText[];
  /** Whether the visitor is still to come: what to bring, and how to check in. */
  readonly live?: boolean;
  /** UTC ms; null: said elsewhere. */
  readonly cancelUntil: number | null;
}

/** When, where, with what, how to check in, how to give it up: the same before and after it is booked. */
export function WhatToKnow(props: WhatToKnowProps) {
  const { offer, serviceName, date, slot, startsAt, place, materials, cancelUntil, live = true } = props;
  const { say } = useSpeech();
  const texts = useTexts(bookingTexts);
  const { hall, checkIn } = offer;
  const at = (ms: number) => clockTime(ms, hall.timeZone);
  const from = at(startsAt - checkIn.beforeMinutes * minuteMs);
  const until = at(startsAt + checkIn.afterMinutes * minuteMs);
  return (
    <dl className="book-facts">
      <div>
        <dt>{texts.when}</dt>
        <dd className="book-when">
          {texts.day(date)} {slot}
        </dd>
      </div>
      <div>
        <dt>{texts.service}</dt>
        <dd>{say(serviceName)}</dd>
      </div>
      <div>
        <dt>{texts.place}</dt>
        <dd>
          {say(hall.name)}
          {place !== null && <br />}
          {place !== null && say(place)}
        </dd>
      </div>
      {live && (
        <div>
          <dt>{texts.bring}</dt>
          <dd>
            {materials.length === 0 ? (
              texts.bringAsk
            ) : (
              <ul>
                {materials.map((material) => (
                  <li key={say(material)}>{say(material)}</li>
                ))}
              </ul>
            )}
          </dd>
        </div>
      )}
      {live && (
        <div>
          <dt>{texts.checkInRow}</dt>
          <dd>
            <p>{texts.checkInBetween(from, until)}</p>
            {checkIn.byPhone && <p>{texts.checkInByPhone}</p>}
            <p>{texts.late}</p>
          </dd>
        </div>
      )}
      {cancelUntil !== null && (
        <div>
          <dt>{texts.cancelRow}</dt>
          <dd>{texts.cancelUntil(texts.day(dateOf(cancelUntil, hall.timeZone)), at(cancelUntil))}</dd>
        </div>
      )}
    </dl>
  );
}

/** 'YYYY-MM-DD' of a moment in a zone. */
function dateOf(ms: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(ms);
}
