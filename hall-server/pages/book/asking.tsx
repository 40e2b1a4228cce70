import './book.css';
import { RotateCw } from 'lucide-react';
import { useEffect, useState } from 'react';
import { LanguageSwitch, useTexts } from '../../../shared/browser/language.tsx';
import { bookingTexts } from '../../../shared/texts/booking.ts';
import { commonTexts } from '../../../shared/texts/common.ts';

const patienceMs = 8_000;

/** Before the hall has answered; if it does not, the next step. */
export function Asking({ onRetry, late = false }: { onRetry: () => void; late?: boolean }) {
  const texts = useTexts(bookingTexts);
  const common = useTexts(commonTexts);
  const [isLate, setLate] = useState(late);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), patienceMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <main className="book">
      <LanguageSwitch className="book-languages" />
      <div role="status" className="book-step">
        <p>{isLate ? common.unreachable : common.loading}</p>
        {isLate && (
          <button type="button" className="book-button" onClick={onRetry}>
            <RotateCw aria-hidden />
            {texts.tryAgain}
          </button>
        )}
      </div>
    </main>
  );
}
