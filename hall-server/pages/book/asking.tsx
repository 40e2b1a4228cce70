import './book.css';
import '../../../shared/browser/language-row.css';
import { RotateCw } from 'lucide-react';
import { LanguageSwitch, useTexts } from '../../../shared/browser/language.tsx';
import { useIsLate } from '../../../shared/browser/use-is-late.ts';
import { bookingTexts } from '../../../shared/texts/booking.ts';
import { commonTexts } from '../../../shared/texts/common.ts';

/** Before the hall has answered; if it does not, the next step. */
export function Asking({ onRetry, late = false }: { onRetry: () => void; late?: boolean }) {
  const texts = useTexts(bookingTexts);
  const common = useTexts(commonTexts);
  const isLate = useIsLate(late);
  return (
    <main className="book">
      <LanguageSwitch className="language-row" />
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
