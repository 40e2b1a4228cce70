import { CircleX, LogIn, Ticket } from 'lucide-react';
import { useState } from 'react';
import type { BookingOffer, PhoneBooking } from '../../../shared/booking.ts';
import { newCommandId } from '../../../shared/browser/hall-connection.ts';
import { useSpeech, useTexts } from '../../../shared/browser/language.tsx';
import { CommandId } from '../../../shared/ids.ts';
import { bookingTexts } from '../../../shared/texts/booking.ts';
import { rejectionTexts } from '../../../shared/texts/rejections.ts';
import { AskFirst } from './ask-first.tsx';
import type { BookingQuestions } from './questions.ts';
import { WhatToKnow } from './what-to-know.tsx';

interface FoundProps {
  readonly code: string;
  readonly booking: PhoneBooking;
  readonly offer: BookingOffer;
  readonly questions: Pick<BookingQuestions, 'cancel' | 'checkIn' | 'openTicket'>;
  readonly changed: (booking: PhoneBooking) => void;
  readonly bookAnew: () => void;
}

/** What has become of a booking, and what can still be done with it. */
export function Found({ code, booking, offer, questions, changed, bookAnew }: FoundProps) {
  const { language } = useSpeech();
  const texts = useTexts(bookingTexts);
  // One wish, one id: sent again after a broken link, it is done once.
  const [ids] = useState(() => ({ cancel: CommandId.parse(newCommandId()), checkIn: CommandId.parse(newCommandId()) }));
  const { status, byHall, lapsed, number, link } = booking;
  const words = rejectionTexts[language];

  const cancel = async () => {
    const said = await questions.cancel({ id: ids.cancel, code });
    if (!said.ok) return words[said.code]({});
    if (!said.answer.ok) return words[said.answer.code](said.answer.facts);
    changed(said.answer.booking);
    return null;
  };
  const checkIn = async () => {
    const said = await questions.checkIn({ id: ids.checkIn, code, language });
    if (!said.ok) return words[said.code]({});
    if (!said.answer.ok) return words[said.answer.code](said.answer.facts);
    questions.openTicket(said.answer.link);
    return null;
  };

  const service = offer.services.find(({ serviceId }) => serviceId === booking.serviceId);
  const open = status === 'open' && !lapsed;
  const explained =
    status === 'checkedIn'
      ? number !== null && texts.number(number)
      : byHall
        ? texts.byHallWords
        : status === 'open'
          ? lapsed && texts.lapsedWords
          : texts.over;
  return (
    <div className="book-step">
      <h1 className={open || status === 'checkedIn' ? 'book-good' : 'book-bad'}>
        {byHall ? texts.byHall : lapsed ? texts.status.noShow : texts.status[status]}
      </h1>
      {explained && <p>{explained}</p>}
      {link !== null && (
        <button type="button" className="book-button book-main" onClick={() => questions.openTicket(link)}>
          <Ticket aria-hidden />
          {texts.openTicket}
        </button>
      )}
      {!open && status !== 'checkedIn' && offer.hall.phoneBooking && (
        <button type="button" className="book-button book-main" onClick={bookAnew}>
          {texts.bookAnew}
        </button>
      )}
      {booking.mayCheckIn && (
        <AskFirst
          label={texts.checkIn}
          icon={LogIn}
          main
          question={texts.checkInQuestion}
          warning={texts.checkInWarning}
          yes={texts.checkInYes}
          no={texts.checkInNo}
          busy={texts.checkingIn}
          act={checkIn}
        />
      )}
      <WhatToKnow
        {...{ offer }}
        serviceName={booking.serviceName}
        date={booking.date}
        slot={booking.slot}
        startsAt={booking.startsAt}
        place={service?.zoneName ?? null}
        materials={service?.materials ?? []}
        live={open}
        cancelUntil={open && booking.canCancel ? booking.cancelUntil : null}
      />
      {open &&
        (booking.canCancel ? (
          <AskFirst
            label={texts.cancel}
            icon={CircleX}
            question={texts.cancelQuestion}
            warning={texts.cancelWarning}
            yes={texts.cancelYes}
            no={texts.cancelNo}
            busy={texts.cancelling}
            act={cancel}
          />
        ) : (
          <p className="book-soft">{texts.notCancellable}</p>
        ))}
    </div>
  );
}
