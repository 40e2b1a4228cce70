import { CalendarPlus, CircleCheck, Printer } from 'lucide-react';
import { showAppointmentCode } from '../../../shared/appointment-code.ts';
import type { BookingOffer } from '../../../shared/booking.ts';
import { newCommandId } from '../../../shared/browser/hall-connection.ts';
import { useSpeech, useTexts } from '../../../shared/browser/language.tsx';
import { QrCode } from '../../../shared/browser/qr-code.tsx';
import { bookingTexts } from '../../../shared/texts/booking.ts';
import { calendarFile } from './calendar-file.ts';
import type { Made } from './steps.ts';
import { WhatToKnow } from './what-to-know.tsx';

const minuteMs = 60_000;

/** The code, as large as the glass allows: it is seen only now. */
export function BookedStep({ made, offer, done }: { made: Made; offer: BookingOffer; done: () => void }) {
  const { say } = useSpeech();
  const texts = useTexts(bookingTexts);
  const { code, chosen } = made;
  const { service, date, slot, startsAt } = chosen;
  const save = () => {
    const bring = service.materials.map((material) => say(material)).join('; ');
    const file = calendarFile({
      uid: newCommandId(),
      now: Date.now(),
      startsAt,
      endsAt: startsAt + service.slotMinutes * minuteMs,
      summary: say(service.name),
      place: `${say(offer.hall.name)} ${say(service.zoneName)}`,
      note: [texts.calendarNote(showAppointmentCode(code)), bring === '' ? [] : `${texts.bring}: ${bring}`]
        .flat()
        .join('\n'),
    });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([file], { type: 'text/calendar' }));
    link.download = `${date}.ics`;
    link.click();
    // Not at once: some phones fetch it only after the tap has ended.
    setTimeout(() => URL.revokeObjectURL(link.href), minuteMs);
  };
  return (
    <div className="book-step">
      <h1 className="book-good">
        <CircleCheck aria-hidden />
        {texts.booked}
      </h1>
      <div className="book-code" role="status">
        <p>{texts.code}</p>
        <p className="book-figures">{showAppointmentCode(code)}</p>
        <QrCode className="book-qr" text={code} label={texts.code} />
      </div>
      <p className="book-keep">{texts.keep}</p>
      <div className="book-two">
        <button type="button" className="book-button" onClick={save}>
          <CalendarPlus aria-hidden />
          {texts.toCalendar}
        </button>
        <button type="button" className="book-button" onClick={() => print()}>
          <Printer aria-hidden />
          {texts.print}
        </button>
      </div>
      <WhatToKnow
        {...{ offer, date, slot, startsAt }}
        serviceName={service.name}
        place={service.zoneName}
        materials={service.materials}
        cancelUntil={startsAt - service.cancelUntilMinutes * minuteMs}
      />
      <button type="button" className="book-button" onClick={done}>
        {texts.another}
      </button>
    </div>
  );
}
