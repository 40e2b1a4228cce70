import { useTexts } from '../../../shared/browser/language.tsx';
import { QrCode } from '../../../shared/browser/qr-code.tsx';
import { bookingTexts } from '../../../shared/texts/booking.ts';
import type { HallFacts } from '../../../shared/views.ts';
import { useNeeds } from '../needs.tsx';
import { Words } from '../words.tsx';

/** Where no number is to be had now, the way to a booked one. Not read aloud: whoever does not see it asks the front desk. */
export function BookByPhone({ hall }: { hall: HallFacts }) {
  const texts = useTexts(bookingTexts);
  const { larger } = useNeeds();
  // Large letters need the room: the words beside it say where else one books.
  if (!hall.phoneBooking || larger) return null;
  return (
    <div className="book-by-phone" aria-hidden>
      <QrCode className="book-qr" text={`${hall.phoneOrigin ?? location.origin}/book/`} label={texts.scanToBook} />
      <p>
        <Words>{texts.scanToBook}</Words>
      </p>
    </div>
  );
}
