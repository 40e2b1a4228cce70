import { ChevronRight, Ticket } from 'lucide-react';
import { Fragment } from 'react';
import { showAppointmentCode } from '../../../shared/appointment-code.ts';
import type { BookableService, BookingOffer } from '../../../shared/booking.ts';
import { useSpeech, useTexts } from '../../../shared/browser/language.tsx';
import { bookingTexts } from '../../../shared/texts/booking.ts';
import type { Made } from './steps.ts';

interface ChooseServiceProps {
  readonly offer: BookingOffer;
  readonly made: Made | null;
  readonly choose: (service: BookableService) => void;
  readonly showMade: (made: Made) => void;
  readonly enterCode: () => void;
}

/** What for; or, for whoever has booked, the way to the booking. */
export function ChooseService({ offer, made, choose, showMade, enterCode }: ChooseServiceProps) {
  const { say } = useSpeech();
  const texts = useTexts(bookingTexts);
  const groups = [...new Set(offer.services.map(({ groupName }) => say(groupName)))];
  return (
    <div className="book-step">
      {made !== null && (
        <button type="button" className="book-choice" onClick={() => showMade(made)}>
          <span>
            {texts.codeKept}
            <b className="book-figures">{showAppointmentCode(made.code)}</b>
          </span>
          <ChevronRight aria-hidden />
        </button>
      )}
      {groups.length === 0 ? (
        <div className="book-notice" role="status">
          <p>
            <b>{texts.off}</b>
          </p>
          <p>{texts.offNext}</p>
        </div>
      ) : (
        <>
          <p>{texts.lead}</p>
          <h2>{texts.chooseService}</h2>
          {groups.map((group) => (
            <Fragment key={group}>
              <h3>{group}</h3>
              {offer.services
                .filter(({ groupName }) => say(groupName) === group)
                .map((service) => (
                  <button key={service.serviceId} type="button" className="book-choice" onClick={() => choose(service)}>
                    <b>{say(service.name)}</b>
                    <ChevronRight aria-hidden />
                  </button>
                ))}
            </Fragment>
          ))}
          <p className="book-soft">{texts.walkIn}</p>
        </>
      )}
      <button type="button" className="book-choice book-own" onClick={enterCode}>
        <Ticket aria-hidden />
        <span>
          <b>{texts.haveCode}</b>
          <small>{texts.haveCodeHint}</small>
        </span>
        <ChevronRight aria-hidden />
      </button>
    </div>
  );
}
